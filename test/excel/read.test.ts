// Reading the files that street offices really have, and worse ones: each is read, or named in words the person can act on.
import { deflateRawSync } from 'node:zlib';
import { CFB, utils, type WorkSheet, write } from 'xlsx';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { rosterSheet, rosterTitles } from '../harness/roster.ts';

type Kind = 'xlsx' | 'biff8' | 'csv';

const bytesOf = (sheet: WorkSheet, kind: Kind = 'xlsx'): Uint8Array =>
  new Uint8Array(
    write(
      { SheetNames: ['花名册'], Sheets: { 花名册: sheet } },
      { type: 'array', bookType: kind, compression: true },
    ) as ArrayBuffer,
  );
const sheetOf = (rows: unknown[][]): WorkSheet => utils.aoa_to_sheet(rows);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const rowsOf = (bytes: Uint8Array, name = '花名册.xlsx'): CellValue[][] => readWorkbook(name, bytes).sheets[0]?.rows ?? [];

/** A zip of one workbook part that unpacks to `size` bytes, whatever size it declares. */
function bomb(size: number): Uint8Array {
  const name = Buffer.from('xl/workbook.xml');
  const packed = deflateRawSync(Buffer.alloc(size));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, central, name, end]));
}

/** An .xls whose stream says that it is enciphered, as Excel marks it. */
function encryptedXls(): Uint8Array {
  const container = CFB.read(Buffer.from(bytesOf(sheetOf([['姓名']]), 'biff8')), { type: 'buffer' });
  const stream = CFB.find(container, 'Workbook');
  if (!stream) throw new Error('no workbook stream');
  const content = Buffer.from(stream.content as Uint8Array);
  const afterBof = 4 + content.readUInt16LE(2);
  const filePass = Buffer.alloc(4 + 54);
  filePass.writeUInt16LE(0x2f, 0);
  filePass.writeUInt16LE(54, 2);
  filePass.writeUInt16LE(1, 4);
  filePass.writeUInt16LE(1, 6);
  filePass.writeUInt16LE(1, 8);
  stream.content = Buffer.concat([content.subarray(0, afterBof), filePass, content.subarray(afterBof)]);
  stream.size = stream.content.length;
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

describe('cells', () => {
  test('numbers stay numbers, formulas give their last result, errors their name, dates their day', () => {
    const sheet = sheetOf([['姓名', '身份证号', '出生年月', '合计', '错', '是否']]);
    Object.assign(sheet, {
      A2: { t: 's', v: '李永建', f: 'B9' },
      B2: { t: 'n', v: 371323197209185400 },
      C2: { t: 'n', v: 23682, z: 'yyyy-mm-dd' },
      D2: { t: 'n', v: 12, f: 'SUM(A1:A9)' },
      E2: { t: 'e', v: 0x2a },
      F2: { t: 'b', v: true },
      '!ref': 'A1:F2',
    });
    expect(rowsOf(bytesOf(sheet))[1]).toEqual(['李永建', 371323197209185400, '1964-11-01', 12, '#N/A', '是']);
  });
  test('a date serial without a date format stays a number', () => {
    expect(rowsOf(bytesOf(sheetOf([['出生年月'], [23682]])))[1]).toEqual([23682]);
  });
  test('an .xls is read as an .xlsx is', () => {
    const rows = rosterSheet(30);
    expect(rowsOf(bytesOf(sheetOf(rows), 'biff8'))).toEqual(rowsOf(bytesOf(sheetOf(rows))));
  });
});

describe('CSV', () => {
  const rows = [
    ['姓名', '身份证号'],
    ['李永建', '371323196309069659'],
    ['罗玉', '0123'],
  ];
  const content = rows.map((row) => row.join(',')).join('\r\n');
  const gbk = Uint8Array.from([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xc0, 0xee, 0xc3, 0xf7, 0x2c, 0x31, 0x35,
  ]);
  test.each([
    ['UTF-8', text(content)],
    ['UTF-8 with BOM', text(`\ufeff${content}`)],
    ['CR only', text(content.replaceAll('\r\n', '\r'))],
    ['LF only', text(content.replaceAll('\r\n', '\n'))],
    ['tabs', text(content.replaceAll(',', '\t'))],
    ['semicolons', text(content.replaceAll(',', ';'))],
    ['quoted', text(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))],
    ['kept zeros', text(content.replace('0123', '="0123"'))],
    ['UTF-16, as Excel’s Unicode text', new Uint8Array(Buffer.from(`\ufeff${content.replaceAll(',', '\t')}`, 'utf16le'))],
  ])('%s', (_, bytes) => expect(rowsOf(bytes, 'a.csv')).toEqual(rows));
  test('GBK is found by itself', () => {
    expect(readWorkbook('a.csv', gbk)).toMatchObject({
      encoding: 'GBK',
      sheets: [
        {
          rows: [
            ['姓名', '电话'],
            ['李明', '15'],
          ],
        },
      ],
    });
  });
});

