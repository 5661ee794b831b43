// Where the pictures of a workbook lie, and which bytes they are, as each program keeps them; what can't be had says why.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { CFB, utils, write } from 'xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { Axis } from '../../main/ground/excel/pictureAnchors.ts';
import { type BookPictures, pictureFaults, type SheetPicture } from '../../main/ground/excel/pictures.ts';
import { readPicturesXls } from '../../main/ground/excel/readPicturesXls.ts';
import { readPicturesXlsx } from '../../main/ground/excel/readPicturesXlsx.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { unzipParts } from '../../main/ground/excel/zipParts.ts';
import { workbookOf } from '../harness/importCalls.ts';
import {
  type Anchored,
  drawnBook,
  inCell,
  partOf,
  portrait,
  relationshipsOf,
  rowHeight,
  withParts,
  wpsBook,
} from '../harness/pictureBooks.ts';

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, '../fixtures', name));

let first: Uint8Array;
let second: Uint8Array;
beforeAll(async () => {
  first = await portrait(1);
  second = await portrait(2);
});

const roster = [
  ['姓名', '照片'],
  ['张三', ''],
  ['李四', ''],
  ['王五', ''],
];
const readPictures = (bytes: Uint8Array): BookPictures => readWorkbook('花名册.xlsx', bytes).pictures;
const only = (pictures: BookPictures, sheet = '花名册'): readonly SheetPicture[] => pictures.bySheet.get(sheet) ?? [];
/** Row, column, and the bytes as which of the two portraits, or the fault. */
const told = (pictures: BookPictures, sheet?: string): unknown[] =>
  only(pictures, sheet).map(({ row, column, source }) => {
    if ('fault' in source) return [row, column, source.fault];
    const bytes = Buffer.from(pictures.read(source.part));
    return [row, column, bytes.equals(first) ? 'first' : bytes.equals(second) ? 'second' : 'other'];
  });
const drawn = (pictures: readonly Anchored[], more: Parameters<typeof drawnBook>[3] = {}): BookPictures =>
  readPictures(drawnBook(roster, pictures, { 'a.jpeg': first, 'b.jpeg': second }, more));

