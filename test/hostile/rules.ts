// How long the rules take over texts of 100,000 characters: the window asks them at each key, so none may hold it.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Verdicts } from './verdicts.ts';

const longest = 2000;

type Said = { asked: string } | { answered: number };

/** Each rule with each text is one try; one that never comes back is the last. */
export function tryRules(verdicts: Verdicts): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'rules.worker.ts'));
    let asked = '';
    let patience: NodeJS.Timeout | undefined;
    worker.on('message', (said: Said) => {
      clearTimeout(patience);
      if ('asked' in said) {
        ({ asked } = said);
        patience = setTimeout(() => {
          verdicts.note(asked, [`no answer for ${longest * 5} ms`]);
          void worker.terminate();
        }, longest * 5);
      } else verdicts.note(asked, said.answered > longest ? [`it took ${Math.round(said.answered)} ms of the processor`] : []);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
