// What is declined is no fault of the program: the log has one line of it, without a stack and without what was sent; a fault keeps its stack.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openLog } from '../../main/ground/log.ts';
import { Refusal } from '../../shared/refusal.ts';
import { openProgram, temporaryFolder } from '../harness/program.ts';

const number = '371323196309069659';
let temporary: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  temporary = temporaryFolder();
  program = openProgram({ log: openLog(temporary.folder) });
});
afterEach(() => {
  program.close();
  temporary.remove();
});

const logged = (): string[] => {
  program.deps.log.info('end');
  const text = readFileSync(path.join(temporary.folder, 'grid-ledger.log'), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.endsWith('end'));
};

const post = (address: string, body: string) =>
  program.fetch(`/trpc/${address}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

test.each([
  ['a shape', 'roster.workers.list', JSON.stringify({ asOf: number, limit: '多', search: number.repeat(9) }), 400],
  ['a list of shapes', 'photos.assign', JSON.stringify({ itemId: number, workerId: 1.5 }), 400],
  ['no JSON', 'roster.workers.list', `{"asOf": ${number}x`, 400],
  ['no such call', `roster.workers.${number}`, '{}', 404],
  ['a refusal', 'roster.workers.revealIdNumber', JSON.stringify({ id: 999_999 }), 422],
])('%s', async (_, address, body, status) => {
  expect((await post(address, body)).status).toBe(status);
  const lines = logged();
  expect(lines.length).toBeLessThanOrEqual(1);
  for (const line of lines) {
    expect(line).toMatch(/ INFO trpc /);
    expect(line).not.toMatch(/\.ts:\d|node_modules|\d{9}/);
  }
});

test('a question of a list that is asked as part of another call', async () => {
  const start = program.caller.lists.start({
    list: 'grids',
    columns: ['name'],
    question: { asOf: number },
    ids: null,
    format: 'xlsx',
    narrowed: '',
  });
  await expect(start).rejects.toThrow();
  expect(logged().join('\n')).not.toMatch(/\n\s+at /);
});

test('whoever tells the log', () => {
  const { log } = program.deps;
  log.error('job 导出', z.object({ day: z.iso.date() }).safeParse({ day: number }).error);
  log.error('job 导出', new Refusal(`没有 ${number}`));
  log.error('job 导出', new Error('broken'));
  const [shape, refusal, fault, at] = logged();
  expect(shape).toMatch(/ INFO job 导出: declined: day invalid_format$/);
  expect(refusal).toMatch(/ INFO job 导出: declined$/);
  expect(fault).toMatch(/ ERROR job 导出: Error: broken$/);
  expect(at).toMatch(/^ +at /);
});
