// The start of the browser host as its own process: what it prints, how it ends on every path, and that a start that can't be
// says so in Chinese, without a stack.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../main/browsers.ts';
import { officeFileName, openDesk } from '../../main/ground/office/desk.ts';
import { root } from '../harness/host.ts';
import { descendants, isAlive } from '../harness/processes.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';

const built = path.join(root, 'dist/main/browser.js');
let temporary: ReturnType<typeof temporaryFolder>;
const started: ChildProcess[] = [];
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  temporary.remove();
});

type Run = { child: ChildProcess; said(): string; complained(): string; ended: Promise<number | null> };

function run(command: string, commandArguments: string[], environment: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(command, commandArguments, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ...environment },
  });
  started.push(child);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, complained: () => complained, ended };
}

const start = (flags: string[], environment: NodeJS.ProcessEnv = {}): Run =>
  run(process.execPath, [built, '--data', temporary.folder, ...flags], environment);

async function ready(host: Run): Promise<string> {
  await vi.waitUntil(() => host.said().includes('READY ') || host.child.exitCode !== null, { timeout: 60_000 });
  return /READY (\S+)/.exec(host.said())?.[1] ?? `not ready: ${host.complained()}`;
}

/** One or two lines of Chinese, nothing of the machine room. */
async function refusal(host: Run): Promise<string> {
  expect(await host.ended).toBe(1);
  expect(host.said()).toBe('');
  expect(host.complained()).not.toMatch(/undefined|\n\s+at |Error|node:/);
  expect(host.complained()).toMatch(/[\u4e00-\u9fff]/);
  return host.complained();
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('prints one READY line, serves, and stops cleanly on %s', async (signal) => {
  const host = start(['--browser', '--no-window', '--port', '0']);
  const address = await ready(host);
  expect(host.said()).toMatch(/^READY http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}\n$/);
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  // The reading end stays open, as a window's would.
  expect((await fetch(new URL('/', address), { headers: { cookie } })).status).toBe(200);
  host.child.kill(signal);
  expect(await host.ended).toBe(0);
  expect(host.complained()).toBe('');
  openDesk(temporary.folder, testClock, officeSchema).close();
});

test('listens where it is told; a port in use is named', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  expect(await refusal(start(['--no-window', '--port', String(port)]))).toContain(`端口 ${port} 已被占用`);
  openDesk(temporary.folder, testClock, officeSchema).close();
  await new Promise((resolve) => taken.close(resolve));
  const host = start(['--no-window', '--port', String(port)]);
  expect(await ready(host)).toContain(`http://127.0.0.1:${port}/?token=`);
});

test('with no display it prints the address, and says so', async () => {
  const host = start([]);
  expect(await ready(host)).toMatch(/^http:/);
  expect(host.said()).toMatch(/^没有可用的窗口.*No window here.*\nREADY /);
});

test.each([
  [['--prot', '1'], '启动参数“--prot”不对'],
  [['--port', 'x'], '端口“x”不对'],
  [['--port', '70000'], '端口“70000”不对'],
  [['--port'], '启动参数'],
  [['extra'], '启动参数'],
])('a wrong flag is named: %j', async (flags, words) => {
  expect(await refusal(run(process.execPath, [built, ...flags]))).toContain(words);
});

test('an office held by another is left to it, and its holder named', async () => {
  const holder = openDesk(temporary.folder, testClock, officeSchema);
  expect(await refusal(start(['--no-window']))).toMatch(/^台账正在被使用（.+进程 \d+.*请先关闭那个窗口/);
  holder.close();
});

test('a file of a newer program, and one that is no office, are refused untouched', async () => {
  openDesk(temporary.folder, testClock, officeSchema).close();
  const file = path.join(temporary.folder, officeFileName);
  for (const [pragma, words] of [
    ['user_version = 999', '请安装新版程序'],
    ['application_id = 7', '不是网格台账的数据文件'],
  ] as const) {
    const db = new Database(file);
    db.pragma(pragma);
    db.close();
    const before = readFileSync(file);
    expect(await refusal(start(['--no-window']))).toContain(words);
    expect(readFileSync(file).equals(before)).toBe(true);
  }
});

test('a data folder that can’t be one is named', async () => {
  const file = path.join(temporary.folder, 'a-file');
  writeFileSync(file, '');
  expect(await refusal(start(['--no-window', '--data', path.join(file, 'within')]))).toContain('有一个不是文件夹');
});

test('what the person isn’t told of a failed start, the log holds', async () => {
  writeFileSync(path.join(temporary.folder, `${officeFileName}.lock`), 'no lock of ours'.repeat(100));
  expect(await refusal(start(['--no-window']))).toContain('程序出错，没有启动');
  expect(readFileSync(path.join(temporary.folder, '日志/grid-ledger.log'), 'utf8')).toMatch(
    /ERROR start: .*file is not a database/,
  );
});

/** The system's Chromium without a screen, in the place of the window; it writes down how it was started. */
let headless: string;
let wrapperFolder: string;
beforeAll(() => {
  wrapperFolder = mkdtempSync(path.join(tmpdir(), 'grid-ledger-wrapper-'));
  headless = path.join(wrapperFolder, 'chromium');
  writeFileSync(
    headless,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${wrapperFolder}/arguments"\nexec "${findBrowser() ?? ''}" --headless=new --disable-gpu --remote-debugging-port=0 "$@"\n`,
    { mode: 0o755 },
  );
});
afterAll(async () => {
  await rm(wrapperFolder, { recursive: true, force: true });
});

