// What one cell means, from files that offices have: each cell is refused, asked about, or shown as changed; what goes in is compared
// with the rows of the roster.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportField } from '../../shared/imports/fields.ts';
import { type FileImport, importFile, judgeFile } from '../harness/imports.ts';
import { openProgram, testDay } from '../harness/program.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures', name)));

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const stored = (columns: string): unknown[] =>
  program.office().db.prepare(`SELECT ${columns} FROM worker ORDER BY id`).raw().all();

const csv = (titles: readonly string[], ...rows: readonly string[][]): Uint8Array =>
  new TextEncoder().encode(
    [titles, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );

const said = async (file: FileImport): Promise<unknown[]> =>
  (await file.issues()).map(({ row, field, level, reason }) => [row, field, level, reason]);

const answer = (file: FileImport, row: number, field: ImportField, decision: string): Promise<unknown> =>
  file.ask('decide', { row, question: field, decision });

describe('formula errors', () => {
  test('are refused where the row can’t do without the field, left out and shown elsewhere', async () => {
    const { file, result } = await importFile(program.deps, '花名册.xlsx', fixture('cells-errors.xlsx'));
    const wrong = '是公式或系统出错的结果，不是填写的内容，请改正后再导入';
    expect(await said(file)).toEqual([
      [6, 'community', 'refuse', wrong],
      [7, 'mobile', 'refuse', wrong],
      [8, 'compound', 'refuse', wrong],
    ]);
    expect(result.added).toBe(7);
    expect(stored('name, education, politics, employer, ethnicity, property_company_id, note')).toEqual([
      ['钱磊军', '大专', '群众', '街道', '汉族', null, null],
      ['孙涛艳', null, '群众', '街道', '汉族', null, null],
      ['李桂', '大专', null, '街道', '汉族', null, null],
      ['周建兰', '大专', '群众', null, '汉族', null, null],
      ['冯萍国', '大专', '群众', '街道', null, null, null],
      ['陈芳', '大专', '群众', '街道', '汉族', null, null],
      ['褚军静', '大专', '群众', '街道', '汉族', null, null],
    ]);
    const words = program.office().db.prepare(`SELECT value FROM dictionary_entry WHERE value GLOB '#*'`).all();
    expect(words).toEqual([]);
    expect((await file.summary()).tidiedCells).toBe(6);
  });

  test('0 and what programs write for nothing are no words', async () => {
    const titles = ['社区', '姓名', '联系电话', '学历', '管理单位', '小区', '备注'];
    const file = await judgeFile(
      program.deps,
      '花名册.csv',
      csv(
        titles,
        ['甲社区', '赵建国', '13953912345', '0', 'NULL', '', 'nan'],
        ['甲社区', '0', '13953912346', '', '', '', ''],
        ['甲社区', 'None', '13953912347', '', '', '', ''],
        ['0', '李桂', '13953912348', '', '', '', ''],
      ),
    );
    expect(await said(file)).toEqual([
      [2, 'education', 'convert', '可能是公式没有查到内容'],
      [3, 'name', 'refuse', '不是姓名，空缺的网格请不要写在花名册里'],
      [4, 'name', 'refuse', '是公式或系统出错的结果，不是填写的内容，请改正后再导入'],
      [5, 'community', 'refuse', '可能是公式没有查到内容，请改正后再导入'],
    ]);
    await answer(file, 2, 'education', 'confirmed');
    await file.commit();
    expect(stored('name, education, employer, note')).toEqual([['赵建国', null, null, null]]);
  });
});

describe('days', () => {
  test('the day before the time is the day', async () => {
    const { result } = await importFile(program.deps, '系统导出.csv', fixture('cells-days-with-time.csv'));
    expect(result.added).toBe(5);
    expect(stored('name, started_work')).toEqual([
      ['钱磊军', '2019-07'],
      ['孙涛艳', '2019-07'],
      ['李桂', '2019-07'],
      ['周建兰', '2019-07'],
      ['吴静刚', '2019-07'],
    ]);
    const first = program.office().db.prepare('SELECT first_day, first_day_precision FROM posting ORDER BY id').raw().all();
    expect(first).toEqual([
      ['2023-07-15', 'day'],
      ['2023-12-31', 'day'],
      ['2023-07-15', 'day'],
      ['2023-07-01', 'month'],
      ['2023-07-01', 'month'],
    ]);
  });

  test('a spaced month is that month, and one that is still to come is refused', async () => {
    const { file } = await importFile(program.deps, '出生年月.csv', fixture('cells-months-spaced.csv'));
    expect(await said(file)).toEqual([[4, 'birthMonth', 'refuse', '这个月还没有到，请核对']]);
    expect(stored('name, birth_month')).toEqual([
      ['赵建国', '1985-03'],
      ['钱爱华', '1985-11'],
    ]);
  });

  test('a child, and who began as one, are noticed', async () => {
    const file = await judgeFile(
      program.deps,
      '花名册.csv',
      csv(
        ['社区', '姓名', '出生年月', '参加工作时间'],
        ['甲社区', '赵建国', '2015.03', ''],
        ['乙社区', '钱爱华', '1985.03', '1999.05'],
        ['丙社区', '孙晓东', '1985.03', '2001.03'],
        ['丁社区', '李桂', '1915.03', ''],
      ),
    );
    expect(await said(file)).toEqual([
      [2, 'birthMonth', 'refuse', '按这个出生年月，现在不到 16 岁或超过 100 岁，请核对'],
      [3, 'startedWork', 'confirm', '那时还不到 16 岁，请核对'],
      [5, 'birthMonth', 'refuse', '按这个出生年月，现在不到 16 岁或超过 100 岁，请核对'],
    ]);
    await answer(file, 3, 'startedWork', 'confirmed');
    await file.commit();
    const again = await judgeFile(
      program.deps,
      '花名册.csv',
      csv(['社区', '姓名', '出生年月', '参加工作时间'], ['乙社区', '钱爱华', '1985.03', '1999.05']),
    );
    // What was looked at once is known.
    expect(await said(again)).toEqual([]);
  });
});

test('a character that was stored in another form is found by the common one, and the other way round', async () => {
  const worker = { name: '方芳' };
  await program.caller.roster.workers.add({ worker, posting: null });
  await program.caller.roster.workers.add({ worker: { name: '李䶮' }, posting: null });
  // As an earlier program stored them.
  program.office().db.exec("UPDATE worker SET name = '⽅芳' WHERE name = '方芳'");
  program.office().db.exec("UPDATE worker SET name = '李\ue863' WHERE name = '李䶮'");
  for (const search of ['方芳', '⽅芳', '李䶮', '李\ue863']) {
    const { rows } = await program.caller.roster.workers.list({ asOf: testDay, search });
    expect([search, rows.length]).toEqual([search, 1]);
    const found = await program.caller.search.everything({ text: search, limit: 5 });
    expect([search, found.flatMap((group) => group.rows).length]).toEqual([search, 1]);
  }
});

test('two people in a cell are never one', async () => {
  const file = await judgeFile(program.deps, '花名册.xlsx', fixture('cells-two-people.xlsx'));
  const several = '一格里像是几个人的姓名，请每人单独写一行；少数民族姓名中间请用“·”连接';
  expect((await said(file)).filter((issue) => String((issue as unknown[])[3]).includes('几个人'))).toEqual([
    [6, 'name', 'refuse', several],
    [7, 'name', 'refuse', several],
    [8, 'name', 'refuse', several],
  ]);
});

describe('placeholders', () => {
  test('are empty cells, and shown as such; 同上 of a telephone has to be written out', async () => {
    const { file, result } = await importFile(program.deps, '花名册.xlsx', fixture('cells-placeholders.xlsx'));
    expect(await said(file)).toEqual([[8, 'mobile', 'refuse', '没有写明是什么，请写出来']]);
    expect(result.added).toBe(6);
    expect(stored('name, mobile, landline, birth_month, sex, ethnicity')).toEqual([
      ['钱磊军', null, null, '1966-02', 'male', '汉族'],
      ['孙涛艳', null, null, '1967-03', 'male', '汉族'],
      ['李桂', null, null, '1968-04', 'male', '汉族'],
      ['周建兰', null, null, '1969-05', 'male', '汉族'],
      ['吴静刚', null, null, '1970-06', 'male', '汉族'],
      ['郑艳', null, null, '1971-07', 'male', '汉族'],
    ]);
    const rows = await file.ask('rows', { tab: 'new', offset: 0, limit: 10 });
    expect(
      rows.map(
        ({ cells }) =>
          [cells.mobile, cells.birthMonth, cells.firstDay, cells.sex].find((cell) => cell?.tidied !== undefined)?.tidied,
      ),
    ).toEqual(['无', '/', '/', undefined, undefined, '/']);
    expect(rows[3]?.cells.firstDay).toEqual({ value: '不详', note: '表中写“-”' });
    expect(rows[0]?.cells.mobile).toMatchObject({ value: '', note: '表中写“无”，当作没有填写' });
  });

  test('同上 is the last thing that was said above, once somebody agrees', async () => {
    const file = await judgeFile(
      program.deps,
      '花名册.csv',
      csv(
        ['社区', '网格名称', '姓名', '联系电话', '管理单位'],
        ['甲社区', '第一网格', '赵建国', '13953912345', '街道'],
        ['同上', '第二网格', '钱爱华', '13953912346', '〃'],
        ['〃', '第三网格', '孙晓东', '13953912347', '同上'],
        ['乙社区', '第四网格', '李桂', '13953912348', ''],
        ['乙社区', '第五网格', '周建兰', '13953912349', '同上'],
      ),
    );
    expect(await said(file)).toEqual([
      [3, 'community', 'convert', '同上应当写“甲社区”，请核对'],
      [3, 'employer', 'convert', '同上应当写“街道”，请核对'],
      [4, 'community', 'convert', '同上应当写“甲社区”，请核对'],
      [4, 'employer', 'convert', '同上应当写“街道”，请核对'],
      [6, 'employer', 'refuse', '没有写明是什么，请写出来'],
    ]);
    for (const row of [3, 4]) for (const field of ['community', 'employer'] as const) await answer(file, row, field, 'confirmed');
    await file.commit();
    expect(stored('name, employer')).toEqual([
      ['赵建国', '街道'],
      ['钱爱华', '街道'],
      ['孙晓东', '街道'],
      ['李桂', null],
    ]);
    const places = program.office().db.prepare('SELECT name FROM place_version ORDER BY id').pluck().all();
    expect(places).toEqual(['甲社区', '乙社区']);
  });
});

describe('characters', () => {
  test('go in in their common form, and one of private use is asked about', async () => {
    const file = await judgeFile(program.deps, '花名册.xlsx', fixture('cells-odd-characters.xlsx'));
    expect((await file.issues()).map(({ row, field, level, choices }) => [row, field, level, choices])).toEqual([
      [2, 'name', 'convert', [{ value: 'confirmed', label: '姓名写“李䶮”' }]],
    ]);
    await answer(file, 2, 'name', 'confirmed');
    await file.commit();
    expect(stored('name, initials')).toEqual([
      ['李䶮', 'ly'],
      ['方芳', 'ff'],
      ['马东', 'md'],
      ['王﨑', 'w'],
    ]);
    for (const search of ['方芳', '⽅芳', '马东', '⻢东', '李䶮', '李\ue863', 'ff']) {
      const found = await program.caller.search.everything({ text: search, limit: 5 });
      expect([search, found.flatMap(({ rows }) => rows).length]).toEqual([search, 1]);
    }
  });

  test('a damaged byte is refused in whatever field', async () => {
    const titles = ['社区', '小区', '网格名称', '姓名', '联系电话', '学历', '物业公司', '备注'];
    const good = ['甲社区', '甲小区', '一号网格', '赵建国', '13953912345', '大专', '甲物业', '好'];
    const rows = good.map((_, index) => good.map((cell, at) => (at === index ? `${cell}\ufffd` : cell)));
    rows.push(['乙社区', '\ufffd\ufffd', '', '钱爱华', '13953912346', '', '', '']);
    const file = await judgeFile(program.deps, '花名册.csv', csv(titles, ...rows));
    const issues = await file.issues();
    expect(issues.filter(({ reason }) => reason.includes('乱码')).map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await file.summary()).counts).toMatchObject({ refused: 9, held: 0, new: 0 });
  });

  test('marks that nobody sees are no part of a word, a place or a note', async () => {
    const file = await judgeFile(
      program.deps,
      '花名册.csv',
      csv(
        ['社区', '姓名', '联系电话', '学历', '备注'],
        ['\u200b甲\u00ad社区', '\u202a赵建国\u202c', '139\u20605391\u200b2345', '大\u200d专\ufe0f', '⻓期\u00a0驻守\ue000'],
      ),
    );
    expect(await said(file)).toEqual([[2, 'note', 'confirm', '有本机造字，别的电脑上可能看不到，请核对']]);
    await answer(file, 2, 'note', 'confirmed');
    await file.commit();
    expect(stored('name, mobile, education, note')).toEqual([['赵建国', '13953912345', '大专', '长期 驻守\ue000']]);
    expect(program.office().db.prepare('SELECT name FROM place_version').pluck().all()).toEqual(['甲社区']);
  });
});

