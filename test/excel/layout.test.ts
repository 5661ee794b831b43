// How a sheet is measured: widths that fit, lines that are counted as they break, rows of even height, parts that stay in place.
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, fileName, type Frame, headerCells, signatureLine } from '../../main/ground/sheets/frame.ts';
import { Measure, pagesOf, rowHeight, unitLineSpans } from '../../main/ground/sheets/layout.ts';
import { breakLines, widthOf } from '../../main/ground/sheets/lines.ts';

const frame = (columns: Column[], paper: Frame['paper'] = 'A4'): Frame => ({
  name: '表',
  title: '沂城街道试表',
  unit: '沂城街道办事处',
  asOf: '2026-09-30',
  measure: '人',
  phone: '',
  paper,
  columns,
});
const measured = (columns: Column[], rows: (string | number | null)[][], paper: Frame['paper'] = 'A4') => {
  const measure = new Measure(columns);
  for (const row of rows) measure.add({ kind: 'row', row });
  return measure.layout(frame(columns, paper));
};
const linesOf = (text: string, width: number): number => breakLines(text, width).length;
const many = (count: number): Column[] => Array.from({ length: count }, (_, index) => ({ title: `第${index}列`, kind: 'text' }));

test('a Chinese character is two wide, a digit a little more than one', () => {
  expect(widthOf('沂城街道')).toBe(8);
  expect(widthOf('371323198503021234')).toBeGreaterThanOrEqual(18);
  expect(widthOf('')).toBe(0);
});

test('a column fits its longest value, and digits never wrap', () => {
  const columns: Column[] = [
    { title: '身份证号', kind: 'code' },
    { title: '单位', kind: 'text' },
    { title: '备注', kind: 'text', least: 12 },
  ];
  const layout = measured(columns, [['371323198503021234', '沂水县鸿泰物业', null]]);
  expect(layout.widths[0]).toBeGreaterThanOrEqual(18);
  expect(layout.widths[1]).toBeGreaterThanOrEqual(14);
  expect(layout.widths[2]).toBeGreaterThanOrEqual(12);
  expect(rowHeight(layout, columns, ['371323198503021234', '沂水县鸿泰物业', null])).toBe(layout.evenHeight);
});

test('a narrow table is widened to the page, a wide one keeps to the paper as far as its words can wrap', () => {
  const narrow = measured(many(3), [['甲', '乙', '丙']]);
  expect(pagesOf(frame(many(3)), narrow).scale).toBeCloseTo(1, 2);
  const wide = many(24);
  const row = wide.map(() => '计生专职查访员择优录用');
  const layout = measured(
    wide,
    Array.from({ length: 50 }, () => row),
  );
  expect(layout.evenHeight).toBeGreaterThan(30);
  expect(rowHeight(layout, wide, row)).toBe(layout.evenHeight);
});

test('words that fit their column never take a second line', () => {
  assert(
    property(integer({ min: 1, max: 17 }), integer({ min: 1, max: 30 }), (length, columnCount) => {
      const columns = many(columnCount);
      const row = columns.map(() => '网'.repeat(length));
      const layout = measured(columns, [row], 'A3');
      const wrapped = columns.some((_, index) => (layout.widths[index] ?? 0) < length * 2);
      expect(wrapped || layout.evenHeight < 24).toBe(true);
      expect(rowHeight(layout, columns, row)).toBe(layout.evenHeight);
    }),
  );
});

test('one long remark gives its own row more height, and the others stay even', () => {
  const columns: Column[] = [{ title: '备注', kind: 'text' }];
  const long = '负责片区内流动人口登记和独居老人走访'.repeat(6);
  const rows = [...Array.from({ length: 99 }, () => ['无']), [long]];
  const layout = measured(columns, rows);
  expect(rowHeight(layout, columns, ['无'])).toBe(layout.evenHeight);
  const lines = linesOf(long, (layout.widths[0] ?? 0) - 1.6);
  expect(rowHeight(layout, columns, [long])).toBeGreaterThanOrEqual(lines * 15);
});

test('a long remark among few rows makes none of the others tall', () => {
  const columns: Column[] = [{ title: '备注', kind: 'text' }];
  const long = '负责片区内流动人口登记和独居老人走访'.repeat(20);
  const layout = measured(columns, [['无'], [long], ['无']]);
  expect(rowHeight(layout, columns, ['无'])).toBeLessThan(60);
  expect(rowHeight(layout, columns, [long])).toBeGreaterThan(80);
});

describe('lines', () => {
  test.each([
    ['沂城街道', 8, 1],
    ['沂城街道办', 8, 2],
    ['共 371323198503021234 号', 12, 3],
    ['第一行\n第二行', 20, 2],
    ['371323198503021234', 10, 3],
  ])('%s in %d is %d', (text, width, lines) => expect(linesOf(text, width)).toBe(lines));

  test('never fewer than the length needs', () => {
    assert(
      property(
        string({ unit: constantFrom('网', '格', '1', 'x', ' '), maxLength: 80 }),
        integer({ min: 4, max: 40 }),
        (text, width) => linesOf(text, width) >= Math.ceil(widthOf(text) / width - 1e-9) || widthOf(text) === 0,
      ),
    );
  });
});

test('columns of one group share a header cell above their titles', () => {
  const { rows, cells } = headerCells([
    { title: '姓名', kind: 'text' },
    { title: '综治安全', group: '其它工作', kind: 'number' },
    { title: '矛盾调处', group: '其它工作', kind: 'number' },
    { title: '总分', kind: 'number' },
  ]);
  expect(rows).toBe(2);
  expect(cells.find(({ title }) => title === '其它工作')).toEqual({ title: '其它工作', row: 0, column: 1, rows: 1, columns: 2 });
  expect(cells.find(({ title }) => title === '姓名')).toMatchObject({ row: 0, rows: 2 });
  expect(cells.find(({ title }) => title === '矛盾调处')).toMatchObject({ row: 1, column: 2 });
});

test('the unit line covers every column once, whatever their number', () => {
  for (const count of [3, 4, 13, 24]) {
    const spans = unitLineSpans(
      Array.from({ length: count }, () => 10),
      ['填报单位（盖章）：沂城街道办事处', '统计日期：2026年9月30日', '单位：人'],
    );
    expect(spans).toHaveLength(3);
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(count);
    expect(Math.min(...spans)).toBeGreaterThan(0);
  }
});

test('the signature line names all four, with the office’s telephone where it is known', () => {
  expect(signatureLine(frame([]), 200)).toMatch(/^单位负责人：　+审核人：　+填报人：　+联系电话：　+$/);
  expect(signatureLine({ ...frame([]), phone: '0539-2251234' }, 200)).toContain('联系电话：0539-2251234');
});

test('a file is named by its title and day, without what Windows refuses', () => {
  expect(fileName({ title: '沂城街道专职网格员花名册', asOf: '2026-09-30' })).toBe('沂城街道专职网格员花名册_20260930.xlsx');
  expect(fileName({ title: '表: 甲/乙?', asOf: '2026-09-30' })).toBe('表 甲乙_20260930.xlsx');
});
