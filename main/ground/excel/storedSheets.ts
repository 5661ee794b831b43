// The workbook library and what becomes of its cells: the one place that calls it to read, and says what each kind of cell is to
// the program. The library drops a sheet that it can't read without a word; here that is refused.
import * as library from 'xlsx';
import { SSF, type WorkBook, type WorkSheet } from 'xlsx';
import * as codePages from 'xlsx/dist/cpexcel.full.mjs';
import { Refusal } from '../../../shared/refusal.ts';
import { dayOfSerial } from '../../../shared/rules/day.ts';
import { type CellValue, plainSheet, type ReadSheet, rowLimit } from './book.ts';
import { chineseFormats, dateAsShown } from './dateFormats.ts';
import { excelBounds } from './excelBounds.ts';
import { isPictureFormula } from './pictureCells.ts';
import type { ZipContainer } from './zipParts.ts';

declare module 'xlsx' {
  /** Reads a container that is unpacked already; exported by the library, but not by its types. */
  export function parse_zip(container: ZipContainer, options: ParsingOptions): WorkBook;
  export function parse_xlscfb(stream: Buffer, options: ParsingOptions): WorkBook;
}

// Excel 5.0/95 and some HTML keep their text in GBK.
library.set_cptable(codePages);

const days1904 = 1462;
const options = { dense: true, raw: true, cellHTML: false, cellText: false, cellNF: true, sheetRows: rowLimit + 1 } as const;

type Options = typeof options;

function loadChineseFormats(): void {
  const table = SSF.get_table() as Record<number, string | undefined>;
  for (const [number, format] of chineseFormats) if (table[number] === undefined) SSF.load(format, number);
}

/**
 * The library empties its table of formats when it begins with a zip, and then asks for its options: that is the one moment in which the
 * Chinese ones can be put there, before those that the file itself brings.
 */
function optionsOfZip(): Options {
  let loaded = false;
  return Object.defineProperty({ ...options }, 'cellNF', {
    enumerable: true,
    get: () => {
      if (!loaded) loadChineseFormats();
      loaded = true;
      return true;
    },
  });
}

export type Stored = { container: ZipContainer } | { text: string } | { records: Buffer; codePage: number | null };

/**
 * @param name the file's name, for the words of a refusal
 * @param stored a zip unpacked, a text of XML, or the stream of records of an .xls, its text in `codePage` if it says nothing else
 * @throws Refusal where the library can't read it
 */
export function parseStored(name: string, stored: Stored): WorkBook {
  try {
    if ('container' in stored) return library.parse_zip(stored.container, optionsOfZip());
    if ('text' in stored) return library.read(stored.text, { ...options, cellStyles: true, type: 'string' });
    loadChineseFormats();
    const codepage = stored.codePage === null ? {} : { codepage: stored.codePage };
    return library.parse_xlscfb(stored.records, { ...options, ...codepage, type: 'buffer' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) throw locked(name);
    throw broken(name);
  }
}

export const locked = (name: string): Refusal =>
  new Refusal(`“${name}”加了密码，读不了。请在 Excel 或 WPS 里去掉密码（另存为 → 工具 → 常规选项）后再选择。`);

export const broken = (name: string): Refusal =>
  new Refusal(`“${name}”读不出来，可能已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);

export const beyondExcel = (name: string): Refusal =>
  new Refusal(`“${name}”里的行号或列号超出了 Excel 的范围，文件可能已损坏，没有读入。`);

/**
 * The sheets with their cells, merges, and the rows and columns that the library itself knows to be hidden.
 * @param withoutCells the indexes of sheets that are charts or the like: of them nothing is wanted
 * @throws Refusal naming a sheet that can't be read
 */
export function sheetsOf(name: string, workbook: WorkBook, withoutCells: ReadonlySet<number> = new Set()): ReadSheet[] {
  const shift = workbook.Workbook?.WBProps?.date1904 ? days1904 : 0;
  return workbook.SheetNames.map((sheetName, index) => {
    const sheet = workbook.Sheets[sheetName];
    if (!sheet && withoutCells.has(index)) return plainSheet(sheetName, []);
    if (!sheet)
      throw new Refusal(`“${name}”的工作表“${sheetName}”读不出来，可能已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return plainSheet(sheetName, rowsOf(sheet, shift), {
      hidden,
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ firstRow: s.r, lastRow: e.r, firstColumn: s.c, lastColumn: e.c })),
      hiddenRows: new Map(hiddenOf(sheet['!rows']).map((row) => [row, 'hidden'])),
      hiddenColumns: new Set(hiddenOf(sheet['!cols'])),
    });
  });
}

function hiddenOf(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  // The lists have holes, which a callback passes over.
  // eslint-disable-next-line unicorn/no-array-for-each -- for…of would visit every hole
  infos?.forEach((info, index) => {
    if (info?.hidden === true) hidden.push(index);
  });
  return hidden;
}

type StoredCell = { t: string; f?: string; v?: string | number | boolean | Date | null; z?: string | number };

function rowsOf(sheet: WorkSheet, shift: number): CellValue[][] {
  const stored = (sheet['!data'] ?? []) as (StoredCell | undefined)[][];
  return Array.from(stored, (row) => {
    if (!row) return [];
    // A row keeps its holes, and of one with more columns than there can be only the length counts.
    const cells = row.slice(0, excelBounds.columns).map((cell) => valueOf(cell, shift));
    cells.length = row.length;
    return cells;
  });
}

const errorNames = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function valueOf(cell: StoredCell | undefined, shift: number): CellValue {
  // Excel keeps an error as the result of a formula that only WPS knows.
  if (cell?.f !== undefined && isPictureFormula(cell.f)) return cell.f;
  // The library knows no number for the errors of later Excels, #SPILL! and its like.
  if (cell?.t === 'e') return errorNames.get(Number(cell.v ?? -1)) ?? '#VALUE!';
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === null) return null;
  switch (cell.t) {
    case 'n': {
      const number = Number(cell.v);
      const format = String(cell.z ?? '');
      const day = SSF.is_date(format) ? dayOfSerial(number + shift) : null;
      return day === null ? number : dateAsShown(day, format);
    }
    case 'b':
      return cell.v ? '是' : '否';
    default:
      return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null;
  }
}
