// The main thread's side of backup.worker.ts: copying and checking as promises.
import { existsSync, statSync } from 'node:fs';
import type { OfficeFacts } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../jobs/jobs.ts';
import { startWorker } from '../workers.ts';
import { type Expected, type Purpose, unfinishedName } from './backup.ts';

/**
 * `target` null: only check the source. What is to be restored may be anything, and is checked through before it is copied. `without`:
 * the tables whose rows stay behind.
 */
export type BackupTask = {
  source: string;
  target: string | null;
  purpose: Purpose;
  expected: Expected;
  without: readonly string[];
};
export type BackupAnswer = { facts: OfficeFacts } | { refusal: string };

async function run(task: BackupTask): Promise<OfficeFacts> {
  const worker = startWorker('ground/office', 'backup', { workerData: task });
  const answer = await new Promise<BackupAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`backup worker ended with ${code} and no answer`)));
  });
  if ('refusal' in answer) throw new Refusal(answer.refusal);
  return answer.facts;
}

/** @throws Refusal saying what is wrong with the file. */
export const checkInWorker = (file: string, expected: Expected): Promise<OfficeFacts> =>
  run({ source: file, target: null, purpose: 'restore', expected, without: [] });

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

/**
 * A whole, verified copy; see backUp. Progress counts megabytes.
 * @throws Refusal when it can't be made; then nothing is left behind.
 */
export async function copyInWorker(
  source: string,
  target: string,
  options: { purpose: Purpose; expected: Expected; without?: readonly string[]; progress?: Progress | undefined },
): Promise<OfficeFacts> {
  const unfinished = unfinishedName(target);
  const total = existsSync(source) ? statSync(source).size : 0;
  const watch = setInterval(() => {
    const bytes = existsSync(unfinished) ? statSync(unfinished).size : 0;
    options.progress?.(megabytes(bytes), Math.max(megabytes(total), 1), bytes < total ? '正在复制' : '正在校验');
  }, 200);
  watch.unref();
  try {
    const { purpose, expected, without = [] } = options;
    return await run({ source, target, purpose, expected, without });
  } finally {
    clearInterval(watch);
  }
}
