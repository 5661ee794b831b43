// Rosters that are small and become large, or are read for ever: each is what somebody could make on purpose, or a program by mistake.
import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync } from 'fflate';
import { CFB, utils, write } from 'xlsx';
import { workbookOf } from '../harness/importCalls.ts';
import { rosterRow, rosterSheet, rosterTitles } from '../harness/roster.ts';
import { type MadeEntry, zipOf } from '../harness/zips.ts';

const megabyte = 1024 * 1024;

/** A file that is made when it is tried. */
export type Bomb = {
  what: string;
  name: string;
  make: () => Uint8Array<ArrayBuffer>;
  /** Takes more than a few seconds until it is refused or read; left out by `--short`. */
  slow?: true;
};

/** A workbook of a few people, some of whose parts are others. */
function workbook(parts: Record<string, string>, more: readonly MadeEntry[] = []): Uint8Array<ArrayBuffer> {
  const own = unzipSync(workbookOf(rosterSheet(3)));
  const all = { ...own, ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) };
  return zipOf([...Object.entries(all).map(([name, content]) => ({ name, content })), ...more]);
}

const sheetPart = 'xl/worksheets/sheet1.xml';
const opening = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const inline = (text: string, address = ''): string =>
  `<c${address === '' ? '' : ` r="${address}"`} t="inlineStr"><is><t>${text}</t></is></c>`;
const titles = `<row r="1">${rosterTitles.map((title) => inline(title)).join('')}</row>`;
const person = (row: number): string =>
  `<row r="${row}">${rosterRow(row)
    .map((cell) => inline(cell))
    .join('')}</row>`;
/** A sheet of a header, some rows and what stands before and behind them. */
const sheet = (rows: string, { before = '', behind = '' } = {}): string =>
  `${opening}${before}<sheetData>${titles}${rows}</sheetData>${behind}</worksheet>`;
const withSheet = (rows: string, around?: { before?: string; behind?: string }): Uint8Array<ArrayBuffer> =>
  workbook({ [sheetPart]: sheet(rows, around) });

const repeated = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');
const text = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content));

/** A part of zeros, whose packed form is made without holding it. */
function zeros(name: string, megabytes: number): MadeEntry {
  const content = Buffer.alloc(megabytes * megabyte);
  return { name, content, packed: deflateRawSync(content) };
}

const openDocument = (table: string): Uint8Array<ArrayBuffer> => {
  const own = unzipSync(
    new Uint8Array(
      write(
        { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rosterSheet(3)) } },
        { type: 'array', bookType: 'ods' },
      ) as ArrayBuffer,
    ),
  );
  const content = Buffer.from(own['content.xml'] ?? [])
    .toString()
    .replace('</table:table>', `${table}</table:table>`);
  return zipOf(Object.entries({ ...own, 'content.xml': strToU8(content) }).map(([name, part]) => ({ name, content: part })));
};

/** A page's table of a header and whatever comes. */
const page = (rows: string): Uint8Array<ArrayBuffer> =>
  text(
    `<html><meta charset="utf-8"><table><tr>${rosterTitles.map((title) => `<td>${title}</td>`).join('')}</tr>${rows}</table></html>`,
  );

/** An .xls whose stream is changed. */
function biff(change: (stream: Buffer) => Buffer): Uint8Array<ArrayBuffer> {
  const book = { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet(rosterSheet(30)) } };
  const container = CFB.read(Buffer.from(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), { type: 'buffer' });
  const stream = CFB.find(container, 'Workbook');
  if (!stream) throw new Error('no workbook stream');
  stream.content = change(Buffer.from(stream.content as Uint8Array));
  stream.size = stream.content.length;
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

function record(kind: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(body.byteLength, 2);
  return Buffer.concat([head, body]);
}

/** After the stream's first record. */
const withRecords = (records: () => Buffer): Uint8Array<ArrayBuffer> =>
  biff((stream) => {
    const first = 4 + stream.readUInt16LE(2);
    return Buffer.concat([stream.subarray(0, first), records(), stream.subarray(first)]);
  });

const sharedTable = (): Buffer => {
  const body = Buffer.alloc(8 + 12);
  body.writeUInt32LE(0xffff_ffff, 0);
  body.writeUInt32LE(0x7fff_ffff, 4);
  return record(0xfc, body);
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
  {
    what: '300,000 merges in an .xls',
    name: '旧版.xls',
    make: () =>
      biff((stream) =>
        Buffer.concat([
          stream.subarray(0, stream.length - 4),
          ...Array.from({ length: 300 }, () => {
            const body = Buffer.alloc(2 + 8 * 1000);
            body.writeUInt16LE(1000, 0);
            for (let index = 0; index < 1000; index++) {
              body.writeUInt16LE(1, 2 + index * 8);
              body.writeUInt16LE(65_535, 4 + index * 8);
              body.writeUInt16LE(255, 8 + index * 8);
            }
            return record(0xe5, body);
          }),
          stream.subarray(stream.length - 4),
        ]),
      ),
  },
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
];
