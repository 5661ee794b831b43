// Two workers in one grid, one worker in two, one row twice, two people of one name: said what it is and asked, never merged or doubled
// unseen.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const told = (file: ImportCalls) => file.issues().map(({ row, level, reason }) => [row, level, reason]);
const postings = () =>
  program
    .office()
    .db.prepare(
      `SELECT worker.name, grid_version.name AS grid, additional FROM posting JOIN worker ON worker.id = worker_id
       JOIN grid_version ON grid_version.grid_id = posting.grid_id WHERE posting.last_day IS NULL ORDER BY posting.id`,
    )
    .all();

describe('of an office’s own file', () => {
  const read = (): Promise<ImportCalls> =>
    ImportCalls.judgedFile(program.deps, {
      fileName: '一格多员一人多格.xlsx',
      bytes: new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures/grid-worker-cardinality.xlsx'))),
    });

  test('two workers of one grid are asked about, and a second grid of one is 兼任 once somebody says so', async () => {
    const file = await read();
    const reason = (row: number) => `与第 ${row} 行在同一个网格。一个网格只有一名专职网格员，请选择写入哪一行，或改正网格`;
    expect(told(file)).toEqual(
      expect.arrayContaining([
        [2, 'confirm', reason(3)],
        [3, 'confirm', reason(2)],
        [5, 'confirm', '与第 4 行是同一个人，网格不同。如果李桂同时负责“第2网格”，请选兼任'],
      ]),
    );
    await file.decide(2, 'seat', 'only');
    expect(file.rows('new').map(({ row }) => row)).toEqual(expect.arrayContaining([2, 4]));
    expect(file.rows('refused').find(({ row }) => row === 3)?.issues).toMatchObject([{ decision: 'leaveOut' }]);
    await file.decide(5, 'person', 'with 4');
    file.tick('new', null, false);
    file.tick('new', [2, 4, 5], true);
    expect(file.summary().ticked).toMatchObject({ new: 2, additional: 1 });
    expect(file.rows('new').find(({ row }) => row === 5)?.grid).toBe('兼任乙社区 第2网格');
    expect(file.summary().after.onDuty).toEqual({ before: 0, after: 2 });
    const result = await file.commit();
    expect(result).toMatchObject({ added: 2, additional: 1, summary: expect.stringContaining('新增 2 人、兼任 1 个网格') });
    expect(postings()).toEqual([
      { name: '钱磊军', grid: '第1网格', additional: 0 },
      { name: '李桂', grid: '第1网格', additional: 0 },
      { name: '李桂', grid: '第2网格', additional: 1 },
    ]);
    const again = await read();
    expect(again.rows('same').map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(told(again)).toContainEqual([3, 'refuse', expect.stringContaining('现在是钱磊军在岗')]);
  });

  test('the other one of a grid goes in where its grid is mended, and who was left out may come after all', async () => {
    const file = await read();
    await file.decide(3, 'seat', 'only');
    expect(file.rows('new').map(({ row }) => row)).toContain(3);
    await file.mend(2, 'gridName', '第3网格');
    expect(file.rows('new').map(({ row }) => row)).toEqual(expect.arrayContaining([2, 3]));
    await file.mend(2, 'gridName', null);
    expect(file.rows('held').map(({ row }) => row)).toEqual(expect.arrayContaining([2, 3]));
  });

  test('the second grid waits for the row that brings its person', async () => {
    const file = await read();
    await file.decide(5, 'person', 'with 4');
    file.tick('new', [4], false);
    expect(told(file)).toContainEqual([5, 'refuse', '李桂随第 4 行写入，第 4 行没有勾选。请先勾选第 4 行']);
    file.tick('new', [4], true);
    expect(file.rows('new').map(({ row }) => row)).toEqual(expect.arrayContaining([4, 5]));
  });
});

describe('of a street that is there', () => {
  const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '文化程度'];
  const read = (...rows: string[][]): Promise<ImportCalls> => ImportCalls.judged(program.deps, [titles, ...rows]);
  beforeEach(() => {
    makeStreet(program.office());
  });
  const first = '371323001201001';
  const second = '371323001201002';
  const number = '371323198001010115';

  test('one row twice goes in once, and the copy is told', async () => {
    const row = ['何来英', number, '13805391234', '东岭村', second, ''];
    const file = await read(row, row);
    expect(told(file)).toEqual([[3, 'refuse', '与第 2 行内容相同，同一个人只写入一次，写入的是第 2 行']]);
    expect(await file.commit()).toMatchObject({ added: 1 });
  });

  test('two rows of one person and grid that say different things are asked about; two numbers of one name are not', async () => {
    const file = await read(
      ['何来英', number, '13805391234', '东岭村', second, '高中'],
      ['何来英', number, '13805391234', '东岭村', second, '大专'],
    );
    expect(told(file)).toEqual([
      [2, 'confirm', '与第 3 行是同一个人、同一个网格，但文化程度不同，只能写入一行，请选择'],
      [3, 'confirm', '与第 2 行是同一个人、同一个网格，但文化程度不同，只能写入一行，请选择'],
    ]);
    await file.decide(3, 'seat', 'only');
    await file.commit();
    expect(program.office().db.prepare("SELECT education FROM worker WHERE name = '何来英'").all()).toEqual([
      { education: '大专' },
    ]);
  });

  test('a known worker gets a further grid, beside the one that they hold', async () => {
    const file = await read(
      ['王秀英', idNumbers.wang, '', '东岭村', second, ''],
      ['王秀英', idNumbers.wang, '', '阳东街社区', '371323001001001', ''],
    );
    expect(file.rows('held').map(({ row }) => row)).toEqual([2]);
    await file.decide(2, 'person', 'with 3');
    expect(file.rows('changed').find(({ row }) => row === 2)?.cells.gridName).toEqual({
      value: '兼任东岭第二网格',
      old: '未兼任',
    });
    expect(await file.commit()).toMatchObject({ added: 0, changed: 2 });
    const { postings: held } = await program.caller.roster.workers.get({ id: 1, asOf: testDay });
    expect(held.filter(({ current }) => current).map(({ additional }) => additional)).toEqual([false, true]);
  });

  test('two grids of one person whose rows differ are told which cell, and go in once it is mended', async () => {
    const file = await read(
      ['王秀英', idNumbers.wang, '', '阳东街社区', '371323001001001', '高中'],
      ['王秀英', idNumbers.wang, '', '东岭村', second, '大专'],
    );
    await file.decide(3, 'person', 'with 2');
    expect(told(file)).toContainEqual([3, 'refuse', '与第 2 行是同一个人，但两行的文化程度不同，请改成一样']);
    await file.mend(3, 'education', '高中');
    await file.decide(3, 'person', 'with 2');
    expect(file.rows('changed').map(({ row }) => row)).toEqual([2, 3]);
    expect(file.issues()).toEqual([]);
  });

  test('two of one name without numbers are asked about, in the file and against the roster', async () => {
    await program.caller.roster.workers.leave({ workerId: 5, kind: 'resignation', day: '2026-09-20' });
    const file = await read(['何来英', '', '', '东岭村', first, ''], ['何来英', '', '', '东岭村', second, '']);
    expect(told(file)).toEqual([[3, 'confirm', '与第 2 行姓名相同，按表中的内容无法确定是不是同一个人，请选择，或补上身份证号']]);
    await file.decide(3, 'person', 'another');
    expect(await file.commit()).toMatchObject({ added: 2, additional: 0 });
    const known = await read(['王秀英', '', '', '东岭村', second, '']);
    expect(known.rows('refused')[0]?.issues[0]).toMatchObject({
      question: 'person',
      choices: [{ label: '是台账中的王秀英（阳东街社区网格，15035060152）' }, { label: '是另一个人，新增' }],
    });
    expect(known.gone()).not.toContain('王秀英');
  });

  test('two people of one grid both stay out until somebody chooses, also where one is left out and the other then goes', async () => {
    const file = await read(
      ['何来英', number, '', '东岭村', second, ''],
      ['高后来', '', '13805391235', '东岭村', second, ''],
      ['李小明', '', '13805391236', '东岭村', second, ''],
    );
    expect(file.rows('held').map(({ row }) => row)).toEqual([2, 3, 4]);
    await file.decide(3, 'seat', 'only');
    expect(file.rows('new').map(({ row }) => row)).toEqual([3]);
    await file.decide(2, 'seat', null);
    expect(file.rows('held').map(({ row }) => row)).toEqual([2, 3]);
  });

  test('a masked number means the one person whom it fits, by name too', async () => {
    const row = (name: string, masked: string) => [name, masked, '15035060199', '阳东街社区', '', ''];
    for (const masked of [
      `${idNumbers.wang.slice(0, 6)}********${idNumbers.wang.slice(-4)}`,
      `${idNumbers.wang.slice(0, 6)}**********${idNumbers.wang.slice(-2)}`,
      `${idNumbers.wang.slice(0, 6)}＊＊＊＊＊＊＊＊＊＊${idNumbers.wang.slice(-2)}`,
    ]) {
      const file = await read(row('王秀英', masked));
      expect(file.rows('changed')).toMatchObject([{ name: '王秀英', cells: { mobile: { old: '15035060152' } } }]);
      expect(Object.keys(file.rows('changed')[0]?.cells ?? {})).toContain('idNumber');
    }
    const other = await read(row('何来英', '371323********9659'));
    expect(told(other)).toContainEqual([
      2,
      'confirm',
      '号码中间用 * 隐去，台账中也没有这个人的完整号码，不能写入，请填写完整号码',
    ]);
  });
});

