// Whether the built program is that of the present sources. A build leaves a fingerprint of what it was made from; an older
// file put in a newer one's place, a removed file and a build that broke off are noticed as well as an edit.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const sources = ['main', 'renderer', 'shared', 'package.json', 'package-lock.json'];
const stampOf = (root: string): string => path.join(root, 'dist', 'sources.txt');

function filesUnder(entry: string): string[] {
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name));
}

/** Names, sizes and times of all sources, as one short text. */
export function fingerprint(root: string): string {
  const lines = sources
    .flatMap((source) => filesUnder(path.join(root, source)))
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${path.relative(root, file)} ${size} ${mtimeMs}`;
    });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** Called by the build itself: before, nothing is built; after, this is what it was built from. */
export const forgetBuild = (root: string): void => rmSync(stampOf(root), { force: true });
export function noteBuild(root: string, builtFrom: string): void {
  mkdirSync(path.dirname(stampOf(root)), { recursive: true });
  writeFileSync(stampOf(root), builtFrom);
}

export const isStale = (root: string): boolean =>
  !existsSync(stampOf(root)) || readFileSync(stampOf(root), 'utf8') !== fingerprint(root);

/** @returns false when the build failed; it has said why. */
export function buildIfStale(root: string): boolean {
  if (!isStale(root)) return true;
  process.stdout.write('正在准备程序，约需半分钟…… Preparing the program.\n');
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'error'],
    { cwd: root, stdio: 'inherit' },
  );
  return status === 0;
}
