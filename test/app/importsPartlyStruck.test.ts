// Cells of which a part is struck through or hidden: what is left goes in once somebody has agreed, and nothing of it before.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportCalls } from '../harness/importCalls.ts';
import { rosterRow, rosterTitles } from '../harness/roster.ts';
import { openProgram } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const nameAt = rosterTitles.indexOf('姓名');
const communityAt = rosterTitles.indexOf('社区');
const stored = (): unknown[] =>
  program
    .office()
    .db.prepare(`SELECT name FROM worker UNION ALL SELECT name FROM place_version WHERE name LIKE '%社区' ORDER BY name`)
    .pluck()
    .all();
const page = (rows: readonly string[][]): Uint8Array =>
  Buffer.from(
    `<html><meta charset="utf-8"><table>${[rosterTitles, ...rows].map((row) => `<tr>${row.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}`)).join('')}</tr>`).join('')}</table></html>`,
  );
const judged = (rows: readonly string[][], carryPlaces = false): Promise<ImportCalls> =>
  ImportCalls.judgedFile(program.deps, { fileName: '花名册.xls', bytes: page(rows) }, { mayCreatePlaces: true, carryPlaces });
const told = (file: ImportCalls): unknown[] => file.issues().map(({ row, field, level, reason }) => [row, field, level, reason]);

test('the rest is asked for, also of a person and a community that the roster would take', async () => {
  const row = rosterRow(1);
  row[nameAt] = '<s>王明</s>周涛';
  row[communityAt] = '<s>东风社区</s>西关社区';
  const file = await judged([row]);
  expect(told(file)).toEqual([
    [2, 'name', 'confirm', '有一部分划了删除线或不显示：“王明周涛”，请核对'],
    [2, 'community', 'confirm', '有一部分划了删除线或不显示：“东风社区西关社区”，请核对'],
  ]);
  expect(file.issues().map(({ choices }) => choices[0]?.label)).toEqual(['按没有划的“周涛”写入', '按没有划的“西关社区”写入']);
  await file.decide(2, 'name', 'confirmed');
  await file.decide(2, 'community', 'confirmed');
  await file.commit();
  expect(stored()).toEqual(['周涛', '西关社区'].toSorted());
});

test('unanswered, nothing goes in; typed over, nothing is asked', async () => {
  const [one, other] = [rosterRow(1), rosterRow(2)];
  one[nameAt] = '赵<span style="display:none">隐</span>六';
  other[nameAt] = '<s>王明</s>周涛';
  const file = await judged([one, other]);
  await file.mend(3, 'name', '吴九');
  expect(told(file)).toEqual([[2, 'name', 'confirm', '有一部分划了删除线或不显示：“赵隐六”，请核对']]);
  await file.commit();
  expect(stored()).toContain('吴九');
  expect(stored()).not.toContain('赵六');
});

test('a place that is written once, or merged, is asked for in each of its rows', async () => {
  const rows = [1, 2, 3, 4].map(rosterRow);
  const place = '<s>东风社区</s>西关社区';
  const cut = rows.map((row, index) =>
    row.flatMap((cell, column) => {
      if (column !== communityAt) return [cell];
      return index === 0 ? [`<td rowspan=2>${place}`] : index === 1 ? [] : [index === 2 ? place : ''];
    }),
  );
  const asked = told(await judged(cut, true)).filter((issue) => JSON.stringify(issue).includes('划了删除线'));
  expect(asked.map((issue) => (issue as unknown[]).slice(0, 2))).toEqual([2, 3, 4, 5].map((row) => [row, 'community']));
});

test('whole ID numbers are never shown', async () => {
  const row = rosterRow(1);
  const idAt = rosterTitles.indexOf('身份证号');
  row[idAt] = `<s>371323197412031234</s> ${row[idAt]}`;
  const [issue] = (await judged([row])).issues();
  expect(issue?.reason).toContain('371323**********34');
  expect(JSON.stringify(issue)).not.toMatch(/\d{17}/);
});
