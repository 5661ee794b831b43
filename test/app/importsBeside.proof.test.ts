// An import beside colleagues who go on working: what they do between the preview and the writing stops it only where a row that
// is wanted would no longer go in as it was seen.
import { setTimeout as sleep } from 'node:timers/promises';
import { utils, write } from 'xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { commitSession } from '../../main/rooms/imports/work.ts';
import { newOfficeSettings } from '../../shared/settings.ts';
import { type FileImport, importing, importFile, judgeFile, never } from '../harness/imports.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { rosterRow, rosterSheet, rosterTitles } from '../harness/roster.ts';
import { dump, idNumbers, makeStreet } from '../harness/street.ts';

type Program = ReturnType<typeof openProgram>;
type Caller = Program['caller'];
type Street = ReturnType<typeof makeStreet>;

let program: Program;
let other: Caller;
let street: Street;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
  other = program.as('other', '赵会计');
});
afterEach(() => program.close());

const bytesOf = (rows: unknown[][]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    write(
      { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rows) } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer,
  );
const titles = ['姓名', '身份证号', '联系电话', '社区', '小区', '网格编码', '文化程度'];
const wang = ['王秀英', idNumbers.wang, '15035060153', '阳东街社区', '', '371323001001001', '高中'];
const zhang = ['张桂兰', idNumbers.zhang, '', '阳西街社区', '', '371323001002001', '高中'];
const newcomer = ['何来英', '', '13805391234', '东岭村', '', '371323001201002', '本科'];

/** 王秀英 (2) has a new mobile, 张桂兰 (3) another education, 何来英 (4) comes to the vacant grid. */
async function preview(): Promise<FileImport> {
  const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([titles, wang, zhang, newcomer]));
  expect(await file.summary()).toMatchObject({ counts: { new: 1, changed: 2, refused: 0 }, ticked: { new: 1, changed: 2 } });
  return file;
}

type Act = [what: string, act: (caller: Caller, street: Street) => Promise<unknown>];

const harmless: Act[] = [
  ['reveals an ID number', ({ roster }, { workers }) => roster.workers.revealIdNumber({ id: workers.wang })],
  ['changes settings', ({ settings }) => settings.saveQuota({ ...newOfficeSettings.quota, workers: 9 })],
  [
    'edits somebody who isn’t in the file',
    ({ roster }, { workers }) => roster.workers.save({ id: workers.shan, worker: { mobile: '15034043377' } }),
  ],
  [
    'edits of somebody in the file what the file says nothing of',
    ({ roster }, { workers }) => roster.workers.save({ id: workers.wang, worker: { note: '组长' } }),
  ],
  [
    'renames another community',
    ({ roster }, { places }) =>
      roster.places.saveCompound({ id: places.garden, compound: { name: '锦绣家园' }, effective: 'correction' }),
  ],
  ['closes another grid', ({ roster }, { grids }) => roster.grids.close({ id: grids.second, lastDay: '2026-12-31' })],
  ['does something and takes it back', takenBack],
];
// Its grid is closed in the list below; here the newcomer isn't wanted.
const unwanted = new Set(['closes another grid']);

async function takenBack({ roster, audit }: Caller, { workers }: Street): Promise<void> {
  const { changeSetId } = await roster.workers.save({ id: workers.wang, worker: { mobile: '13805391239' } });
  await audit.undo({ changeSetId: changeSetId ?? 0 });
}

const harmful: [...Act, told: string][] = [
  [
    'edits somebody of the file',
    ({ roster }, { workers }) => roster.workers.save({ id: workers.wang, worker: { mobile: '15035060154' } }),
    '第 2 行和预览时不一样了',
  ],
  [
    'writes the very same',
    ({ roster }, { workers }) => roster.workers.save({ id: workers.zhang, worker: { education: '高中' } }),
    '第 3 行和预览时不一样了',
  ],
  [
    'edits two of the file',
    async ({ roster }, { workers }) => {
      await roster.workers.save({ id: workers.zhang, worker: { education: '本科' } });
      await roster.workers.save({ id: workers.wang, worker: { mobile: '15035060154' } });
    },
    '第 2 行等 2 行和预览时不一样了',
  ],
  [
    'takes the grid',
    ({ roster }, { workers, grids }) => roster.workers.assign({ workerId: workers.idle, gridId: grids.second, day: testDay }),
    '第 4 行和预览时不一样了',
  ],
  [
    'closes the grid',
    ({ roster }, { grids }) => roster.grids.close({ id: grids.second, lastDay: '2026-12-31' }),
    '第 4 行和预览时不一样了',
  ],
  [
    'renames the community',
    ({ roster }, { places }) =>
      roster.places.saveCommunity({ id: places.village, community: { name: '东岭社区' }, effective: 'correction' }),
    '第 4 行和预览时不一样了',
  ],
  [
    'enters the newcomer',
    ({ roster }) => roster.workers.add({ worker: { name: '何来英', mobile: '13805391234' }, posting: null }),
    '第 4 行和预览时不一样了',
  ],
  [
    'lets somebody of the file go',
    ({ roster }, { workers }) => roster.workers.leave({ workerId: workers.wang, kind: 'resignation', day: '2026-09-27' }),
    '第 2 行和预览时不一样了',
  ],
];

