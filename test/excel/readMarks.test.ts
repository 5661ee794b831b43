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

/** A record of an .xls, and the one that begins a sheet of Excel 97. */
const xlsRecord = (kind: number, ...content: number[]): Buffer =>
  Buffer.from([kind & 0xff, kind >> 8, content.length & 0xff, content.length >> 8, ...content]);
const xlsStart = xlsRecord(0x809, 0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0);

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
  test('of an .ods', () => {
    const cell = (attributes: string): string => `<table:table-cell ${attributes}/>`;
    const given = 'table:formula="of:=VLOOKUP([.A1];[.B:.C];2;0)"';
    const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row><table:table-cell office:value-type="string"><text:p>姓名</text:p></table:table-cell>${cell(given)}${cell(`${given} office:value-type="float" office:value="7"`)}${cell(`${given} office:value-type="string"`)}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const sheet = made(
      zipped({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        'styles.xml': '<office:document-styles/>',
        'content.xml': content,
      }),
    );
    expect(sheet.uncalculated).toEqual([{ row: 0, column: 1 }]);
  });
  test('of an .xls, where a text as the result never follows, or is empty as every other', () => {
    const results = {
      text: [0, 0, 0, 0, 0, 0, 0xff, 0xff],
      empty: [3, 0, 0, 0, 0, 0, 0xff, 0xff],
      three: [0, 0, 0, 0, 0, 0, 8, 0x40],
    };
    const read = (...given: (keyof typeof results)[]): number => {
      const formulas = given.map((result, column) =>
        xlsRecord(6, 1, 0, column, 0, 0, 0, ...results[result], 0, 0, 0, 0, 0, 0, 0, 0),
      );
      return first(
        readWorkbook(
          'a.xls',
          Buffer.concat([xlsStart, xlsRecord(0x204, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0x41, 0x42), ...formulas, xlsRecord(10)]),
        ).sheets,
      ).uncalculatedCount;
    };
    expect([read('text'), read('text', 'three'), read('empty', 'empty'), read('empty', 'three')]).toEqual([1, 1, 2, 0]);
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
  test('of an .xls whose sheets lie in another order than they are shown in, with a chart between', () => {
    const short = (number: number): number[] => [number & 0xff, number >> 8];
    const begin = (kind: number): Buffer => xlsRecord(0x809, 0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0);
    const label = (text: string): Buffer => xlsRecord(0x204, 0, 0, 0, 0, 0, 0, text.length, 0, 0, ...Buffer.from(text));
    const own = [
      Buffer.concat([
        begin(0x10),
        xlsRecord(0x208, 0, 0, 0, 0, 1, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 0, 0, 0),
        label('first'),
        xlsRecord(10),
      ]),
      Buffer.concat([begin(0x20), xlsRecord(10)]),
      Buffer.concat([begin(0x10), label('last'), xlsRecord(10)]),
    ];
    const listed = [2, 1, 0];
    const head = begin(5).byteLength + 22 + listed.length * 13 + 4;
    const placeOf = (index: number): number => own.slice(0, index).reduce((sum, part) => sum + part.byteLength, head);
    const stream = Buffer.concat([
      begin(5),
      xlsRecord(0x3d, ...Array.from({ length: 18 }, () => 0)),
      ...listed.map((index) => xlsRecord(0x85, ...short(placeOf(index)), 0, 0, 0, index === 1 ? 2 : 0, 1, 0, 0x41 + index)),
      xlsRecord(10),
      ...own,
    ]);
    const read = readWorkbook('a.xls', stream).sheets;
    expect(read.map(({ rows, active, hiddenRows }) => [rows[0]?.[0], active, hiddenRows.size])).toEqual([
      ['first', false, 1],
      [undefined, false, 0],
      ['last', true, 0],
    ]);
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

test('a sheet that is a chart is an empty one', () => {
  const parts = workbookParts({ sheets: [`<sheetData>${people(2)}</sheetData>`, ''] });
  const chart = {
    ...parts,
    'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      'relationships/worksheet" Target="worksheets/sheet2.xml',
      'relationships/chartsheet" Target="chartsheets/sheet1.xml',
    ),
    'xl/chartsheets/sheet1.xml':
      '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>',
    'xl/chartsheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
  };
  expect(readWorkbook('a.xlsx', zipped(chart)).sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['表1', 2],
    ['表2', 0],
  ]);
});
