// What both hosts do alike: open the desk, gather what the handler needs, and close it all in order.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../shared/clock.ts';
import { createApp } from './app.ts';
import type { App } from './deps.ts';
import { keepDailyBackups } from './rooms/backups/daily.ts';
import { dropUnfinished } from './rooms/backups/unfinished.ts';
import { clearLeftScratch } from './ground/scratch.ts';
import { Uploads } from './ground/files/uploads.ts';
import { Jobs } from './ground/jobs/jobs.ts';
import { type Log, openLog } from './ground/log.ts';
import { type Desk, openDesk } from './ground/office/desk.ts';
import type { RenderPdf } from './ground/pdf/port.ts';
import { personAt, sitDown } from './ground/people/people.ts';
import { openDemo } from './rooms/welcome/demoOffice.ts';
import { officeSchema } from './rooms/rooms.ts';
import { isFounded } from './rooms/welcome/founding.ts';
import { version } from './version.ts';

/** How long closing waits for a worker that writes. */
const patience = 4_000;

/** `close` lets a worker that writes finish; `closeNow` is for whoever gets no further turn: what it wrote is then rolled back. */
export type Program = { app: App; login: string; desk: Desk; log: Log; closeNow(): void; close(): Promise<void> };

const demoPerson = '演示人员';

/** Who sits here, where that was said with the start; with the demo, somebody always does. */
async function seat(desk: Desk, login: string, { demo, person }: { demo: boolean; person: string | null }): Promise<void> {
  const office = desk.office();
  const name = person ?? (demo && personAt(office, login) === null ? demoPerson : null);
  if (name !== null) await desk.write(office, () => sitDown(office, login, name));
  if (demo && !isFounded(office)) await openDemo(desk, { login, personId: personAt(office, login)?.id ?? null });
}

/** What was left by a process that was killed: copies of offices that were never whole, prints, the profiles of browsers. */
async function clearLeft(desk: Desk, log: Log): Promise<void> {
  try {
    const cleared = [...(await clearLeftScratch()), ...(await dropUnfinished(desk))];
    if (cleared.length > 0) log.info(`left by a process that was killed, cleared: ${cleared.join(' ')}`);
  } catch (error) {
    log.error('clearing what was left', error);
  }
}

/**
 * @param options.person the name of whoever sits here: they are not asked
 * @param options.login which user of the system this is
 * @param options.demo fills an office that nobody founded yet with the demo; any other is opened as it is.
 * @throws Refusal when the office can't be opened.
 */
export async function compose(options: {
  folder: string;
  clock: Clock;
  screensFolder: string;
  renderPdf: RenderPdf;
  demo: boolean;
  person: string | null;
  login: string;
}): Promise<Program> {
  const desk = openDesk(options.folder, options.clock, officeSchema);
  const { login } = options;
  if (desk.damage() === null) await seat(desk, login, options);
  const log = openLog(path.join(options.folder, '日志'));
  const jobs = new Jobs((text, error) => log.error(text, error));
  const app = createApp({
    desk,
    clock: options.clock,
    jobs,
    uploads: new Uploads(),
    renderPdf: options.renderPdf,
    log,
    screensFolder: options.screensFolder,
    version,
  });
  const daily = keepDailyBackups(desk, log);
  void clearLeft(desk, log);
  // While the window opens: what it asks first is then worked out, and the code that answers compiled.
  setImmediate(() => void app(new Request('http://localhost/'), { login }));
  const closeNow = (): void => {
    daily.stop();
    jobs.stop();
    void desk.writing.shut();
    desk.close();
  };
  return {
    app,
    login,
    desk,
    log,
    closeNow,
    async close() {
      daily.stop();
      jobs.stop();
      // A worker that writes is let finish; what waits behind it is refused.
      await Promise.race([desk.writing.shut(), sleep(patience, undefined, { ref: false })]);
      closeNow();
    },
  };
}
