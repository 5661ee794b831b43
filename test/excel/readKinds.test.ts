// Every kind of file that Excel or WPS opens: whichever way its parts are named, its text encoded, its tables written.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CFB, utils, write, type BookType } from 'xlsx';
import * as library from 'xlsx/dist/cpexcel.full.mjs';
import type { Book, CellValue, ReadSheet } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { textCell, workbookParts, zipped } from '../harness/workbookParts.ts';

/** The library's tables have no types of their own. */
const { utils: codePages } = library as unknown as { utils: { encode(codePage: number, text: string): Uint8Array } };

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, '../fixtures', name));
function first(book: Book): ReadSheet {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
const rowsOf = (bytes: Uint8Array, name = '花名册.xlsx'): CellValue[][] => first(readWorkbook(name, bytes)).rows;
const rows = [
  ['姓名', '身份证号', '联系电话'],
  ['王明', '371323196309069659', '13953912345'],
];

describe('zips', () => {
  const parts = workbookParts({ sheets: [`<sheetData><row r="1">${textCell('A1', '姓名')}</row></sheetData>`] });
  const renamed = (rename: (name: string) => string): Uint8Array =>
    zipped(Object.fromEntries(Object.entries(parts).map(([name, content]) => [rename(name), content])));
  test.each(['roster-workbook2.xlsx', 'roster-backslash.xlsx'])('%s', (name) => {
    expect(rowsOf(fixture(name))[1]?.slice(1, 3)).toEqual(['甲社区', '钱磊军']);
  });
  test.each([
    ['backslashes', (name: string) => name.replaceAll('/', '\\')],
    ['a slash at the start', (name: string) => `/${name}`],
    ['a dot at the start', (name: string) => `./${name}`],
    ['capitals', (name: string) => name.toUpperCase()],
    ['backslashes, a slash at the start and capitals', (name: string) => `\\${name.replaceAll('/', '\\').toUpperCase()}`],
  ])('parts named with %s', (_, rename) => {
    expect(rowsOf(renamed(rename))).toEqual([['姓名']]);
  });
  test.each(['workbook2.xml', 'book.xml', 'WorkBook.xml'])('a workbook part %s, which only the relationships name', (own) => {
    const types = (parts['[Content_Types].xml'] ?? '').replace(/<Override PartName="\/xl\/workbook.xml"[^>]*>/, '');
    const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    const { 'xl/workbook.xml': workbook = '', 'xl/_rels/workbook.xml.rels': relations = '', ...others } = parts;
    const moved = {
      ...others,
      '[Content_Types].xml': types.replace('<Default', `<Default Extension="xml" ContentType="${main}"/><Default`),
      '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('xl/workbook.xml', `/xl/${own}`),
      [`xl/${own}`]: workbook,
      [`xl/_rels/${own}.rels`]: relations,
    };
    expect(rowsOf(zipped(moved))).toEqual([['姓名']]);
  });
  test('strict OOXML', () => {
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        content
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    expect(rowsOf(zipped(strict))).toEqual([['姓名']]);
  });
  test.each([
    ['word/document.xml', '其实是 Word 文档'],
    ['ppt/presentation.xml', '其实是 演示文稿'],
    ['照片/王明.jpg', '不是表格文件'],
  ])('one with %s is no workbook', (name, words) => {
    expect(() => readWorkbook('a.xlsx', zipped({ '[Content_Types].xml': '<Types/>', [name]: 'x' }))).toThrow(words);
  });
  test.each<[BookType, string]>([
    ['xlsb', '花名册.xlsb'],
    ['xlsx', '花名册.et'],
    ['xlsx', '花名册.xls'],
    ['biff8', '花名册.et'],
    ['biff8', '花名册.xlsx'],
    ['ods', '花名册.ods'],
    ['fods', '花名册.fods'],
    ['xlml', '花名册.xls'],
    ['xlml', '花名册.xml'],
    ['html', '花名册.xls'],
  ])('%s, named %s', (bookType, name) => {
    const book = { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rows) } };
    expect(rowsOf(write(book, { type: 'buffer', bookType }) as Buffer, name)).toEqual(rows);
  });
  test('an .ods’ active table', () => {
    const entries = unzipSync(fixture('roster-active.ods'));
    const settings = strFromU8(entries['settings.xml'] ?? new Uint8Array()).replace(
      '</office:settings>',
      '<config:config-item-set config:name="ooo:view-settings"><config:config-item config:name="ActiveTable" config:type="string">2026年</config:config-item></config:config-item-set></office:settings>',
    );
    const book = readWorkbook('a.ods', zipSync({ ...entries, 'settings.xml': strToU8(settings) }));
    expect(book.sheets.map(({ name, active }) => [name, active])).toEqual([
      ['汇总', false],
      ['2025年旧表', false],
      ['2026年', true],
    ]);
  });
});