test('text with tabs that an older system calls .xls is read', () => {
  const rows = rosterSheet(5);
  const [sheet] = readWorkbook('花名册.xls', new TextEncoder().encode(rows.map((row) => row.join('\t')).join('\n'))).sheets;
  expect(sheet?.rows).toEqual(rows);
});

test('an HTML table saved as .xls keeps its numbers as text', () => {
  const html =
    '<html><meta charset="utf-8"><table><tr><td>姓名</td><td>身份证号</td></tr><tr><td>李永建</td><td>371323196309069659</td></tr></table></html>';
  expect(readWorkbook('系统导出.xls', text(html))).toMatchObject({
    kind: 'html',
    sheets: [
      {
        rows: [
          ['姓名', '身份证号'],
          ['李永建', '371323196309069659'],
        ],
      },
    ],
  });
});

test.each([
  ['an empty file', new Uint8Array(), '是空文件'],
  ['an image renamed', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), '其实是 PNG 图片'],
  ['a PDF renamed', text('%PDF-1.4'), '其实是 PDF 文件'],
  ['bytes of nothing', Uint8Array.from([1, 0, 2, 0, 3]), '可能已损坏或不是 Excel 文件'],
  ['text of nothing', text('这不是工作簿\n只是几行字'), '可能已损坏或不是 Excel 文件'],
  ['an empty sheet', bytesOf(sheetOf([[]])), '里没有内容'],
  ['a cut-off workbook', bytesOf(sheetOf(rosterSheet(50))).subarray(0, 3000), '已损坏'],
  ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(49), '超过 20 MB'],
  ['an encrypted .xls', encryptedXls(), '加了密码'],
  [
    'an XML sheet of two billion columns',
    text(
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Column ss:Span="2000000000"/></Table></Worksheet></Workbook>',
    ),
    '超出了 Excel 的范围',
  ],
  ['a zip bomb', bomb(400 * 1024 * 1024), '展开后超过 160 MB'],
])('%s is told in words', (_, bytes, words) => {
  expect(() => readWorkbook('花名册.xlsx', bytes)).toThrow(words);
});

test.each([
  ['花名册.csv', Uint8Array.from([0x41, 0x2c, 0x07, 0x0a])],
  ['花名册', Uint8Array.from([0xe5, 0x00, 0x41, 0x2c])],
  ['花名册.XLS', text('姓名,身份证号')],
])('%s of what is no text, or no workbook, is not taken for CSV', (name, bytes) => {
  expect(() => readWorkbook(name, bytes)).toThrow(`“${name}”读不出来，可能已损坏或不是 Excel 文件`);
});

test('10,000 rows come whole', () => {
  const rows = rosterSheet(10_000);
  const book = readWorkbook('花名册.xlsx', bytesOf(sheetOf(rows)));
  expect(book.sheets[0]?.rows).toHaveLength(10_001);
  expect(book.sheets[0]?.rows[0]).toEqual(rosterTitles);
  expect(book.sheets[0]?.rows.at(-1)).toEqual(rows.at(-1));
});

test('an empty file is told as such', () => {
  expect(() => readWorkbook('空.xlsx', new Uint8Array())).toThrow('“空.xlsx”是空文件');
});
