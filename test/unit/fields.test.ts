// What comes from a field's description: the wire's shape, the list's words, a sheet's cell, the audit's column.
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { columnWords } from '../../main/kit/auditWords.ts';
import { columnsRead, shownRow, sortExpressions, writtenTo } from '../../main/kit/bindings.ts';
import { sheetColumns } from '../../main/kit/sheet.ts';
import { initialOf, wireOf } from '../../renderer/ui/fields/described.ts';
import { describe as describeFields, mostOf, sortKeys } from '../../shared/kit/fields.ts';
import { fieldText } from '../../shared/kit/fieldText.ts';
import { formSchema } from '../../shared/kit/formSchema.ts';

const fields = describeFields({
  name: { kind: 'text', title: '姓名', required: '请填写姓名', most: 20, sorts: true },
  branch: {
    kind: 'reference',
    of: 'branch',
    title: '所属总支',
    at: 'branchName',
    idAt: 'branchId',
    shortAt: 'branchShort',
    sorts: true,
  },
  sex: { kind: 'choice', words: { male: '男', female: '女' }, title: '性别', sorts: true },
  source: { kind: 'word', dictionary: 'hiringSource', shortAt: 'sourceShort', title: '用工来源', sorts: true },
  households: { kind: 'count', bounds: { least: 0, most: 100 }, title: '户数', at: 'householdCount', total: true },
  began: { kind: 'day', precisionAt: 'beganPrecision', title: '上岗日期' },
  born: { kind: 'month', title: '出生年月' },
  code: { kind: 'code', digits: 12, title: '区划代码' },
  mobile: { kind: 'phone', of: 'mobile', confirmedAt: 'mobileConfirmed', title: '手机号码' },
  idNumber: { kind: 'idNumber', maskedAt: 'idNumberMasked', confirmedAt: 'idNumberConfirmed', title: '身份证号' },
  former: { kind: 'flag', title: '是否查访员' },
  names: { kind: 'names', title: '曾用名' },
  note: { kind: 'note', title: '备注' },
});

const row = {
  name: '王秀英',
  branchId: 3,
  branchName: '幸福社区总支',
  branchShort: '幸福总支',
  sex: 'female',
  source: '计生专职查访员择优录用',
  sourceShort: '计生择优',
  householdCount: 12,
  began: '2019-11-01',
  beganPrecision: 'month',
  born: '1985-03',
  code: '371323001001',
  mobile: '15035060152',
  mobileConfirmed: true,
  idNumberMasked: '371323**********59',
  former: false,
  names: ['东岭', '岭东'],
  note: null,
};

describe('the wire', () => {
  const schema = formSchema(fields, ['name', 'branch', 'sex', 'households', 'began', 'code', 'mobile', 'former', 'note']);
  type Form = z.infer<typeof schema>;
  expectTypeOf<Form['name']>().toEqualTypeOf<string>();
  expectTypeOf<Form['branchId']>().toEqualTypeOf<number | null | undefined>();
  expectTypeOf<Form['sex']>().toEqualTypeOf<'male' | 'female' | null | undefined>();
  expectTypeOf<Form['householdCount']>().toEqualTypeOf<number | null | undefined>();
  expectTypeOf<Form['mobileConfirmed']>().toEqualTypeOf<boolean | undefined>();

  test('a field left out stays out, null empties, words are trimmed', () => {
    expect(schema.parse({ name: ' 王秀英 ' })).toEqual({ name: '王秀英' });
    expect(schema.parse({ name: '王', branchId: null, note: null })).toEqual({ name: '王', branchId: null, note: null });
    for (const code of ['３７１３２３００１００１', ' 371323 001 001 ', '’371323001001'])
      expect(schema.parse({ name: '王', code })).toEqual({ name: '王', code: '371323001001' });
    expect(schema.parse({ name: '王', code: '' })).toEqual({ name: '王', code: '' });
  });
  test.each([
    [{}, 'name'],
    [{ name: '  ' }, '请填写姓名'],
    [{ name: '王'.repeat(21) }, '姓名太长，请缩短到 20 字以内'],
    [{ name: '王', note: '长'.repeat(1001) }, '备注太长，请缩短到 1000 字以内'],
    [{ name: '王', code: '37132300' }, '区划代码应为 12 位数字'],
    [{ name: '王', code: '3713230010012' }, '区划代码应为 12 位数字'],
    [{ name: '王', householdCount: 101 }, '不能超过 100'],
    [{ name: '王', householdCount: 1.5 }, '请填整数'],
    [{ name: '王', began: '2026-02-30' }, '日期应为'],
    [{ name: '王', sex: 'other' }, 'sex'],
    [{ name: '王', branchId: 'x' }, 'branchId'],
    [{ name: '王', note: '\u3164' }, '备注里没有看得见的字'],
  ])('%j is refused', (input, words) => {
    const { error } = schema.safeParse(input);
    expect(JSON.stringify(error?.issues)).toContain(words);
  });
  test('the form stops where the wire does', () => {
    for (const key of ['name', 'note'] as const) {
      expect(schema.safeParse({ name: '王', [key]: '字'.repeat(mostOf(fields[key])) }).success).toBe(true);
      expect(schema.safeParse({ name: '王', [key]: '字'.repeat(mostOf(fields[key]) + 1) }).success).toBe(false);
    }
  });
});