describe('records', () => {
  test('GBK in a bare stream that says nothing of it', () => {
    const book = readWorkbook('Delphi导出.xls', fixture('roster-gbk-records.xls'));
    expect(book.encoding).toBe('GBK');
    expect(first(book).rows[1]).toEqual(['甲社区', '钱磊军', '男', '371323196602020037', '13953912345', '大专']);
  });
  test.each([936, 1252, 10_000, 0x8001])('GBK in Excel 5.0’s that says it is of code page %s', (said) => {
    expect(rowsOf(excel5(rare, 936, said), '旧.xls')).toEqual(rare);
  });
  test('GBK in Excel 5.0’s that says nothing', () => {
    expect(readWorkbook('旧.xls', excel5(rare, 936, null)).sheets[0]?.name).toBe('花名册');
    expect(rowsOf(excel5(rare, 936, null), '旧.xls')).toEqual(rare);
  });
  test.each([null, 936, 1252, 1200])('GBK in what passes for Excel 97’s, of code page %s', (said) => {
    expect(rowsOf(withRecords(0x600, rare, 936, said), '旧.xls')).toEqual(rare);
  });
  test('Western text with accents stays what it is', () => {
    expect(rowsOf(excel5([['Zoë', 'Müller']], 1252, 1252), 'a.xls')).toEqual([['Zoë', 'Müller']]);
  });
});

describe('texts', () => {
  const csv = (content: string): CellValue[][] => rowsOf(strToU8(content), '名单.csv');
  test('a list that begins as another kind of file would is a list', () => {
    expect(csv('PK,姓名\n1,王明')).toEqual([
      ['PK', '姓名'],
      ['1', '王明'],
    ]);
    expect(rowsOf(Buffer.from('\t姓名\t电话\n1\t王明\t2\n', 'utf16le'), '名单.txt')[0]).toEqual([null, '姓名', '电话']);
    expect(csv('<60岁,姓名\n1,王明')).toEqual([
      ['<60岁', '姓名'],
      ['1', '王明'],
    ]);
  });
  test('a page that begins with words is a page', () => {
    expect(rowsOf(strToU8('花名册<br><table><tr><td>姓名</td></tr></table>'), 'a.xls')).toEqual([['姓名']]);
  });
  test('a database and a document of rich text are named', () => {
    const sheet = { SheetNames: ['a'], Sheets: { a: utils.aoa_to_sheet([['NAME'], ['Wang']]) } };
    expect(() => readWorkbook('名单.dbf', write(sheet, { type: 'buffer', bookType: 'dbf' }) as Buffer)).toThrow(
      '是 dBASE 数据库文件',
    );
    expect(() => readWorkbook('名单.xls', strToU8('{\\rtf1 x}'))).toThrow('其实是 RTF 文档');
  });
});

/** With characters whose second bytes are no letters of Windows’ Western code page. */
const rare = [
  ['姓名', '身份证号'],
  ['珅喆', '丂丄亖'],
  ['王明', '371323196309069659'],
];

const excel5 = (cells: string[][], codePage: number, said: number | null): Buffer => withRecords(0x500, cells, codePage, said);

/** A compound file of the version. @param said the code page that it says its text is in */
function withRecords(version: number, cells: string[][], codePage: number, said: number | null): Buffer {
  const record = (kind: number, ...content: number[]): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(kind, 0);
    head.writeUInt16LE(content.length, 2);
    return Buffer.concat([head, Buffer.from(content)]);
  };
  const short = (number: number): number[] => [number & 0xff, number >> 8];
  const encoded = (text: string): number[] => [...Buffer.from(codePages.encode(codePage, text))];
  // Excel 97 says before each text that its characters are single bytes.
  const narrow = version === 0x600 ? [0] : [];
  const title = encoded(codePage === 936 ? '花名册' : 'Sheet1');
  const beginning = (kind: number): Buffer => record(0x809, ...short(version), ...short(kind), 0, 0, 0, 0);
  const before = Buffer.concat([beginning(5), ...(said === null ? [] : [record(0x42, ...short(said))])]);
  const place = before.byteLength + 4 + 7 + narrow.length + title.length + 4;
  const labels = cells.flatMap((row, index) =>
    row.map((text, column) =>
      record(0x204, ...short(index), ...short(column), 0, 0, ...short(encoded(text).length), ...narrow, ...encoded(text)),
    ),
  );
  const stream = Buffer.concat([
    before,
    record(0x85, ...short(place), 0, 0, 0, 0, title.length, ...narrow, ...title),
    record(0x0a),
    beginning(0x10),
    ...labels,
    record(0x0a),
  ]);
  const container = CFB.utils.cfb_new() as object;
  CFB.utils.cfb_add(container, 'Book', stream);
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}