describe('numbers', () => {
  const titles = ['社区', '姓名', '身份证号', '联系电话', '备注'];
  const read = (...rows: string[][]): Promise<FileImport> => judgeFile(program.deps, '花名册.csv', csv(titles, ...rows));

  test('whatever is typed for the X at the end is one, and shown so; a mask is none', async () => {
    const file = await read(
      ['甲社区', '周建兰', '37132319690505009×', '', ''],
      ['乙社区', '李桂', '37132319690505009*', '', ''],
      ['丙社区', '钱磊军', '371323********0037', '', ''],
    );
    const masked = '号码被遮住了几位，请对照原件填写完整号码';
    expect(await said(file)).toEqual([
      [3, 'idNumber', 'refuse', masked],
      [4, 'idNumber', 'confirm', '号码中间用 * 隐去，台账中也没有这个人的完整号码，不能写入，请填写完整号码'],
    ]);
    expect(await file.ask('rows', { tab: 'new', offset: 0, limit: 9 })).toMatchObject([
      { cells: { idNumber: { value: expect.stringMatching(/X$/), tidied: expect.stringMatching(/×$/) } } },
    ]);
    await file.commit();
    expect(stored('id_number')).toEqual([['37132319690505009X']]);
  });

  test('of two mobiles one is chosen; a mobile and a landline are both kept; a short number is named', async () => {
    const file = await read(
      ['甲社区', '赵建国', '', '13953912345/13953920264', ''],
      ['乙社区', '钱爱华', '', '13953912346 0539-2251234', ''],
      ['丙社区', '孙晓东', '', '13953912347/661234', ''],
      ['丁社区', '李桂', '', '1395391234813953920265', ''],
      ['戊社区', '周建兰', '', '0539-2251234转801', ''],
      ['己社区', '吴静刚', '', '139****2349', ''],
    );
    expect(await said(file)).toEqual([
      [2, 'mobile', 'convert', '一格里有 2 个手机号码，只能写一个，请选本人的'],
      [4, 'mobile', 'convert', '短号 661234 不会写入'],
      [5, 'mobile', 'convert', '一格里有 2 个手机号码，只能写一个，请选本人的'],
      [7, 'mobile', 'refuse', '号码被遮住了几位，请填写完整号码'],
    ]);
    const [first] = await file.issues();
    expect(first?.choices).toEqual([
      { value: '13953912345', label: '写 13953912345' },
      { value: '13953920264', label: '写 13953920264' },
    ]);
    const shown = await file.ask('rows', { tab: 'new', offset: 0, limit: 9 });
    expect(shown[0]?.cells.mobile).toMatchObject({ value: '13953912346、0539-2251234' });
    await answer(file, 2, 'mobile', '13953920264');
    await answer(file, 4, 'mobile', 'confirmed');
    await answer(file, 5, 'mobile', '13953912348');
    await file.commit();
    expect(stored('name, mobile, landline')).toEqual([
      ['赵建国', '13953920264', null],
      ['钱爱华', '13953912346', '0539-2251234'],
      ['孙晓东', '13953912347', null],
      ['李桂', '13953912348', null],
      ['周建兰', null, '0539-2251234-801'],
    ]);
  });

  test('whoever the roster knows by one of two mobiles isn’t taken for somebody new', async () => {
    await (await read(['甲社区', '赵建国', '', '13953920264', ''])).commit();
    const file = await read(['甲社区', '赵建国', '', '13953912345/13953920264', '']);
    await answer(file, 2, 'mobile', '13953920264');
    expect((await file.summary()).counts).toMatchObject({ new: 0, same: 1 });
    await answer(file, 2, 'mobile', '13953912345');
    expect((await file.summary()).counts).toMatchObject({ new: 0, changed: 1 });
    await file.commit();
    expect(stored('name, mobile')).toEqual([['赵建国', '13953912345']]);
  });

  test('an ID number goes nowhere but in its own column', async () => {
    const file = await read(
      ['甲社区', '周建兰', '', '13953912345', '原号37132319690505009X已换'],
      ['371323196804040079', '李桂', '', '13953912346', ''],
    );
    expect(await said(file)).toEqual([
      [2, 'note', 'convert', '备注里有身份证号，完整号码只能写在“身份证号”一栏'],
      [3, 'community', 'refuse', '里有身份证号，不能写在这一栏，请核对是不是错了一列'],
    ]);
    await answer(file, 2, 'note', 'confirmed');
    await file.commit();
    expect(stored('name')).toEqual([['周建兰']]);
    expect(JSON.stringify(stored('*'))).not.toContain('37132319690505009X');
  });
});