describe('over the cells of an .xlsx', () => {
  test.each(['transitional', 'strict'] as const)('each belongs to the row and column that hold its middle (%s)', (namespaces) => {
    const pictures = drawn(
      [
        inCell(1, 1, 'a.jpeg'),
        // From the lower part of row 1 down to the middle of row 3: its middle lies in row 2.
        {
          kind: 'twoCell',
          media: 'b.jpeg',
          from: { row: 1, column: 1, rowOffset: rowHeight * 0.9 },
          to: { row: 3, column: 1, rowOffset: rowHeight / 2 },
        },
        { kind: 'oneCell', media: 'a.jpeg', from: { row: 3, column: 0, columnOffset: 590_000 }, width: 300_000, height: 100_000 },
        { kind: 'absolute', media: 'b.jpeg', x: 620_000, y: rowHeight * 2.2, width: 100_000, height: 100_000 },
      ],
      { namespaces },
    );
    expect(pictures.fault).toBeNull();
    expect(told(pictures)).toEqual([
      [1, 1, 'first'],
      [2, 1, 'second'],
      [3, 1, 'first'],
      [2, 1, 'second'],
    ]);
  });

  test('the heights of rows count, hidden ones not at all', () => {
    const tall: Anchored = { kind: 'oneCell', media: 'a.jpeg', from: { row: 1, column: 1 }, width: 10, height: 80 * 12_700 };
    expect(told(drawn([tall], { heights: new Map([[1, 60]]) }))).toEqual([[1, 1, 'first']]);
    expect(told(drawn([tall]))).toEqual([[3, 1, 'first']]);
    const book = drawnBook(roster, [tall], { 'a.jpeg': first });
    const sheet = partOf(book, 'xl/worksheets/sheet1.xml').replace('<row r="3"', '<row r="3" hidden="1"');
    expect(told(readPictures(withParts(book, { 'xl/worksheets/sheet1.xml': sheet })))).toEqual([[4, 1, 'first']]);
  });

  test('over two rows alike belongs to neither, as far as programs round', () => {
    const over = (from: number, to: number, rowOffset = 0): Anchored => ({
      kind: 'twoCell',
      media: 'a.jpeg',
      from: { row: from, column: 1, rowOffset },
      to: { row: to, column: 1, rowOffset },
    });
    const rowsOf = (pictures: readonly Anchored[], more?: Parameters<typeof drawn>[1]): unknown[] =>
      only(drawn(pictures, more)).map(({ row, otherRow }) => [row, otherRow]);
    const half = rowHeight / 2;
    expect(
      rowsOf([over(1, 3), over(1, 3, 3000), over(2, 4, -1), over(1, 2, half), over(0, 4), over(1, 4), over(1, 3, half * 0.8)]),
    ).toEqual([
      [1, 2],
      [2, 1],
      [2, 3],
      [1, 2],
      [1, 2],
      [2, null],
      [2, null],
    ]);
    const alone: Anchored = { kind: 'oneCell', media: 'a.jpeg', from: { row: 1, column: 1 }, width: 10, height: rowHeight * 2 };
    expect(rowsOf([alone, { kind: 'absolute', media: 'b.jpeg', x: 9, y: rowHeight, width: 9, height: rowHeight * 2 }])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    // A line without height, and one exactly as high as its row.
    expect(rowsOf([over(2, 2), over(2, 3)])).toEqual([
      [2, null],
      [2, null],
    ]);
  });

  test('how the sheet turns, mirrors and cuts it comes along', () => {
    const looks = only(
      drawn([
        { ...inCell(1, 1, 'a.jpeg'), transform: ' rot="5400000"' },
        { ...inCell(2, 1, 'a.jpeg'), transform: ' rot="-5400000" flipH="1"', cut: '<a:srcRect l="10000" b="25000"/>' },
        { ...inCell(3, 1, 'a.jpeg'), transform: ' flipV="1"', cut: '<a:srcRect t="12.5%"/>' },
      ]),
    ).map(({ source }) => ('look' in source ? source.look : null));
    expect(looks).toEqual([
      { turn: 90, mirrored: false, cut: null },
      { turn: 270, mirrored: true, cut: { left: 0.1, top: 0, right: 0, bottom: 0.25 } },
      { turn: 180, mirrored: true, cut: { left: 0, top: 0.125, right: 0, bottom: 0 } },
    ]);
  });

  test('what is no picture of the file says why', () => {
    const over: Anchored = {
      kind: 'twoCell',
      media: 'a.jpeg',
      grouped: true,
      from: { row: 1, column: 1 },
      to: { row: 3, column: 1 },
    };
    expect(
      told(
        drawn([
          { ...inCell(1, 1, 'a.jpeg'), linked: true },
          inCell(2, 1, 'fehlt.jpeg'),
          over,
          { ...inCell(3, 1, 'b.jpeg'), grouped: true },
        ]),
      ),
    ).toEqual([
      [1, 1, pictureFaults.linked],
      [2, 1, pictureFaults.missing],
      [1, 1, pictureFaults.grouped],
      [3, 1, 'second'],
    ]);
    const metafile = drawnBook(roster, [inCell(1, 1, 'a.emf')], { 'a.emf': first });
    expect(told(readPictures(metafile))).toEqual([[1, 1, pictureFaults.drawn]]);
  });

  test('an alternative for older programs is the same picture, once', () => {
    const book = drawnBook(roster, [inCell(1, 1, 'a.jpeg')], { 'a.jpeg': first });
    const drawing = partOf(book, 'xl/drawings/drawing1.xml');
    const [, shape = ''] = /(<xdr:pic>.*<\/xdr:pic>)/.exec(drawing) ?? [];
    const twice = drawing.replace(
      shape,
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="a14">${shape}</mc:Choice><mc:Fallback>${shape}</mc:Fallback></mc:AlternateContent>`,
    );
    expect(told(readPictures(withParts(book, { 'xl/drawings/drawing1.xml': twice })))).toEqual([[1, 1, 'first']]);
  });

  test('part names with backslashes and other case are the same parts', () => {
    const book = drawnBook(roster, [inCell(1, 1, 'a.jpeg')], { 'a.jpeg': first });
    const renamed = withParts(book, {
      'xl/drawings/_rels/drawing1.xml.rels': relationshipsOf([{ id: 'rId1', type: 'x/image', target: '\\XL\\Media\\A.JPEG' }]),
    });
    expect(told(readPictures(renamed))).toEqual([[1, 1, 'first']]);
  });

  test('another program’s writer is read as well, on two sheets', async () => {
    const book = new Workbook();
    for (const [index, bytes] of [first, second].entries()) {
      const sheet = book.addWorksheet(`第${index + 1}社区`);
      sheet.addRows(roster);
      sheet.getRow(2).height = 70;
      sheet.addImage(book.addImage({ buffer: Buffer.from(bytes), extension: 'jpeg' }), {
        tl: { col: 1.1, row: 1.05 },
        ext: { width: 50, height: 70 },
      });
    }
    const pictures = readPictures(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(told(pictures, '第1社区')).toEqual([[1, 1, 'first']]);
    expect(told(pictures, '第2社区')).toEqual([[1, 1, 'second']]);
  });
});

test('where the middle lies between two places of any sizes', () => {
  const axis = new Axis(
    10,
    new Map([
      [2, 0],
      [3, 30],
    ]),
    100,
  );
  const at = (index: number, offset: number) => ({ index, offset });
  expect(axis.middle(at(0, 1), at(0, 9)).index).toBe(0);
  expect(axis.middle(at(0, 9), at(1, 9)).index).toBe(1);
  expect(axis.middle(at(1, 9), at(3, 5)).index).toBe(3);
  expect(axis.middle(at(2, 0), at(2, 0)).index).toBe(2);
  // An offset beyond its own row ends with the row.
  expect(axis.middle(at(0, 0), at(0, 500)).index).toBe(0);
  expect(axis.middle(at(5, 5), at(1, 0)).index).toBe(5);
  expect(axis.middleOf(at(1, 5), 40).index).toBe(3);
  expect(axis.middleFromStart(25, 1e12).index).toBe(100);
});

describe('cells of WPS', () => {
  const rows = [
    ['姓名', '照片', '备注'],
    ['张三', 'x', '=DISPIMG("ID_B",1)'],
    ['李四', 'x', '说明 DISPIMG'],
  ];
  test('the formula is no data, and names its picture', () => {
    const book = wpsBook(rows, { B2: 'ID_A', B3: 'ID_C' }, { ID_A: first, ID_B: second });
    expect(readWorkbook('a.xlsx', book).sheets[0]).toMatchObject({
      rows: [['姓名', '照片', '备注'], ['张三'], ['李四', null, '说明 DISPIMG']],
      cellPictures: [
        { row: 1, column: 1, name: 'ID_A' },
        { row: 1, column: 2, name: 'ID_B' },
        { row: 2, column: 1, name: 'ID_C' },
      ],
    });
    const pictures = readPictures(book);
    expect([...pictures.byName.keys()]).toEqual(['ID_A', 'ID_B']);
    const source = pictures.byName.get('ID_A');
    expect(source && 'part' in source && Buffer.from(pictures.read(source.part)).equals(first)).toBe(true);
  });
  test('as an error of Excel, in a CSV and in a file that lost its pictures the formula is no data either', () => {
    const book = wpsBook(rows, { B2: 'ID_A', B3: 'ID_A' }, {});
    const error = partOf(book, 'xl/worksheets/sheet1.xml').replaceAll(
      /<c r="B2" t="str">(<f>.*?<\/f>)<v>.*?<\/v>/g,
      '<c r="B2" t="e">$1<v>#NAME?</v>',
    );
    const [sheet] = readWorkbook('a.xlsx', withParts(book, { 'xl/worksheets/sheet1.xml': error })).sheets;
    expect(sheet?.rows[1]).toEqual(['张三']);
    const csv = '姓名,照片\n张三,"=DISPIMG(""ID_A"",1)"\n';
    expect(readWorkbook('a.csv', new TextEncoder().encode(csv)).sheets[0]).toMatchObject({
      rows: [['姓名', '照片'], ['张三']],
      cellPictures: [{ row: 1, column: 1, name: 'ID_A' }],
    });
    const lost = fixture('wps-dispimg-without-pictures.xlsx');
    const [read] = readWorkbook('WPS嵌入图片.xlsx', lost).sheets;
    expect(read?.cellPictures).toHaveLength(6);
    expect(JSON.stringify(read?.rows)).not.toContain('DISPIMG');
    expect(readPictures(lost)).toMatchObject({ fault: null, byName: new Map() });
    expect(read?.uncalculatedCount).toBe(0);
  });
});

test('pictures that Excel 365 keeps as a cell’s value', () => {
  const book = workbookOf(roster);
  const sheet = partOf(book, 'xl/worksheets/sheet1.xml').replace(
    /<c r="B3"[^>]*?(\/>|>.*?<\/c>)/,
    '<c r="B3" t="e" vm="2"><v>#VALUE!</v></c>',
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rich = 'http://schemas.microsoft.com/office/spreadsheetml/2017/richdata';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const filled = withParts(book, {
    'xl/worksheets/sheet1.xml': sheet,
    'xl/_rels/workbook.xml.rels': partOf(book, 'xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="rId80" Type="${relations}/sheetMetadata" Target="metadata.xml"/><Relationship Id="rId81" Type="http://schemas.microsoft.com/office/2022/10/relationships/richValueRel" Target="richData/richValueRel.xml"/><Relationship Id="rId82" Type="http://schemas.microsoft.com/office/2017/06/relationships/rdRichValue" Target="richData/rdrichvalue.xml"/><Relationship Id="rId83" Type="http://schemas.microsoft.com/office/2017/06/relationships/rdRichValueStructure" Target="richData/rdrichvaluestructure.xml"/></Relationships>`,
    ),
    'xl/metadata.xml': `<metadata xmlns="${main}" xmlns:xlrd="${rich}"><metadataTypes count="1"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="2"><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"><xlrd:rvb i="0"/></ext></extLst></bk><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"><xlrd:rvb i="1"/></ext></extLst></bk></futureMetadata><valueMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="1" v="1"/></bk></valueMetadata></metadata>`,
    'xl/richData/richValueRel.xml': `<richValueRels xmlns="http://schemas.microsoft.com/office/spreadsheetml/2022/richvaluerel" xmlns:r="${relations}"><rel r:id="rId1"/><rel r:id="rId2"/></richValueRels>`,
    'xl/richData/_rels/richValueRel.xml.rels': relationshipsOf([
      { id: 'rId1', type: `${relations}/image`, target: '../media/image1.jpeg' },
      { id: 'rId2', type: `${relations}/image`, target: '../media/image2.jpeg' },
    ]),
    'xl/richData/rdrichvalue.xml': `<rvData xmlns="${rich}" count="2"><rv s="0"><v>0</v><v>5</v></rv><rv s="0"><v>1</v><v>5</v></rv></rvData>`,
    'xl/richData/rdrichvaluestructure.xml': `<rvStructures xmlns="${rich}" count="1"><s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>`,
    'xl/media/image1.jpeg': first,
    'xl/media/image2.jpeg': second,
  });
  const pictures = readPictures(filled);
  expect(told(pictures)).toEqual([[2, 1, 'second']]);
  expect(readWorkbook('a.xlsx', filled).sheets[0]?.rows[2]).toEqual(['李四']);
});

test('an .xls with comments, a logo and more pictures than one record holds', () => {
  const pictures = readPictures(fixture('roster-pictures.xls'));
  expect(pictures.fault).toBeNull();
  const spots = only(pictures).map(({ row, column, source }) => [
    row,
    column,
    'part' in source && pictures.read(source.part).byteLength,
  ]);
  expect(spots).toEqual([
    [0, 0, 472],
    [2, 6, 10_507],
    [3, 6, 10_429],
    [4, 6, 10_475],
    [6, 6, 10_544],
    [7, 6, 10_509],
    // From the foot of row 4 over most of row 5.
    [5, 6, 10_480],
  ]);
});

describe('bounds', () => {
  test('more pictures than bearable, or too large together, are told and none is read', () => {
    const many = Array.from({ length: 3001 }, () => inCell(1, 1, 'a.jpeg'));
    expect(drawn(many)).toMatchObject({ fault: '表里有 3001 张图片，超过 3000 张，图片没有读入', bySheet: new Map() });
    const names = Array.from({ length: 25 }, (_, index) => `${index}.png`);
    const pictures = names.map((name) => inCell(1, 1, name));
    const zip = unzipParts(drawnBook(roster, pictures, Object.fromEntries(names.map((name) => [name, first]))));
    const blank = new Uint8Array(9 * 1024 * 1024);
    for (const [index, name] of zip.FullPaths.entries()) if (name.endsWith('.png')) zip.FileIndex[index] = { content: blank };
    expect(readPicturesXlsx(zip).fault).toBe('表里的图片合计超过 200 MB，图片没有读入');
  });

  test('what is broken, or of another kind, says so', () => {
    const book = drawnBook(roster, [inCell(1, 1, 'a.jpeg')], { 'a.jpeg': first });
    expect(readPictures(withParts(book, { 'xl/drawings/drawing1.xml': '<a><b></a>' })).fault).toBe(pictureFaults.unread);
    const ods = write(
      { SheetNames: ['甲'], Sheets: { 甲: utils.aoa_to_sheet(roster) } },
      { type: 'array', bookType: 'ods' },
    ) as ArrayBuffer;
    expect(readPictures(withParts(new Uint8Array(ods), { 'Pictures/1.jpg': first })).fault).toBe(
      '文件里有 1 张图片，这种文件的图片读不了，请另存为 .xlsx 再导入',
    );
    const page = '<html><table><tr><td>姓名</td><td><img src="1.jpg"></td></tr></table>';
    expect(readPictures(new TextEncoder().encode(page)).fault).toBe(pictureFaults.webPage);
    expect(readWorkbook('a.csv', new TextEncoder().encode('姓名,照片')).pictures.fault).toBeNull();
  });

  test('an .xls that is cut off or spoilt anywhere is no fault of the program', () => {
    const stream = CFB.find(CFB.read(Buffer.from(fixture('roster-pictures.xls')), { type: 'buffer' }), 'Workbook')?.content;
    const records = new Uint8Array((stream ?? []) as Uint8Array);
    expect(readPicturesXls(records, ['花名册']).bySheet.get('花名册')).toHaveLength(7);
    for (let cut = 600; cut < records.length; cut += 1531)
      expect(() => readPicturesXls(records.subarray(0, cut), [])).not.toThrow();
    for (let at = 600; at < records.length; at += 97) {
      const spoilt = Uint8Array.from(records);
      spoilt.fill(0xff, at, at + 8);
      expect(() => readPicturesXls(spoilt, [])).not.toThrow();
    }
  });
});
