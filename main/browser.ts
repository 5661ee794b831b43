// The browser host: the handler on a loopback port, behind a one-time token and an exact Host check, and a window of the
// system's Chromium in application form. Runs as: browser.js [--no-window] [--port N] [--data DIR] [--demo]
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { systemClock } from '../shared/clock.ts';
import { Refusal } from '../shared/refusal.ts';
import { findBrowser } from './browsers.ts';
import { compose } from './compose.ts';
import { dataFolder } from './dataFolder.ts';
import { gate } from './gate.ts';
import { chromiumPdf } from './pdf/chromium.ts';

const { values: flags } = parseArgs({
  options: {
    browser: { type: 'boolean' },
    'no-window': { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    demo: { type: 'boolean', default: false },
  },
});

function fail(error: unknown): never {
  process.stderr.write(
    `${error instanceof Refusal ? error.message : `程序没有启动：${error instanceof Error ? error.message : String(error)}`}\n`,
  );
  process.exit(1);
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

await run().catch(fail);

async function run(): Promise<void> {
  const executable = findBrowser();
  const screensFolder = path.join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer');
  const pdf = chromiumPdf(
    () => {
      const found = findBrowser();
      if (!found) throw new Refusal('没有找到 Chrome、Edge 或 Chromium 浏览器，不能生成 PDF。请安装其中之一后重试。');
      return found;
    },
    () => ({ origin: guard.origin(), cookie: guard.cookie() }),
  );
  const program = await compose({
    folder: path.resolve(flags.data ?? dataFolder()),
    clock: systemClock,
    screensFolder,
    renderPdf: pdf.renderPdf,
    demo: flags.demo,
  });
  const window = !flags['no-window'] && hasDisplay && executable !== null;
  const guard = gate(program.app, { reusableToken: !window, actor: program.actor });

  let windowProcess: ChildProcess | undefined;
  let profile: string | undefined;
  let stopping = false;
  const server = serve(
    { fetch: (request) => guard.fetch(request), hostname: '127.0.0.1', port: Number(flags.port), overrideGlobalObjects: false },
    ({ port }) => {
      guard.listensOn(port);
      const address = `${guard.origin()}/?token=${guard.token}`;
      if (window) {
        profile = mkdtempSync(path.join(tmpdir(), 'grid-ledger-window-'));
        windowProcess = openWindow(executable, address, profile);
        windowProcess.on('exit', () => void stop());
      } else if (!flags['no-window']) {
        process.stdout.write(
          '没有可用的窗口，请在本机浏览器里打开下面的地址（不要发给别人）。 No window here: open this address in a browser.\n',
        );
      }
      if (!window) process.stdout.write(`READY ${address}\n`);
    },
  );
  server.on('error', (error: NodeJS.ErrnoException) => {
    program.close();
    fail(error.code === 'EADDRINUSE' ? new Refusal(`端口 ${flags.port} 已被占用，请换一个端口，或不指定端口。`) : error);
  });

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    windowProcess?.removeAllListeners('exit');
    windowProcess?.kill();
    server.close();
    await pdf.close();
    program.close();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

function openWindow(executable: string, address: string, profile: string): ChildProcess {
  return spawn(
    executable,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--window-size=1366,768',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-features=Translate',
      '--lang=zh-CN',
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  );
}
