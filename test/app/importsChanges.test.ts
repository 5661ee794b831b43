// What an import does to a roster that is already there: changes cell by cell, people who move, cells that wait for an answer,
// and the workbooks that come back out.
import { utils, write } from 'xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { templateFile } from '../../main/rooms/imports/template.ts';
import { countRoster, listOnDuty } from '../../main/rooms/roster/survey.ts';
import type { Row } from '../../main/ground/office/schema.ts';
import { type FileImport, importFile, judgeFile } from '../harness/imports.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { rosterRow, rosterSheet, rosterTitles } from '../harness/roster.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const bytesOf = (rows: unknown[][]): Uint8Array =>
  new Uint8Array(
    write(
      { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rows) } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer,
  );
const judgeRows = (rows: unknown[][]): Promise<FileImport> => judgeFile(program.deps, '花名册.xlsx', bytesOf(rows));
const importRows = (rows: unknown[][]) => importFile(program.deps, '花名册.xlsx', bytesOf(rows));
const worker = (name: string): Row | undefined =>
  program.office().prepare<[string], Row>('SELECT * FROM worker WHERE name = ?').get(name);
const counts = async (file: FileImport) => (await file.summary()).counts;
const gridOf = (name: string): string | undefined =>
  listOnDuty(program.office(), testDay).find((posting) => posting.worker === name)?.grid;

/** Row `number` with some columns put otherwise. */
const altered = (number: number, changes: Record<number, unknown>): unknown[] =>
  rosterRow(number).map((cell, index) => (index in changes ? changes[index] : cell));
const [MOBILE, COMMUNITY, COMPOUND, CODE, BIRTH, EDUCATION] = [2, 3, 4, 5, 6, 7];

test('changes are told cell by cell, written, and undone', async () => {
  await importRows(rosterSheet(5));
  const name = rosterRow(2)[0] ?? '';
  const before = worker(name);
  const file = await judgeRows([
    rosterTitles,
    rosterRow(0),
    rosterRow(1),
    altered(2, { [MOBILE]: '13912340000', [EDUCATION]: '本科' }),
    rosterRow(3),
  ]);
  expect(await counts(file)).toEqual({ new: 0, changed: 1, same: 3, held: 0, refused: 0, gone: 1 });
  const [changed] = await file.ask('rows', { tab: 'changed', offset: 0, limit: 10 });
  expect(Object.entries(changed?.cells ?? {}).filter(([, { old }]) => old !== undefined)).toEqual([
    ['mobile', { old: before?.mobile, value: '13912340000' }],
    ['education', { old: '大专', value: '本科' }],
  ]);
  expect(await file.commit()).toMatchObject({ added: 0, changed: 1, cells: 2, leftOut: 3 });
  expect(worker(name)).toMatchObject({ mobile: '13912340000', education: '本科' });
  await file.undo();
  expect(worker(name)).toEqual(before);
});

test('an empty cell changes nothing', async () => {
  await importRows(rosterSheet(3));
  expect(
    await counts(await judgeRows([rosterTitles, altered(1, { [MOBILE]: '', [BIRTH]: null, [EDUCATION]: '' })])),
  ).toMatchObject({
    same: 1,
    gone: 2,
  });
});

test('two people who swap grids are moved from the day that was asked', async () => {
  await importRows(rosterSheet(3));
  const [first, second] = [rosterRow(1), rosterRow(2)];
  const swap = (own: string[], other: string[]) =>
    own.map((cell, index) => ([COMMUNITY, COMPOUND, CODE].includes(index) ? (other[index] ?? '') : cell));
  const file = await judgeRows([rosterTitles, swap(first, second), swap(second, first)]);
  expect((await file.summary()).after.transferred).toBe(2);
  await file.ask('chooseEffectiveDay', { effectiveDay: '2026-09-01' });
  await file.commit();
  expect([gridOf(first[0] ?? ''), gridOf(second[0] ?? '')]).toEqual([`${second[COMPOUND]}网格`, `${first[COMPOUND]}网格`]);
  const ended = program
    .office()
    .db.prepare("SELECT count(*) FROM posting WHERE last_day = '2026-08-31' AND closed_by_id IS NOT NULL")
    .pluck()
    .get();
  expect(ended).toBe(2);
});

test('a grid that somebody else holds is refused, naming who', async () => {
  await importRows(rosterSheet(2));
  const file = await judgeRows([
    rosterTitles,
    altered(1500, { [COMMUNITY]: rosterRow(1)[COMMUNITY], [COMPOUND]: rosterRow(1)[COMPOUND], [CODE]: rosterRow(1)[CODE] }),
  ]);
  expect(await file.issues()).toMatchObject([
    { level: 'refuse', reason: expect.stringContaining(`现在是${rosterRow(1)[0]}在岗`) as string },
  ]);
});

