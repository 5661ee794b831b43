// Texts of which a part is struck through or hidden, in each kind of file: what is crossed out is no part of the value, and the text as
// written is told, so that two names never become one in silence.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CellValue, ReadSheet } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { shownText } from '../../main/ground/excel/shownText.ts';
import { workbookOf } from '../harness/workbookParts.ts';

function read(name: string, bytes: Uint8Array): ReadSheet {
  const [sheet] = readWorkbook(name, bytes).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
type Told = { rows: CellValue[][]; struck: unknown[]; partly: unknown[] };
/** What a sheet says, a long text by its length. */
function told({ rows, struck, partlyStruck }: ReadSheet): Told {
  const short = (value: CellValue): CellValue => (typeof value === 'string' && value.length > 100 ? `${value.length} 字` : value);
  return {
    rows: rows.map((row) => row.map(short)),
    struck: [...struck].flatMap(([row, columns]) => [...columns].map((column) => [row, column])),
    partly: [...partlyStruck].flatMap(([row, columns]) => [...columns].map(([column, whole]) => [row, column, short(whole)])),
  };
}

test.each(['xlsx', 'xls', 'ods'])('by runs of its own, roster-partly-struck.%s', (kind) => {
  const name = `roster-partly-struck.${kind}`;
  expect(told(read(name, readFileSync(path.join(import.meta.dirname, '../fixtures', name))))).toEqual({
    rows: [
      ['姓名', '社区'],
      ['周涛', '西关社区'],
      ['孙七、', '社区'],
      // The cell's own font strikes through, and the second run's doesn't.
      ['赵六', '社区'],
      ['甲 乙', '6000 字'],
      ['钱二', '社区'],
    ],
    struck: [
      [2, 0],
      [3, 1],
    ],
    partly: [
      [1, 0, '王明周涛'],
      [1, 1, '东风社区西关社区'],
      [3, 0, '李四、赵六'],
      [4, 1, '6001 字'],
      [5, 0, '钱一&二'],
    ],
  });
});

test('a text in the cell itself, with what XML can’t hold', () => {
  const inline = `<is><r><rPr><strike/></rPr><t>王明_x000A_</t></r><r><rPr/><t>周&#x6d9b;</t></r></is>`;
  expect(told(read('a.xlsx', workbookOf(`<row r="1"><c r="C1" t="inlineStr">${inline}</c></row>`)))).toEqual({
    rows: [['周涛']],
    struck: [],
    partly: [[0, 0, '王明\n周涛']],
  });
});

test('a workbook as XML of 2003; a remark on the cell is no part of it', () => {
  const data = (text: string): string => `<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${text}</ss:Data>`;
  const cells = [
    data('<S>王明</S><Font html:Color="#FF0000">周&amp;涛</Font>'),
    data('<S>李红</S>'),
    `${data('赵六')}<Comment>${data('<S>旧</S>新')}</Comment>`,
  ];
  const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Worksheet ss:Name="表"><Table><Row>${cells.map((cell) => `<Cell>${cell}</Cell>`).join('')}</Row></Table></Worksheet></Workbook>`;
  expect(told(read('a.xml', Buffer.from(xml)))).toEqual({
    rows: [['周&涛', '李红', '赵六']],
    struck: [[0, 1]],
    partly: [[0, 0, '王明周&涛']],
  });
});

test('a rich text of Excel 5 keeps its runs in its cell', () => {
  const short = (number: number): number[] => [number & 0xff, number >> 8];
  const record = (kind: number, content: number[]): number[] => [...short(kind), ...short(content.length), ...content];
  const begin = (kind: number): number[] => record(0x809, [0, 5, kind, 0, 0, 0, 0, 0]);
  const font = (options: number): number[] => record(0x31, [200, 0, options, 0, 0, 0, 0x90, 1, 0, 0, 0, 0, 0, 0, 1, 0x41]);
  const text = [0xcd, 0xf5, 0xc3, 0xf7, 0xd6, 0xdc, 0xcc, 0xce];
  const globals = [
    begin(5),
    record(0x42, short(936)),
    font(0),
    font(8),
    record(
      0xe0,
      Array.from({ length: 16 }, () => 0),
    ),
  ].flat();
  const cell = [0, 0, 0, 0, 0, 0, ...short(text.length), ...text, 2, 0, 1, 4, 0];
  const sheet = [...begin(0x10), ...record(0xd6, cell), ...record(10, [])];
  const place = globals.length + 4 + 10 + 4;
  const listed = record(0x85, [...short(place), 0, 0, 0, 0, 2, 0x41, 0x42, 0]);
  expect(told(read('a.xls', Uint8Array.from([...globals, ...listed, ...record(10, []), ...sheet])))).toEqual({
    rows: [['周涛']],
    struck: [],
    partly: [[0, 0, '王明周涛']],
  });
});

describe('a web page', () => {
  const page = (cells: string[], style = ''): Told =>
    told(
      read(
        '系统导出.xls',
        Buffer.from(`<html>${style}<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table></html>`),
      ),
    );
  test.each([
    ['<s>孙七</s>周八', '周八', '孙七周八'],
    ['<del>孙七</del>周八', '周八', '孙七周八'],
    ['<strike>孙七</strike>、周八', '周八', '孙七、周八'],
    ['<b><span style="color:red; text-decoration: line-through">孙七</span>周八</b>', '周八', '孙七周八'],
    ['<u style=text-decoration-line:line-through>孙七</u>周八', '周八', '孙七周八'],
    ['赵<span style="display:none">隐</span>六', '赵六', '赵隐六'],
    ['赵<i style="visibility:hidden">隐</i>六', '赵六', '赵隐六'],
    ['赵<font style="font-size:0px">隐</font>六', '赵六', '赵隐六'],
    ['赵<div hidden>隐</div>六', '赵\n\n六', '赵\n隐\n六'],
    ['赵<p style="mso-hide:all">隐<p>六', '赵\n\n六', '赵\n隐\n六'],
    ['<div style="opacity:0">隐</div>', null, '隐'],
    ['<s>孙七</s><br><s>周八</s><br>吴九', '吴九', '孙七\n周八\n吴九'],
  ])('%s', (cell, value, whole) => {
    expect(page(['姓名', cell])).toEqual({
      rows: [value === null ? ['姓名'] : ['姓名', value]],
      struck: [],
      partly: [[0, 1, whole]],
    });
  });
  test.each([
    '<span title="a hidden word" style="font-size:0.9em; overflow:hidden">赵六</span>',
    '<span style="text-decoration:underline; opacity:0.5">赵六</span>',
    '<img alt=""><s> </s>赵六<br/>',
    '<span class=noprint>赵六</span>',
  ])('nothing is left out of %s', (cell) => {
    expect(page([cell], '<style>@media print { .noprint { display:none } } a.x:hover{display:none}</style>')).toEqual({
      rows: [['赵六']],
      struck: [],
      partly: [],
    });
  });
  test('by the classes of a style sheet, as Excel writes them', () => {
    const style =
      '<style><!-- /* {x} */ td {padding:1px} .xl65 {mso-style-parent:style0; text-decoration:line-through;} .font0, span.font5 {text-decoration:none;} .font6{text-decoration:line-through} .off{display:none} --></style>';
    const cells =
      '<td class=xl65>孙七<td class="xl65"><font class="font0">周八</font>旧<td>赵<font class="x font6">旧</font>六<td>吴<span class=off>隐</span>';
    const html = `<html>${style}<table><tr>${cells}</tr></table></html>`;
    expect(told(read('a.xls', Buffer.from(html)))).toEqual({
      rows: [['孙七', '周八', '赵六', '吴']],
      struck: [[0, 0]],
      partly: [
        [0, 1, '周八旧'],
        [0, 2, '赵旧六'],
        [0, 3, '吴隐'],
      ],
    });
  });
  test('a cell that is hidden beside others that aren’t is empty; a column of them is a hidden column', () => {
    const html =
      '<table><tr><td>姓名<td hidden>编号<td>社区</tr><tr><td>赵六<td style="display:none">007<td style="visibility:hidden">东风</tr></table>';
    const sheet = read('a.xls', Buffer.from(html));
    expect([...sheet.hiddenColumns]).toEqual([1]);
    expect(told(sheet)).toEqual({
      rows: [
        ['姓名', '编号', '社区'],
        ['赵六', '007'],
      ],
      struck: [],
      partly: [[1, 2, '东风']],
    });
  });
});

test('what is struck through as a whole and hidden in part is both', () => {
  expect(
    shownText([
      { text: '孙七', look: 'struck' },
      { text: '隐', look: 'hidden' },
    ]),
  ).toEqual({ value: '孙七', struck: true, whole: '孙七隐' });
});

test('a text that Excel couldn’t hold is refused also where most of it is crossed out', () => {
  const html = `<table><tr><td>姓名<td><s>${'长'.repeat(33_000)}</s>赵</table>`;
  expect(() => read('a.xls', Buffer.from(html))).toThrow('第 1 行第 B 列的内容超过 32767 个字');
});
