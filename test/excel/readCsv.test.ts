// Lists as text: whatever the encoding, the delimiter and the quotes, nobody is swallowed and no wrong character goes in unsaid.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { array, assert, boolean, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadSheet } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, '../fixtures', name));
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : Uint8Array.from(part)))));
function read(content: string | Uint8Array, name = '花名册.csv'): ReadSheet & { encoding: string | null } {
  const book = readWorkbook(name, typeof content === 'string' ? utf8(content) : content);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return { ...sheet, encoding: book.encoding };
}
const remarked = (sheet: ReadSheet): string[] => sheet.remarks.map(({ row, words }) => `${row}: ${words}`);

const gbk = {
  王明: [0xcd, 0xf5, 0xc3, 0xf7],
  李红: [0xc0, 0xee, 0xba, 0xec],
  东风社区: [0xb6, 0xab, 0xb7, 0xe7, 0xc9, 0xe7, 0xc7, 0xf8],
};

describe('quotes', () => {
  test('one that is never closed swallows nobody and is told by its row', () => {
    const sheet = read(fixture('csv-stray-quote.csv'));
    expect(sheet.rows).toHaveLength(11);
    expect(sheet.rows[4]).toEqual(['赵四', '13800000003', '371323001003003', '阳东街社区', '"住在东区']);
    expect(sheet.rows[5]?.[0]).toBe('钱五');
    expect(remarked(sheet)).toEqual(['4: 双引号不成对，已按原样读入，请核对这一行']);
  });
  test.each([
    ['closed by the next stray one', 'a,b,c\n1,2,"x\n3,4,"y\n5,6,z', [2, 3]],
    ['pairing with another across whole records', 'a,b,c\n1,2,"x\n3,4,y"\n5,6,z', [2, 3]],
    ['before a cell that is quoted properly', 'a,b,c\n1,2,"x\n3,"4",y\n5,6,z', [2]],
    ['before a cell quoted properly at a line’s end', 'a,b,c\n1,2,"x\n3,4,"y"\n5,6,z', [2]],
    ['in the middle of a quoted cell', 'a,b,c\n1,2,"x"y"\n3,4,y\n5,6,z', [2]],
    ['in the very last cell', 'a,b,c\n1,2,x\n3,4,y\n5,6,"z', [4]],
    ['with CR alone', 'a,b,c\r1,2,"x\r3,4,y\r5,6,z', [2]],
  ])('a stray one %s', (_, content, rows) => {
    const sheet = read(content);
    expect(sheet.rows.map((row) => row[0])).toEqual(['a', '1', '3', '5']);
    expect(sheet.rows.every((row) => row.length === 3)).toBe(true);
    expect(sheet.remarks.every(({ words }) => words.startsWith('双引号不成对'))).toBe(true);
    expect(sheet.remarks.map(({ row }) => row + 1).every((row) => rows.includes(row))).toBe(true);
    expect(sheet.remarks.length).toBeGreaterThan(0);
  });
  test.each([
    ['line breaks', '姓名,备注,社区\n王明,"住东区\n二楼",东风', '住东区\n二楼'],
    ['line breaks and delimiters', '姓名,备注,社区\n王明,"东区,1号,2户\n西区,3号,4户",东风', '东区,1号,2户\n西区,3号,4户'],
    ['doubled quotes', '姓名,备注,社区\n王明,"人称""老王""",东风', '人称"老王"'],
    ['delimiters', '姓名,备注,社区\n王明,"东区,1号",东风', '东区,1号'],
    ['nothing but a quote inside a cell', '姓名,备注,社区\n王明,屏幕5"手机,东风', '屏幕5"手机'],
  ])('what is quoted rightly stays: %s', (_, content, value) => {
    const sheet = read(content);
    expect(sheet.rows[1]).toEqual(['王明', value, '东风']);
    expect(sheet.remarks).toEqual([]);
  });
  test('a cell with line breaks in the first and the last column', () => {
    const sheet = read('a,b,c\n"1\n1",2,3\n4,5,"6\n6"\n7,8,9');
    expect(sheet.rows).toEqual([
      ['a', 'b', 'c'],
      ['1\n1', '2', '3'],
      ['4', '5', '6\n6'],
      ['7', '8', '9'],
    ]);
    expect(sheet.remarks).toEqual([]);
  });
  test('twenty megabytes of stray quotes are read in a bearable time', () => {
    const started = performance.now();
    read('a,b,"\n'.repeat(40_000));
    read('"a\n'.repeat(40_000));
    read(`a,b\n${'"x",'.repeat(10_000)}\r${'y\r'.repeat(40_000)}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('whatever is written by the rules of CSV is read as written, and nothing is said of it', () => {
  const piece = constantFrom('王明', '东区', '1号', '"', ',', '\n', '\r\n', ' ', '；', '5', "'");
  // A cell with as many commas as a row, and line breaks besides, could be rows as well: that one is told.
  const cell = array(piece, { maxLength: 6 })
    .filter((pieces) => pieces.filter((one) => one === ',').length <= 1)
    .map((pieces) => pieces.join(''));
  const lists = integer({ min: 5, max: 8 }).chain((width) =>
    array(array(cell, { minLength: width, maxLength: width }), { minLength: 6, maxLength: 12 }),
  );
  const written = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const plain = (width: number): string[] => Array.from({ length: width }, (_, index) => `列${index}`);
  assert(
    property(lists, constantFrom('\n', '\r\n'), (list, lineEnd) => {
      const width = list[0]?.length ?? 0;
      // A roster has a header and rows without line breaks, by which its width is known.
      const rows = [plain(width), plain(width), plain(width), ...list, plain(width)];
      const sheet = read(rows.map((row) => row.map(written).join(',')).join(lineEnd));
      const shifted = sheet.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
      expect(shifted).toEqual(rows);
      expect(sheet.remarks).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
test('wherever a stray quote stands, every row is there and the broken one is told', () => {
  assert(
    property(integer({ min: 1, max: 8 }), integer({ min: 0, max: 4 }), boolean(), (at, column, quoteOthers) => {
      const cell = (row: number, index: number): string =>
        quoteOthers && index === 2 && row % 2 === 0 ? `"甲,${row}"` : `值${row}-${index}`;
      const rows = Array.from({ length: 10 }, (_, row) => Array.from({ length: 5 }, (__, index) => cell(row, index)));
      const broken = rows.map((row, index) =>
        row.map((value, own) => (index === at && own === column ? `"值${at}` : value)).join(','),
      );
      const sheet = read(broken.join('\n'));
      expect(sheet.rows).toHaveLength(10);
      expect(sheet.remarks.some(({ row }) => row === at)).toBe(true);
      for (const [index, row] of sheet.rows.entries()) if (index !== at && column !== 0) expect(row[0]).toBe(`值${index}-0`);
    }),
    { numRuns: 200 },
  );
});