describe('a colleague', () => {
  test.each(harmless)('%s: the import is written as it was seen', async (what, act) => {
    const file = await preview();
    const wanted = unwanted.has(what) ? 2 : 3;
    if (wanted === 2) await file.ask('tick', { tab: 'new', rows: null, ticked: false });
    await act(other, street);
    expect(await file.commit()).toMatchObject({ added: wanted - 2, changed: 2, leftOut: 3 - wanted });
    const { rows } = await other.roster.workers.list({ asOf: testDay, search: '王秀英' });
    expect(rows).toMatchObject([{ mobile: '15035060153' }]);
  });

  test.each(harmful)('%s: it is refused by the row, and nothing is written', async (_, act, told) => {
    const file = await preview();
    await act(other, street);
    const before = dump(program.office());
    await expect(file.commit()).rejects.toThrow(`预览之后台账又有改动，${told}，没有写入。请点“重新核对”`);
    expect(dump(program.office())).toEqual(before);
    await expect(file.commit()).rejects.toThrow(told);
    await file.judge();
    await file.commit();
  });

  test('edits somebody whose row is not wanted: the others are written, and theirs is left as they made it', async () => {
    const file = await preview();
    await file.ask('tick', { tab: 'changed', rows: [2], ticked: false });
    await other.roster.workers.save({ id: street.workers.wang, worker: { mobile: '15035060154' } });
    expect(await file.commit()).toMatchObject({ added: 1, changed: 1, leftOut: 1 });
    expect(program.office().row('worker', street.workers.wang)).toMatchObject({ mobile: '15035060154' });
  });

  test('makes a change of a row that was seen as none: it is not written, nor said to be', async () => {
    const same = ['李建国', idNumbers.li, '15391112395', '', '', '371323001001002', '大专'];
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([titles, wang, same]));
    expect((await file.summary()).counts).toMatchObject({ changed: 1, same: 1 });
    await other.roster.workers.save({ id: street.workers.li, worker: { education: '本科' } });
    expect(await file.commit()).toMatchObject({ changed: 1, leftOut: 1 });
    expect(program.office().row('worker', street.workers.li)).toMatchObject({ education: '本科' });
    const { name, bytes } = await file.marked();
    expect(readWorkbook(name, bytes).sheets[0]?.rows.map((row) => row.at(-1))).toEqual(['导入结果', '已导入', '有变更']);
  });

  test('answers, ticks and the effective day are those that were chosen', async () => {
    const moving = ['赵德清', '', '19932609546', '东岭村', '', '371323001201002', '本科'];
    const asked = ['何来英', '', '18999999999', '东岭村', '', '371323001201001', '本科'];
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([titles, moving, asked]));
    await file.ask('decide', { row: 3, question: 'mobile', decision: 'confirmed' });
    await file.ask('chooseEffectiveDay', { effectiveDay: '2026-09-20' });
    await other.roster.workers.revealIdNumber({ id: street.workers.wang });
    expect(await file.commit()).toMatchObject({ added: 1, changed: 1 });
    const { rows } = await other.roster.workers.list({ asOf: testDay, search: '东岭' });
    expect(rows.map(({ name, firstDay }) => [name, firstDay])).toEqual(
      expect.arrayContaining([
        ['赵德清', '2026-09-20'],
        ['何来英', '2026-09-20'],
      ]),
    );
  });

  test('lets somebody have served where nobody had: the first day would be another, so it is refused and then shown', async () => {
    const code = '371323001201003';
    const { id: gridId } = await other.roster.grids.add({ placeId: street.places.village, name: '东岭第三网格', code });
    const row = ['何来英', '', '13805391234', '东岭村', '', code, '本科'];
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([titles, row]));
    const firstDay = async () => (await file.ask('rows', { tab: 'new', offset: 0, limit: 1 }))[0]?.cells.firstDay;
    expect(await firstDay()).toEqual({ value: '不详', note: '表中未写' });
    await other.roster.workers.assign({ workerId: street.workers.idle, gridId, day: '2026-09-01' });
    await other.roster.workers.leave({ workerId: street.workers.idle, kind: 'resignation', day: '2026-09-20' });
    await expect(file.commit()).rejects.toThrow('第 2 行和预览时不一样了');
    await file.judge();
    expect(await firstDay()).toEqual({ value: testDay, note: '生效日期' });
    expect(await file.summary()).toMatchObject({ asksEffectiveDay: true, after: { begunOnDay: 1, transferred: 0 } });
    await file.commit();
    const { rows } = await other.roster.workers.list({ asOf: testDay, search: '何来英' });
    expect(rows).toMatchObject([{ firstDay: testDay }]);
  });

  test('adds a community beside those that the file would make: they are made', async () => {
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([rosterTitles, rosterRow(200), rosterRow(301)]));
    await file.choose({ mayCreatePlaces: true });
    await file.judge();
    await other.roster.places.addCommunity({ name: '新社区' });
    expect(await file.commit()).toMatchObject({ added: 2 });
  });

  test('adds the community that the file would make: it is refused', async () => {
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([rosterTitles, rosterRow(200), rosterRow(301)]));
    await file.choose({ mayCreatePlaces: true });
    await file.judge();
    await other.roster.places.addCommunity({ name: rosterRow(301)[3] ?? '' });
    await expect(file.commit()).rejects.toThrow('第 3 行和预览时不一样了');
  });
});