async function openWindow(): Promise<{ host: Run; address: string; profile: string; below: number[] }> {
  const note = path.join(wrapperFolder, 'arguments');
  rmSync(note, { force: true });
  const host = start([], { CHROMIUM: headless, DISPLAY: ':0' });
  await vi.waitUntil(() => existsSync(note) && readFileSync(note, 'utf8').includes('--lang'), { timeout: 60_000 });
  const given = readFileSync(note, 'utf8').split('\n');
  const value = (name: string): string => given.find((each) => each.startsWith(name))?.slice(name.length) ?? '';
  const profile = value('--user-data-dir=');
  const address = value('--app=');
  // The debugging port is this wrapper's own, to see the page; the program opens none.
  const devTools = path.join(profile, 'DevToolsActivePort');
  await vi.waitUntil(() => existsSync(devTools) && readFileSync(devTools, 'utf8').includes('/'), { timeout: 60_000 });
  const port = readFileSync(devTools, 'utf8').split('\n')[0] ?? '';
  const pages = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/json/list`)).text();
  await vi.waitUntil(async () => (await pages()).includes('"title": "网格台账"'), { timeout: 60_000, interval: 100 });
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(403);
  const below = descendants(host.child.pid ?? 0);
  return { host, address, profile, below };
}

test.each(['the window is closed', 'SIGTERM', 'SIGINT'] as const)(
  'in a window: the token is good once, and when %s nothing is left',
  async (how) => {
    const { host, profile, below } = await openWindow();
    expect(host.said()).toBe('');
    expect(readdirSync(profile).length).toBeGreaterThan(0);
    if (how === 'the window is closed') process.kill(below[0] ?? 0, 'SIGTERM');
    else host.child.kill(how);
    expect(await host.ended).toBe(0);
    expect(host.complained()).toBe('');
    expect(below.filter(isAlive)).toEqual([]);
    expect(existsSync(profile)).toBe(false);
    openDesk(temporary.folder, testClock, officeSchema).close();
  },
);

test('the window’s cookie goes to no other port of this computer', async () => {
  const { host, address, profile } = await openWindow();
  const { hostname, port } = new URL(address);
  expect(hostname).toMatch(/^127\.(?!0\.0\.1$)\d+\.\d+\.\d+$/);
  const sent: (string | undefined)[] = [];
  const other = createHttpServer((request, response) => {
    if (request.url === '/') sent.push(request.headers.cookie);
    response.end('<title>x</title>');
  });
  await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve));
  const otherPort = (other.address() as AddressInfo).port;
  const tools = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? '';
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${tools}`);
  const page = await browser.contexts()[0]?.newPage();
  await page?.goto(`http://127.0.0.1:${otherPort}/`);
  await page?.goto(`http://localhost:${otherPort}/`);
  expect(sent).toEqual([undefined, undefined]);
  // At the window's own address it would be sent along.
  await page?.goto(`http://${hostname}:${otherPort}/`);
  expect(sent[2]).toContain(`grid-ledger-${port}=`);
  const refused = await fetch(`http://127.0.0.1:${port}/`).then(
    () => 'answered',
    () => 'refused',
  );
  expect(refused).toBe('refused');
  await browser.close();
  other.close();
  host.child.kill('SIGTERM');
  await host.ended;
});

test('a host that is killed leaves a folder, which goes when the next one has started', async () => {
  const folder = path.join(temporary.folder, 'tmp');
  mkdirSync(folder);
  const environment = { TMPDIR: folder, TEMP: folder, TMP: folder };
  const first = start(['--no-window'], environment);
  await ready(first);
  const [left = ''] = readdirSync(folder);
  expect(left).toMatch(/^grid-ledger-\d+-/);
  first.child.kill('SIGKILL');
  await first.ended;
  const next = start(['--no-window'], environment);
  await ready(next);
  const log = path.join(temporary.folder, '日志', 'grid-ledger.log');
  await vi.waitUntil(() => existsSync(log) && readFileSync(log, 'utf8').includes(left), { timeout: 20_000 });
  expect(existsSync(path.join(folder, left))).toBe(false);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('a browser that can’t be started is named', async () => {
  const broken = path.join(temporary.folder, 'broken-browser');
  writeFileSync(broken, 'nothing to run');
  const host = start([], { CHROMIUM: broken, DISPLAY: ':0' });
  expect(await refusal(host)).toContain('浏览器没有打开');
});

test('start.cjs says in Chinese what an old Node is, and what a missing install is', async () => {
  const fake = path.join(temporary.folder, 'fake.cjs');
  writeFileSync(
    fake,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } });
     Object.defineProperty(process, 'version', { value: 'v16.20.2' });`,
  );
  const old = run(process.execPath, ['--require', fake, path.join(root, 'main/start.cjs'), '--no-window']);
  expect(await refusal(old)).toMatch(/Node\.js 版本过旧（v16\.20\.2）.*Node\.js 20 or newer/);
  const alone = path.join(temporary.folder, 'main/start.cjs');
  mkdirSync(path.dirname(alone));
  copyFileSync(path.join(root, 'main/start.cjs'), alone);
  expect(await refusal(run(process.execPath, [alone]))).toMatch(/还没有安装依赖.*npm ci/);
});

test('a script that is ended from outside has not done its work, and start.cjs says so', () => {
  const endless = path.join(temporary.folder, 'endless.cjs');
  writeFileSync(endless, `process.kill(process.pid, 'SIGTERM'); setTimeout(() => undefined, 60_000);`);
  expect(spawnSync(process.execPath, [path.join(root, 'main/start.cjs'), path.relative(root, endless)]).status).toBe(128 + 15);
});
