// The browser host: the handler on a loopback port, behind a one-time token and an exact Host check, and a window of the
// system's Chromium in application form. The window is opened first, since a browser takes longer to come than an office to open; what
// it asks meanwhile waits. Runs as: browser.js [--no-window] [--port N] [--data DIR] [--demo] [--person NAME]
import { userInfo } from 'node:os';
import path from 'node:path';
import { systemClock } from '../shared/clock.ts';
import { Refusal } from '../shared/refusal.ts';
import { type BrowserWindow, openWindow } from './browserWindow.ts';
import { findBrowser } from './browsers.ts';
import type { Program } from './compose.ts';
import { dataFolder } from './dataFolder.ts';
import { explain, mustClose, noteFailure } from './failure.ts';
import { type Flags, readFlags } from './flags.ts';
import { type Gate, gate } from './gate.ts';
import { chromiumPdf } from './ground/pdf/chromium.ts';
import { takeScratch } from './ground/scratch.ts';
import { listenOnLoopback } from './loopback.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const screensFolder = path.join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer');
const patience = 5_000;

let folder = dataFolder();
let stopping = false;
let program: Program | undefined;
let window: BrowserWindow | undefined;

const pdf = chromiumPdf(
  () => {
    const found = findBrowser();
    if (!found) throw new Refusal('没有找到 Chrome、Edge 或 Chromium 浏览器，不能生成 PDF。请安装其中之一后重试。');
    return found;
  },
  () => {
    if (!guard) throw new Error('asked for a PDF before the host listens');
    return { origin: guard.origin(), cookie: guard.cookie() };
  },
);
let guard: Gate | undefined;

/** Every way of ending passes here: the office first, so that nothing that hangs can keep its lock. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Whatever doesn't answer, a browser or a worker, is killed with this process.
  setTimeout(() => process.exit(code), patience).unref();
  await program?.close();
  await Promise.allSettled([pdf.close(), window?.close()]);
  process.exit(code);
}

function fail(error: unknown): void {
  if (stopping) return;
  noteFailure(error, folder);
  process.stderr.write(`${program && !(error instanceof Refusal) ? mustClose : explain(error, folder)}\n`);
  void stop(1);
}

async function openOffice(flags: Flags, login: string): Promise<Program> {
  const { compose } = await import('./compose.ts');
  const opened = await compose({
    folder,
    clock: systemClock,
    screensFolder,
    renderPdf: pdf.renderPdf,
    demo: flags.demo,
    person: flags.person,
    login,
  });
  process.on('unhandledRejection', (reason) => opened.log.error('unhandled rejection', reason));
  return opened;
}

async function listen(entrance: Gate, wanted: number, own: boolean): Promise<void> {
  try {
    entrance.listensOn(await listenOnLoopback((request) => entrance.fetch(request), wanted, own));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new Refusal(`端口 ${wanted} 已被占用或不能使用，请换一个端口，或不指定端口。程序没有启动。`);
  }
}

async function run(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  takeScratch();
  folder = flags.data;
  const login = userInfo().username;
  const executable = findBrowser();
  const opensWindow = !flags.noWindow && hasDisplay && executable !== null;
  const office = Promise.withResolvers<Program>();
  const entrance = gate(async (request, env) => (await office.promise).app(request, env), { reusableToken: !opensWindow, login });
  guard = entrance;
  await listen(entrance, flags.port, opensWindow);
  const address = `${entrance.origin()}/?token=${entrance.token}`;
  if (opensWindow)
    window = openWindow(executable, address, {
      closed: () => void stop(0),
      failed: () => fail(new Refusal(`浏览器没有打开：${executable}。请检查它能否使用，或加参数 --no-window 打印地址。`)),
    });
  program = await openOffice(flags, login);
  office.resolve(program);
  // The window was closed, or a signal came, meanwhile.
  if (stopping) await program.close();
  if (opensWindow || stopping) return;
  if (!flags.noWindow)
    process.stdout.write(
      '没有可用的窗口，请在本机浏览器里打开下面的地址（不要发给别人）。 No window here: open this address in a browser.\n',
    );
  process.stdout.write(`READY ${address}\n`);
}

process.on('uncaughtException', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
await run().catch(fail);
