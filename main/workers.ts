// Where a worker's entry lies: beside its room when run from source, beside the bundle when built. A worker is a file
// `main/<room>/<name>.worker.ts`; the build finds it by that name.
import { Worker, type WorkerOptions } from 'node:worker_threads';

const fromSource = import.meta.url.endsWith('.ts');

/** Starts the worker `main/<room>/<name>.worker.ts`. Names are unique over all rooms. */
export const startWorker = (room: string, name: string, options: WorkerOptions = {}): Worker =>
  new Worker(new URL(fromSource ? `./${room}/${name}.worker.ts` : `./${name}.worker.js`, import.meta.url), options);
