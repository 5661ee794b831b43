// Where a worker's entry lies: in its folder when run from source, beside the bundle when built. A worker is a file
// `main/<folder>/<name>.worker.ts`; the build finds it by that name.
import { Worker, type WorkerOptions } from 'node:worker_threads';

const fromSource = import.meta.url.endsWith('.ts');

/** Starts the worker `main/<folder>/<name>.worker.ts`. Names are unique over all folders. */
export const startWorker = (folder: string, name: string, options: WorkerOptions = {}): Worker =>
  new Worker(new URL(fromSource ? `../${folder}/${name}.worker.ts` : `./${name}.worker.js`, import.meta.url), options);