describe('delimiters', () => {
  test('sep= names it, and is no row', () => {
    const sheet = read('sep=;\r\n姓名;电话\r\n王明;1,2');
    expect(sheet.rows).toEqual([
      ['姓名', '电话'],
      ['王明', '1,2'],
    ]);
  });
  test('tabs part the cells where every address has commas', () => {
    const sheet = read('姓名\t地址\t社区\n王明\t东区,1号,2户\t东风\n李红\t西区,1号,2户\t东风');
    expect(sheet.rows[1]).toEqual(['王明', '东区,1号,2户', '东风']);
  });
  test('a title above doesn’t mislead', () => {
    expect(read('东风社区花名册；2026年\n姓名,电话,社区\n王明,1,a;b\n李红,2,c').rows[2]).toEqual(['王明', '1', 'a;b']);
  });
  test('a row with a cell too many is told, since its cells may stand in wrong columns', () => {
    const sheet = read('姓名,地址,社区\n王明,东区,1号,东风\n李红,西区,东风\n赵四,西区,东风\n');
    expect(remarked(sheet)).toEqual(['1: 有 4 格，其他行是 3 格，可能多了逗号，请核对各列']);
    expect(sheet.rows[1]).toEqual(['王明', '东区', '1号', '东风']);
  });
  test('rows that end early are told nothing', () => {
    expect(read('姓名,地址,社区\n王明\n李红,西区,东风\n赵四,西区,东风').remarks).toEqual([]);
  });
});

