// A whole ID number is to be had by looking at it, which is written down, and in no other way: not from an age that turns on the birthday,
// not from an order by it, not from a search that says of each digit whether it is right.
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { insertWorker, updateWorker } from '../../main/rooms/roster/workers.ts';
import { reportParameters } from '../../shared/reports.ts';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';
import { maskIdNumber } from '../../shared/rules/masking.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { nobody, openProgram, testDay as asOf } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
const { wang } = idNumbers;

const born = (day: string, order: string): string => {
  const digits = `371323${day}${order}`;
  return digits + checkCharacterOf(digits);
};

describe('a number is found whole', () => {
  beforeAll(() => {
    program = openProgram();
    street = makeStreet(program.office());
  });
  afterAll(() => program.close());

  const names = async (search: string) =>
    (await program.caller.roster.workers.list({ asOf, search })).rows.map(({ name }) => name);
  const people = async (text: string) =>
    (await program.caller.search.everything({ text })).find(({ kind }) => kind === 'worker')?.rows.map(({ title }) => title);

  test.each([wang, '３７１３２３１９６３０９０６９６５９', '371323 19630906 9659', `'${wang}`, `王秀英 ${wang}`])(
    '%s finds its person in the list and in the command box',
    async (search) => {
      expect(await names(search)).toEqual(['王秀英']);
      expect(await people(search)).toEqual(['王秀英']);
    },
  );

  test('with an X at the end too, of either case', async () => {
    const number = '37132319760615060X';
    const { id } = await program.caller.roster.workers.add({ worker: { name: '何来英', idNumber: number }, posting: null });
    expect(await names(number.toLowerCase())).toEqual(['何来英']);
    expect(await people(number)).toEqual(['何来英']);
    await program.caller.roster.workers.remove({ id });
  });

  test('no part of it finds anybody, wherever it begins and however long it is', async () => {
    const found = [];
    for (let from = 0; from < 18; from++)
      for (let to = from + 4; to <= 18; to++) {
        const part = wang.slice(from, to);
        // Of the grids' codes there are such parts.
        if (part.length < 18 && !part.startsWith('3713') && !'371323'.includes(part)) found.push(...(await names(part)));
      }
    expect(found).toEqual([]);
    expect(await names(wang.slice(0, 17))).toEqual([]);
    expect(await names(`${wang}0`)).toEqual([]);
    expect(await people(wang.slice(6))).toEqual([]);
    expect(await names(`王秀英 ${wang.slice(6, 14)}`)).toEqual([]);
  });

  test('what begins a number brings nobody to the front of those who are found otherwise', async () => {
    const order = async (text: string) => (await people(text)) ?? [];
    const office = program.office();
    const before = await order('371323001');
    office.db.prepare('UPDATE worker SET id_number = ? WHERE id = ?').run('371323001201001239', street.workers.zhao);
    expect(await order('371323001')).toEqual(before);
    office.db.prepare('UPDATE worker SET id_number = NULL WHERE id = ?').run(street.workers.zhao);
  });

  test('mobiles and codes are still found by their parts', async () => {
    expect(await names('3506')).toEqual(['王秀英']);
    expect(await names('371323001201001')).toEqual(['赵德清']);
  });
});

describe('an age turns by the month', () => {
  beforeAll(() => {
    program = openProgram();
    program.office().change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
      for (const [name, idNumber] of [
        ['甲', born('19800930', '001')],
        ['乙', born('19800901', '002')],
        ['丙', born('19800915', '003')],
      ] as const)
        insertWorker(change, { name, idNumber });
      insertWorker(change, { name: '丁', birthMonth: '1980-09' });
      insertWorker(change, { name: '戊', idNumber: born('19801001', '004') });
    });
  });
  afterAll(() => program.close());

  const list = async (day: string, direction: 'ascending' | 'descending' = 'ascending') =>
    (await program.caller.roster.workers.list({ asOf: day, sort: { column: 'age', direction } })).rows;

  test.each([
    ['2026-08-31', 45],
    ['2026-09-01', 46],
    ['2026-09-14', 46],
    ['2026-09-30', 46],
  ])('on %s all who were born in the month are %i', async (day, age) => {
    expect((await list(day)).map((row) => row.age)).toEqual([45, age, age, age, age]);
  });

  test('and the order by age tells nothing within the month', async () => {
    const office = program.office();
    const names = async (direction: 'ascending' | 'descending') => (await list('2026-09-14', direction)).map(({ name }) => name);
    const before = [await names('ascending'), await names('descending')];
    const swap = (name: string, number: string) =>
      office.db.prepare('UPDATE worker SET id_number = ? WHERE name = ?').run(number, name);
    swap('甲', born('19800902', '005'));
    swap('乙', born('19800929', '006'));
    office.db.exec('DELETE FROM day_key');
    expect([await names('ascending'), await names('descending')]).toEqual(before);
  });

  test('in the roster that goes out too', async () => {
    const shown = await program.caller.reports.preview({
      ...reportParameters.roster.first,
      asOf: '2026-09-02',
      paper: 'A3',
      scope: 'everyone',
    });
    const told = JSON.stringify(shown);
    expect(told).toContain('"46"');
    expect(told).not.toContain('19800930');
  });
});

