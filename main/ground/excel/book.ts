// A workbook as the program reads it, whatever file it came from: sheets of plain cells, numbered as the person sees them.
// Numbers stay numbers, so that a reader can tell an ID number that Excel has already shortened.

/** Text and numbers as stored; a cell formatted as a date is its day as text, YYYY-MM-DD; a formula is its last result. */
export type CellValue = string | number | null;

/** Rows and columns count from 0; `lastRow` and `lastColumn` belong to it. */
export type Merge = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number };

export type ReadSheet = {
  name: string;
  hidden: boolean;
  /** Every row of the sheet from its first; an empty row is an empty array. Trailing empty cells are left out. */
  rows: CellValue[][];
  merges: Merge[];
  /** More rows than the limit stand in the file. */
  cutShort: boolean;
};

export type Book = {
  kind: 'xls' | 'xlsx' | 'csv' | 'html';
  /** How text was encoded, where that was found out. */
  encoding: string | null;
  sheets: ReadSheet[];
};

export const rowLimit = 50_000;
export const columnLimit = 200;