test('a form sends what it asked for: emptied as null, days once they are read, an ID number only when typed anew', () => {
  const keys = ['name', 'branch', 'households', 'began', 'born', 'mobile', 'idNumber', 'former', 'note'] as const;
  const initial = initialOf(fields, keys, row);
  expect(initial).toMatchObject({ name: '王秀英', branchId: 3, householdCount: 12, mobileConfirmed: true, former: false });
  expect(initial).not.toHaveProperty('idNumber');
  const typed = { ...initial, note: '  ', born: undefined, householdCount: undefined };
  expect(wireOf(fields, keys, typed)).toEqual({
    name: '王秀英',
    branchId: 3,
    householdCount: null,
    began: '2019-11-01',
    born: null,
    mobile: '15035060152',
    mobileConfirmed: true,
    former: false,
    note: null,
  });
  expect(() => wireOf(fields, keys, { ...typed, born: { typed: '1985年', acting: '1985-03' } })).toThrow('before it was read');
  expect(wireOf(fields, keys, { ...typed, idNumber: '371323196309069659' })).toMatchObject({
    idNumber: '371323196309069659',
    idNumberConfirmed: false,
  });
});

test.each([
  ['name', '王秀英'],
  ['branch', '幸福总支'],
  ['sex', '女'],
  ['source', '计生择优'],
  ['households', '12'],
  ['began', '2019-11'],
  ['idNumber', '371323**********59'],
  ['former', '否'],
  ['names', '东岭、岭东'],
  ['note', ''],
  ['nothing', ''],
] as const)('a list shows %s as %s', (key, text) => {
  expect(fieldText(fields, key, row)).toBe(text);
});

test('a sheet has whole words, numbers as numbers, digits as text', () => {
  const columns = sheetColumns(fields, ['branch', 'source', 'households', 'began', 'born', 'code', 'idNumber', 'former', 'note']);
  expect(columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'number', 'day', 'month', 'code', 'code', 'text', 'text']);
  expect(columns.map((column) => column.cell(row, 0))).toEqual([
    '幸福社区总支',
    '计生专职查访员择优录用',
    12,
    '2019.11',
    '1985.03',
    '371323001001',
    '371323**********59',
    '否',
    null,
  ]);
  const [full] = sheetColumns(fields, ['idNumber'], 'full');
  const [masked] = sheetColumns(fields, ['idNumber'], 'masked');
  const read = { idNumber: '371323196309069659' };
  expect([full?.cell(read, 0), masked?.cell(read, 0)]).toEqual(['371323196309069659', '371323**********59']);
});

test('a number in a remark is masked wherever many rows are seen at once, unless whole numbers were asked for', () => {
  const remark = { note: '原号 371323196309069659，编码 371323001001001，电话 15035060152' };
  const shown = '原号 371323**********59，编码 371323001001001，电话 15035060152';
  expect(fieldText(fields, 'note', remark)).toBe(shown);
  expect(fieldText(fields, 'note', remark, true)).toBe(remark.note);
  const said = (style: 'full' | 'masked') => sheetColumns(fields, ['note'], style)[0]?.cell(remark, 0);
  expect([said('masked'), said('full')]).toEqual([shown, remark.note]);
});

describe('bound to SQL', () => {
  const bindings = {
    name: { read: 'worker.name', sort: 'worker.pinyin', writes: 'row' },
    branch: { read: 'branch.name', beside: { branchId: 'branch.id', branchShort: 'branch.short' }, writes: 'version' },
    sex: { read: 'worker.sex', writes: 'row' },
    source: { read: 'worker.source', sort: 'source_order' },
    households: { read: 'place.household_count', writes: 'row' },
    began: { read: 'posting.first_day' },
    born: { read: 'worker.born' },
    code: { read: 'v.code', writes: 'version' },
    mobile: { read: 'worker.mobile', writes: 'row' },
    idNumber: { read: 'worker.id_number', writes: 'row' },
    former: { read: 'worker.former' },
    names: {},
    note: { read: 'worker.note', writes: 'row' },
  } as const;

  test('what is selected comes under the names of the wire', () => {
    expect(columnsRead(fields, bindings, ['name', 'branch', 'households', 'names'])).toBe(
      'worker.name AS name, branch.name AS branchName, branch.id AS branchId, branch.short AS branchShort, place.household_count AS householdCount',
    );
  });
  test('only what says so can be sorted by, words in the order of their list', () => {
    const sorts = sortExpressions(fields, bindings);
    expect(Object.keys(sorts)).toEqual(sortKeys(fields));
    expect(sorts.name).toBe('worker.pinyin');
    expect(sorts.sex).toBe("CASE worker.sex WHEN 'male' THEN 1 WHEN 'female' THEN 2 END");
    expect(sorts.source).toBe('source_order');
    // Never by its letters because nobody said how.
    expect(() => sortExpressions(fields, { ...bindings, source: { read: 'worker.source' } })).toThrow('hiringSource');
  });
  test('a form parts into row and version', () => {
    const form = { name: '王', branchId: 3, householdCount: 4, code: null, mobile: '1', mobileConfirmed: true, other: 1 };
    expect(writtenTo('row', fields, bindings, form)).toEqual({
      name: '王',
      householdCount: 4,
      mobile: '1',
      mobileConfirmed: true,
    });
    expect(writtenTo('version', fields, bindings, form)).toEqual({ branchId: 3, code: null });
  });
  test('the audit has a word for each column, and for what was looked at', () => {
    expect(columnWords('row', fields, bindings)).toMatchObject({
      household_count: '户数',
      mobile: '手机号码',
      mobile_confirmed: '手机号码已核对',
      id_number_confirmed: '身份证号已核对',
    });
    expect(columnWords('version', fields, bindings)).toEqual({ branch_id: '所属总支', code: '区划代码' });
  });
  test('no whole ID number leaves in a row, and flags are flags', () => {
    expect(shownRow(fields, { idNumber: '371323196309069659', former: 0, name: '王' })).toEqual({
      idNumberMasked: '371323**********59',
      former: false,
      name: '王',
    });
  });
});
