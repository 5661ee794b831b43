// What a sheet says beside its cells, gathered from each kind of file by a reader of its own: hidden, filtered, struck through,
// never calculated. Rows and columns count from the sheet's first.
import { utils } from 'xlsx';
import { type ReadSheet, uncalculatedLimit } from './book.ts';
import type { ShownText } from './shownText.ts';

export type Place = { row: number; column: number };

export type SheetMarks = {
  hiddenRows: Map<number, 'hidden' | 'filtered'>;
  hiddenColumns: Set<number>;
  struck: Map<number, Set<number>>;
  /** Cells of which only a part is struck through or hidden. */
  partly: Map<number, Map<number, { value: string | null; whole: string }>>;
  formulas: FormulaResults;
};

/** What the formulas of a sheet hold as results. An empty text or a zero may be a result, or what a program writes that can't calculate. */
export type FormulaResults = { without: Place[]; emptyText: Place[]; zero: Place[]; calculated: number };

export const noMarks = (): SheetMarks => ({
  hiddenRows: new Map(),
  hiddenColumns: new Set(),
  struck: new Map(),
  partly: new Map(),
  formulas: { without: [], emptyText: [], zero: [], calculated: 0 },
});

export function strike({ struck }: SheetMarks, row: number, column: number): void {
  const columns = struck.get(row);
  if (columns) columns.add(column);
  else struck.set(row, new Set([column]));
}

/** Marks a cell by what its pieces show. */
export function markShown(marks: SheetMarks, row: number, column: number, { value, struck, whole }: ShownText): void {
  if (struck) strike(marks, row, column);
  if (whole === null) return;
  const columns = marks.partly.get(row) ?? new Map<number, { value: string | null; whole: string }>();
  marks.partly.set(row, columns.set(column, { value, whole }));
}

/**
 * The formulas of each sheet that were never calculated. Empty texts count among them only where no formula of the whole
 * workbook has a result, zeros only where the workbook besides asks to be calculated when it is opened.
 */
function uncalculatedOf(sheets: readonly SheetMarks[], calculatesOnLoad: boolean): Place[][] {
  const believed = sheets.some(({ formulas }) => formulas.calculated > 0);
  return sheets.map(({ formulas: { without, emptyText, zero } }) => [
    ...without,
    ...(believed ? [] : emptyText),
    ...(believed || !calculatesOnLoad ? [] : zero),
  ]);
}

/** The sheet with its marks: what was never calculated is empty, and of a text struck through in part there is only the rest. */
function withMarks(sheet: ReadSheet, marks: SheetMarks, uncalculated: readonly Place[]): ReadSheet {
  for (const { row, column } of uncalculated) {
    const cells = sheet.rows[row];
    if (cells && column in cells) cells[column] = null;
  }
  const partlyStruck = new Map<number, ReadonlyMap<number, string>>();
  for (const [row, columns] of marks.partly) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    for (const [column, { value }] of columns) if (column in cells) cells[column] = value;
    partlyStruck.set(row, new Map([...columns].map(([column, { whole }]) => [column, whole])));
  }
  return {
    ...sheet,
    partlyStruck,
    hiddenRows: marks.hiddenRows,
    hiddenColumns: marks.hiddenColumns,
    struck: marks.struck,
    uncalculated: uncalculated.slice(0, uncalculatedLimit),
    uncalculatedCount: uncalculated.length,
  };
}

export function markedAll(sheets: readonly ReadSheet[], marks: readonly SheetMarks[], calculatesOnLoad: boolean): ReadSheet[] {
  const uncalculated = uncalculatedOf(marks, calculatesOnLoad);
  return sheets.map((sheet, index) => withMarks(sheet, marks[index] ?? noMarks(), uncalculated[index] ?? []));
}

/** One sheet is active: the one that was, or else the first that is shown. */
export function withActive(sheets: readonly ReadSheet[]): ReadSheet[] {
  const saved = sheets.findIndex((sheet) => sheet.active && !sheet.hidden);
  const active = saved === -1 ? sheets.findIndex((sheet) => !sheet.hidden) : saved;
  return sheets.map((sheet, index) => ({ ...sheet, active: index === active }));
}

/** Rows that a filter may hide. */
export type RowRange = { firstRow: number; lastRow: number };

/** @param reference of a filter, as A1:G7; its first row is the header's */
export function belowHeader(reference: string): RowRange {
  const { s, e } = utils.decode_range(reference);
  return { firstRow: s.r + 1, lastRow: e.r };
}

/** Rows that are hidden within a filter's range were hidden by it, also where a program wrote them without the choice made. */
export function markFiltered(hiddenRows: Map<number, 'hidden' | 'filtered'>, filters: readonly RowRange[]): void {
  for (const row of hiddenRows.keys())
    if (filters.some(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow)) hiddenRows.set(row, 'filtered');
}