test('an unknown place is refused with its nearest name, and created once that is allowed', async () => {
  await importRows(rosterSheet(3));
  const rows = [rosterTitles, altered(900, { [COMMUNITY]: `${rosterRow(0)[COMMUNITY]}`.replace('家庄', '家壮'), [CODE]: '' })];
  const file = await judgeRows(rows);
  expect(await file.issues()).toMatchObject([
    { level: 'refuse', column: '社区', reason: `台账中没有这个村，可能是“${rosterRow(0)[COMMUNITY]}”` },
  ]);
  await file.choose({ mayCreatePlaces: true });
  await file.judge();
  expect(await counts(file)).toMatchObject({ new: 1, refused: 0 });
  await file.commit();
  expect(countRoster(program.office(), testDay)).toMatchObject({ communities: 2, compounds: 4, workers: 4 });
});

test('a community is known with and without its ending', async () => {
  await importRows(rosterSheet(3));
  const bare = `${rosterRow(1)[COMMUNITY]}`.replace(/村$/, '');
  for (const spelling of [bare, `${bare}村委会`, `${bare}村民委员会`])
    expect(await counts(await judgeRows([rosterTitles, altered(1, { [COMMUNITY]: spelling })]))).toMatchObject({ same: 1 });
});

test('a held cell goes in once confirmed, is remembered as confirmed, and is not asked again', async () => {
  await importRows(rosterSheet(3));
  const rows = [rosterTitles, altered(1, { [MOBILE]: '18999999999' })];
  const file = await judgeRows(rows);
  expect(await counts(file)).toMatchObject({ held: 1 });
  await expect(file.commit()).rejects.toThrow('没有勾选要写入的行');
  await file.ask('decide', { row: 2, question: 'mobile', decision: 'confirmed' });
  await file.commit();
  expect(worker(rosterRow(1)[0] ?? '')).toMatchObject({ mobile: '18999999999', mobile_confirmed: 1 });
  expect(await counts(await judgeRows(rows))).toMatchObject({ same: 1, held: 0 });
});

test('a numeric 1985.1 is asked about unless the ID number settles it', async () => {
  await importRows(rosterSheet(1));
  const file = await judgeRows([
    rosterTitles,
    altered(900, { 1: '', [CODE]: '', [COMMUNITY]: rosterRow(0)[COMMUNITY], [COMPOUND]: '', [BIRTH]: 1985.1 }),
  ]);
  expect((await file.issues()).find((issue) => issue.field === 'birthMonth')).toMatchObject({
    level: 'convert',
    choices: [{ value: '1985-01' }, { value: '1985-10' }],
  });
});

test('a birth month against the number is told once, on the number', async () => {
  const file = await judgeRows([rosterTitles, altered(3, { [BIRTH]: '1950.01' })]);
  expect(await file.issues()).toMatchObject([{ column: '身份证号', level: 'confirm' }]);
});

test('two people of one name are two people; two rows that may be one person are asked about', async () => {
  const name = '王英';
  const file = await judgeRows([
    rosterTitles,
    altered(1, { 0: name }),
    altered(2, { 0: name }),
    altered(3, { 1: '' }),
    altered(4, { 0: rosterRow(3)[0], 1: '', [MOBILE]: rosterRow(3)[MOBILE] }),
  ]);
  expect((await file.issues()).map(({ row, reason }) => [row, reason])).toEqual([
    [5, '与第 4 行的姓名和手机号码相同，是同一个人的请选择，不是的请补上身份证号'],
  ]);
});

test('their file comes back with what became of each row, and goes in again once mended', async () => {
  const file = await judgeRows([['沂城街道花名册'], rosterTitles, altered(0, { [MOBILE]: '1380000' }), rosterRow(1)]);
  const { name, bytes } = await file.marked();
  expect(name).toBe('花名册_导入结果.xlsx');
  const rows = readWorkbook(name, bytes).sheets[0]?.rows ?? [];
  expect(rows[1]?.at(-1)).toBe('导入结果');
  expect(rows[2]?.at(-1)).toBe('不导入；联系电话 1380000：共 7 位，手机号码应为 11 位，请核对');
  expect(rows[3]?.at(-1)).toBe('可新增');
  expect(rows[2]?.[1]).toBe(rosterRow(0)[1]);
  const mended = rows.map((row, index) => (index === 2 ? row.map((cell) => (cell === '1380000' ? '13912340000' : cell)) : row));
  expect(await counts(await judgeRows(mended))).toMatchObject({ new: 2, refused: 0 });
});

test('the template is read by the import it is for', async () => {
  await importRows(rosterSheet(3));
  const { bytes } = await templateFile(program.office());
  const book = readWorkbook('模板.xlsx', bytes);
  expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['网格员', false],
    ['选项', true],
  ]);
  const [titles = [], remarks = []] = book.sheets[0]?.rows ?? [];
  const filled = titles.map(
    (title) =>
      ({
        姓名: rosterRow(1)[0],
        身份证号: rosterRow(1)[1],
        '社区（村居）': rosterRow(1)[COMMUNITY],
        居民小区: rosterRow(1)[COMPOUND],
      })[String(title)] ?? null,
  );
  const file = await judgeRows([titles, remarks, filled]);
  expect(await file.fields()).not.toContain(null);
  expect(await counts(file)).toMatchObject({ same: 1, refused: 0 });
});
