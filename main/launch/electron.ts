// Electron's program file, which npm doesn't bring along: found, or fetched once by Electron's own installer. Never by
// require('electron'), which tries the download by itself and without end.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packageOf = (root: string): string => path.join(root, 'node_modules', 'electron');

/** The program file, or null. */
export function electronBinary(root: string): string | null {
  const note = path.join(packageOf(root), 'path.txt');
  if (!existsSync(note)) return null;
  const binary = path.join(packageOf(root), 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

function tellProgress(megabytes: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r已下载 ${megabytes} MB `);
  else process.stdout.write(`已下载 ${megabytes} MB\n`);
}

/**
 * Lets the installer fetch the program file, telling its progress, which it shows by what it has written: its own bar comes
 * only after half a minute. Gives up after `patience` milliseconds without any.
 */
export async function fetchElectron(root: string, patience = 10_000): Promise<boolean> {
  const installer = path.join(packageOf(root), 'install.js');
  if (!existsSync(installer)) return false;
  process.stdout.write('首次启动，正在下载 Electron（约 120 MB，只需一次）…… Downloading Electron once.\n');
  const scratch = mkdtempSync(path.join(tmpdir(), 'grid-ledger-electron-'));
  const child = spawn(process.execPath, [installer], {
    cwd: root,
    // Its complaints are summed up in our own line.
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
  });
  let [written, told, heard] = [0, 0, Date.now()];
  const watch = setInterval(() => {
    const now = sizeOf(scratch) + sizeOf(path.join(packageOf(root), 'dist'));
    if (now !== written) heard = Date.now();
    written = now;
    const megabytes = Math.floor(sizeOf(scratch) / 1_000_000);
    if (megabytes >= told + (process.stdout.isTTY ? 1 : 10)) {
      told = megabytes;
      tellProgress(told);
    }
    if (Date.now() - heard > patience) child.kill();
  }, 250);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', resolve);
  });
  clearInterval(watch);
  if (told > 0 && process.stdout.isTTY) process.stdout.write('\n');
  rmSync(scratch, { recursive: true, force: true });
  return code === 0;
}
