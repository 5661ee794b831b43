// Files of kinds that offices really have, from bytes to the rows in the office: what comes in is right, and what doesn't is said.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportCalls, workbookOf } from '../harness/importCalls.ts';
import { openProgram } from '../harness/program.ts';
import { rosterRow } from '../harness/roster.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const read = (name: string): ImportCalls =>
  ImportCalls.read(program.deps, name, new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures/messy', name))));

/** Who came in: name, ID number, mobile or landline, community. */
const people = (): string[] =>
  program
    .office()
    .db.prepare<[], string>(
      `SELECT worker.name || ' ' || ifnull(id_number, '-') || ' ' || ifnull(mobile, '-') || ' ' || ifnull(place_version.name, '-')
       FROM worker LEFT JOIN posting ON posting.worker_id = worker.id LEFT JOIN grid_version ON grid_version.grid_id = posting.grid_id
       LEFT JOIN place_version ON place_version.place_id = grid_version.place_id ORDER BY worker.id`,
    )
    .pluck()
    .all();

const nine = [
  '钱磊军 371323196602020037 13953920264 东风社区',
  '孙涛艳 371323196703030058 13953928183 东风社区',
  '李桂 371323196804040079 13953936102 东风社区',
  '周建兰 37132319690505009X 13953944021 西关社区',
  '吴静刚 371323197006060117 13953951940 西关社区',
  '郑艳 371323197107070138 13953959859 西关社区',
];

async function written(file: ImportCalls): Promise<string[]> {
  await file.judge();
  await file.commit();
  return people();
}

test('one merged community beside several people holds for all of them', async () => {
  const file = read('社区合并单元格.xlsx');
  const rows = await written(file);
  expect(rows).toHaveLength(9);
  expect(rows.slice(0, 3)).toEqual(nine.slice(0, 3));
  expect(rows.map((row) => row.split(' ').at(-1))).toEqual([
    ...Array.from({ length: 3 }, () => '东风社区'),
    ...Array.from({ length: 4 }, () => '西关社区'),
    ...Array.from({ length: 2 }, () => '河湾村'),
  ]);
});

test('a CSV that writes a community once is carried down, shown as such, and not where the person says no', async () => {
  const file = read('社区合并单元格.csv');
  expect(file.state().carried).toEqual({ cells: 6, proposed: true });
  expect(file.state().options.carryPlaces).toBe(true);
  await file.judge();
  expect(file.rows('new').map(({ cells }) => cells.community?.note ?? '')).toEqual(
    [1, 0, 0, 1, 0, 0, 0, 1, 0].map((own) => (own ? '' : '沿用上一行')),
  );
  file.choose({ carryPlaces: false });
  await file.judge();
  expect(file.summary().counts).toMatchObject({ new: 3, refused: 6 });
});

test('a place that a single row lacks is not carried by itself', async () => {
  const rows = [
    ['社区', '姓名', '身份证号'],
    ['甲村', '钱磊军', '371323196602020037'],
    [null, '孙涛艳', '371323196703030058'],
    ['丙村', '李桂', '371323196804040079'],
    ['丁村', '周建兰', '37132319690505009X'],
  ];
  const file = await ImportCalls.judged(program.deps, rows);
  expect(file.state().carried).toEqual({ cells: 1, proposed: false });
  expect(file.summary().counts).toMatchObject({ new: 3, refused: 1 });
});

test.each(['一社区一表.xlsx', '一社区一表-有社区列.xlsx'])('%s: a sheet a community, all at once', async (name) => {
  const file = read(name);
  expect(file.state().tables.map(({ chosen }) => chosen)).toEqual([true, true, true]);
  expect(file.state().people).toBe(9);
  expect(Object.values(file.state().labels)).toEqual(['“东风社区”', '“西关社区”', '“河湾村”']);
  const rows = await written(file);
  expect(rows.slice(0, 6)).toEqual(nine);
  expect(rows[6]).toBe('王霞红 371323197208080159 13953967778 河湾村');
});

test('a sheet that is left out stays out, and a stated community is the one that counts', async () => {
  const file = read('一社区一表.xlsx');
  file.chooseTables([
    { index: 0, chosen: true, place: '东风社区' },
    { index: 1, chosen: false, place: '' },
    { index: 2, chosen: true, place: '新村' },
  ]);
  await file.judge();
  expect(file.rows('new').map(({ at }) => at)).toContain('“河湾村”第 4 行');
  await file.commit();
  expect(people().map((row) => row.split(' ').at(-1))).toEqual([
    ...Array.from({ length: 3 }, () => '东风社区'),
    ...Array.from({ length: 3 }, () => '新村'),
  ]);
});

test('formulas that were never calculated stop the import with what to do', async () => {
  const file = read('公式未计算.xlsx');
  expect(file.state().stops.join()).toContain('公式还没有计算');
  await expect(file.judge()).rejects.toThrow('请用 WPS 或 Excel 打开这个文件，保存一次');
  file.choose({}, { 性别: null, 出生年月: null, 联系电话: null });
  expect(await written(file)).toHaveLength(3);
});

test('rows that are hidden are said and left out, unless the person takes them', async () => {
  const file = read('筛选后隐藏行.xlsx');
  const { hiddenPeople, people: shown } = file.state();
  expect(hiddenPeople).toBeGreaterThan(0);
  expect(shown + hiddenPeople).toBe(6);
  file.choose({ takeHidden: true });
  expect(file.state().people).toBe(6);
  file.choose({ takeHidden: false });
  expect(await written(file)).toHaveLength(shown);
});

test('two tables beside each other are both read', async () => {
  const file = read('左右两栏.xlsx');
  expect(file.state().tables.map(({ name, people: own, chosen }) => [name, own, chosen])).toEqual([
    ['左边', 3, true],
    ['右边', 3, true],
  ]);
  expect(await written(file)).toEqual([
    '钱磊军 - 13953912345 甲社区',
    '孙涛艳 - 13953920264 乙社区',
    '李桂 - 13953928183 丙社区',
    '卫明磊 - 13953991535 丁社区',
    '蒋英 - 13953999454 戊社区',
    '沈国娟 - 13954007373 己社区',
  ]);
});

test('a second table below is read by its own columns', async () => {
  const file = read('上下两张表列序不同.xlsx');
  expect(await written(file)).toEqual([
    '钱磊军 371323196602020037 13953912345 甲社区',
    '孙涛艳 371323196703030058 13953920264 乙社区',
    '郑艳 371323197107070138 13953951940 丙村',
    '王霞红 371323197208080159 13953959859 丁村',
  ]);
});

test('what stands under 网格长 never becomes the worker', async () => {
  const file = read('网格长与专职网格员.xlsx');
  expect(file.state().columns.map(({ field }) => field)).toEqual([
    null,
    'community',
    'gridName',
    null,
    null,
    'name',
    'idNumber',
    'mobile',
  ]);
  expect(file.state().columns[3]?.remark).toBe('是网格长的，不写给网格员');
  file.choose({}, { '网格长/姓名': 'name', '专职网格员/姓名': null });
  await expect(file.judge()).rejects.toThrow('姓名取自“网格长”，身份证号、手机号码取自“网格员”');
  file.choose({}, { '网格长/姓名': null, '专职网格员/姓名': 'name' });
  expect(await written(file)).toEqual([
    '钱磊军 371323196602020037 13953912345 甲社区',
    '孙涛艳 371323196703030058 13953920264 乙社区',
    '李桂 371323196804040079 13953928183 丙社区',
  ]);
});

test.each(['专职网格员姓名.xlsx', '出生地.xlsx'])('%s: titles are known by the whole', async (name) => {
  const rows = await written(read(name));
  expect(rows).toHaveLength(3);
  expect(rows[0]).toBe('钱磊军 371323196602020037 13953912345 甲社区');
});

test('a table far to the right is found', async () => {
  const file = read('花名册在第250列.xlsx');
  expect(file.state().columns[0]?.letters).toBe('IQ');
  expect((await written(file)).length).toBeGreaterThan(0);
});

test('samples and notes are no people', async () => {
  const file = read('示例行与尾注.xlsx');
  expect(file.state().leftOut.map(({ row, reason }) => [row, reason])).toEqual([
    [1, 'title'],
    [2, 'header'],
    [3, 'sample'],
    [4, 'sample'],
    [8, 'remark'],
    [9, 'remark'],
    [10, 'signature'],
    [11, 'total'],
    [12, 'total'],
  ]);
  expect(await written(file)).toHaveLength(3);
});

test('who is struck through is said, and not ticked', async () => {
  const file = read('划线表示离职.xlsx');
  expect(file.state().struckPeople).toBe(1);
  await file.judge();
  expect(file.rows('new').filter(({ ticked }) => !ticked)).toMatchObject([{ remark: '划了删除线' }]);
  await file.commit();
  expect(people()).toHaveLength(2);
});

test('the sheet that was open when the file was saved is the one, and the other is offered', () => {
  const file = read('旧表行数多-当前表是2026.xlsx');
  expect(file.state().tables.map(({ name, chosen }) => [name, chosen])).toEqual([
    ['“2025年旧表”', false],
    ['“2026年”', true],
  ]);
  expect(file.state().tables.map(({ why }) => why)).toEqual([
    '表名或标题里写着“旧”，没有读入；要读入请勾选',
    '保存文件时打开的就是这张表',
  ]);
});

test('what was learned for a header survives another month in the title, and can be changed in a list', async () => {
  const { imports } = program.caller;
  const upload = async (name: string): Promise<string> => {
    const body = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures/messy', name)));
    const answer = await program.fetch(`/files/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body });
    const { id } = (await answer.json()) as { id: string };
    await finished(await imports.start({ uploadId: id }));
    return (await imports.current()).import?.id ?? '';
  };
  const finished = async ({ jobId }: { jobId: string }): Promise<void> => {
    for (;;) {
      const { phase, error } = await program.caller.jobs.state({ id: jobId });
      if (phase === 'done') return;
      if (phase !== 'running') throw new Error(`${phase}: ${error}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  };
  const id = await upload('9月.xlsx');
  const state = (await imports.current()).import;
  const fields = state?.columns.map(({ field }) => (field === 'mobile' ? null : field)) ?? [];
  if (state) await imports.chooseColumns({ id, fields, options: state.options });
  await finished(await imports.judge({ id }));
  await upload('10月.xlsx');
  expect((await imports.current()).import).toMatchObject({ remembered: true });
  expect((await imports.current()).import?.columns.map(({ field }) => field)).toEqual(fields);
  const [known] = await imports.remembered();
  expect(known).toMatchObject({ fileName: '9月.xlsx', day: '2026-09-28' });
  expect(known?.columns.map(({ title }) => title)).toEqual(['序号', '村（社区）名称', '姓名', '身份证号', '联系电话']);
  const signature = known?.signature ?? '';
  await imports.changeRemembered({ signature, columns: [null, 'community', 'name', 'idNumber', 'mobile'] });
  await upload('9月.xlsx');
  expect((await imports.current()).import?.columns.at(-1)?.field).toBe('mobile');
  await imports.changeRemembered({ signature, columns: null });
  expect(await imports.remembered()).toEqual([]);
});

test('what the header says of the community goes to the community, where the person wishes it', async () => {
  const titles = ['社区', '社区书记', '社区联系电话', '姓名', '身份证号', '联系电话'];
  const rows = [
    ['甲社区', '孙书记', '0539-2251111', '钱磊军', '371323196602020037', '13953912345'],
    ['甲社区', '孙书记', '0539-2251111', '孙涛艳', '371323196703030058', '13953920264'],
    ['乙社区', '周书记', '0539-2252222', '李桂', '371323196804040079', '13953928183'],
  ];
  const offices = () =>
    program
      .office()
      .db.prepare<[]>(
        'SELECT place_version.name, secretary, phone FROM place JOIN place_version ON place_version.place_id = place.id ORDER BY place.id',
      )
      .all();
  const grids = rows.map((row, index) => [...row, `第${index + 1}网格`]);
  const file = ImportCalls.read(program.deps, '花名册.xlsx', workbookOf([[...titles, '网格'], ...grids]));
  expect(file.state().columns.map(({ field }) => field)).toEqual([
    'community',
    null,
    null,
    'name',
    'idNumber',
    'mobile',
    'gridName',
  ]);
  expect(
    file
      .state()
      .columns.map(({ remark }) => remark)
      .filter(Boolean),
  ).toEqual(['是社区书记的，可选“社区书记”写给社区', '是社区（村居）的，可选“社区联系电话”写给社区']);
  file.choose({}, { 社区书记: 'secretary', 社区联系电话: 'communityPhone' });
  expect(await written(file)).toHaveLength(3);
  expect(offices()).toEqual([
    { name: '甲社区', secretary: '孙书记', phone: '0539-2251111' },
    { name: '乙社区', secretary: '周书记', phone: '0539-2252222' },
  ]);
  const later = grids.map((row) => row.with(2, '0539-2253333'));
  const again = ImportCalls.read(program.deps, '花名册.xlsx', workbookOf([[...titles, '网格'], ...later]));
  again.choose({}, { 社区书记: 'secretary', 社区联系电话: 'communityPhone' });
  await again.judge();
  expect(again.rows('changed')[0]?.cells.communityPhone).toMatchObject({ old: '0539-2251111', value: '0539-2253333' });
  await again.commit();
  expect(offices()).toMatchObject([{ phone: '0539-2253333' }, { phone: '0539-2253333' }]);
  const torn = later.map((row, index) => (index === 1 ? row.with(2, '0539-2254444') : row));
  const differing = ImportCalls.read(program.deps, '花名册.xlsx', workbookOf([[...titles, '网格'], ...torn]));
  differing.choose({}, { 社区书记: 'secretary', 社区联系电话: 'communityPhone' });
  await differing.judge();
  expect(differing.issues().map(({ row, reason }) => [row, reason])).toEqual([
    [2, '与第 3 行的社区联系电话不同，请改成一样'],
    [3, '与第 2 行的社区联系电话不同，请改成一样'],
  ]);
});

test('what was typed and unticked stays by its row, whichever tables are read', async () => {
  const file = read('一社区一表.xlsx');
  await file.judge();
  const [, west] = file.rows('new').filter(({ at }) => at.includes('西关社区'));
  const row = west?.row ?? 0;
  await file.mend(row, 'name', '吴静钢');
  file.tick('new', [row], false);
  file.chooseTables([{ index: 0, chosen: false, place: '东风社区' }]);
  await file.judge();
  expect(file.rows('new').find((each) => each.row === row)).toMatchObject({
    name: '吴静钢',
    ticked: false,
    at: '“西关社区”第 4 行',
  });
  file.choose({ takeHidden: true });
  await file.judge();
  expect(file.rows('new').find((each) => each.row === row)).toMatchObject({ name: '吴静钢', ticked: false });
});

const heads = ['序号', '网格名称', '姓名', '身份证号', '联系电话'];
const someone = (number: number): unknown[] => rosterRow(number).slice(0, 3);
/** Rows of a list: number, grid, name, ID number, mobile. */
const lines = (from: number, count: number): unknown[][] =>
  Array.from({ length: count }, (_, index) => [index + 1, `第${from + index}网格`, ...someone(from + index)]);
const judgedRows = async (rows: readonly unknown[][]): Promise<ImportCalls> => {
  const file = ImportCalls.read(program.deps, '花名册.xlsx', workbookOf(rows));
  await file.judge();
  return file;
};
const places = (file: ImportCalls): string[] => file.rows('new').map(({ grid }) => grid.split(' ')[0] ?? '');

test('a second title of another community begins another table, and the same title printed again none', async () => {
  const east = [['东风社区网格员花名册'], heads, ...lines(1, 2)];
  const file = await judgedRows([...east, [], ['西关社区网格员花名册'], heads, ...lines(3, 1)]);
  expect(file.state().tables.map(({ place, people: own }) => [place, own])).toEqual([
    ['东风社区', 2],
    ['西关社区', 1],
  ]);
  expect(places(file)).toEqual(['东风社区', '东风社区', '西关社区']);
  const again = await judgedRows([...east, [], ['东风社区网格员花名册'], heads, ...lines(3, 1)]);
  expect(again.state().tables).toHaveLength(1);
  expect(again.state().people).toBe(3);
});

test('a band between people says the community of those below it', async () => {
  const file = await judgedRows([
    ['专职网格员花名册'],
    heads,
    ['一、东风社区'],
    ...lines(1, 2),
    ['二、西关社区（1人）'],
    ...lines(3, 1),
  ]);
  expect(places(file)).toEqual(['东风社区', '东风社区', '西关社区']);
  expect(file.rows('new').map(({ cells }) => cells.community?.note)).toEqual(['按分段标题', '按分段标题', '按分段标题']);
});

test('what is written once reaches over no blank row and no band', async () => {
  const titles = ['社区', ...heads.slice(1)];
  const row = (place: string | null, number: number): unknown[] => [place, `第${number}网格`, ...someone(number)];
  const file = ImportCalls.read(
    program.deps,
    '花名册.xlsx',
    workbookOf([titles, row('东风社区', 1), row(null, 2), row(null, 3), [], row(null, 4), ['西关社区'], row(null, 5)]),
  );
  expect(file.state().options.carryPlaces).toBe(true);
  await file.judge();
  expect(places(file)).toEqual(['东风社区', '东风社区', '东风社区', '西关社区']);
  expect(file.issues()).toMatchObject([{ row: 6, reason: expect.stringContaining('没有写社区') }]);
});

test.each<[what: string, column: string, value: string, remark: string]>([
  ['a status', '人员状态', '离职', '人员状态：离职'],
  ['not being there', '是否在岗', '否', '是否在岗：否'],
  ['a day of leaving', '离职时间', '2026-03-01', '离职时间：2026-03-01'],
  ['another role', '职务', '网格长', '职务：网格长'],
  ['a remark', '备注', '2026年3月离职', '备注：2026年3月离职'],
])('%s keeps a row from being ticked, and says so', async (_what, column, value, remark) => {
  const file = await judgedRows([
    ['社区', ...heads.slice(1), column],
    ['东风社区', '第1网格', ...someone(1), ''],
    ['东风社区', '第2网格', ...someone(2), value],
  ]);
  expect(file.state().othersPeople).toBe(1);
  expect(file.rows('new').map(({ ticked, remark: said }) => [ticked, said])).toEqual([
    [true, ''],
    [false, remark],
  ]);
});

test('a section of leavers isn’t ticked, and a list of others isn’t read', async () => {
  const file = await judgedRows([['东风社区专职网格员花名册'], heads, ...lines(1, 2), ['离职人员'], ...lines(3, 1)]);
  expect(file.rows('new').map(({ ticked, remark }) => [ticked, remark])).toEqual([
    [true, ''],
    [true, ''],
    [false, '在“离职”一段里'],
  ]);
  const leaders = ImportCalls.read(program.deps, '花名册.xlsx', workbookOf([['东风社区网格长花名册'], heads, ...lines(1, 2)]));
  expect(leaders.state()).toMatchObject({
    people: 0,
    tables: [{ chosen: false, why: '表名或标题里写着“网格长”，没有读入；要读入请勾选' }],
  });
  const two = ImportCalls.read(
    program.deps,
    '花名册.xlsx',
    workbookOf([['东风社区、西关社区专职网格员花名册'], heads, ...lines(1, 2)]),
  );
  expect(two.state().tables).toMatchObject([{ chosen: true, place: '' }]);
});
