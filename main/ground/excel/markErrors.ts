// Their own sheet back as .xlsx, values and merges as they were read, with the cells that are wrong coloured and a last column
// that says what became of each row. Photos come along, so that what is mended in it comes in with them.
import { type Style, Workbook } from '@cj-tech-master/excelts';
import type { CellValue, ReadSheet } from './book.ts';

/** Rows and columns count from 0. `photo` is a JPEG of 5:7. */
export type RowMark = { result: string; wrong: readonly number[]; asked: readonly number[]; photo: Uint8Array | null };

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
  header: { firstRow: number; lastRow: number };
  /** By row; a row without one is left as it is. */
  marks: ReadonlyMap<number, RowMark>;
  /** Where the photos lie; beside the table it becomes the last column. */
  photoColumn: number | null;
};

export async function writeMarked({ sheet, header, marks, photoColumn }: MarkedSheet): Promise<Uint8Array> {
  const book = new Workbook();
  const written = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: header.lastRow + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const headed = sheet.rows.slice(header.firstRow);
  const last = Math.max(...headed.map((row) => row.length), 1);
  for (let column = 0; column < last; column++) {
    const widths = headed.slice(0, 500).map((row) => widthOf(row[column] ?? null));
    written.getColumn(column + 1).width = Math.min(Math.max(...widths, 4) + 2, 40);
  }
  written.getColumn(last + 1).width = resultWidth;
  const photosAt = photoColumn !== null && photoColumn >= 0 && photoColumn < last ? photoColumn : last + 1;
  for (const [index, cells] of sheet.rows.entries()) {
    const mark = marks.get(index);
    const inHeader = index >= header.firstRow && index <= header.lastRow;
    for (let column = 0; column < (inHeader || mark ? last : cells.length); column++) {
      const value = cells[column] ?? null;
      if (value === null && !inHeader && !mark) continue;
      const cell = written.getCell(index + 1, column + 1);
      cell.value = value;
      cell.style = inHeader
        ? head
        : {
            ...plain,
            ...(index > header.lastRow ? { border } : {}),
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
      written.getRow(index + 1).height = mark.photo ? Math.max(height, photoHeight) : height;
      if (mark.photo)
        written.addImage(book.addImage({ buffer: mark.photo, extension: 'jpeg' }), {
          tl: { col: photosAt + 0.05, row: index + 0.05 },
          ext: { ...photoSize },
        });
    }
    if (inHeader || mark) {
      const cell = written.getCell(index + 1, last + 1);
      cell.value = mark ? mark.result : index === header.lastRow ? '导入结果' : null;
      cell.style = inHeader ? head : { ...plain, border, numFmt: '@', alignment: { vertical: 'middle', wrapText: true } };
    }
  }
  for (const merge of sheet.merges)
    written.mergeCells(merge.firstRow + 1, merge.firstColumn + 1, merge.lastRow + 1, merge.lastColumn + 1);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Long numbers would be shown as 3.7E+17. */
const wholeNumber = (value: number): string => (Number.isInteger(value) && Math.abs(value) > 1e10 ? '0' : 'General');
