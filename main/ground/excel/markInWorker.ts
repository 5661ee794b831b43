// The door to marking: one worker a file, ended when the person cancels.
import { startWorker } from '../workers.ts';
import type { MarkedSheet } from './markErrors.ts';

/** The marked workbook's bytes. Rejects with the signal's reason when aborted. */
export function markInWorker(sheet: MarkedSheet, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = startWorker('ground/excel', 'markErrors', { workerData: sheet });
    const stop = (): void => {
      reject(signal.reason as Error);
      void worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => signal.removeEventListener('abort', stop));
  });
}
