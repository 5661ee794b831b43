// What a host gives the program, and what it says of each request. Apart from app.ts, so that a room can name these without
// knowing the handler that knows all rooms.
import type { Clock } from '../shared/clock.ts';
import type { Uploads } from './ground/files/uploads.ts';
import type { Jobs } from './ground/jobs/jobs.ts';
import type { Log } from './ground/log.ts';
import type { Desk } from './ground/office/desk.ts';
import type { RenderPdf } from './ground/pdf/port.ts';

export type AppDeps = {
  desk: Desk;
  clock: Clock;
  jobs: Jobs;
  uploads: Uploads;
  renderPdf: RenderPdf;
  log: Log;
  /** The built screens: a folder with index.html. */
  screensFolder: string;
  version: string;
};

/** Which user of the system asks, said by the host with each request; who that is at the moment, the office knows. */
export type HostEnv = { login: string };

/** The program behind the screen. */
export type App = (request: Request, env: HostEnv) => Promise<Response>;
