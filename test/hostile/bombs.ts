// Rosters that are small and become large, or are read for ever: each is what somebody could make on purpose, or a program by mistake.
import { strToU8 } from 'fflate';
import { drawnBook, inCell } from '../harness/pictureBooks.ts';
import { rosterSheet, rosterTitles } from '../harness/roster.ts';
import { zipOf } from '../harness/zips.ts';
import {
  inline,
  manyMerges,
  megabyte,
  openDocument,
  page,
  person,
  record,
  repeated,
  sharedTable,
  sheet,
  sheetPart,
  text,
  withRecords,
  withSheet,
  workbook,
  zeros,
} from './bombParts.ts';
import { hugePng } from './photos.ts';

/** A file that is made when it is tried. */
export type Bomb = {
  what: string;
  name: string;
  make: () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
  /** Takes more than a few seconds until it is refused or read; left out by `--short`. */
  slow?: true;
};

const longest = '长'.repeat(32_767);

export const bombs: readonly Bomb[] = [
  { what: 'a zip of 400 MB', name: '炸弹.xlsx', make: () => workbook({}, [zeros('xl/media/a.xml', 400)]) },
  {
    what: 'a zip of 400 MB that its directory calls stored',
    name: '炸弹.xlsx',
    make: () => workbook({}, [{ ...zeros(sheetPart.replace('1', '2'), 400), central: { method: 0 } }]),
  },
  { what: 'a sheet of 290 MB', slow: true, name: '炸弹.xlsx', make: () => withSheet(' '.repeat(290 * megabyte)) },
  {
    what: 'a zip in a zip',
    name: '套娃.xlsx',
    make: () =>
      zipOf([
        { name: 'content.xml', content: strToU8('<a/>') },
        { name: 'Index.zip', content: workbook({}, [zeros('a', 200)]), stored: true },
      ]),
  },
  {
    what: '4,900 parts of 60 kB',
    slow: true,
    name: '碎片.xlsx',
    make: () =>
      workbook(
        {},
        Array.from({ length: 4900 }, (_, index) => ({ name: `xl/media/${index}`, content: Buffer.alloc(60_000) })),
      ),
  },
  {
    what: 'entities within entities',
    name: '实体.xlsx',
    make: () =>
      workbook({
        'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "长">${repeated(30, (index) => `<!ENTITY a${index + 1} "&a${index};&a${index};&a${index};">`)}]><sst><si><t>&a30;</t></si></sst>`,
      }),
  },
  {
    what: 'a million shared strings',
    name: '字符串.xlsx',
    make: () =>
      workbook({
        'xl/sharedStrings.xml': `<sst count="1000000" uniqueCount="1000000">${repeated(1_000_000, (index) => `<si><t>词${index}</t></si>`)}</sst>`,
        [sheetPart]: sheet('<row r="2"><c t="s"><v>999999</v></c></row>'),
      }),
  },
  {
    what: 'one long text in 300,000 cells',
    name: '长文.xlsx',
    make: () =>
      workbook({
        'xl/sharedStrings.xml': `<sst count="1" uniqueCount="1"><si><t>${longest}</t></si></sst>`,
        [sheetPart]: sheet(repeated(30_000, (index) => `<row r="${index + 2}">${'<c t="s"><v>0</v></c>'.repeat(10)}</row>`)),
      }),
  },
  {
    what: 'a dimension of the whole sheet',
    name: '范围.xlsx',
    make: () => withSheet(person(2), { before: '<dimension ref="A1:XFD1048576"/>' }),
  },
  { what: 'a row at the very end', name: '末行.xlsx', make: () => withSheet(person(1_048_576)) },
  {
    what: 'a row beyond every sheet',
    name: '越界.xlsx',
    make: () => withSheet(`<row r="4294967295">${inline('甲')}</row><row r="-5">${inline('甲')}</row>`),
  },
  {
    what: 'a cell beyond every column',
    name: '越界.xlsx',
    make: () => withSheet(`<row r="2">${inline('甲', 'ZZZZZZZ2')}</row>`),
  },
  {
    what: 'cells in the last column of 40,000 rows',
    name: '末列.xlsx',
    make: () => withSheet(repeated(40_000, (index) => `<row r="${index + 2}">${inline('甲', `XFD${index + 2}`)}</row>`)),
  },
  {
    what: 'a million rows',
    slow: true,
    name: '百万行.xlsx',
    make: () => withSheet(repeated(1_000_000, (index) => `<row r="${index + 2}"><c><v>${index}</v></c></row>`)),
  },
  {
    what: 'a merge of everything',
    name: '合并.xlsx',
    make: () => withSheet(person(2), { behind: '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>' }),
  },
  {
    what: '200,000 merges',
    name: '合并.xlsx',
    make: () =>
      withSheet(
        repeated(1000, (index) => person(index + 2)),
        { behind: `<mergeCells>${repeated(200_000, (index) => `<mergeCell ref="A${index + 2}:A${index + 3}"/>`)}</mergeCells>` },
      ),
  },
  {
    what: 'merges across each other',
    name: '合并.xlsx',
    make: () =>
      withSheet(
        repeated(1000, (index) => person(index + 2)),
        { behind: `<mergeCells>${repeated(1000, () => '<mergeCell ref="A2:H900"/>')}</mergeCells>` },
      ),
  },
  {
    what: '3,000 sheets',
    name: '多表.xlsx',
    make: () =>
      workbook({
        'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${repeated(3000, (index) => `<sheet name="表${index}" sheetId="${index + 1}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
  },
  {
    what: '200,000 formats',
    name: '格式.xlsx',
    make: () =>
      workbook({
        'xl/styles.xml': `<styleSheet><numFmts>${repeated(200_000, (index) => `<numFmt numFmtId="${index + 200}" formatCode="yyyy${'m'.repeat(index % 50)}"/>`)}</numFmts><cellXfs>${'<xf/>'.repeat(200_000)}</cellXfs></styleSheet>`,
      }),
  },
  { what: 'a tag that never ends', name: '标签.xlsx', make: () => withSheet(`<row r="2"><c ${'a="'.repeat(2_000_000)}`) },
  { what: 'open tags only', name: '标签.xlsx', make: () => withSheet('<row r="2"><c><is><t>'.repeat(400_000)) },
  {
    what: 'colossal spans in a page',
    name: '网页.xls',
    make: () => page(`<tr>${'<td colspan="1000000" rowspan="1000000">甲</td>'.repeat(50)}</tr>`.repeat(50)),
  },
  {
    what: '2,000 wide cells in a page',
    name: '网页.xls',
    make: () => page(`<tr>${'<td colspan="16384" rowspan="65536">甲</td>'.repeat(2000)}</tr>`),
  },
  { what: 'open cells only in a page', name: '网页.xls', make: () => page('<tr><td><table>'.repeat(300_000)) },
  {
    what: '200,000 tables in a page',
    slow: true,
    name: '网页.xls',
    make: () => text(`<html>${'<table><tr><td>甲</td></tr></table>'.repeat(200_000)}</html>`),
  },
  {
    what: 'repeated rows and columns of an .ods',
    slow: true,
    name: '重复.ods',
    make: () =>
      openDocument(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
      ),
  },
  {
    what: 'repeated spaces of an .ods',
    name: '空格.ods',
    make: () =>
      openDocument(
        '<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>',
      ),
  },
  { what: 'a shared table of two billion in an .xls', name: '旧版.xls', make: () => withRecords(sharedTable) },
  {
    what: 'a row of four billion in an .xls',
    name: '旧版.xls',
    make: () => withRecords(() => record(0x200, Buffer.from('00000000ffffffff0000ffff0000', 'hex'))),
  },
  { what: '300,000 merges in an .xls', name: '旧版.xls', make: manyMerges },
  { what: '20 MB of line ends', slow: true, name: '空行.csv', make: () => text('\n'.repeat(19 * megabyte)) },
  {
    what: '20 MB of commas',
    slow: true,
    name: '逗号.csv',
    make: () => text(`${rosterTitles.join(',')}\n${','.repeat(19 * megabyte)}`),
  },
  {
    what: '20 MB of quotes',
    slow: true,
    name: '引号.csv',
    make: () => text(`${rosterTitles.join(',')}\n${'"'.repeat(19 * megabyte)}`),
  },
  {
    what: 'a cell of 19 MB',
    slow: true,
    name: '一格.csv',
    make: () => text(`${rosterTitles.join(',')}\n${'9'.repeat(19 * megabyte)}`),
  },
  {
    what: '20 MB of digits and dashes in every cell',
    slow: true,
    name: '数字.csv',
    make: () =>
      text(`${rosterTitles.join(',')}\n${`${Array.from({ length: 9 }, () => '1-1-'.repeat(8000)).join(',')}\n`.repeat(60)}`),
  },
  {
    what: '50,000 rows that are all wrong',
    slow: true,
    name: '全错.csv',
    make: () =>
      text(
        `${rosterTitles.join(',')}\n${repeated(49_000, (index) => `甲${index},12345678901234567${index % 10},13,无此社区${index},,3713,2099.13,天书,外星\n`)}`,
      ),
  },
  {
    what: 'a header of 20,000 titles',
    name: '宽表.csv',
    make: () => text(`${repeated(20_000, (index) => `姓名${index},`)}\n${repeated(20_000, () => '甲,')}`),
  },
  {
    what: 'an XML sheet of repeated columns',
    name: '表格.xml',
    make: () =>
      text(
        `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table ss:ExpandedColumnCount="2000000000"><Column ss:Span="2000000000"/><Row ss:Index="900000000"><Cell ss:Index="900000000"><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
  },
  {
    what: 'an XML sheet of columns that add up',
    name: '表格.xml',
    make: () =>
      text(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${'<Column ss:Span="16000"/>'.repeat(100_000)}<Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet></Workbook>`,
      ),
  },
  {
    what: '200,000 cells of many runs, struck through in part',
    name: '删除线.xlsx',
    make: () =>
      workbook({
        'xl/sharedStrings.xml': `<sst><si>${'<r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r>'.repeat(1000)}</si></sst>`,
        [sheetPart]: sheet(repeated(20_000, (index) => `<row r="${index + 2}">${'<c t="s"><v>0</v></c>'.repeat(10)}</row>`)),
      }),
  },
  {
    what: 'tags within tags in a page',
    name: '网页.xls',
    make: () => page(`<tr><td>${'<i style="display:none">'.repeat(300_000)}甲${'</b>'.repeat(300_000)}</td></tr>`),
  },
  {
    what: 'quotes that pair across all lines',
    name: '引号.csv',
    make: () => text(`${rosterTitles.join(',')}\n${'"a\n",'.repeat(2 * megabyte)}`),
  },
  {
    what: 'six pictures of 49 megapixels',
    slow: true,
    name: '照片.xlsx',
    make: async () => {
      const names = Array.from({ length: 6 }, (_, index) => `${index}.png`);
      const media = Object.fromEntries(await Promise.all(names.map(async (name, red) => [name, await hugePng(red)])));
      const at = rosterTitles.length;
      return drawnBook(
        rosterSheet(6),
        names.map((name, index) => inCell(index + 1, at, name)),
        media,
      );
    },
  },
];
