// The door to reading: one worker a file, ended when the person cancels. A file that needs more memory than an office PC has
// costs the worker, not the program.
import { Refusal } from '../../../shared/refusal.ts';
import { startWorker } from '../workers.ts';
import type { Book } from './book.ts';
import type { ReadMessage } from './readWorkbook.worker.ts';

/** @throws Refusal saying what is wrong with the file. Rejects with the signal's reason when aborted. */
export function readInWorker(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<Book> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = startWorker('ground/excel', 'readWorkbook', {
      workerData: { name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: 1500 },
    });
    const stop = (): void => {
      reject(signal.reason as Error);
      void worker.terminate();
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (message: ReadMessage) => {
      if (message.kind === 'book') resolve(message.book);
      else reject(new Refusal(message.message));
    });
    worker.once('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? new Refusal(`“${name}”内容过多，读不完。请拆成几个文件再导入。`) : error);
    });
    worker.once('exit', () => signal.removeEventListener('abort', stop));
  });
}
