// The pure rules asked with long texts, in a thread of its own, since a pattern that goes back and forth can only be ended from outside.
import { globSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { root } from '../harness/host.ts';

const pieces = [
  '1',
  ' ',
  '1 ',
  '1-',
  '1.',
  '年1月',
  '（',
  '东',
  '东1',
  '、',
  '0',
  'x',
  '1张',
  '　',
  '省市',
  'A1',
  '零一',
  '10',
  '-',
  '．',
  '+86',
];
const length = 100_000;

for (const file of globSync('shared/rules/*.ts', { cwd: root }).sort()) {
  // oxlint-disable-next-line no-await-in-loop -- file after file, so that the one that hangs is known
  const rules = (await import(path.join(root, file))) as Record<string, unknown>;
  for (const [name, rule] of Object.entries(rules)) {
    if (typeof rule !== 'function' || /^[A-Z]/.test(name)) continue;
    for (const piece of pieces)
      for (const text of [piece.repeat(length / piece.length), `${piece.repeat(length / piece.length)}甲`]) {
        parentPort?.postMessage({ asked: `${path.basename(file)} ${name} with “${piece}” again and again` });
        const began = process.threadCpuUsage();
        try {
          (rule as (...given: unknown[]) => unknown)(text, '2026-09-28', '2026-09-28');
        } catch {
          // What a rule is never given may be refused in any way; here it is asked how long it takes.
        }
        parentPort?.postMessage({ answered: process.threadCpuUsage(began).user / 1000 });
      }
  }
}
