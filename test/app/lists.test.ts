// What a list shows is what goes out: its columns in their order, its rows under their filters and order, its words, its selection.
import { execFileSync } from 'node:child_process';
import * as XLSX from 'xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetFromWorker, sheetTask } from '../../main/kit/sheetWork.ts';
import { type ListSheetTask, sheetOf } from '../../main/rooms/lists/sheet.ts';
import { roomListed } from '../../main/rooms/rooms.ts';
import { readSetting } from '../../main/rooms/settings/settings.ts';
import { propertyOf } from '../../shared/kit/fields.ts';
import type { ListSheetRequest } from '../../shared/kit/listSheet.ts';
import { boardColumns, boardFields } from '../../shared/boardListFields.ts';
import { gridColumns, gridFields } from '../../shared/roster/gridFields.ts';
import {
  branchColumns,
  branchFields,
  communityColumns,
  communityFields,
  compoundColumns,
  compoundFields,
} from '../../shared/roster/placeFields.ts';
import { workerColumns, workerFields } from '../../shared/roster/workerFields.ts';
import { fileOf } from '../harness/jobs.ts';
import { openProgram, testDay as asOf } from '../harness/program.ts';
import { whyWithout } from '../harness/tools.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;

beforeAll(() => {
  program = openProgram();
  street = makeStreet(program.office());
});
afterAll(() => program.close());

type Asked = Pick<ListSheetRequest, 'list' | 'columns'> & Partial<ListSheetRequest>;

const firstSheet = (bytes: Uint8Array): XLSX.WorkSheet => {
  const book = XLSX.read(bytes, { type: 'array' });
  return book.Sheets[book.SheetNames[0] ?? ''] ?? {};
};

async function sheet(asked: Asked) {
  const jobId = await program.caller.lists.start({ question: { asOf }, ids: null, format: 'xlsx', narrowed: '', ...asked });
  const { name, bytes } = await fileOf(program, jobId);
  const rows = XLSX.utils.sheet_to_json<(string | number)[]>(firstSheet(bytes), { header: 1, defval: '' });
  const [title = [], line = [], head = [], ...rest] = rows;
  const signatures = rest.findIndex((row) => String(row[0]).startsWith('单位负责人'));
  return { name, title: title[0], line: line.filter(Boolean).join('|'), head, rows: rest.slice(0, signatures) };
}

describe('网格员', () => {
  test('the shown columns in their order, in the list’s own words', async () => {
    const columns = ['name', 'status', 'hiringSource', 'idNumber', 'firstDay', 'age'];
    const { title, head, rows } = await sheet({ list: 'workers', columns });
    expect(title).toMatch(/网格员名单$/);
    expect(head).toEqual(['序号', '姓名', '状态', '用工来源', '身份证号', '上岗日期', '年龄']);
    const wang = rows.find(([, name]) => name === '王秀英') ?? [];
    expect(wang.slice(2, 5)).toEqual(['在岗', '街道招聘', '371323**********59']);
    expect(rows.map(([index]) => index)).toEqual(rows.map((_, index) => index + 1));
    expect(typeof wang[6]).toBe('number');
    // A short word where the list shows the short one, and no number of anybody's whole.
    expect(rows.find(([, name]) => name === '李建国')?.[3]).toBe('计生择优');
    expect(JSON.stringify(rows)).not.toMatch(/\d{17}/);
  });

  test('filter and order are those of the question, and the file says what it was narrowed to', async () => {
    const question = { asOf, status: 'serving', education: '高中', sort: { column: 'name', direction: 'descending' } };
    const { rows } = await program.caller.roster.workers.list({
      asOf,
      status: 'serving',
      sort: { column: 'name', direction: 'descending' },
    });
    const all = await sheet({ list: 'workers', columns: ['name'], question: { ...question, education: undefined } });
    expect(all.rows.map(([, name]) => name)).toEqual(rows.map(({ name }) => name));
    const some = await sheet({ list: 'workers', columns: ['name'], question, narrowed: '文化程度 高中、状态 在岗' });
    expect(some.rows.map(([, name]) => name)).toEqual(['王秀英']);
    expect(some.name).toMatch(/网格员名单_文化程度 高中、状态 在岗_20260928\.xlsx$/);
    expect(some.line).toContain('范围：文化程度 高中、状态 在岗');
  });

  test('only the selected rows, in the list’s order', async () => {
    const ids = [street.workers.li, street.workers.wang];
    const { rows } = await sheet({ list: 'workers', columns: ['name'], ids });
    expect(rows).toHaveLength(2);
    const { rows: listed } = await program.caller.roster.workers.list({ asOf });
    const order = listed.map(({ name }) => name).filter((name) => ['李建国', '王秀英'].includes(name));
    expect(rows.map(([, name]) => name)).toEqual(order);
  });

  test('more rows than one page of the query brings, each once', async () => {
    program.office().change({ actor: { login: 'tester', personId: null }, kind: 'test', summary: '新增许多人' }, (change) => {
      for (let index = 0; index < 1203; index++)
        change.insert('worker', { name: `甲${index}`, initials: 'j', pinyin: `jia${String(index).padStart(5, '0')}` });
    });
    const { rows } = await sheet({ list: 'workers', columns: ['name'], question: { asOf, status: 'unassigned' } });
    expect(new Set(rows.map(([, name]) => name)).size).toBe(rows.length);
    expect(rows.filter(([, name]) => /^甲\d+$/.test(String(name)))).toHaveLength(1203);
  });
});

