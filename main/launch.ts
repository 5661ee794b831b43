// `npm start`: builds what is missing or stale, then opens the desktop host, or, where Electron's program can't be had, says so
// in one line and opens the browser host. Flags are passed on; --browser skips Electron.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const flags = process.argv.slice(2);

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function buildIfStale(): void {
  const built = path.join(root, 'dist/renderer/index.html');
  const sources = Math.max(
    ...['main', 'renderer', 'shared'].map((folder) => newest(path.join(root, folder))),
    statSync(path.join(root, 'package-lock.json')).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs > sources) return;
  process.stdout.write('首次启动，正在准备程序，约需半分钟…… Preparing the program.\n');
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'error'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    process.stderr.write('程序没有准备成功，请把上面的信息发给维护人员。 The build failed.\n');
    process.exit(1);
  }
}

/** Electron's program file, or null. Never by require('electron'), which itself tries the download. */
function electronBinary(): string | null {
  const folder = path.join(root, 'node_modules/electron');
  const note = path.join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = path.join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Lets Electron's own installer fetch the binary, showing its progress; gives up after 10 s without any. */
function fetchElectron(): Promise<boolean> {
  const installer = path.join(root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return Promise.resolve(false);
  process.stdout.write('首次启动，正在下载 Electron（约 120 MB，只需一次）…… Downloading Electron once.\n');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '' },
    });
    let quiet = setTimeout(() => child.kill(), 10_000);
    const heard = (chunk: Buffer): void => {
      process.stdout.write(chunk);
      clearTimeout(quiet);
      quiet = setTimeout(() => child.kill(), 10_000);
    };
    child.stdout.on('data', heard);
    // Its complaints are summed up in our own line.
    child.stderr.resume();
    child.on('exit', (code) => {
      clearTimeout(quiet);
      resolve(code === 0);
    });
  });
}

function run(command: string, commandArguments: string[]): void {
  const child = spawn(command, [...commandArguments, ...flags], { stdio: 'inherit', cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
}

buildIfStale();
const browserHost = (): void =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'dist/main/browser.js')]);
if (flags.includes('--browser')) browserHost();
else {
  const binary = electronBinary() ?? ((await fetchElectron()) ? electronBinary() : null);
  if (binary) run(binary, [root]);
  else {
    process.stdout.write(
      '没有取得 Electron 程序文件，改用本机浏览器窗口打开，功能相同。 Electron is not available: opening a browser window instead.\n',
    );
    browserHost();
  }
}