describe('a hidden number in a file', () => {
  beforeEach(() => {
    program = openProgram();
    street = makeStreet(program.office());
  });
  afterEach(() => program.close());

  const titles = ['姓名', '身份证号', '手机号码', '网格编码', '社区'];
  const judged = (...rows: (string | null)[][]) => ImportCalls.judged(program.deps, [titles, ...rows]);
  const of = (number: string, mobile: string | null = '15035060152', name = '王秀英') => [
    name,
    number,
    mobile,
    '371323001001001',
    '阳东街社区',
  ];

  test.each([
    ['371323**********59', 'as lists show it'],
    ['371323********9659', 'as earlier versions did'],
    // Whether the other two are right would tell them to whoever tries a hundred.
    ['371323********9559', 'as earlier versions did, two digits wrong'],
    ['371323＊＊＊＊＊＊＊＊9659', 'full-width'],
    ['371323*******65', 'an old number'],
    ['371323*****6965', 'an old number of earlier versions'],
  ])('%s (%s) is the person’s own and changes nothing', async (number) => {
    const file = await judged(of(number));
    expect(file.issues()).toEqual([]);
    expect(file.summary().counts).toMatchObject({ same: 1, refused: 0, held: 0 });
    expect(file.rows('same')[0]?.cells.idNumber).toMatchObject({ note: '与台账相符，不改' });
    expect(JSON.stringify(file.rows('same'))).not.toContain('9659');
  });

  test.each(['371323**********58', '371324**********59', '371323********9658'])(
    '%s of another person is refused',
    async (number) => {
      const file = await judged(of(number));
      expect(file.issues()).toMatchObject([{ level: 'refuse', column: '身份证号', reason: expect.stringContaining('不一致') }]);
    },
  );

  test.each(['3713231**********9', '37132319630906**59', '371323************', '****************59'])(
    'another way of hiding, %s, is no number, so that nobody tries digit by digit',
    async (number) => {
      expect((await judged(of(number))).issues()).toMatchObject([{ level: 'refuse', column: '身份证号' }]);
    },
  );

  test('whoever has no number in the roster is asked about, and goes in without one', async () => {
    const file = await judged(of('371323**********59', '15035060199', '何来英'));
    expect(file.issues().filter(({ field }) => field === 'idNumber')).toMatchObject([
      { level: 'confirm', reason: expect.stringContaining('不能写入'), choices: [{ label: '号码留空，其余照写' }] },
    ]);
    expect(file.summary().counts.new).toBe(0);
  });

  test('a remark that went out with a number in it masked changes nothing either', async () => {
    // As an earlier version let it be written.
    program.office().change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
      updateWorker(change, street.workers.wang, { note: `原号 ${born('19620906', '003')}，备案` });
    });
    const note = `原号 ${maskIdNumber(born('19620906', '003'))}，备案`;
    const again = async (text: string) =>
      ImportCalls.judged(program.deps, [
        [...titles, '备注'],
        [...of('371323**********59'), text],
      ]);
    expect((await again(note)).summary().counts).toMatchObject({ same: 1, changed: 0 });
    expect((await again('另一条')).summary().counts).toMatchObject({ same: 0, changed: 1 });
  });

  test('of two of one name it tells who is meant, whose mobile is another by now', async () => {
    const number = born('19700101', '002');
    program.office().change({ actor: nobody, kind: 'test', summary: '布置' }, (change) => {
      insertWorker(change, { name: '王秀英', idNumber: number, mobile: '15035060177' });
    });
    const file = await judged(['王秀英', maskIdNumber(number), '15035060188', '371323001201002', '东岭村']);
    expect(file.issues()).toEqual([]);
    expect(file.rows('changed')[0]?.cells.mobile).toMatchObject({ value: '15035060188', old: '15035060177' });
  });
});