describe('names', () => {
  const titles = ['社区', '姓名', '联系电话', '是否原计生专职查访员'];
  const read = (...rows: string[][]): Promise<FileImport> => judgeFile(program.deps, '花名册.csv', csv(titles, ...rows));

  test('that seldom are one are asked about', async () => {
    const file = await read(
      ['甲社区', '古丽巴哈尔阿不都热合曼', '13953912345', ''],
      ['乙社区', '王明（组长）', '13953912346', ''],
      ['丙社区', 'Maria Garcia', '13953912347', ''],
      ['丁社区', '王 明', '13953912348', ''],
      ['戊社区', '王主任', '13953912349', ''],
      ['己社区', '王明13953912340', '', ''],
      ['庚社区', '古丽\ue863巴哈尔阿不都（兼）', '13953912341', ''],
    );
    expect((await file.issues()).map(({ row, level, choices }) => [row, level, choices[0]?.label ?? null])).toEqual([
      [2, 'confirm', '已核对，照写'],
      [3, 'convert', '姓名写“王明”'],
      [4, 'confirm', '已核对，照写'],
      [6, 'refuse', null],
      [7, 'refuse', null],
      [8, 'convert', '姓名写“古丽䶮巴哈尔阿不都”'],
    ]);
    for (const row of [2, 3, 4, 8]) await answer(file, row, 'name', 'confirmed');
    await file.commit();
    expect(stored('name')).toEqual([['古丽巴哈尔阿不都热合曼'], ['王明'], ['Maria Garcia'], ['王明'], ['古丽䶮巴哈尔阿不都']]);
    // Whoever is known by that name isn't asked about again.
    const again = await read(['甲社区', '古丽巴哈尔阿不都热合曼', '13953912345', '']);
    expect(await said(again)).toEqual([]);
  });

  test('without a number, that somebody else has too, are asked about', async () => {
    await (await read(['甲社区', '赵建国', '13953912345', ''])).commit();
    const file = await read(['乙社区', '赵建国', '', ''], ['丙社区', '李桂', '', ''], ['丁社区', '李桂', '13953912347', '']);
    await file.choose({ mayCreatePlaces: true });
    await file.judge();
    expect(await said(file)).toEqual([
      [2, 'name', 'confirm', '台账中已有赵建国，按表中的号码无法确定是不是同一个人，请选择，或补上身份证号'],
      [4, 'name', 'confirm', '与第 3 行姓名相同，按表中的内容无法确定是不是同一个人，请选择，或补上身份证号'],
    ]);
  });

  test('an answer that is neither yes nor no is asked about', async () => {
    const file = await read(
      ['甲社区', '赵建国', '13953912345', '☑'],
      ['乙社区', '钱爱华', '13953912346', '×'],
      ['丙社区', '孙晓东', '13953912347', '大概'],
      ['丁社区', '李桂', '13953912348', '/'],
      ['戊社区', '周建兰', '13953912349', 'Ｙ'],
    );
    expect(await said(file)).toEqual([[4, 'formerFamilyPlanning', 'convert', '看不出是“是”还是“否”，请选一个']]);
    await answer(file, 4, 'formerFamilyPlanning', 'no');
    await file.commit();
    expect(stored('former_family_planning')).toEqual([[1], [0], [0], [null], [1]]);
  });
});

