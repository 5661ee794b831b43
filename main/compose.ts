// What both hosts do alike: open the desk, gather what the handler needs, and close it all in order.
import { userInfo } from 'node:os';
import path from 'node:path';
import type { Clock } from '../shared/clock.ts';
import { createApp } from './app.ts';
import type { App } from './deps.ts';
import { keepDailyBackups } from './rooms/backups/daily.ts';
import { Uploads } from './ground/files/uploads.ts';
import { Jobs } from './ground/jobs/jobs.ts';
import { type Log, openLog } from './ground/log.ts';
import { type Desk, openDesk } from './ground/office/desk.ts';
import type { RenderPdf } from './ground/pdf/port.ts';
import { openDemo } from './rooms/welcome/demoOffice.ts';
import { isFounded } from './rooms/welcome/founding.ts';
import { version } from './version.ts';

export type Program = { app: App; actor: string; desk: Desk; log: Log; close(): void };

/**
 * @param options.demo fills an office that nobody founded yet with the demo; any other is opened as it is.
 * @throws Refusal when the office can't be opened.
 */
export async function compose(options: {
  folder: string;
  clock: Clock;
  screensFolder: string;
  renderPdf: RenderPdf;
  demo: boolean;
}): Promise<Program> {
  const desk = openDesk(options.folder, options.clock);
  const actor = userInfo().username;
  if (options.demo && desk.damage() === null && !isFounded(desk.office())) await openDemo(desk.office(), actor);
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
  return {
    app,
    actor,
    desk,
    log,
    close() {
      daily.stop();
      jobs.stop();
      desk.close();
    },
  };
}
