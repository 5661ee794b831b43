// Their own sheets back as .xlsx, values and merges as they were read, with the cells that are wrong coloured and a last column
// that says what became of each row. Written row by row: a row is let go once no merge reaches into it any more.
// Photos come along, so that what is mended in it comes in with them.
import type { Style, WorkbookWriter } from '@cj-tech-master/excelts';
import { Refusal } from '../../../shared/refusal.ts';
import type { CellValue, Merge, ReadSheet } from './book.ts';
import { fitting, refuseOutgrown, streamedBook } from './streamedBook.ts';

/** Rows and columns count from 0. A photo is a JPEG of 5:7; where its column isn't one of the table's, it stands behind them all. */
export type RowMark = {
  result: string;
  wrong: readonly number[];
  asked: readonly number[];
  photos: readonly { column: number; jpeg: Uint8Array }[];
};

const resultTitle = '导入结果';
const resultWidth = 72;
/** Cells of one merge. */
const mostMerged = 100_000;
const mostMerges = 20_000;
const lineHeight = 16;
/** In pixels, and the row that holds it, in points. */
const photoSize = { width: 60, height: 84 };
const photoHeight = 68;
const thin = { style: 'thin', color: { argb: 'FFB4C0D1' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const red = fill('FFFFC7CE');
const yellow = fill('FFFFF2CC');
const plain: Partial<Style> = { font: { name: '宋体', size: 11 }, alignment: { vertical: 'middle' } };
const head: Partial<Style> = {
  font: { name: '宋体', size: 11, bold: true },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border,
  fill: fill('FFF2F2F2'),
};

/** Chinese characters count as two. */
const widthOf = (value: CellValue): number =>
  Array.from(String(value ?? '')).reduce((width, mark) => width + (mark > '\u00ff' ? 2 : 1), 0);

export type MarkedSheet = {
  sheet: ReadSheet;
  /** Of each of its tables, from the top. */
  headers: readonly Header[];
  /** By row; a row without one is left as it is. */
  marks: ReadonlyMap<number, RowMark>;
};
type Header = { firstRow: number; lastRow: number };

type Written = ReturnType<WorkbookWriter['addWorksheet']>;

/** @throws Refusal where a text, a sheet or a merge is larger than can be written */
export async function writeMarked(sheets: readonly MarkedSheet[]): Promise<Uint8Array> {
  const { book, finish } = streamedBook({});
  for (const marked of sheets) addMarked(book, marked);
  return await finish();
}

function addMarked(book: WorkbookWriter, marked: MarkedSheet): void {
  const { sheet, headers } = marked;
  const [first] = headers;
  const headed = sheet.rows.slice(first?.firstRow ?? 0);
  const last = headed.reduce((most, row) => Math.max(most, row.length), 1);
  const left = sheet.firstColumn;
  refuseOutgrown(sheet.rows.length, left + last + 1);
  refuseVast(sheet.merges);
  const merges = apart(sheet.merges);
  const written = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: (first?.lastRow ?? -1) + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const widths = Array.from({ length: last }, (_, column) => {
    const widest = headed.slice(0, 500).reduce((most, row) => Math.max(most, widthOf(row[column] ?? null)), 4);
    return { width: Math.min(widest + 2, 40) };
  });
  written.columns = [...Array.from({ length: left }, () => ({})), ...widths, { width: resultWidth }];
  const open: Merge[] = [];
  let next = 0;
  const rows = merges.reduce((most, { lastRow }) => Math.max(most, lastRow + 1), sheet.rows.length);
  for (let index = 0; index < rows; index++) {
    writeRow(book, written, marked, index, last);
    for (let merge = merges[next]; merge?.firstRow === index; merge = merges[++next]) open.push(merge);
    for (const merge of open.filter(({ lastRow }) => lastRow === index)) {
      const [from, to] = [left + merge.firstColumn + 1, left + merge.lastColumn + 1];
      written.mergeCells(merge.firstRow + 1, from, merge.lastRow + 1, to);
      open.splice(open.indexOf(merge), 1);
    }
    if (open.length === 0) written.getRow(index + 1).commit();
  }
  written.commit();
}

/** A merged area is written cell by cell, and each merge held against all others. */
function refuseVast(merges: readonly Merge[]): void {
  if (merges.length > mostMerges)
    throw new Refusal(`表里有 ${merges.length} 处合并单元格，标不出来，没有生成文件。请在 Excel 或 WPS 里取消合并，再导入一次。`);
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merges)
    if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > mostMerged)
      throw new Refusal(
        `第 ${firstRow + 1} 行起的合并单元格占了 ${lastRow - firstRow + 1} 行、${lastColumn - firstColumn + 1} 列，标不出来，没有生成文件。请在 Excel 或 WPS 里取消这个合并，再导入一次。`,
      );
}

