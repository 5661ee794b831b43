// Where a sheet's table begins and ends, and what is too large to be a roster: nothing is cut off without a word.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { utils, write, type WorkSheet } from 'xlsx';
import type { ReadSheet } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { rosterSheet } from '../harness/roster.ts';
import { textCell, workbookOf } from '../harness/workbookParts.ts';

const bytesOf = (sheet: WorkSheet): Uint8Array =>
  new Uint8Array(
    write({ SheetNames: ['花名册'], Sheets: { 花名册: sheet } }, { type: 'array', compression: true }) as ArrayBuffer,
  );
function read(bytes: Uint8Array): ReadSheet {
  const [sheet] = readWorkbook('花名册.xlsx', bytes).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
test('a table that begins at column 250 is found', () => {
  const sheet = read(readFileSync(path.join(import.meta.dirname, '../fixtures/table-at-column-250.xlsx')));
  expect(sheet.firstColumn).toBe(250);
  expect(sheet.rows[0]?.slice(0, 2)).toEqual(['社区', '姓名']);
  expect(sheet.columnsCut).toBe(0);
});
test('merges move along with the columns that were left out', () => {
  const sheet = utils.aoa_to_sheet([
    [null, null, '基本情况'],
    [null, null, '姓名', '电话'],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 2 }, e: { r: 0, c: 3 } }];
  expect(read(bytesOf(sheet))).toMatchObject({
    firstColumn: 2,
    rows: [['基本情况'], ['姓名', '电话']],
    merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
  });
});
test('columns beyond the limit are counted where they hold something', () => {
  const row = Array.from({ length: 700 }, (_, column) => (column % 2 === 0 ? column : null));
  const sheet = read(bytesOf(utils.aoa_to_sheet([row])));
  expect(sheet.rows[0]).toHaveLength(499);
  expect(sheet.columnsCut).toBe(100);
});
test('a row of more columns than Excel has is refused by row and column', () => {
  expect(() => read(workbookOf(`<row r="3">${textCell('A3', '王明')}${textCell('XFE3', '李红')}</row>`))).toThrow(
    '“花名册.xlsx”的工作表“表1”第 3 行超过 16384 列（第 16385 列还有内容），没有读入',
  );
  expect(read(workbookOf(`<row r="3">${textCell('A3', '王明')}${textCell('XFD3', '李红')}</row>`)).columnsCut).toBe(1);
});
test('a cell in a column of millions costs no time', () => {
  const started = performance.now();
  expect(() => read(workbookOf(`<row r="1">${textCell('ZZZZZ1', 'x')}</row>`))).toThrow('超过 16384 列');
  expect(performance.now() - started).toBeLessThan(1000);
});
test('a cell longer than Excel holds is refused by row and column', () => {
  expect(() => read(workbookOf(`<row r="2">${textCell('AB2', '字'.repeat(32_768))}</row>`))).toThrow(
    '第 2 行第 AB 列的内容超过 32767 个字',
  );
  expect(read(workbookOf(`<row r="2">${textCell('AB2', '字'.repeat(32_767))}</row>`)).rows[1]?.[0]).toHaveLength(32_767);
  expect(() => readWorkbook('a.csv', strToU8(`姓名,备注\n王明,${'字'.repeat(32_768)}`))).toThrow('“a.csv”第 2 行第 B 列');
});
test('70,000 formatted empty rows cost nothing and cut nothing off', () => {
  const rows = rosterSheet(20);
  const styled = Array.from(
    { length: 70_000 },
    (_, row) => `<row r="${row + 30}" s="1" customFormat="1"><c r="A${row + 30}" s="1"/></row>`,
  );
  const sheet = read(workbookOf(`<row r="1">${textCell('A1', '姓名')}</row>${styled.join('')}`));
  expect(sheet.rows).toEqual([['姓名']]);
  expect(sheet.cutShort).toBe(false);
  expect(read(bytesOf(utils.aoa_to_sheet(rows))).cutShort).toBe(false);
});
test('rows beyond the limit are told', () => {
  expect(read(bytesOf(utils.aoa_to_sheet(Array.from({ length: 50_001 }, (_, row) => [row])))).cutShort).toBe(true);
});
