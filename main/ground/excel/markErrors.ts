// Their own sheets back as .xlsx, values and merges as they were read, with the cells that are wrong coloured and a last column
// that says what became of each row. Photos come along, so that what is mended in it comes in with them.
import { type Style, Workbook } from '@cj-tech-master/excelts';
import type { CellValue, ReadSheet } from './book.ts';

/** Rows and columns count from 0. A photo is a JPEG of 5:7; where its column isn't one of the table's, it stands behind them all. */
export type RowMark = {
  result: string;
  wrong: readonly number[];
  asked: readonly number[];
  photos: readonly { column: number; jpeg: Uint8Array }[];
};

const resultWidth = 72;
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
  headers: readonly { firstRow: number; lastRow: number }[];
  /** By row; a row without one is left as it is. */
  marks: ReadonlyMap<number, RowMark>;
};

export async function writeMarked(sheets: readonly MarkedSheet[]): Promise<Uint8Array> {
  const book = new Workbook();
  for (const sheet of sheets) addMarked(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addMarked(book: Workbook, { sheet, headers, marks }: MarkedSheet): void {
  const [first] = headers;
  const firstRow = first?.firstRow ?? 0;
  const lastRow = first?.lastRow ?? -1;
  const written = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: lastRow + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const headed = sheet.rows.slice(firstRow);
  const last = Math.max(...headed.map((row) => row.length), 1);
  for (let column = 0; column < last; column++) {
    const widths = headed.slice(0, 500).map((row) => widthOf(row[column] ?? null));
    written.getColumn(column + 1).width = Math.min(Math.max(...widths, 4) + 2, 40);
  }
  written.getColumn(last + 1).width = resultWidth;
  for (const [index, cells] of sheet.rows.entries()) {
    const mark = marks.get(index);
    const ownHeader = headers.find((header) => index >= header.firstRow && index <= header.lastRow);
    const inHeader = ownHeader !== undefined;
    for (let column = 0; column < (inHeader || mark ? last : cells.length); column++) {
      const value = cells[column] ?? null;
      if (value === null && !inHeader && !mark) continue;
      const cell = written.getCell(index + 1, column + 1);
      cell.value = value;
      cell.style = inHeader
        ? head
        : {
            ...plain,
            ...(index > lastRow ? { border } : {}),
            numFmt: typeof value === 'number' ? wholeNumber(value) : '@',
          };
    }
    for (const [columns, colour] of [
      [mark?.wrong ?? [], red],
      [mark?.asked ?? [], yellow],
    ] as const)
      for (const column of columns) {
        const cell = written.getCell(index + 1, column + 1);
        cell.style = { ...cell.style, border, fill: colour };
      }
    // Spreadsheets don't grow a wrapped row by themselves.
    if (mark) {
      const height = lineHeight * Math.max(1, Math.ceil(widthOf(mark.result) / (resultWidth - 2)));
      written.getRow(index + 1).height = mark.photos.length > 0 ? Math.max(height, photoHeight) : height;
      for (const { column, jpeg } of mark.photos)
        written.addImage(book.addImage({ buffer: jpeg, extension: 'jpeg' }), {
          tl: { col: (column >= 0 && column < last ? column : last + 1) + 0.05, row: index + 0.05 },
          ext: { ...photoSize },
        });
    }
    if (inHeader || mark) {
      const cell = written.getCell(index + 1, last + 1);
      cell.value = mark ? mark.result : index === ownHeader?.lastRow ? '导入结果' : null;
      cell.style = inHeader ? head : { ...plain, border, numFmt: '@', alignment: { vertical: 'middle', wrapText: true } };
    }
  }
  for (const merge of sheet.merges)
    written.mergeCells(merge.firstRow + 1, merge.firstColumn + 1, merge.lastRow + 1, merge.lastColumn + 1);
}

/** Long numbers would be shown as 3.7E+17. */
const wholeNumber = (value: number): string => (Number.isInteger(value) && Math.abs(value) > 1e10 ? '0' : 'General');
