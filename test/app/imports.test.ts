// The import as a whole, on the office's own sample files: from bytes to rows in the roster and back by one undo.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countRoster, listOnDuty } from '../../main/rooms/roster/survey.ts';
import { importFile, judgeFile } from '../harness/imports.ts';
import { openProgram, testDay } from '../harness/program.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures', name)));

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const whole = { branches: 10, communities: 96, compounds: 66, grids: 162, workers: 162 };

test('the legacy roster comes into an empty office whole, and one undo takes it back', async () => {
  const { file, result } = await importFile(program.deps, 'roster.xls', fixture('roster-two-row-header.xls'));
  const office = program.office();
  expect(await file.issues()).toEqual([]);
  expect(result).toMatchObject({ added: 162, changed: 0, leftOut: 0 });
  expect(countRoster(office, testDay)).toEqual(whole);
  expect(listOnDuty(office, testDay)).toHaveLength(162);
  const kinds = office.db
    .prepare('SELECT kind, count(*) AS count FROM place_version WHERE parent_id IS NULL GROUP BY kind ORDER BY kind')
    .all();
  expect(kinds).toEqual([
    { kind: 'rural', count: 79 },
    { kind: 'urban', count: 17 },
  ]);
  expect(
    office.db
      .prepare(
        "SELECT name, sex, birth_month, id_number, mobile, started_work, hiring_source, education FROM worker WHERE name = '罗玉'",
      )
      .get(),
  ).toEqual({
    name: '罗玉',
    sex: 'female',
    birth_month: '1972-02',
    id_number: '371323197202042186',
    mobile: '19932609546',
    started_work: '2017-10',
    hiring_source: '社区（村居）推荐',
    education: '高中',
  });
  await file.undo();
  expect(countRoster(office, testDay)).toEqual({ branches: 0, communities: 0, compounds: 0, grids: 0, workers: 0 });
});

test('of the damaged roster exactly the listed cells are refused, held or converted', async () => {
  await importFile(program.deps, 'roster.xls', fixture('roster-two-row-header.xls'));
  const file = await judgeFile(program.deps, 'damaged.xlsx', fixture('roster-damaged.xlsx'));
  const expected = JSON.parse(new TextDecoder().decode(fixture('roster-damaged.expected.json'))) as {
    row: number;
    column: string;
    level: string;
  }[];
  const found = (await file.issues()).map(({ row, column, level }) => ({ row, column, level }));
  expect(found).toEqual(expected.map(({ row, column, level }) => ({ row, column, level })));
  const summary = await file.summary();
  expect(summary.counts).toEqual({ new: 0, changed: 0, same: 47, held: 3, refused: 10, gone: 102 });
});

test('the GBK file comes into an empty office too, and is the same as the legacy roster where both speak', async () => {
  const { file, result } = await importFile(program.deps, '花名册.csv', fixture('roster-gbk.csv'));
  expect(await file.issues()).toEqual([]);
  expect(result).toMatchObject({ added: 120, leftOut: 0 });
  expect(listOnDuty(program.office(), testDay)).toHaveLength(120);
});

test('a roster brought in twice changes nothing the second time', async () => {
  await importFile(program.deps, 'roster.xls', fixture('roster-two-row-header.xls'));
  const again = await judgeFile(program.deps, 'roster.xls', fixture('roster-two-row-header.xls'));
  expect((await again.summary()).counts).toEqual({
    new: 0,
    changed: 0,
    same: 162,
    held: 0,
    refused: 0,
    gone: 0,
  });
  const csv = await judgeFile(program.deps, '花名册.csv', fixture('roster-gbk.csv'));
  expect(await csv.issues()).toEqual([]);
});