describe('somebody of the same name in the same grid, or with the same mobile, whom a number tells apart', () => {
  const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '性别', '出生年月'];
  const east = ['阳东街社区', '371323001001001'];
  const read = (...rows: string[][]): Promise<ImportCalls> => ImportCalls.judged(program.deps, [titles, ...rows]);
  const stored = () =>
    program.office().db.prepare("SELECT id_number, mobile FROM worker WHERE name = '王秀英' ORDER BY id").raw().all();
  const born1995 = '371323199505050022';
  const right = (digits: string): string => digits + checkCharacterOf(digits);
  beforeEach(() => {
    makeStreet(program.office());
  });

  test('is asked about: the number was wrong, or it is another one', async () => {
    const other = right(born1995.slice(0, 17));
    const file = await read(['王秀英', other, '13905390077', ...east, '', '']);
    expect(told(file)).toEqual([
      [
        2,
        'confirm',
        '台账中已有王秀英，身份证号、出生年月与表中的不同。是同一个人、台账有误的请选择；是同名的另一个人的，请选新增',
      ],
    ]);
    expect(file.rows('held')).toHaveLength(1);
    expect(file.issues()[0]?.choices.map(({ label }) => label)).toEqual([
      '是台账中的王秀英（阳东街社区网格，15035060152），身份证号、出生年月改为表中的',
      '是另一个人，新增',
    ]);
    expect(file.gone()).not.toContain('王秀英');
    await file.decide(2, 'person', 'another');
    expect(told(file)).toContainEqual([2, 'refuse', expect.stringContaining('现在是王秀英在岗')]);
    await file.decide(2, 'person', 'worker 1');
    expect(file.rows('changed')[0]?.cells.idNumber).toMatchObject({ old: '371323**********59' });
    await file.commit();
    expect(stored()).toEqual([[other, '13905390077']]);
  });

  test('is asked about with the same mobile too, once the number itself is settled', async () => {
    const odd = `${right('37132319950505002').slice(0, 17)}${right('37132319950505002').endsWith('1') ? '2' : '1'}`;
    for (const number of [right('37132319630906966'), right('37132319950505003')]) {
      const file = await read(['王秀英', number, '15035060152', '东岭村', '371323001201002', '', '']);
      expect(told(file)).toEqual([[2, 'confirm', expect.stringMatching(/^台账中已有王秀英，身份证号.*与表中的不同/)]]);
    }
    const file = await read(['王秀英', odd, '15035060152', ...east, '', '']);
    expect(told(file)).toEqual([[2, 'confirm', '校验位不符，请对照原件核对']]);
    await file.decide(2, 'idNumber', 'confirmed');
    expect(told(file).map(([, , reason]) => reason)).toContainEqual(expect.stringContaining('台账中已有王秀英'));
    expect(file.rows('held')).toHaveLength(1);
    await file.decide(2, 'person', 'worker 1');
    expect(file.rows('changed')).toHaveLength(1);
  });

  test('without a number, of a person without one, a birth month or a sex tells', async () => {
    program.office().db.exec("UPDATE worker SET birth_month = '1985-01', sex = 'female' WHERE name = '单玉红'");
    const file = await read(['单玉红', '', '', '阳西街社区', '371323001002002', '男', '1995.01']);
    expect(told(file)).toEqual([[2, 'confirm', expect.stringContaining('出生年月、性别与表中的不同')]]);
  });

  test('a number of somebody else of another name is asked about before the other gets this name', async () => {
    const file = await read(['何来英', idNumbers.wang, '', '东岭村', '371323001201002', '', '']);
    expect(told(file)).toEqual([
      [2, 'confirm', '台账中这个身份证号是王秀英的。是同一个人改了姓名的请选择，不是的请更正身份证号'],
    ]);
    await file.decide(2, 'person', 'worker 1');
    expect(file.rows('changed')[0]?.cells.name).toEqual({ value: '何来英', old: '王秀英' });
    const same = await read(['王秀瑛', idNumbers.wang, '', ...east, '', '']);
    expect(same.rows('changed')[0]?.cells.name).toEqual({ value: '王秀瑛', old: '王秀英' });
  });
});
