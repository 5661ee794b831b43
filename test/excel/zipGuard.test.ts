// What a zip says of itself and what is in it are two things: each workbook here is either read whole, or refused in words before
// anything large is unpacked.
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { guardZip } from '../../main/ground/excel/readZipGuard.ts';
import { workbookOf } from '../harness/importCalls.ts';
import { rosterSheet } from '../harness/roster.ts';
import { type MadeEntry, zipOf } from '../harness/zips.ts';

const rows = rosterSheet(5);
const parts: MadeEntry[] = Object.entries(unzipSync(workbookOf(rows))).map(([name, content]) => ({ name, content }));
/** The workbook with one thing changed of every entry. */
const each = (change: (entry: MadeEntry) => MadeEntry): MadeEntry[] => parts.map(change);
const rowsOf = (bytes: Uint8Array) => readWorkbook('花名册.xlsx', bytes).sheets[0]?.rows;

const megabyte = 1024 * 1024;
const zeros = Buffer.alloc(400 * megabyte);
const bomb: MadeEntry = { name: 'xl/worksheets/sheet9.xml', content: zeros, packed: deflateRawSync(zeros) };

describe('read whole', () => {
  test.each([
    ['as it comes', zipOf(parts)],
    ['stored', zipOf(each((entry) => ({ ...entry, stored: true })))],
    ['sizes behind the bytes, as a stream writes them', zipOf(each((entry) => ({ ...entry, descriptor: true })))],
    ['zip64 numbers, as POI writes them', zipOf(each((entry) => ({ ...entry, far: true })))],
    [
      'a zip64 end',
      zipOf(
        each((entry) => ({ ...entry, far: true })),
        { far: true },
      ),
    ],
    ['a comment that holds an end record’s mark', zipOf(parts, { comment: Buffer.from('PK\u0005\u0006') })],
    ['bytes between', zipOf(parts, { prefix: Buffer.from('PK\u0003\u0004 by an older program') })],
    ['folders as entries', zipOf([{ name: 'xl/', content: new Uint8Array(), stored: true }, ...parts])],
  ])('%s', (_, bytes) => expect(rowsOf(bytes)).toEqual(rows));
});

describe('refused', () => {
  const lie = (said: MadeEntry['central']): MadeEntry => ({ ...bomb, central: said ?? {} });
  const damaged = '已损坏，打不开';
  const tooLarge = '展开后超过 300 MB，没有读入';
  const tooMuchTable = '里的表格展开后超过 160 MB，没有读入';
  test.each<[string, () => Uint8Array, string]>([
    ['a bomb', () => zipOf([...parts, bomb]), tooMuchTable],
    ['a bomb among the pictures', () => zipOf([...parts, { ...bomb, name: 'xl/media/a.png' }]), tooLarge],
    [
      'a bomb that the directory calls stored',
      () => zipOf([...parts, lie({ method: 0, size: bomb.packed?.byteLength ?? 0 })]),
      damaged,
    ],
    ['a bomb whose own header says stored', () => zipOf([...parts, { ...bomb, local: { method: 0 } }]), damaged],
    ['a bomb that is said to be packed in four bytes', () => zipOf([...parts, lie({ packedSize: 4 })]), damaged],
    ['a bomb that is said to be small', () => zipOf([...parts, lie({ size: 100 })]), tooMuchTable],
    [
      'a bomb behind an entry that is said to be small',
      () => zipOf([...parts, { ...bomb, local: { size: 1, packedSize: 1 } }]),
      tooMuchTable,
    ],
    [
      'many entries that are one bomb',
      () => {
        const ten: MadeEntry = { name: 'xl/media/a', content: zeros.subarray(0, 10 * megabyte) };
        return zipOf([...parts, ...Array.from({ length: 40 }, (_, index) => ({ ...ten, name: `xl/media/a${index}` }))]);
      },
      tooLarge,
    ],
    ['two parts of one name', () => zipOf([...parts, ...parts.slice(0, 1)]), damaged],
    [
      'two parts of one name in another case',
      () => zipOf([...parts, { name: 'XL/Workbook.xml', content: zeros.subarray(0, 9) }]),
      damaged,
    ],
    ['a letter that isn’t what it was', () => zipOf(each((entry) => ({ ...entry, central: { checksum: 1 } }))), damaged],
    ['two counts', () => zipOf(parts, { onThisDisk: parts.length + 1 }), damaged],
    ['more entries than there are', () => zipOf(parts, { count: parts.length + 1, onThisDisk: parts.length + 1 }), damaged],
    ['70,000 entries by zip64', () => zipOf(parts, { far: true, count: 70_000 }), '内容过多'],
    [
      '6,000 entries',
      () =>
        zipOf([...parts, ...Array.from({ length: 6000 }, (_, index) => ({ name: `${index}`, content: zeros.subarray(0, 1) }))]),
      '内容过多',
    ],
    ['an unknown packing', () => zipOf(each((entry) => ({ ...entry, local: { method: 9 }, central: { method: 9 } }))), damaged],
    ['a password', () => zipOf(each((entry) => ({ ...entry, local: { flags: 1 }, central: { flags: 1 } }))), '加了密码'],
    ['half of it', () => zipOf(parts).subarray(0, 2000), damaged],
    ['no workbook', () => zipOf([{ name: 'a.txt', content: zeros.subarray(0, 9) }]), '不是表格文件'],
  ])('%s', (_, bytes, words) => expect(() => readWorkbook('花名册.xlsx', bytes())).toThrow(words));

  test('every bit turned over in a part is found', () => {
    const whole = zipOf(parts);
    for (let at = 40; at < whole.length; at += 97) {
      const torn = whole.slice();
      torn[at] = (torn[at] ?? 0) ^ 4;
      let read: unknown = null;
      try {
        read = rowsOf(torn);
      } catch (error) {
        expect(String(error)).toMatch(/\p{Script=Han}/u);
        continue;
      }
      // Dates, versions and comments of the zip matter to nobody.
      expect(read).toEqual(rows);
    }
  });
});

test('a zip within, which the library would unpack by itself, isn’t given to it', () => {
  const inner = zipOf([...parts, bomb]);
  const outer = zipOf([
    { name: 'content.xml', content: Buffer.from('<a/>') },
    { name: 'Index.zip', content: inner, stored: true },
    { name: 'Index/Document.iwa', content: inner, stored: true },
  ]);
  expect(Object.keys(unzipSync(guardZip('a.xlsx', outer)))).toEqual(['content.xml']);
  expect(() => readWorkbook('a.xlsx', outer)).toThrow(/\p{Script=Han}/u);
});
