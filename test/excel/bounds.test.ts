// What a workbook can't hold is refused before anybody gets it, naming the place: cut off it would be another text, and whole Excel
// takes the file for damaged.
import { read, utils, type WorkSheet } from 'xlsx';
import { expect, test } from 'vitest';
import { type CellValue, type Merge, plainSheet, type ReadSheet } from '../../main/ground/excel/book.ts';
import { writeMarked } from '../../main/ground/excel/markErrors.ts';
import { writeFramed } from '../../main/ground/excel/write.ts';
import type { Column, Row } from '../../main/ground/sheets/frame.ts';

const frameOf = (columns: Column[]) => ({
  name: '花名册',
  title: '沂城街道专职网格员花名册',
  unit: '沂城街道办事处',
  asOf: '2026-09-30',
  measure: null,
  phone: '',
  paper: 'A4' as const,
  columns,
});
const written = (columns: Column[], rows: Row[]) => writeFramed(frameOf(columns), () => rows, new Date(0));
const named: Column[] = [
  { title: '姓名', kind: 'text' },
  { title: '备注', kind: 'text', left: true },
];

test('a cell of 32,767 characters goes out whole, one more is refused by row and column', async () => {
  const longest = '长'.repeat(32_767);
  const sheet = read(await written(named, [['李明', longest]]), { type: 'array' }).Sheets['花名册'] ?? {};
  expect((sheet as Record<string, { v: string }>)['B4']?.v).toBe(longest);
  await expect(
    written(named, [
      ['王芳', null],
      ['李明', `${longest}长`],
    ]),
  ).rejects.toThrow(/第 5 行“备注”一格有 32768 个字（开头是“长{12}”），Excel 的一格最多 32767 个字，没有生成文件/);
});

test('a sheet of more than 16,384 columns is refused', async () => {
  const columns = Array.from({ length: 16_385 }, (_, index): Column => ({ title: `${index}`, kind: 'text' }));
  await expect(written(columns, [])).rejects.toThrow('有 16385 列，Excel 的一张表最多 16384 列，没有生成文件');
});

const sheetOf = (rows: CellValue[][], merges: Merge[] = []): ReadSheet => plainSheet('花名册', rows, { merges });
const header = { firstRow: 0, lastRow: 0 };
const mark = { result: '不导入', wrong: [1], asked: [], photos: [] };

test('their own sheet comes back with its merges, however they lie', async () => {
  const merges = [
    { firstRow: 0, lastRow: 0, firstColumn: 1, lastColumn: 2 },
    { firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 0 },
    { firstRow: 2, lastRow: 4, firstColumn: 2, lastColumn: 2 },
    { firstRow: 6, lastRow: 8, firstColumn: 0, lastColumn: 1 },
    // Across one that came before.
    { firstRow: 3, lastRow: 5, firstColumn: 0, lastColumn: 0 },
  ];
  const rows: CellValue[][] = [
    ['社区', '姓名', null],
    ['甲', '一', '子'],
    [null, '二', '丑'],
    [null, '三'],
    ['乙', '四'],
    [],
    ['丙'],
  ];
  const bytes = await writeMarked([{ sheet: sheetOf(rows, merges), headers: [header], marks: new Map([[3, mark]]) }]);
  const sheet: WorkSheet = read(bytes, { type: 'array' }).Sheets['花名册'] ?? {};
  const got = sheet['!merges']?.map((range) => utils.encode_range(range)).toSorted();
  expect(got).toEqual(['A2:A4', 'A7:B9', 'B1:C1', 'C3:C5']);
  expect(utils.sheet_to_json(sheet, { header: 1, blankrows: true, defval: null }).slice(0, 7)).toEqual([
    ['社区', '姓名', null, '导入结果'],
    ['甲', '一', '子', null],
    [null, '二', '丑', null],
    [null, '三', null, '不导入'],
    ['乙', '四', null, null],
    [null, null, null, null],
    ['丙', null, null, null],
  ]);
});

test.each<[string, ReadSheet, string]>([
  [
    'a cell',
    sheetOf([
      ['姓名', '备注'],
      ['李明', '长'.repeat(40_000)],
    ]),
    '第 2 行“备注”一格有 40000 个字',
  ],
  ['columns', sheetOf([['姓名', '备注'], Array.from({ length: 16_384 }, () => '列')]), '有 16385 列'],
  [
    'merges',
    sheetOf(
      [['姓名', '备注']],
      Array.from({ length: 20_001 }, (_, row) => ({ firstRow: row, lastRow: row, firstColumn: 0, lastColumn: 1 })),
    ),
    '表里有 20001 处合并单元格',
  ],
  [
    'a merge',
    sheetOf([['姓名', '备注']], [{ firstRow: 1, lastRow: 1_048_575, firstColumn: 0, lastColumn: 199 }]),
    '第 2 行起的合并单元格占了 1048575 行、200 列',
  ],
])('of theirs, %s that can’t be written back is refused', async (_, sheet, words) => {
  await expect(writeMarked([{ sheet, headers: [header], marks: new Map() }])).rejects.toThrow(words);
});

test('what became of a row is said whole or not at all', async () => {
  const marks = new Map([[1, { ...mark, result: '长'.repeat(40_000) }]]);
  await expect(writeMarked([{ sheet: sheetOf([['姓名'], ['李明']]), headers: [header], marks }])).rejects.toThrow(
    '第 2 行“导入结果”一格',
  );
});
