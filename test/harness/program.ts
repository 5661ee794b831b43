// A real program in a temporary folder: real SQLite, the real handler, a clock that stands still. No port, no window.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appRouter, createApp } from '../../main/app.ts';
import type { AppDeps } from '../../main/deps.ts';
import type { Actor } from '../../main/ground/office/office.ts';
import { sitDown } from '../../main/ground/people/people.ts';
import { Uploads } from '../../main/ground/files/uploads.ts';
import { Jobs } from '../../main/ground/jobs/jobs.ts';
import type { Log } from '../../main/ground/log.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { type Clock, stoppedClock } from '../../shared/clock.ts';

export const testDay = '2026-09-28';
export const testClock: Clock = stoppedClock(new Date(`${testDay}T02:26:00Z`), testDay);

/** A fresh folder that disappears with `remove`. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'grid-ledger-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Fails the test that causes an unexpected error behind the screen. */
const strictLog: Log = {
  folder: '',
  info: () => undefined,
  error(text, error) {
    throw new Error(`logged: ${text}`, { cause: error });
  },
};

/** Where a failure is what the test is about. */
export const silentLog: Log = { ...strictLog, error: () => undefined };

export const tester = 'tester';

/** Who acts in tests that write without a router. */
export const nobody: Actor = { login: tester, personId: null };

/**
 * `caller` calls the routers directly; `fetch` goes through the whole handler, as a screen does. Both as the user `tester`, at whom
 * sits 测试员 from the first call on; `as` is the caller of another user of the system, at whom sits whoever is named.
 */
export function openProgram(options: { clock?: Clock; folder?: string } & Partial<Pick<AppDeps, 'renderPdf' | 'log'>> = {}) {
  const temporary = options.folder === undefined ? temporaryFolder() : { folder: options.folder, remove: () => undefined };
  const clock = options.clock ?? testClock;
  const log = options.log ?? strictLog;
  const desk = openDesk(temporary.folder, clock, officeSchema);
  const deps: AppDeps = {
    desk,
    clock,
    jobs: new Jobs((text, error) => log.error(text, error)),
    uploads: new Uploads(),
    renderPdf: options.renderPdf ?? (() => Promise.reject(new Error('this test has no PDF printer'))),
    log,
    screensFolder: path.resolve(import.meta.dirname, '../../dist/renderer'),
    version: '0.0.0-test',
  };
  const app = createApp(deps);
  const as = (login: string, name: string) => {
    if (desk.damage() === null) sitDown(desk.office(), login, name);
    return appRouter.createCaller({ deps, login, shown: { opening: null, person: null } });
  };
  return {
    deps,
    desk,
    folder: temporary.folder,
    office: () => desk.office(),
    as,
    caller: as(tester, '测试员'),
    fetch: (address: string, init?: RequestInit) =>
      app(new Request(new URL(address, 'http://127.0.0.1:1'), init), { login: tester }),
    close() {
      deps.jobs.stop();
      desk.close();
      temporary.remove();
    },
  };
}