/** By their first rows, without those that lie across one that came before: Excel undoes these itself, and all values stay readable. */
function apart(merges: readonly Merge[]): Merge[] {
  const kept: Merge[] = [];
  let open: Merge[] = [];
  for (const merge of merges.toSorted((one, other) => one.firstRow - other.firstRow)) {
    open = open.filter(({ lastRow }) => lastRow >= merge.firstRow);
    if (open.some(({ firstColumn, lastColumn }) => firstColumn <= merge.lastColumn && merge.firstColumn <= lastColumn)) continue;
    open.push(merge);
    kept.push(merge);
  }
  return kept;
}

function writeRow(
  book: WorkbookWriter,
  written: Written,
  { sheet, headers, marks }: MarkedSheet,
  index: number,
  last: number,
): void {
  const cells = sheet.rows[index] ?? [];
  const mark = marks.get(index);
  const left = sheet.firstColumn;
  const header = headers.findLast(({ firstRow }) => index >= firstRow);
  const inHeader = header !== undefined && index <= header.lastRow;
  const titleOf = (column: number): string => String(sheet.rows[header?.lastRow ?? -1]?.[column] ?? `第 ${left + column + 1} 列`);
  const row = written.getRow(index + 1);
  for (let column = 0; column < (inHeader || mark ? last : cells.length); column++) {
    const value = cells[column] ?? null;
    if (value === null && !inHeader && !mark) continue;
    const cell = row.getCell(left + column + 1);
    cell.value = typeof value === 'string' ? fitting(value, index + 1, titleOf(column)) : value;
    cell.style = inHeader
      ? head
      : {
          ...plain,
          ...(header ? { border } : {}),
          numFmt: typeof value === 'number' ? wholeNumber(value) : '@',
        };
  }
  for (const [columns, colour] of [
    [mark?.wrong ?? [], red],
    [mark?.asked ?? [], yellow],
  ] as const)
    for (const column of columns) {
      const cell = row.getCell(left + column + 1);
      cell.style = { ...cell.style, border, fill: colour };
    }
  // Spreadsheets don't grow a wrapped row by themselves.
  if (mark) {
    const height = lineHeight * Math.max(1, Math.ceil(widthOf(mark.result) / (resultWidth - 2)));
    row.height = mark.photos.length > 0 ? Math.max(height, photoHeight) : height;
    for (const { column, jpeg } of mark.photos)
      written.addImage(book.addImage({ buffer: jpeg, extension: 'jpeg' }), {
        tl: { col: left + (column >= 0 && column < last ? column : last + 1) + 0.05, row: index + 0.05 },
        ext: { ...photoSize },
      });
  }
  if (!inHeader && !mark) return;
  const cell = row.getCell(left + last + 1);
  cell.value = mark ? fitting(mark.result, index + 1, resultTitle) : index === header?.lastRow ? resultTitle : null;
  cell.style = inHeader ? head : { ...plain, border, numFmt: '@', alignment: { vertical: 'middle', wrapText: true } };
}

/** Long numbers would be shown as 3.7E+17. */
const wholeNumber = (value: number): string => (Number.isInteger(value) && Math.abs(value) > 1e10 ? '0' : 'General');