describe('a day that ends between preview and writing', () => {
  let today = testDay;
  beforeEach(() => {
    program.close();
    today = testDay;
    program = openProgram({ clock: { now: () => new Date(`${today}T02:26:00Z`), today: () => today } });
    street = makeStreet(program.office());
    other = program.as('other', '赵会计');
  });

  test('stops nothing that goes in as it was seen', async () => {
    const file = await preview();
    today = '2026-09-29';
    expect(await file.commit()).toMatchObject({ added: 1, changed: 2 });
  });

  test('stops whoever serves elsewhere on the next', async () => {
    await other.roster.workers.transfer({ workerId: street.workers.wang, gridId: street.grids.second, day: '2026-09-29' });
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf([titles, wang]));
    expect((await file.summary()).after.transferred).toBe(0);
    today = '2026-09-29';
    await expect(file.commit()).rejects.toThrow('第 2 行和预览时不一样了');
  });
});

describe('while the file is judged anew', () => {
  /** Thousands of rows judged, and somebody's act after it. */
  async function overtaken(): Promise<FileImport> {
    const file = await judgeFile(program.deps, '花名册.xlsx', bytesOf(rosterSheet(3000)));
    await file.choose({ mayCreatePlaces: true });
    await file.judge();
    await other.roster.workers.revealIdNumber({ id: street.workers.wang });
    return file;
  }
  const anew = '正在按最新台账再核对一遍';

  test('it is said, everybody reads, and whoever writes waits', async () => {
    const file = await overtaken();
    const told: string[] = [];
    const acts: Promise<{ changeSetId: number | null }>[] = [];
    let answered = 0;
    const commit = commitSession(importing(program.deps), file.session, never, (_done, _total, text) => {
      told.push(text);
      if (text === anew && acts.length === 0)
        acts.push(other.roster.dictionaries.add({ dictionary: 'employer', value: '新单位' }));
    });
    let done = false;
    void commit.finally(() => {
      done = true;
    });
    for (;;) {
      if (done) break;
      await other.roster.workers.list({ asOf: testDay });
      if (told.includes(anew)) answered++;
      await sleep(1);
    }
    const { changeSetId, added } = await commit;
    expect(added).toBeGreaterThan(2800);
    expect(answered).toBeGreaterThan(2);
    expect(told.indexOf(anew)).toBeGreaterThan(told.indexOf('正在写入'));
    expect(told.findIndex((text) => text.startsWith('正在写入第'))).toBeGreaterThan(told.lastIndexOf(anew));
    expect(await Promise.all(acts)).toMatchObject([{ changeSetId: (changeSetId ?? 0) + 1 }]);
  });

  test('cancelling is heard, nothing is written, and the preview still stands', async () => {
    const file = await overtaken();
    const before = dump(program.office());
    const cancelling = new AbortController();
    const commit = commitSession(importing(program.deps), file.session, cancelling.signal, (done, _total, text) => {
      if (text === anew && done > 500) cancelling.abort();
    });
    await expect(commit).rejects.toThrow(/abort/i);
    expect(dump(program.office())).toEqual(before);
    await other.roster.dictionaries.add({ dictionary: 'employer', value: '新单位' });
    expect((await file.commit()).added).toBeGreaterThan(2800);
  });

  test('a worker that is ended leaves nothing and frees the gate', async () => {
    const file = await overtaken();
    const before = dump(program.office());
    const commit = commitSession(importing(program.deps), file.session, never, (done, _total, text) => {
      if (text === anew && done > 500) void file.session.terminate();
    });
    await expect(commit).rejects.toThrow('请重新选择文件');
    expect(dump(program.office())).toEqual(before);
    await other.roster.dictionaries.add({ dictionary: 'employer', value: '新单位' });
  });

  test('giving it up lets it be written to its end', async () => {
    const file = await overtaken();
    const commit = commitSession(importing(program.deps), file.session, never, (done, _total, text) => {
      if (text === anew && done > 500) file.session.giveUp();
    });
    expect((await commit).added).toBeGreaterThan(2800);
    expect((await importFile(program.deps, '花名册.xlsx', bytesOf([titles, wang]))).result.changed).toBe(1);
  });
});
