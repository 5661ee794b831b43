// The desktop's window: its screens, what it keeps, what it refuses, and how it remembers its place.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDesk } from '../../main/ground/office/desk.ts';
import { testClock } from '../harness/program.ts';
import { type Launched, launch } from './launch.ts';

let desktop: Launched;
const complaints: string[] = [];

beforeAll(async () => {
  desktop = await launch();
  const page = desktop.control.page();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterAll(() => desktop.end());

test('shows the screens over app:// in a sandboxed, isolated window, without a port', async () => {
  const [window] = desktop.control.windows;
  expect(window?.webContents.getURL()).toBe('app://grid-ledger/');
  await desktop.control.page().locator('#root > *').first().waitFor();
  expect(window?.options).toMatchObject({
    title: '网格台账',
    width: 1366,
    height: 728,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  });
});

test('keeps what is written, and says who wrote it: whoever sits at the system’s user, never what a header says', async () => {
  const page = desktop.control.page();
  const post = (call: string, body: object): Promise<number> =>
    page.evaluate(
      async ([name, said]) => {
        const headers = { 'content-type': 'application/json', 'x-actor': 'someone-else' };
        return (await fetch(`/trpc/${name}`, { method: 'POST', headers, body: JSON.stringify(said) })).status;
      },
      [call, body] as const,
    );
  const office = { street: '沂城街道', unit: '沂城街道办事处', areaCode: '371323001', phone: '' };
  expect(await post('settings.saveOffice', office)).toBe(422);
  expect(await post('people.sitDown', { name: '王主任' })).toBe(200);
  expect(await post('settings.saveOffice', office)).toBe(200);
  expect(existsSync(path.join(desktop.folder, 'office.gridledger'))).toBe(true);
  const answer = (call: string): Promise<unknown> =>
    page.evaluate(async (name) => (await fetch(`/trpc/${name}`)).json() as unknown, call);
  expect(await answer('audit.latest')).toMatchObject({
    result: { data: { act: { actor: '王主任', summary: '修改设置：单位信息' } } },
  });
  expect(await answer('people.me')).toMatchObject({ result: { data: { login: userInfo().username } } });
});

test('serves every answer under the content security policy', async () => {
  const policy = await desktop.control
    .page()
    .evaluate(async () => (await fetch('/')).headers.get('content-security-policy') ?? '');
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  await desktop.control.page().evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.wasRun = true';
    document.body.append(script);
  });
  expect(await desktop.control.page().evaluate(() => 'wasRun' in globalThis)).toBe(false);
  expect(complaints.splice(0).join()).toMatch(/Content Security Policy/);
});

test('stays on its own screens', async () => {
  const page = desktop.control.page();
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'app://elsewhere/']) {
    await page.evaluate((there) => {
      location.href = there;
    }, address);
    await page.waitForTimeout(150);
    expect(desktop.control.windows[0]?.webContents.getURL()).toBe('app://grid-ledger/');
  }
  complaints.length = 0;
});

test('reaches nobody but the program', async () => {
  const outcome = await desktop.control.page().evaluate(() =>
    fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  expect(await desktop.session.fromPartition('any').lets('https://example.com/')).toBe(false);
  expect(await desktop.session.fromPartition('any').lets('http://127.0.0.1:1/')).toBe(false);
  complaints.length = 0;
});

test('opens no window, and puts a safe link to the one door', async () => {
  const page = desktop.control.page();
  await page.evaluate(() => {
    window.open('https://www.example.com/help?x=1');
    window.open('https://127.0.0.1/');
    window.open('/workers');
  });
  await expect.poll(() => desktop.control.openedExternally).toEqual(['https://www.example.com/help?x=1']);
  expect(desktop.control.windows).toHaveLength(1);
  complaints.length = 0;
});

test('refuses every permission', () => {
  const { permissionRequest, permissionCheck } = desktop.session.fromPartition('any');
  const asked = (permission: string, requestingUrl = 'app://grid-ledger/'): boolean => {
    let answer = false;
    permissionRequest?.({}, permission, (allowed) => (answer = allowed), { requestingUrl });
    expect(permissionCheck?.({}, permission, requestingUrl)).toBe(answer);
    return answer;
  };
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'openExternal',
    'fullscreen',
    'clipboard-read',
    'clipboard-sanitized-write',
    'usb',
  ])
    expect(asked(permission), permission).toBe(false);
});

test('a second start brings the first window forward', () => {
  const [window] = desktop.control.windows;
  window?.minimize();
  desktop.app.emit('second-instance', {}, [], '');
  expect(window).toMatchObject({ focused: 1, visible: true });
  expect(window?.isMinimized()).toBe(false);
});

test('a page that broke down is told of and loaded again', async () => {
  const page = desktop.control.page();
  await page.evaluate(() => Object.assign(globalThis, { before: true }));
  desktop.control.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' });
  await vi.waitUntil(async () => !(await page.evaluate(() => 'before' in globalThis).catch(() => true)));
  expect(desktop.control.dialogsShown.at(-1)).toMatchObject({ kind: 'error', options: { title: '窗口出错，已重新载入' } });
});

test('closing the window ends the program, lets go of the office, and remembers the window’s place', async () => {
  expect(complaints).toEqual([]);
  const [window] = desktop.control.windows;
  window?.setBounds({ x: 40, y: 30, width: 1200, height: 690 });
  window?.close();
  expect(desktop.control.exitCode).toBe(0);
  openDesk(desktop.folder, testClock, officeSchema).close();
  const again = await launch({ folder: desktop.folder });
  expect(again.control.windows[0]?.getNormalBounds()).toEqual({ x: 40, y: 30, width: 1200, height: 690 });
  await again.end();
});
