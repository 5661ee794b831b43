// Writes the marked file away from the main thread. Started by markInWorker.ts only.
import { parentPort, workerData } from 'node:worker_threads';
import { type MarkedSheet, writeMarked } from './markErrors.ts';

parentPort?.postMessage(await writeMarked(workerData as MarkedSheet));