test('a second grid of one name in a community is asked about', async () => {
  const titles = ['社区', '网格名称', '网格编码', '姓名', '联系电话'];
  const first = await judgeFile(
    program.deps,
    '花名册.csv',
    csv(
      titles,
      ['甲社区', '第一网格', '371323001001001', '赵建国', '13953912345'],
      ['甲社区', '第一 网格', '371323001001002', '钱爱华', '13953912346'],
      ['乙社区', '第一网格', '371323001002001', '孙晓东', '13953912347'],
    ),
  );
  expect(await said(first)).toEqual([
    [2, 'gridName', 'confirm', '“甲社区”在第 3 行里另有一个同名的网格，编码不同，请核对'],
    [3, 'gridName', 'confirm', '“甲社区”在第 2 行里另有一个同名的网格，编码不同，请核对'],
  ]);
  await answer(first, 2, 'gridName', 'confirmed');
  await first.commit();
  const later = await judgeFile(
    program.deps,
    '花名册.csv',
    csv(titles, ['甲社区', '第一网格', '371323001001003', '李桂', '13953912348']),
  );
  await later.choose({ mayCreatePlaces: true });
  await later.judge();
  expect(await said(later)).toEqual([[2, 'gridName', 'confirm', '“甲社区”在台账里另有一个同名的网格，编码不同，请核对']]);
});

