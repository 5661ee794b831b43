// `npm start`: builds what is missing or stale, then opens the desktop host, or, where there is no display or Electron's program
// can't be had, says so in one line and opens the browser host. Flags are passed on; --browser skips Electron.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildIfStale } from './launch/build.ts';
import { electronBinary, fetchElectron } from './launch/electron.ts';

const root = path.resolve(import.meta.dirname, '..');
const flags = process.argv.slice(2);
/** Flags that mean something to the browser host only. */
const wantsBrowser = flags.some((flag) => /^--(browser|no-window|port)(=|$)/.test(flag));
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
/** What the system's loader ends a program with when libraries of the system are missing. */
const cannotLoad = 127;

function run(command: string, commandArguments: string[], failed?: () => void): void {
  const child = spawn(command, [...commandArguments, ...flags], { stdio: 'inherit', cwd: root });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
  child.on('error', () => (failed ? failed() : process.exit(1)));
  child.on('exit', (code, signal) => {
    if (code === cannotLoad && failed) failed();
    else process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
  });
}

const browserHost = (): void =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'dist/main/browser.js')]);

function withoutDisplay(): void {
  process.stdout.write('没有显示器，改用浏览器方式打开，功能相同。 No display here: using the browser host instead.\n');
  browserHost();
}

function insteadOfElectron(): void {
  process.stdout.write(
    '没有可用的 Electron，改用本机浏览器窗口打开，功能相同。 Electron is not available here: using a browser window instead.\n',
  );
  browserHost();
}

async function desktopHost(): Promise<void> {
  const binary = electronBinary(root) ?? ((await fetchElectron(root)) ? electronBinary(root) : null);
  if (!binary) insteadOfElectron();
  // Chromium refuses its sandbox to Linux's root.
  else run(binary, [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], insteadOfElectron);
}

if (!buildIfStale(root)) {
  process.stderr.write('程序没有准备成功，请把上面的信息发给维护人员。 The build failed.\n');
  process.exit(1);
}
if (wantsBrowser) browserHost();
// Before Electron is looked for: where nothing can be shown, nothing is downloaded.
else if (!hasDisplay) withoutDisplay();
else await desktopHost();
