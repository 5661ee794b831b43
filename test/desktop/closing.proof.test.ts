// Every way of ending closes the office and lets go of its lock.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from '../../main/ground/office/desk.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';
import { type Launched, launch } from './launch.ts';

let desktop: Launched;
let temporary: ReturnType<typeof temporaryFolder>;

beforeEach(async () => {
  temporary = temporaryFolder();
  desktop = await launch({ folder: temporary.folder });
});
afterEach(async () => {
  await desktop.end();
  temporary.remove();
});

/** The lock is free when another can take it. */
const isFree = (): boolean => {
  openDesk(temporary.folder, testClock, officeSchema).close();
  return true;
};

test('the menu’s 退出', () => {
  desktop.control.clickMenu('文件', '退出');
  expect(desktop.control.exitCode).toBe(0);
  expect(isFree()).toBe(true);
});

test('quit from outside, asked twice', () => {
  desktop.app.quit();
  desktop.app.quit();
  expect(desktop.control.exitCode).toBe(0);
  expect(isFree()).toBe(true);
});

test('the end of the Windows session, when no further turn is given', () => {
  desktop.control.windows[0]?.emit('session-end', {});
  expect(isFree()).toBe(true);
});

test('the computer shuts down', () => {
  desktop.powerMonitor.emit('shutdown');
  expect(desktop.control.exitCode).toBe(0);
  expect(isFree()).toBe(true);
});

test('a page that asks to stay does not keep the window', async () => {
  const page = desktop.control.page();
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  let lets = false;
  desktop.control.windows[0]?.webContents.emit('will-prevent-unload', { preventDefault: () => (lets = true) });
  expect(lets).toBe(true);
  desktop.control.windows[0]?.close();
  expect(isFree()).toBe(true);
});

test('an error nobody caught is told without its stack, and ends the program', () => {
  const [listener] = process.listeners('uncaughtException').slice(-1);
  listener?.(new Error('something inside'), 'uncaughtException');
  const [shown] = desktop.control.dialogsShown;
  expect(shown).toMatchObject({ kind: 'error', options: { title: '网格台账需要关闭' } });
  expect(JSON.stringify(shown)).not.toMatch(/something inside| at /);
  expect(desktop.control.exitCode).toBe(1);
  expect(isFree()).toBe(true);
});
