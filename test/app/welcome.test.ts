// The first run: an office is founded once, the demo closes its figures but for the gaps left on purpose, and goes aside whole.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasRightCheck } from '../../shared/rules/idNumber.ts';
import { openProgram } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const noQuota = {
  communities: null,
  compounds: null,
  urbanGrids: null,
  ruralGrids: null,
  workers: null,
  workersCountedBy: 'person' as const,
};
const count = (sql: string): unknown => program.office().db.prepare(sql).pluck().get();
const names = (sql: string): unknown[] => program.office().db.prepare(sql).pluck().all();

test('the demo is the office of the report, with one grid empty and one worker waiting', async () => {
  await program.caller.welcome.openDemo();
  expect(count(`SELECT count(*) FROM place WHERE level = 'community'`)).toBe(96);
  expect(count(`SELECT count(*) FROM place WHERE level = 'compound'`)).toBe(66);
  expect(names('SELECT count(*) FROM grid_version WHERE last_day IS NULL GROUP BY kind ORDER BY kind DESC')).toEqual([83, 79]);
  expect(count('SELECT count(*) FROM grid_version WHERE last_day IS NULL AND length(code) = 15')).toBe(162);
  expect(count('SELECT count(*) FROM branch')).toBe(10);
  expect(count('SELECT count(*) FROM posting WHERE last_day IS NULL')).toBe(161);
  expect(names('SELECT name FROM worker WHERE id NOT IN (SELECT worker_id FROM posting)')).toEqual(['秦淑贞']);
  expect(
    names(
      'SELECT name FROM grid_version WHERE last_day IS NULL AND grid_id NOT IN (SELECT grid_id FROM posting WHERE last_day IS NULL)',
    ),
  ).toEqual(['石良店子村网格']);
  expect(
    count(
      'SELECT count(*) FROM worker JOIN posting ON worker_id = worker.id WHERE last_day IS NULL AND former_family_planning = 1',
    ),
  ).toBe(61);
  expect(count(`SELECT count(*) FROM personnel_action WHERE kind = 'dismissal' AND day IS NOT NULL`)).toBe(7);
  const numbers = names('SELECT id_number FROM worker') as string[];
  expect(numbers.filter((number) => !hasRightCheck(number))).toHaveLength(1);
  expect(names(`SELECT name FROM worker WHERE name GLOB '*·*' OR name GLOB '*𬱖'`)).toHaveLength(2);
});

test('the demo goes aside whole, and is the same when opened again', async () => {
  await program.caller.welcome.openDemo();
  expect(count('SELECT count(*) FROM change_set')).toBe(1);
  const everybody = `SELECT name || ifnull(id_number, '') || ifnull(photo_hash, '') FROM worker ORDER BY id`;
  const first = names(everybody);
  await program.caller.welcome.leaveDemo();
  expect(readdirSync(path.join(program.folder, '换下的数据'))).toHaveLength(1);
  expect((await program.caller.settings.read()).office.founded).toBeNull();
  // The empty office knows nobody yet.
  await expect(program.caller.welcome.openDemo()).rejects.toThrow('还不知道是谁在操作');
  await program.caller.people.sitDown({ name: '王主任' });
  await program.caller.welcome.openDemo();
  expect(names(everybody)).toEqual(first);
});

test('an office is founded once, isn’t undone, and is never thrown away as a demo', async () => {
  const who = { street: '青山街道', unit: '青山街道办事处', areaCode: '', quota: noQuota };
  const { changeSetId } = await program.caller.welcome.found(who);
  const { office, board } = await program.caller.settings.read();
  expect(office).toMatchObject({ unit: '青山街道办事处', founded: '2026-09-28', demo: false });
  expect(board.issuingUnit).toBe('青山街道办事处');
  await expect(program.caller.audit.undo({ changeSetId: changeSetId ?? 0 })).rejects.toThrow('建立台账不能撤销');
  await expect(program.caller.welcome.found(who)).rejects.toThrow('已于 2026-09-28 建立');
  await expect(program.caller.welcome.openDemo()).rejects.toThrow('不能再建一次');
  await expect(program.caller.welcome.leaveDemo()).rejects.toThrow('正式台账');
});
