// Tables of web pages that other systems save as .xls: nobody is lost to a table within a table, a span or an open tag.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadSheet } from '../../main/ground/excel/book.ts';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';

const sheetsOf = (content: string | Uint8Array, name = '系统导出.xls'): ReadSheet[] =>
  readWorkbook(name, typeof content === 'string' ? new TextEncoder().encode(content) : content).sheets;
function only(sheets: ReadSheet[]): ReadSheet {
  const [sheet] = sheets;
  if (!sheet || sheets.length > 1) throw new Error(`${sheets.length} sheets`);
  return sheet;
}
const table = (rows: string): string => `<html><body><table border=1>${rows}</table></body></html>`;
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

test('rowspan gives merges, and what comes after it stays in its column', () => {
  const sheet = only(sheetsOf(readFileSync(path.join(import.meta.dirname, '../fixtures/roster-rowspan.xls'))));
  expect(sheet.rows[2]).toEqual([null, '第2网格', '孙涛艳', '371323196703030058', '13953928183']);
  expect(sheet.merges).toEqual([
    { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
    { firstRow: 3, lastRow: 4, firstColumn: 0, lastColumn: 0 },
  ]);
});
test('rowspan and colspan together', () => {
  const sheet = only(
    sheetsOf(table('<tr><td rowspan=2 colspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3<td>4<td ROWSPAN=9>5</tr>')),
  );
  expect(sheet.rows).toEqual([
    ['甲', null, '1'],
    [null, null, '2'],
    ['3', '4', '5'],
  ]);
  expect(sheet.merges).toEqual([
    { firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 1 },
    { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 2 },
  ]);
});
test('a table within a table loses nobody', () => {
  const sheets = sheetsOf(table(row('姓名<table><tr><td>内一</td></tr></table>', '电话') + row('王明', '1') + row('李红', '2')));
  expect(sheets.map(({ rows }) => rows)).toEqual([
    [
      ['姓名', '电话'],
      ['王明', '1'],
      ['李红', '2'],
    ],
    [['内一']],
  ]);
});
test('tables that only lay out are left out, several of data are sheets each, named where the page names them', () => {
  const html = `<xml><x:Name>东风&amp;东岭</x:Name><x:Name>西关社区</x:Name></xml><table><tr><td> <table>${row('王明')}</table></td></tr></table><table>${row('李红')}</table>`;
  expect(sheetsOf(`<html>${html}</html>`).map(({ name, rows, active }) => [name, rows, active])).toEqual([
    ['东风&东岭', [['王明']], true],
    ['西关社区', [['李红']], false],
  ]);
});
test.each([
  ['entities', '王&nbsp;明&#183;&#x4e00; &amp;lt; &unknown;', '王 明·一 &lt; &unknown;'],
  ['line breaks', '东区<br>1号<br/>\n  2户', '东区\n1号\n2户'],
  ['paragraphs', '<p>东区</p><p>1号</p>', '东区\n\n1号'],
  ['comments and conditions', '王<!-- 不是 <td>数据</td> --><![if !x]>明<![endif]>', '王明'],
  ['a sign that opens no tag', '年龄<60 且 >16', '年龄<60 且 >16'],
  ['styles and scripts', '<style>td{a:"<td>"}</style>王明<script>if(a<b)x("</td>")</script>', '王明'],
  ['a field of a form', '<input type=hidden value=9><input value="王明">', '王明'],
  ['a number that isn’t one', '371323196309069659', '371323196309069659'],
])('%s', (_, cell, text) => {
  expect(only(sheetsOf(table(row('姓名', cell)))).rows[0]?.[1]).toBe(text);
});
test('hidden and struck through', () => {
  const sheet = only(
    sheetsOf(
      table(
        '<col><col style="display:none">' +
          row('姓名', '电话') +
          '<tr style="display: none"><td>王明</td></tr>' +
          row('<s>李红</s>', '<s>1</s>2') +
          '<tr style="text-decoration:line-through"><td>赵四</td><td>3</td></tr>' +
          row('<span style="text-decoration: line-through">钱五</span>', '<del>4</del>'),
      ),
    ),
  );
  expect([...sheet.hiddenRows]).toEqual([[1, 'hidden']]);
  expect([...sheet.hiddenColumns]).toEqual([1]);
  expect([...sheet.struck].map(([index, columns]) => [index, [...columns]])).toEqual([
    [2, [0]],
    [3, [0, 1]],
    [4, [0, 1]],
  ]);
});
test('tags left open and spans out of all measure cost no time', () => {
  const started = performance.now();
  expect(only(sheetsOf(`<table><tr><td>姓名<td>电话<tr><td>王明<td>1`)).rows).toEqual([
    ['姓名', '电话'],
    ['王明', '1'],
  ]);
  expect(() => sheetsOf(table(`<tr>${'<td rowspan=99999 colspan=99999>x'.repeat(20_000)}</tr>`))).toThrow('超过 16384 列');
  sheetsOf(table('<tr><td rowspan=99999 colspan=9>x'.repeat(500)));
  expect(() => sheetsOf(`<table><tr><td>x${'<'.repeat(1_000_000)}`)).toThrow('超过 32767 个字');
  sheetsOf(`<table><tr><td>x${'<!--'.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(3000);
});
test('a page that breaks off says so at its last row', () => {
  const whole = table(row('姓名', '电话') + row('王明', '1'));
  expect(only(sheetsOf(whole)).remarks).toEqual([]);
  expect(only(sheetsOf(whole.slice(0, whole.indexOf('</table>')))).remarks).toEqual([
    { row: 1, words: '网页到这里就断了，后面可能还有内容，请与原表核对' },
  ]);
});
test('a page with a line in another encoding says so', () => {
  const gbk = Buffer.from([0xcd, 0xf5, 0xc3, 0xf7]);
  const sheet = only(
    sheetsOf(
      Buffer.concat([
        Buffer.from('<table><tr><td>姓名</td></tr>\n<tr><td>'),
        gbk,
        Buffer.from('</td></tr>\n<tr><td>李红</td></tr></table>'),
      ]),
    ),
  );
  expect(sheet.rows).toEqual([['姓名'], ['王明'], ['李红']]);
  expect(sheet.remarks).toEqual([{ row: 0, words: '网页里有 1 处文字编码和其他地方不一样，已分别识别，请核对' }]);
});
test('a page that only frames others says where its tables are', () => {
  expect(() => sheetsOf('<html><frameset rows="*"><frame src="a.files/sheet001.htm"></frameset></html>')).toThrow(
    '只是一个网页框架',
  );
});

describe('a single-file web page', () => {
  const html = `<html><table>${row('姓名', '电话')}${row('王明', '1')}</table></html>`;
  const quoted = Array.from(Buffer.from(html), (byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
    .join('')
    .replaceAll('<tr>', '<tr>=\r\n');
  const archive = (encoding: string, content: string): string =>
    [
      'MIME-Version: 1.0',
      'X-Document-Type: Workbook',
      'Content-Type: multipart/related; boundary="----=_Next"',
      '',
      '这是单个文件网页',
      '',
      '------=_Next',
      'Content-Location: file:///C:/a.htm',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Type: text/html; charset="utf-8"',
      '',
      content,
      '',
      '------=_Next',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '------=_Next--',
      '',
    ].join('\r\n');
  test.each([
    ['quoted-printable', quoted],
    [
      'base64',
      Buffer.from(html)
        .toString('base64')
        .replaceAll(/(.{76})/g, '$1\r\n'),
    ],
    ['8bit', html],
  ])('in %s', (encoding, content) => {
    expect(only(sheetsOf(archive(encoding, content), '花名册.mht')).rows).toEqual([
      ['姓名', '电话'],
      ['王明', '1'],
    ]);
    expect(only(sheetsOf(archive(encoding, content))).rows).toHaveLength(2);
  });
});

describe('a workbook as XML of 2003', () => {
  const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><x:ExcelWorkbook><x:ActiveSheet>1</x:ActiveSheet></x:ExcelWorkbook><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="旧表"><Table><Row><Cell><Data ss:Type="String">旧</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="新表"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">性别</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">王明</Data></Cell></Row>
<Row ss:Index="5"><Cell ss:StyleID="s1"><Data ss:Type="String">李红</Data></Cell><Cell ss:Index="3" ss:Formula="=R1C1"/><Cell ss:Formula="=R1C1"><Data ss:Type="Number">7</Data></Cell><Cell ss:Formula="=R1C1"><Data ss:Type="String"></Data></Cell></Row>
</Table><x:AutoFilter x:Range="R1C1:R5C3"/></Worksheet></Workbook>`;
  test('keeps its marks', () => {
    const [old, sheet] = sheetsOf(xml);
    expect([old?.active, sheet?.active]).toEqual([false, true]);
    expect(sheet?.merges).toEqual([{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([[1, 'filtered']]);
    expect([...(sheet?.struck ?? [])].map(([index, columns]) => [index, [...columns]])).toEqual([[4, [0]]]);
    expect(sheet?.uncalculated).toEqual([{ row: 4, column: 2 }]);
    expect(sheet?.rows[4]).toEqual(['李红', null, null, 7]);
  });
  test('that breaks off is refused', () => {
    expect(() => sheetsOf(xml.slice(0, xml.indexOf('</Table><x:AutoFilter')))).toThrow('读不出来，可能已损坏');
  });
});
