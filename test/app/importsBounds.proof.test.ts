// What a file may cost: an import that takes too much memory, buffers included, or never comes back is ended in words, and the program
// and the office go on. A file as large as may be, on the other hand, goes through whole.
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { type Overstepped, WorkerWatch } from '../../main/ground/workerBounds.ts';
import { askedBy } from '../../main/rooms/imports/work.ts';
import { SessionWorker } from '../../main/rooms/imports/sessionWorker.ts';
import { countRoster } from '../../main/rooms/roster/survey.ts';
import { workbookOf } from '../harness/importCalls.ts';
import { importFile, importing, judgeFile } from '../harness/imports.ts';
import { openProgram, silentLog, testDay } from '../harness/program.ts';
import { rosterSheet } from '../harness/roster.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

/** What a worker that runs this code went beyond, and after how many milliseconds; null where it ended by itself. */
async function watched(
  code: string,
  bounds: { memory: number; silence: number },
  heardEvery?: number,
): Promise<Overstepped | null> {
  const worker = new Worker(code, { eval: true });
  let what: Overstepped | null = null;
  const watch = new WorkerWatch(worker, bounds, (overstepped) => {
    what = overstepped;
  });
  watch.heard();
  const hearing = heardEvery === undefined ? null : setInterval(() => watch.heard(), heardEvery);
  await new Promise((resolve) => {
    worker.once('exit', resolve);
  });
  clearInterval(hearing ?? undefined);
  return what;
}

const megabyte = 1024 * 1024;
const loose = { memory: 2000 * megabyte, silence: 60_000 };

test.each<[string, string]>([
  ['buffers, which no limit of V8 counts', 'const kept = []; for (;;) if (kept.length < 12) kept.push(Buffer.alloc(5e7, 1));'],
  ['one buffer that is never filled', 'new ArrayBuffer(9e8); const kept = new ArrayBuffer(9e8); for (;;) kept.byteLength;'],
  ['a heap', 'const kept = []; for (;;) if (kept.length < 4e6) kept.push({ at: kept.length, text: "a" + kept.length });'],
])('a worker that takes too much is ended: %s', async (_, code) => {
  expect(await watched(code, { ...loose, memory: 300 * megabyte })).toBe('memory');
});

test('a worker that says nothing is ended also where it is stuck', async () => {
  expect(await watched('for (;;);', { ...loose, silence: 500 })).toBe('silence');
  expect(await watched('/(a+)+b/.test("a".repeat(60));', { ...loose, silence: 500 })).toBe('silence');
});

test('one that is heard of, or that nobody waits for, may take its time', async () => {
  expect(await watched('setTimeout(() => undefined, 1500)', { ...loose, silence: 500 }, 200)).toBe(null);
  const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true });
  const watch = new WorkerWatch(worker, { ...loose, silence: 300 }, () => expect.fail('it was ended'));
  watch.heard();
  watch.rest();
  await sleep(1000);
  await worker.terminate();
});

test.each([
  [{ memory: 60 * megabyte, silence: 60_000 }, /“花名册\.xlsx”内容过多，处理不完，没有写入。请拆成几个文件再导入/],
  [{ memory: 2000 * megabyte, silence: 200 }, /“花名册\.xlsx”处理了很久还没有结果，已经停下，没有写入/],
])('an import over its bounds %j is told so, and the next one goes in', async (bounds, words) => {
  const owner = importing(program.deps);
  const session = new SessionWorker(owner.office, '花名册.xlsx', silentLog, bounds);
  const bytes = workbookOf(rosterSheet(30_000));
  await expect(session.ask('read', { fileName: '花名册.xlsx', bytes }, askedBy(owner))).rejects.toThrow(words);
  await expect(session.ask('state', null, askedBy(owner))).rejects.toThrow(words);
  expect(session.isOver).toBe(true);
  expect((await importFile(program.deps, '花名册.xlsx', workbookOf(rosterSheet(5)))).result.added).toBe(5);
});

test('50,000 rows of 26 columns in 20 MB go in, and come back marked, within the bounds', { timeout: 240_000 }, async () => {
  const people = rosterSheet(49_999).map((row, index) => [
    ...row,
    ...Array.from({ length: 17 }, (_, column) => `第${index}行的备注${(index * 7919 * (column + 3)) % 1_000_003}`),
  ]);
  const bytes = workbookOf(people);
  expect(bytes.byteLength).toBeGreaterThan(14 * megabyte);
  expect(bytes.byteLength).toBeLessThan(20 * megabyte);
  const file = await judgeFile(program.deps, '花名册.xlsx', bytes);
  const result = await file.commit();
  expect(result.added).toBeGreaterThan(49_000);
  expect(countRoster(program.office(), testDay).workers).toBe(result.added);
  const marked = await file.marked();
  const [sheet] = readWorkbook('a.xlsx', marked.bytes).sheets;
  expect(sheet?.rows).toHaveLength(50_000);
  expect(sheet?.rows[777]?.slice(0, 26)).toEqual(people[777]);
  expect(sheet?.rows[777]?.[26]).toMatch(/^已导入/);
});