describe('encodings', () => {
  test('UTF-16 of both orders without a mark', () => {
    const content = '社区\t姓名\t联系电话\r\n东风社区\t王明\t13953912345\r\n';
    const little = Buffer.from(content, 'utf16le');
    const big = Buffer.from(little).swap16();
    const rows = [
      ['社区', '姓名', '联系电话'],
      ['东风社区', '王明', '13953912345'],
    ];
    expect(read(little)).toMatchObject({ rows, encoding: 'UTF-16' });
    expect(read(big)).toMatchObject({ rows, encoding: 'UTF-16' });
    expect(read(Buffer.concat([little, Buffer.from([0])])).rows).toEqual(rows);
    expect(read(fixture('csv-utf16le-no-mark.csv')).rows[1]?.slice(0, 2)).toEqual(['甲社区', '钱磊军']);
  });
  test('blank lines and NULs at the end', () => {
    const sheet = read(fixture('csv-blank-lines-nul.csv'));
    expect(sheet.rows).toHaveLength(4);
    expect(sheet.rows[3]?.[1]).toBe('李桂');
    expect(read(`姓名,电话\n王明,1\n\n\n${'\0'.repeat(300)}`).rows).toHaveLength(2);
  });
  test.each([
    [
      'a line of GBK among UTF-8',
      bytes('姓名,社区,电话\n李红,东风社区,1\n', gbk.王明, ',', gbk.东风社区, ',2\n赵四,东风社区,3\n'),
      'UTF-8',
    ],
    [
      'a line of UTF-8 among GBK',
      bytes(gbk.李红, ',', gbk.东风社区, '\n', gbk.李红, ',1\n王明,东风社区\n', gbk.李红, ',2\n'),
      'GBK',
    ],
  ])('%s is read by its own, and told', (_, content, encoding) => {
    const sheet = read(content);
    expect(sheet.encoding).toBe(encoding);
    expect(sheet.rows[2]?.slice(0, 2)).toEqual(['王明', '东风社区']);
    expect(remarked(sheet)).toEqual(['2: 文字编码和其他行不一样，已分别识别，请核对这一行']);
  });
  test('bytes that are damaged are told by row and stay to be seen', () => {
    const sheet = read(bytes('姓名,社区\n王', [0xe6, 0x98], ',东风社区\n李红,东风社区\n'));
    expect(sheet.rows[1]?.[0]).toBe('王\ufffd');
    expect(remarked(sheet)).toEqual(['1: 有损坏的文字（�），请对照原表改正']);
    const inGbk = read(bytes(gbk.王明, ',', gbk.东风社区, '\n', gbk.李红, [0xff], ',', gbk.东风社区, '\n'));
    expect(inGbk.encoding).toBe('GBK');
    expect(inGbk.rows[1]?.[0]).toContain('\ufffd');
    expect(inGbk.remarks).toHaveLength(1);
  });
  test('what was damaged before it was saved is told too', () => {
    expect(read('姓名,社区\n王�,东风社区\n').remarks).toEqual([{ row: 1, words: '有损坏的文字（�），请对照原表改正' }]);
  });
  test('GBK of a few characters, and rare ones of GB18030', () => {
    expect(read(bytes([0xc1, 0xaa, 0xcd, 0xa8], ',1\n')).rows).toEqual([['联通', '1']]);
    expect(read(bytes(gbk.王明, [0x82, 0x35, 0x87, 0x38], ',1\n')).encoding).toBe('GBK');
  });
  test('Big5 isn’t taken for GBK', () => {
    const big5 = [0xa9, 0x6d, 0xa6, 0x57, 0x2c, 0xb9, 0x71, 0xb8, 0xdc, 0x0a, 0xa4, 0xfd, 0xa9, 0xfa, 0x2c, 0x31, 0x0a];
    expect(read(Uint8Array.from(big5))).toMatchObject({
      encoding: 'Big5',
      rows: [
        ['姓名', '電話'],
        ['王明', '1'],
      ],
    });
  });
  test.each([
    ['with a mark', true],
    ['without a mark', false],
  ])('UTF-32 %s is refused in words', (_, mark) => {
    const marks = Array.from(`${mark ? '\ufeff' : ''}姓名,电话\n王明,1\n`).map((one) => one.codePointAt(0) ?? 0);
    const content = new Uint8Array(Uint32Array.from(marks).buffer);
    expect(() => read(content)).toThrow('文字编码是 UTF-32');
  });
});
