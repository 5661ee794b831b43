// What the home screen is told besides the roster's figures.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProgram } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

test('the day is the clock’s, and lately is thirty days back and ahead', async () => {
  expect(await program.caller.today.day()).toBe('2026-09-28');
  await program.caller.welcome.openDemo();
  const { count, first } = await program.caller.today.actions();
  expect(count).toBe(6);
  expect(first.map(({ kind, workerName, fromGrid, toGrid, day }) => [day, kind, workerName, fromGrid, toGrid])).toEqual([
    ['2026-09-26', 'hire', '秦淑贞', null, null],
    ['2026-09-19', 'hire', expect.any(String), null, '后贺庄村网格'],
    ['2026-09-15', 'retirement', expect.any(String), '石良店子村网格', null],
    ['2026-09-09', 'retirement', expect.any(String), '后贺庄村网格', null],
    ['2026-09-02', 'transfer', expect.any(String), '和平小区网格', '东关街社区网格'],
    ['2026-09-02', 'transfer', expect.any(String), '东关街社区网格', '和平小区网格'],
  ]);
});
