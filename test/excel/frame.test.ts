// A written sheet, read again by another library: every point of the frame, text that stays text, sums that are live.
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import type { Column, Frame, Row } from '../../main/ground/sheets/frame.ts';
import { writeFramed } from '../../main/ground/excel/write.ts';

const columns: Column[] = [
  { title: '序号', kind: 'number' },
  { title: '姓名', kind: 'text' },
  { title: '身份证号', kind: 'code' },
  { title: '手机号码', kind: 'code' },
  { title: '户数', kind: 'number', total: true },
  { title: '备注', kind: 'text', left: true },
];
const hostile = ["=cmd|' /c calc'!A1", '+1+1', '-2+3', '@SUM(A1)', '\tTAB', '\rCR', '=HYPERLINK("http://x","y")'];
const rows: Row[] = hostile.map((note, index) => [
  index + 1,
  '古丽娜·艾山',
  '371323198503021234',
  '13805391234',
  index * 10,
  note,
]);
const frame: Frame = {
  name: '专职网格员花名册',
  title: '沂城街道专职网格员花名册',
  unit: '沂城街道办事处',
  asOf: '2026-09-30',
  measure: '人',
  phone: '0539-2251234',
  paper: 'A4',
  columns,
};
const last = 3 + rows.length;

let book: XLSX.WorkBook;
let sheet: XLSX.WorkSheet;
let parts: Record<string, string>;
const cell = (address: string): XLSX.CellObject => (sheet as Record<string, XLSX.CellObject>)[address] ?? { t: 'z' };

beforeAll(async () => {
  const bytes = await writeFramed(frame, () => rows, new Date('2026-09-28T02:00:00Z'));
  book = XLSX.read(bytes, { type: 'array', cellFormula: true, cellNF: true, cellStyles: true });
  const found = book.Sheets[frame.name];
  if (!found) throw new Error('the sheet has another name');
  sheet = found;
  const decode = new TextDecoder();
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decode.decode(part)]));
});

const sheetXml = (): string => parts['xl/worksheets/sheet1.xml'] ?? '';

test('title, unit line and header stand where the frame says', () => {
  expect(cell('A1').v).toBe('沂城街道专职网格员花名册');
  expect(sheet['!merges']).toContainEqual(XLSX.utils.decode_range('A1:F1'));
  const second = columns.map((_, index) => cell(XLSX.utils.encode_cell({ r: 1, c: index })).v).filter(Boolean);
  expect(second).toEqual(['填报单位（盖章）：沂城街道办事处', '统计日期：2026年9月30日', '单位：人']);
  expect(columns.map((_, index) => cell(XLSX.utils.encode_cell({ r: 2, c: index })).v)).toEqual(
    columns.map(({ title }) => title),
  );
});

test('the signature line is the last row, across all columns', () => {
  const number = last + 2;
  expect(cell(`A${number}`).v).toMatch(/^单位负责人：　+审核人：　+填报人：　+联系电话：0539-2251234/);
  expect(sheet['!merges']).toContainEqual(XLSX.utils.decode_range(`A${number}:F${number}`));
  expect(sheet['!ref']).toBe(`A1:F${number}`);
});

test('ID numbers and phones are strings in text cells', () => {
  for (let number = 4; number <= last; number++)
    for (const [column, value] of [
      ['C', '371323198503021234'],
      ['D', '13805391234'],
    ] as const)
      expect(cell(`${column}${number}`)).toMatchObject({ t: 's', v: value, z: '@' });
});

test('text that begins like a formula stays text, in a cell formatted as text', () => {
  for (const [index, text] of hostile.entries()) {
    const written = cell(`F${4 + index}`);
    expect(written).toMatchObject({ t: 's', z: '@' });
    expect(written.f).toBeUndefined();
    expect(String(written.v).trim()).toBe(text.trim());
  }
  expect(sheetXml().match(/<f>/g)).toHaveLength(1);
});

test('合计 is a live formula with its value', () => {
  expect(cell(`A${last + 1}`).v).toBe('合计');
  expect(cell(`E${last + 1}`)).toMatchObject({ t: 'n', f: `SUM(E4:E${last})`, v: 210 });
});