describe('numbers that lost their zero', () => {
  const asked = '可能是 1 月，也可能是 10 月少了一个 0，请选一个';
  const rows = [
    ['社区', '姓名', '出生年月', '上岗日期'],
    ['甲社区', '赵建国', '1985.1', '2020.10'],
    ['甲社区', '李桂', '1986.3', '2020.1'],
  ];

  test('are asked about in their own column, whatever another one keeps', async () => {
    const [titles = [], ...people] = rows;
    const file = await judgeFile(program.deps, '花名册.csv', csv(titles, ...people));
    expect((await said(file)).slice(0, 1)).toEqual([[2, 'birthMonth', 'convert', asked]]);
    expect((await said(file)).some((issue) => JSON.stringify(issue).includes('firstDay'))).toBe(false);
  });

  test('are asked about in a page saved as .xls too', async () => {
    const page = (cells: string[][]): Uint8Array =>
      new TextEncoder().encode(
        `<html><meta charset="utf-8"><table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`,
      );
    expect((await said(await judgeFile(program.deps, '花名册.xls', page(rows)))).slice(0, 1)).toEqual([
      [2, 'birthMonth', 'convert', asked],
    ]);
    const kept = rows.map(([place = '', name = '', , first = '']) => [
      place,
      name,
      name === '李桂' ? '1985.10' : '1985.1',
      first,
    ]);
    const titled = [rows[0] ?? [], ...kept.slice(1)];
    expect(JSON.stringify(await said(await judgeFile(program.deps, '花名册.xls', page(titled))))).not.toContain(asked);
  });
});

test.each(['xlsx', 'xls', 'built-in.xlsx', 'built-in.xls'])(
  'a month that was typed into Excel is a month, of whichever format and number (%s)',
  async (kind) => {
    const name = kind.startsWith('built-in') ? `roster-months-${kind}` : `roster-months.${kind}`;
    await importFile(program.deps, name, fixture(name));
    const days = program
      .office()
      .db.prepare(
        'SELECT name, birth_month, first_day, first_day_precision FROM worker JOIN posting ON worker_id = worker.id ORDER BY worker.id',
      )
      .raw()
      .all();
    expect(days).toEqual([
      ['赵建国', '1985-03', '2019-07-01', 'month'],
      // Somebody typed the day, and only its format hides it.
      ['李桂', '1985-03', '2019-07-05', 'day'],
      ['周建兰', '1985-03', '2019-07-01', 'day'],
      // 年d is a word in this one.
      ['冯萍国', '1985-03', '2019-07-01', 'month'],
    ]);
  },
);
