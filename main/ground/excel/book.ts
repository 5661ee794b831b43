// A workbook as the program reads it, whatever file it came from: sheets of plain cells, numbered as the person sees them, and
// what of the file isn't in the cells but must not be passed over in silence: what was hidden, struck through, never calculated,
// repaired or not read. Numbers stay numbers, so that a reader can tell an ID number that Excel has already shortened.

import type { BookPictures } from './pictures.ts';

/**
 * Text and numbers as stored; a cell formatted as a date is its day as text, YYYY-MM-DD, or its month,
 * YYYY-MM, where no day is shown; a formula is its last result; an error
 * is its name, `#N/A`. A damaged character is U+FFFD, never left out.
 */
export type CellValue = string | number | null;

/** Rows and columns count from 0; `lastRow` and `lastColumn` belong to it. */
export type Merge = { firstRow: number; lastRow: number; firstColumn: number; lastColumn: number };

/** Plain data, as it goes between threads. Rows count from the sheet's first, columns from its `firstColumn`. */
export type ReadSheet = {
  name: string;
  hidden: boolean;
  /** The sheet that was active when the file was saved; where the file doesn't say, the first that is shown. */
  active: boolean;
  /** How many wholly empty columns at the left were left out of `rows` and of everything that counts columns. */
  firstColumn: number;
  /** Every row of the sheet from its first; an empty row is an empty array. Trailing empty cells are left out. */
  rows: CellValue[][];
  merges: Merge[];
  /** Hidden by hand, or by a filter that is set. */
  hiddenRows: ReadonlyMap<number, 'hidden' | 'filtered'>;
  hiddenColumns: ReadonlySet<number>;
  /** Row → columns whose whole text is struck through. */
  struck: ReadonlyMap<number, ReadonlySet<number>>;
  /**
   * Row → column → the text as written, of cells in which a part is struck through or hidden: `rows` holds what is left of it, or
   * null. Whether that is meant has to be asked.
   */
  partlyStruck: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Formulas without a stored result, the first `uncalculatedLimit` of them; their cells are null. */
  uncalculated: readonly { row: number; column: number }[];
  uncalculatedCount: number;
  /** Cells in which WPS shows a picture (its formula DISPIMG), by the name of the picture; as data they are empty. */
  cellPictures: readonly { row: number; column: number; name: string }[];
  /** What the reader had to guess or repair, as sentences without the row's number. */
  remarks: readonly { row: number; words: string }[];
  /** Columns beyond the limit that hold something and were not read. */
  columnsCut: number;
  /** More rows than the limit stand in the file. */
  cutShort: boolean;
};

export type Book = {
  kind: 'xls' | 'xlsx' | 'csv' | 'html';
  /** How text was encoded, where that was found out. */
  encoding: string | null;
  sheets: ReadSheet[];
  pictures: BookPictures;
};

export const rowLimit = 50_000;
export const columnLimit = 500;
export const uncalculatedLimit = 200;

/** A sheet of which there is nothing to say but its rows, and what is said beside. */
export const plainSheet = (name: string, rows: CellValue[][], beside: Partial<ReadSheet> = {}): ReadSheet => ({
  name,
  hidden: false,
  active: false,
  firstColumn: 0,
  rows,
  merges: [],
  hiddenRows: new Map(),
  hiddenColumns: new Set(),
  struck: new Map(),
  partlyStruck: new Map(),
  uncalculated: [],
  uncalculatedCount: 0,
  cellPictures: [],
  remarks: [],
  columnsCut: 0,
  cutShort: false,
  ...beside,
});