describe('for the printer', () => {
  test('A4 landscape, one page wide, as many long as it takes', () => {
    expect(sheetXml()).toMatch(/<pageSetUpPr[^>]*fitToPage="1"/);
    expect(sheetXml()).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]* fitToHeight="0"/);
  });
  test('page numbers, print area and the repeated header', () => {
    expect(sheetXml()).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
    const names = Object.fromEntries((book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref.replaceAll("'", '')]));
    expect(names['_xlnm.Print_Titles']).toBe('专职网格员花名册!$3:$3');
    expect(names['_xlnm.Print_Area']).toBe(`专职网格员花名册!$A$1:$F$${last + 2}`);
  });
  test('the header is frozen', () => expect(sheetXml()).toMatch(/<pane ySplit="3" topLeftCell="A4"[^>]*state="frozen"/));
  test('every row has its height', () => {
    const heights = sheetXml().match(/<row [^>]*customHeight="1"/g) ?? [];
    expect(heights).toHaveLength(last + 2);
  });
  test('A3 where it is asked for', async () => {
    const bytes = await writeFramed({ ...frame, paper: 'A3' }, () => rows, new Date());
    expect(new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])).toContain('paperSize="8"');
  });
});

test('the fonts of office papers, and thin borders around every cell of the table', () => {
  const styles = parts['xl/styles.xml'] ?? '';
  expect(styles).toContain('<sz val="22"/><name val="方正小标宋简体"/>');
  expect(styles).toContain('<name val="仿宋_GB2312"/>');
  expect(styles).toContain('<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/>');
});

/** The children of a worksheet in the order the standard (ECMA-376, CT_Worksheet) asks for; Excel calls any other order damage. */
const inOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'mergeCells',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'ignoredErrors',
  'drawing',
];

test('the sheet’s parts stand in the order Excel insists on, with pictures and without', async () => {
  const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2Q==', 'base64');
  const pictured: Column[] = [...columns, { title: '照片', kind: 'photo' }];
  const withPictures = await writeFramed(
    { ...frame, columns: pictured },
    () => [[1, '王秀英', null, null, 1, null, jpeg]],
    new Date(),
  );
  for (const xml of [sheetXml(), new TextDecoder().decode(unzipSync(withPictures)['xl/worksheets/sheet1.xml'])]) {
    const places = inOrder.map((name) => xml.indexOf(`<${name}`)).filter((place) => place >= 0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const children = xml
      .replace(/^.*?<worksheet[^>]*>/s, '')
      .replace(/<(sheetData|cols|sheetViews|mergeCells|ignoredErrors|headerFooter|sheetPr)[ >].*?<\/\1>/gs, '<$1/>');
    expect(
      [...children.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name).filter((name) => !inOrder.includes(name ?? '')),
    ).toEqual([]);
  }
  expect(parts['xl/workbook.xml']).toContain('<bookViews>');
});

test('a grouped header takes two rows, and both repeat and freeze', async () => {
  const grouped: Column[] = [
    { title: '姓名', kind: 'text' },
    { title: '城市', group: '网格', kind: 'number', total: true },
    { title: '农村', group: '网格', kind: 'number', total: true },
  ];
  const bytes = await writeFramed({ ...frame, columns: grouped }, () => [['王秀英', 1, 2]], new Date());
  const written = XLSX.read(bytes, { type: 'array' }).Sheets[frame.name];
  expect(written?.['!merges']).toEqual(
    expect.arrayContaining([XLSX.utils.decode_range('A3:A4'), XLSX.utils.decode_range('B3:C3')]),
  );
  const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  expect(xml).toContain('<pane ySplit="4"');
  expect(xml).toContain('<f>SUM(B5:B5)</f>');
});

test('25,000 rows come out whole', async () => {
  const many = Array.from(
    { length: 25_000 },
    (_, index): Row => [index + 1, '王秀英', '371323198503021234', '13805391234', 1, null],
  );
  const progress: number[] = [];
  const bytes = await writeFramed(
    frame,
    () => many,
    new Date(),
    (done) => progress.push(done),
  );
  const read = XLSX.read(bytes, { type: 'array', cellFormula: true }).Sheets[frame.name] as Record<string, XLSX.CellObject>;
  expect(read['C25003']?.v).toBe('371323198503021234');
  expect(read['E25004']).toMatchObject({ f: 'SUM(E4:E25003)', v: 25_000 });
  expect(progress.at(-1)).toBe(25_000);
});
