// Reads any roster file a street office has into plain sheets: .xls, .xlsx, .csv, and the HTML tables that other systems save
// as .xls. What it can't read it names in Chinese: encrypted, an image renamed, broken, empty, too large.
import { read, set_cptable, SSF, type WorkBook, type WorkSheet } from 'xlsx';
import * as codePages from 'xlsx/dist/cpexcel.full.mjs';
import { Refusal } from '../../../shared/refusal.ts';
import { dayOfSerial } from '../../../shared/rules/day.ts';
import { type Book, type CellValue, columnLimit, type ReadSheet, rowLimit } from './book.ts';
import { decodeText, readCsv } from './readCsv.ts';
import { guardZip } from './readZipGuard.ts';

// Excel 5.0/95 and some HTML keep their text in GBK.
set_cptable(codePages);

const sizeLimit = 20 * 1024 * 1024;
const days1904 = 1462;
/** What DOS programs end a text with. */
const dosEnd = '\u001a';

/** In an XML sheet: no program that shows sheets has ten million rows, and the library would make each of them. */
const beyondEverySheet = /\b(?:Span|Index|MergeAcross|MergeDown)="\d{8,}"/;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

const otherKinds: [name: string, start: number[]][] = [
  ['JPEG 图片', [0xff, 0xd8, 0xff]],
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['BMP 图片', [0x42, 0x4d]],
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
];

/**
 * @param name the file's name, for the words of a refusal
 * @throws Refusal saying what is wrong with the file and what to do
 */
export function readWorkbook(name: string, bytes: Uint8Array): Book {
  if (bytes.byteLength === 0) throw new Refusal(`“${name}”是空文件，里面什么也没有。请重新选择。`);
  if (bytes.byteLength > sizeLimit) throw new Refusal(`“${name}”超过 20 MB，没有读入。请删去多余的工作表或图片后再试。`);
  const other = otherKinds.find(([, start]) => startsWith(bytes, ...start));
  if (other) throw new Refusal(`“${name}”其实是 ${other[0]}，不是表格。请选择 .xlsx、.xls 或 .csv 文件。`);
  const book = readByKind(name, bytes);
  if (!book.sheets.some((sheet) => sheet.rows.some((row) => row.length > 0)))
    throw new Refusal(`“${name}”里没有内容。请重新选择文件。`);
  return book;
}

function readByKind(name: string, bytes: Uint8Array): Book {
  if (startsWith(bytes, 0x50, 0x4b)) {
    return { kind: 'xlsx', encoding: null, sheets: sheetsOf(parse(name, guardZip(name, bytes))) };
  }
  // The container of .xls, and of an encrypted .xlsx.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { kind: 'xls', encoding: null, sheets: sheetsOf(parse(name, bytes)) };
  // A bare BIFF stream, as very old programs write.
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04) || startsWith(bytes, 0x09, 0x02))
    return { kind: 'xls', encoding: null, sheets: sheetsOf(parse(name, bytes)) };
  const { text, encoding } = decodeText(bytes);
  if (beyondEverySheet.test(text)) throw new Refusal(`“${name}”里的行号或列号超出了 Excel 的范围，文件可能已损坏，没有读入。`);
  if (/^\s*<(!doctype|html|table|meta|head|\?xml|div|style)/i.test(text.slice(0, 1000)))
    return { kind: 'html', encoding, sheets: sheetsOf(parse(name, text)) };
  // Every workbook was known by its first bytes; what older systems call .xls may be text with tabs. A text's own controls are
  // its tabs and line ends.
  const mistaken = /\.xlsx$/i.test(name) || (/\.xls$/i.test(name) && !text.includes('\t'));
  if (mistaken || /(?!\s)\p{Cc}/u.test(text.replaceAll(dosEnd, '')))
    throw new Refusal(`“${name}”读不出来，可能已损坏或不是 Excel 文件。请用 Excel 或 WPS 打开后另存再导入。`);
  return readCsv(bytes);
}

function parse(name: string, content: Uint8Array | string): WorkBook {
  const options = { dense: true, raw: true, cellHTML: false, cellText: false, cellNF: true, sheetRows: rowLimit + 1 } as const;
  try {
    return typeof content === 'string'
      ? read(content, { ...options, type: 'string' })
      : read(content, { ...options, type: 'array' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason))
      throw new Refusal(`“${name}”加了密码，读不了。请在 Excel 或 WPS 里去掉密码（另存为 → 工具 → 常规选项）后再选择。`);
    throw new Refusal(`“${name}”读不出来，可能已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);
  }
}

function sheetsOf(workbook: WorkBook): ReadSheet[] {
  const shift = workbook.Workbook?.WBProps?.date1904 ? days1904 : 0;
  return workbook.SheetNames.flatMap((sheetName, index) => {
    const sheet = workbook.Sheets[sheetName];
    if (!sheet) return [];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [{ name: sheetName, hidden, ...cellsOf(sheet, shift) }];
  });
}

type StoredCell = { t: string; v?: string | number | boolean | Date | null; w?: string; z?: string | number };

function cellsOf(sheet: WorkSheet, shift: number): Pick<ReadSheet, 'rows' | 'merges' | 'cutShort'> {
  const stored = (sheet['!data'] ?? []) as (StoredCell | undefined)[][];
  const rows: CellValue[][] = [];
  for (let index = 0; index < Math.min(stored.length, rowLimit); index++) {
    const cells = Array.from(stored[index]?.slice(0, columnLimit) ?? [], (cell) => valueOf(cell, shift));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    rows.push(cells);
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  const merges = (sheet['!merges'] ?? [])
    .filter((merge) => merge.s.r < rowLimit && merge.s.c < columnLimit)
    .map(({ s, e }) => ({ firstRow: s.r, lastRow: e.r, firstColumn: s.c, lastColumn: Math.min(e.c, columnLimit - 1) }));
  return { rows, merges, cutShort: stored.length > rowLimit };
}

function valueOf(cell: StoredCell | undefined, shift: number): CellValue {
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === null) return null;
  switch (cell.t) {
    case 'n': {
      const number = Number(cell.v);
      if (cell.z !== undefined && SSF.is_date(String(cell.z))) return dayOfSerial(number + shift) ?? number;
      return number;
    }
    case 'b':
      return cell.v ? '是' : '否';
    case 'e':
      return cell.w ?? '#N/A';
    default:
      return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null;
  }
}