test.each([
  ['places:community', communityColumns, { asOf, level: 'community' }, '社区（村居）名单', 3],
  ['places:compound', compoundColumns, { asOf, level: 'compound' }, '居民小区名单', 2],
  ['places:branch', branchColumns, { asOf }, '社区总支名单', 2],
  ['grids', gridColumns, { asOf }, '网格名单', 6],
  ['signboards', boardColumns, { size: 'a4' }, '指示牌清单', 6],
  ['workers', workerColumns, { asOf }, '网格员名单', 7],
] as const)('every column of %s can go out', async (list, columns, question, title, least) => {
  const out = await sheet({ list, columns: [...columns], question });
  expect(out.title).toContain(title);
  expect(out.head).toHaveLength(columns.length + 1);
  expect(out.rows.length).toBeGreaterThanOrEqual(least);
  expect(JSON.stringify(out)).not.toMatch(/undefined|\[object|NaN/);
});

test('a row holds every field that its list describes', async () => {
  const { roster, signboards } = program.caller;
  const page = { asOf };
  const first = async (asked: Promise<{ rows: readonly object[] }>) => (await asked).rows[0] ?? {};
  const rows = {
    workers: [workerFields, workerColumns, await first(roster.workers.list(page))],
    communities: [communityFields, communityColumns, await first(roster.places.list({ ...page, level: 'community' }))],
    compounds: [compoundFields, compoundColumns, await first(roster.places.list({ ...page, level: 'compound' }))],
    branches: [branchFields, branchColumns, (await roster.branches.list(page))[0] ?? {}],
    grids: [gridFields, gridColumns, await first(roster.grids.list(page))],
    boards: [boardFields, boardColumns.filter((key) => key !== 'state'), await first(signboards.list({ size: 'a4' }))],
  } as const;
  for (const [list, [fields, columns, row]] of Object.entries(rows))
    expect({ list, missing: columns.filter((key) => !(propertyOf(fields, key) in row)) }).toEqual({ list, missing: [] });
});

test.each(['nonsense', 'constructor', '__proto__', "name' --"])(
  'sorted by %s a list stands in the office’s own order',
  async (column) => {
    const { workers, places, grids } = program.caller.roster;
    const sort = { column, direction: 'ascending' as const };
    for (const list of [workers, places, grids]) {
      const ids = async (asked: { asOf: string; sort?: typeof sort }) => (await list.list(asked)).rows.map(({ id }) => id);
      // oxlint-disable-next-line no-await-in-loop -- one office
      expect(await ids({ asOf, sort })).toEqual(await ids({ asOf }));
    }
  },
);

test('sums stand where the list counts something', async () => {
  const { rows } = await sheet({
    list: 'places:community',
    columns: ['name', 'grids', 'vacant'],
    question: { asOf, level: 'community' },
  });
  expect(rows.at(-1)?.[0]).toBe('合计');
  expect(rows.at(-1)?.[2]).toBe(6);
  const vacant = rows.slice(0, -1).map((row) => row[3]);
  expect(vacant.every((count) => typeof count === 'number')).toBe(true);
  expect(rows.at(-1)?.[3]).toBe(vacant.reduce((sum: number, count) => sum + Number(count), 0));
});

test('the same list as pages to print: title, header, names, page numbers, no whole ID number', async ({ skip }) => {
  const lacking = whyWithout('pdftotext');
  if (lacking) skip(lacking);
  const jobId = await program.caller.lists.start({
    list: 'workers',
    question: { asOf, status: 'serving' },
    columns: ['name', 'grid', 'mobile', 'idNumber', 'note'],
    ids: null,
    format: 'pdf',
    narrowed: '状态 在岗',
  });
  const { name, type, bytes } = await fileOf(program, jobId);
  expect(name).toMatch(/网格员名单_状态 在岗_20260928\.pdf$/);
  expect(type).toBe('application/pdf');
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' }).replaceAll(/\s/g, '');
  for (const words of ['网格员名单', '范围：状态在岗', '姓名', '王秀英', '15035060152', '371323**********59', '第1页共1页'])
    expect(text).toContain(words);
  for (const number of Object.values(idNumbers)) expect(text).not.toContain(number);
});

test('what a sheet and its file say of themselves: no whole ID number, nothing unseen, nothing that breaks the name', async () => {
  const number = Object.values(idNumbers)[0] ?? '';
  const narrowed = `“${number}”、\u202e甲\ud800乙`;
  const { name, line } = await sheet({ list: 'workers', columns: ['name'], narrowed });
  expect(name).not.toContain(number);
  expect(name).toContain(`${number.slice(0, 6)}…${number.slice(-2)}`);
  expect(line).not.toContain(number);
  expect(line).toContain(`${number.slice(0, 6)}**********${number.slice(-2)}`);
  expect(name).not.toMatch(/[\u202e\ud800]/);
});

test('a sheet of chosen rows says so first, also in the name of a file that can’t say everything', async () => {
  const ids = [street.workers.li, street.workers.wang];
  const narrowed = ['状态 在岗', ...Array.from({ length: 9 }, (_, index) => `第 ${index} 个很长的条件`)].join('、');
  const { name, line } = await sheet({ list: 'workers', columns: ['name'], ids, narrowed });
  expect(line).toContain(`范围：所选 2 人、${narrowed}`);
  expect(name).toMatch(/网格员名单_所选 2 人、状态 在岗、.*、第 \d 个很长的条件等_20260928\.xlsx$/);
  const twice = await sheet({ list: 'workers', columns: ['name'], ids: [...ids, ...ids] });
  expect([twice.line, twice.rows.length]).toEqual([expect.stringContaining('范围：所选 2 人'), 2]);
});

test('a grid’s code of fifteen digits is no ID number, and is said', async () => {
  const { line, name } = await sheet({ list: 'workers', columns: ['name'], narrowed: '查找“371302014001001”' });
  expect(line).toContain('371302014001001');
  expect(name).toContain('371302014001001');
});

describe('refused', () => {
  test('a list that nobody has, a column that is no longer there, a question of another list', async () => {
    await expect(sheet({ list: 'contacts', columns: ['name'] })).rejects.toThrow('没有这个名单');
    // oxlint-disable-next-line no-await-in-loop
    for (const column of ['salary', '__proto__', 'constructor', 'hasOwnProperty'])
      await expect(sheet({ list: 'workers', columns: [column] })).rejects.toThrow('名单的栏目已有变化');
    await expect(sheet({ list: 'grids', columns: ['name'], question: { asOf: '昨天' } })).rejects.toThrow('日期应为');
  });
  describe('in the view of the office that is written', () => {
    const written = (request: ListSheetRequest) => {
      const office = program.office();
      const task: ListSheetTask = { ...sheetTask(office, request.format), request, unit: readSetting(office, 'office') };
      const { frame } = sheetOf(roomListed, office, task);
      const work = { folder: 'rooms/lists', name: 'sheet', task };
      return sheetFromWorker(work, frame, new AbortController().signal, () => undefined);
    };
    const workers = { list: 'workers', columns: ['name'], question: { asOf }, ids: null, narrowed: '' };

    test('a selected row that went while the sheet was being made: never a sheet that lacks it without a word', async () => {
      const { id } = await program.caller.roster.workers.add({ worker: { name: '丁一' }, posting: null });
      const request = { ...workers, format: 'xlsx' as const, ids: [id, street.workers.wang] };
      const { bytes } = (await written(request)).file;
      expect(XLSX.utils.sheet_to_csv(firstSheet(bytes))).toContain('丁一');
      await program.caller.roster.workers.remove({ id });
      await expect(written(request)).rejects.toThrow('所选的 2 行里有 1 行已不在名单里');
    });
    test('rows that all went', async () => {
      const question = { asOf, search: '没有的' };
      await expect(written({ ...workers, format: 'xlsx', question })).rejects.toThrow(
        '网格员名单里没有可以导出的内容，请改筛选条件。',
      );
    });
  });
  test('a list without rows', async () => {
    await expect(sheet({ list: 'grids', columns: ['name'], question: { asOf, search: '没有的' } })).rejects.toThrow(
      '没有可以导出的内容',
    );
  });
});
