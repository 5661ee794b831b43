// A wrong value is mended in the preview itself: what is typed is read as though the file had said so, the file's own text is shown
// beside it, and nothing else of what the person has chosen is lost.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { ImportCalls, workbookOf } from '../harness/importCalls.ts';
import { judgeFile } from '../harness/imports.ts';
import { openProgram } from '../harness/program.ts';
import { dump, idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
});
afterEach(() => program.close());

const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '政治面貌', '物业公司'];
const read = (...rows: string[][]): Promise<ImportCalls> => ImportCalls.judged(program.deps, [titles, ...rows]);
const told = (file: ImportCalls) => file.issues().map(({ row, column, reason }) => [row, column, reason]);
const he = ['何来英', '371323198001010115', '13805391234', '东岭村', '371323001201002', '', ''];
const worker = (name: string) => program.office().db.prepare('SELECT * FROM worker WHERE name = ?').get(name);

test('a refused cell goes in once the right value is typed, and the file’s own text stays beside it', async () => {
  const wrong = he.with(2, '1380539123');
  const file = await read(wrong, ['王秀英', idNumbers.wang, '15035060199', '阳东街社区', '', '', '']);
  file.tick('changed', [3], false);
  expect(file.rows('refused')[0]?.issues).toMatchObject([{ column: '联系电话', value: '1380539123', mended: null }]);
  expect(await file.mend(2, 'mobile', ' 138 0539 1234')).toEqual({ rows: 1, outcome: 'new' });
  expect(told(file)).toEqual([]);
  expect(file.rows('new')[0]?.cells.mobile).toMatchObject({ value: '13805391234', mended: { text: '1380539123', alike: 1 } });
  expect(file.summary()).toMatchObject({ mendedCells: 1, ticked: { new: 1, changed: 0 } });
  await file.commit();
  expect(worker('何来英')).toMatchObject({ mobile: '13805391234' });
  expect(worker('王秀英')).toMatchObject({ mobile: '15035060152' });
  const { summary } = (await program.caller.audit.list({ offset: 0, limit: 1 })).rows[0] ?? {};
  expect(summary).toBe('导入“花名册.xlsx”：新增 1 人，其中在预览中改正 1 格');
});

test('what is typed is judged as a cell of the file is, and 恢复原值 gives the file’s own back', async () => {
  const file = await read(he);
  await file.mend(2, 'mobile', '0539');
  expect(told(file)).toMatchObject([[2, '联系电话', expect.stringContaining('共 4 位')]]);
  expect(file.rows('refused')[0]?.issues).toMatchObject([{ value: '0539', mended: '13805391234' }]);
  await file.mend(2, 'mobile', '');
  expect(file.rows('new')[0]?.cells.mobile).toMatchObject({ value: '' });
  await file.mend(2, 'mobile', null);
  expect(file.rows('new')[0]?.cells.mobile).toEqual({ value: '13805391234' });
  await file.mend(2, 'mobile', '13805391234');
  expect(file.summary().mendedCells).toBe(0);
});

test('a field that the file has no column for can be typed too', async () => {
  const file = await read(he);
  await file.mend(2, 'firstDay', '2026-09-20');
  expect(file.rows('new')[0]?.cells.firstDay).toMatchObject({ value: '2026-09-20', mended: { text: '' } });
});

test('an answer is asked again once its row says something else; answers of other rows stand', async () => {
  const doubtful = (name: string, code: string) => [name, '', '18999999999', '东岭村', code, '', ''];
  const file = await read(doubtful('何来英', '371323001201002'), doubtful('高后来', '371323001201001'));
  await file.decide(2, 'mobile', 'confirmed');
  await file.decide(3, 'mobile', 'leaveOut');
  await file.mend(2, 'mobile', '18888888888');
  expect(file.rows('held').map(({ row }) => row)).toEqual([2]);
  expect(file.rows('refused').map(({ row }) => row)).toEqual([3]);
});

test('of a place that isn’t known the nearest are offered, by name, sound and code, and taken for all rows that say so', async () => {
  const file = await read(
    he.with(3, '东领村').with(4, ''),
    ['高后来', '', '13805391235', '阳栋街社区', '', '', ''],
    ['李小明', '', '13805391236', '阳栋街社区', '', '', ''],
  );
  const [east, again] = file.rows('refused').filter(({ row }) => row > 2);
  expect(east?.issues).toMatchObject([
    { alike: 2, offers: [{ field: 'community', value: '阳东街社区', name: '阳东街社区' }, { value: '阳西街社区' }] },
  ]);
  expect(again?.issues).toMatchObject([{ alike: 2 }]);
  expect(file.rows('refused')[0]?.issues[0]?.offers.map(({ value }) => value)).toEqual(['东岭村']);
  expect(await file.mend(3, 'community', '阳东街社区', true)).toEqual({ rows: 2, outcome: 'refused' });
  expect(file.rows('refused').map(({ row, grid }) => [row, grid])).toEqual([
    [2, '东领村'],
    [3, '阳东街社区网格'],
    [4, '阳东街社区网格'],
  ]);
  expect(await file.mend(4, 'community', null, true)).toMatchObject({ rows: 2 });
  expect(file.summary().mendedCells).toBe(0);
});

