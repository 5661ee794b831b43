// What a file says beside its cells: hidden, filtered, struck through, never calculated, active. The same of .xlsx, .xls and .ods.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ReadSheet } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { textCell, workbookOf, workbookParts, zipped } from '../harness/workbookParts.ts';

const sheetsOf = (name: string): ReadSheet[] =>
  readWorkbook(name, readFileSync(path.join(import.meta.dirname, '../fixtures', name))).sheets;
function first(sheets: ReadSheet[]): ReadSheet {
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
const made = (bytes: Uint8Array): ReadSheet => first(readWorkbook('a.xlsx', bytes).sheets);
const struckOf = (sheet: ReadSheet): Record<number, number[]> =>
  Object.fromEntries([...sheet.struck].map(([row, columns]) => [row, [...columns]]));
const people = (count: number): string =>
  Array.from({ length: count }, (_, row) => `<row r="${row + 1}">${textCell(`A${row + 1}`, `人${row}`)}</row>`).join('');

describe('hidden rows and columns', () => {
  test.each(['roster-filtered.xlsx', 'roster-filtered.xls', 'roster-filtered.ods'])('a filter’s, %s', (name) => {
    const sheet = first(sheetsOf(name));
    expect([...sheet.hiddenRows]).toEqual([
      [2, 'filtered'],
      [4, 'filtered'],
    ]);
    expect([...sheet.hiddenColumns]).toEqual([5]);
    expect(sheet.rows[2]?.[2]).toBe('离职甲');
  });
  test('within a filter’s range, though its choice isn’t written', () => {
    expect([...first(sheetsOf('roster-hidden.xlsx')).hiddenRows.values()]).toEqual(['filtered', 'filtered']);
  });
  const row = (number: number, attributes: string): string =>
    `<row r="${number}" ${attributes}>${textCell(`B${number}`, 'x')}</row>`;
  test('by hand, by no height, and beside a filter', () => {
    const rows =
      row(1, 'hidden="1"') +
      row(2, 'hidden="true"') +
      row(3, 'ht="0" customHeight="1"') +
      row(4, 'hidden="0"') +
      row(9, 'hidden="1"');
    const filter = '<autoFilter ref="B2:B5"><filterColumn colId="0"/></autoFilter>';
    const sheet = made(
      zipped(
        workbookParts({
          sheets: [
            `<cols><col min="1" max="2" hidden="1"/><col min="3" max="3" width="0"/></cols><sheetData>${rows}</sheetData>${filter}`,
          ],
        }),
      ),
    );
    expect([...sheet.hiddenRows]).toEqual([
      [0, 'hidden'],
      [1, 'hidden'],
      [2, 'filtered'],
      [8, 'hidden'],
    ]);
    expect(sheet.firstColumn).toBe(1);
    expect([...sheet.hiddenColumns]).toEqual([0, 1]);
  });
  test.each([
    ['with a choice made', '<filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn>', 'filtered'],
    ['without', '', 'hidden'],
  ])('a table’s own filter %s', (_, choice, how) => {
    const rows = row(1, '') + row(2, 'hidden="1"');
    const also = {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      'xl/tables/table1.xml': `<table ref="B1:B4"><autoFilter ref="B1:B4">${choice}</autoFilter></table>`,
    };
    expect([...made(workbookOf(rows, { also })).hiddenRows]).toEqual([[1, how]]);
  });
  test('in .xlsb', () => {
    const sheet = utils.aoa_to_sheet([['姓名'], ['王明'], ['李红']]);
    sheet['!rows'] = [{}, { hidden: true }];
    const bytes = write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer;
    expect([...made(new Uint8Array(bytes)).hiddenRows]).toEqual([[1, 'hidden']]);
  });
});

describe('struck through', () => {
  test.each(['roster-struck.xlsx', 'roster-struck.xls', 'roster-struck.ods'])('a row, %s', (name) => {
    expect(struckOf(first(sheetsOf(name)))).toEqual({ 2: [0, 1, 2, 3] });
  });
  const styles =
    '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
  test('only cells that hold something, and not where the strike is switched off', () => {
    const rows = `<row r="1">${textCell('A1', '王', 's="1"')}<c r="B1" s="1"/>${textCell('C1', '李', 's="2"')}<c r="D1" s="1"><v>5</v></c></row>`;
    expect(struckOf(made(workbookOf(rows, { styles })))).toEqual({ 0: [0, 3] });
  });
  const run = (text: string, struck: boolean): string => `<r><rPr>${struck ? '<strike/>' : '<b/>'}</rPr><t>${text}</t></r>`;
  const strings =
    `<si>${run('王', true)}${run('明', true)}</si><si>${run('王', true)}${run('明', false)}</si><si><t>李红</t></si>` +
    `<si><r><t>赵</t></r>${run('四', true)}</si><si>${run('钱', true)}${run(' ', false)}</si>`;
  test('by every run of a text, shared or not', () => {
    const shared = [0, 1, 2, 3, 4].map((index) => `<c r="A${index + 1}" t="s"><v>${index}</v></c>`);
    const rows = shared.map((cell, row) => `<row r="${row + 1}">${cell}</row>`).join('');
    expect(struckOf(made(workbookOf(rows, { styles, strings })))).toEqual({ 0: [0], 4: [0] });
    const inline = `<row r="1"><c r="A1" t="inlineStr"><is>${run('王', true)}</is></c><c r="B1" t="inlineStr"><is>${run('王', false)}</is></c></row>`;
    expect(struckOf(made(workbookOf(inline)))).toEqual({ 0: [0] });
  });
  test('a run without a font of its own takes its cell’s', () => {
    const rows = '<row r="1"><c r="A1" t="s" s="1"><v>3</v></c><c r="B1" t="s" s="1"><v>1</v></c></row>';
    expect(struckOf(made(workbookOf(rows, { styles, strings })))).toEqual({ 0: [0] });
  });
});

describe('formulas', () => {
  test('that were never calculated are told by cell, and empty', () => {
    const sheet = first(sheetsOf('roster-uncalculated.xlsx'));
    expect(sheet.uncalculatedCount).toBe(9);
    expect(sheet.uncalculated[0]).toEqual({ row: 1, column: 3 });
    expect(sheet.rows[1]).toEqual(['甲社区', '钱磊军', '371323196602020037']);
  });
  const formula = (reference: string, type: string, value: string | null): string =>
    `<c r="${reference}"${type === '' ? '' : ` t="${type}"`}><f>VLOOKUP(A1,B:C,2,0)</f>${value === null ? '' : `<v>${value}</v>`}</c>`;
  const uncalculated = (cells: string, afterSheets = ''): number =>
    made(workbookOf(`<row r="1">${textCell('A1', '姓名')}${cells}</row>`, { afterSheets })).uncalculatedCount;
  const onLoad = '<calcPr calcId="1" fullCalcOnLoad="1"/>';
  test.each([
    ['without a value', formula('B1', '', null), '', 1],
    ['with an empty value', formula('B1', '', ''), '', 1],
    ['shared', '<c r="B1"><f t="shared" si="0"/></c>', '', 1],
    ['an empty text as the only result', formula('B1', 'str', ''), '', 1],
    ['an empty text beside a result', formula('B1', 'str', '') + formula('C1', 'str', '王明'), '', 0],
    ['zeros only, to be calculated on load', formula('B1', '', '0') + formula('C1', '', '0'), onLoad, 2],
    ['zeros beside a result, to be calculated on load', formula('B1', '', '0') + formula('C1', '', '7'), onLoad, 0],
    ['zeros only', formula('B1', '', '0'), '', 0],
    ['an error', formula('B1', 'e', '#N/A'), '', 0],
    ['a picture of WPS in its cell', '<c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v></v></c>', '', 0],
  ])('%s', (_, cells, after, count) => expect(uncalculated(cells, after)).toBe(count));
  test('a zero that was never calculated is no value', () => {
    const sheet = made(
      workbookOf(`<row r="1">${textCell('A1', '姓名')}${formula('B1', '', '0')}</row>`, { afterSheets: onLoad }),
    );
    expect(sheet.rows).toEqual([['姓名']]);
    expect(sheet.uncalculated).toEqual([{ row: 0, column: 1 }]);
  });
  test('a list of them is bounded, the count isn’t', () => {
    const rows = Array.from({ length: 500 }, (_, row) => `<row r="${row + 1}">${formula(`A${row + 1}`, '', null)}</row>`).join(
      '',
    );
    const sheet = made(workbookOf(rows + `<row r="600">${textCell('A600', 'x')}</row>`));
    expect(sheet.uncalculated).toHaveLength(200);
    expect(sheet.uncalculatedCount).toBe(500);
  });
  test.each(['roster-errors.xlsx', 'roster-errors.xls'])('each error keeps its own name, %s', (name) => {
    const cells = first(sheetsOf(name)).rows.flat();
    for (const error of ['#N/A', '#REF!', '#VALUE!', '#NAME?']) expect(cells).toContain(error);
  });
  test('an error of a later Excel is an error still', () => {
    expect(made(workbookOf(`<row r="1">${textCell('A1', 'x')}<c r="B1" t="e"><v>#SPILL!</v></c></row>`)).rows[0]?.[1]).toMatch(
      /^#/,
    );
  });
});

describe('the active sheet', () => {
  test.each(['roster-active.xlsx', 'roster-active.xls'])('%s', (name) => {
    expect(sheetsOf(name).map((sheet) => sheet.active)).toEqual([false, false, true]);
  });
  test('the first that is shown where the file says none, or a hidden one', () => {
    const parts = workbookParts({ sheets: [people(1), people(2), people(2)].map((rows) => `<sheetData>${rows}</sheetData>`) });
    const hidden = parts['xl/workbook.xml']?.replace('name="表1"', 'name="表1" state="hidden"') ?? '';
    expect(readWorkbook('a.xlsx', zipped({ ...parts, 'xl/workbook.xml': hidden })).sheets.map((sheet) => sheet.active)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test('a sheet that can’t be read, or breaks off, is refused by name and never left out', () => {
  const parts = workbookParts({ sheets: [`<sheetData>${people(2)}</sheetData>`, '<sheetData/>'] });
  const torn = {
    ...parts,
    'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace('</sheetData></worksheet>', ''),
  };
  expect(() => readWorkbook('a.xlsx', zipped(torn))).toThrow('“a.xlsx”的工作表“表1”不完整');
  const unknown = {
    ...parts,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>`,
  };
  expect(() => readWorkbook('a.xlsx', zipped(unknown))).toThrow('“a.xlsx”的工作表“表1”读不出来');
});