test('where a place has several grids, they are offered by name and code', async () => {
  const file = await read(he.with(4, ''));
  const [issue] = file.rows('refused')[0]?.issues ?? [];
  expect(issue?.offers).toMatchObject([
    { field: 'gridCode', value: '371323001201001', name: '东岭第一网格' },
    { field: 'gridCode', value: '371323001201002', name: '东岭第二网格' },
  ]);
  await file.mend(2, 'gridCode', issue?.offers[1]?.value ?? '');
  expect(file.rows('new').map(({ grid }) => grid)).toEqual(['东岭第二网格']);
});

test('any other place is found by initials, pinyin, code or a former name', async () => {
  const file = await read(he);
  const found = (typed: string) => file.offers(2, 'community', typed).map(({ value }) => value);
  expect(found('ydj')).toEqual(['阳东街社区']);
  expect(found('yangxi')).toEqual(['阳西街社区']);
  expect(found('371323001201')).toEqual(['东岭村']);
  expect(found('街')).toEqual(['阳东街社区', '阳西街社区']);
  expect(file.offers(2, 'gridCode', '第二').map(({ value }) => value)).toEqual(['371323001201002']);
  await program.caller.roster.places.saveCommunity({
    id: street.places.west,
    community: { name: '西城社区' },
    effective: '2026-09-01',
  });
  expect(file.offers(2, 'community', '阳西')).toMatchObject([{ value: '西城社区', hint: '371323001002 曾用名 阳西街社区' }]);
  expect(file.offers(2, 'politics', 'zgdy')).toMatchObject([{ value: '中共党员' }]);
});

test('a word that is nearly a known one is asked about, and any other is shown as new', async () => {
  const file = await read(he.with(5, '中共党圆'), ['高后来', '', '13805391235', '东岭村', '371323001201001', '民主促进会', '']);
  expect(told(file)).toContainEqual([2, '政治面貌', '“政治面貌”里还没有这个词，可能是“中共党员”']);
  const [held] = file.rows('held');
  expect(held?.issues[0]?.offers[0]).toMatchObject({ value: '中共党员' });
  await file.mend(2, 'politics', '中共党员');
  expect(file.rows('new')[0]?.cells.politics).toMatchObject({ mended: { text: '中共党圆' } });
  await file.mend(2, 'politics', '民建会员');
  expect(file.rows('new')[0]?.cells.politics).toMatchObject({ value: '民建会员', note: '台账中还没有，写入时新增' });
});

test('a mend that nobody wrote leaves no trace, and their file comes back saying what was mended', async () => {
  const file = await read(he.with(1, '371323198001010116'));
  const before = dump(program.office());
  await file.mend(2, 'idNumber', '371323198001010115');
  expect(dump(program.office())).toEqual(before);
  const { name, bytes } = await file.marked();
  const rows = readWorkbook(name, bytes).sheets[0]?.rows ?? [];
  expect(rows[1]?.at(-1)).toBe('可新增；身份证号 371323**********16 已改为 371323**********15');
  expect(rows[1]?.[1]).toBe('371323198001010116');
});

test('what was typed stays when a colleague’s act has the file judged anew', async () => {
  const file = await read(he.with(2, '1380'));
  await file.mend(2, 'mobile', '13805391234');
  await program.as('other', '赵会计').roster.workers.revealIdNumber({ id: 1 });
  await file.commit();
  expect(worker('何来英')).toMatchObject({ mobile: '13805391234' });
});

test('what somebody took for a word is offered first the next time, as theirs', async () => {
  const rows = [titles, he.with(3, '岭东新村').with(4, '371323001201002')];
  const file = await judgeFile(program.deps, '花名册.xlsx', workbookOf(rows));
  await file.ask('mend', { row: 2, field: 'community', text: '东岭村', alike: false });
  await file.commit();
  const offered = async (word: string) => {
    const next = await judgeFile(program.deps, '花名册.xlsx', workbookOf([titles, he.with(3, word).with(4, '')]));
    const [row] = await next.ask('rows', { tab: 'refused', offset: 0, limit: 10 });
    await next.session.terminate();
    return row?.issues.find(({ field }) => field === 'community')?.offers.map(({ name, remembered }) => [name, remembered]);
  };
  expect(await offered('岭东新村')).toEqual([['东岭村', true]]);
  expect(await offered('岭西新村')).toEqual([]);
});

test('a mend stays when columns are chosen anew', async () => {
  const file = await judgeFile(program.deps, '花名册.xlsx', workbookOf([titles, he.with(2, '1380')]));
  await file.ask('mend', { row: 2, field: 'mobile', text: '13805391234', alike: false });
  await file.choose({});
  await file.judge();
  expect(await file.summary()).toMatchObject({ counts: { new: 1, refused: 0 }, mendedCells: 1 });
});
