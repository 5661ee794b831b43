// What a cell of a table holds beside its own text: the value of the merged cell that reaches down over it, and, where a column says
// its value once and leaves the rows below blank, the value above.
import { type CellValue, columnLimit, type ReadSheet } from '../../ground/excel/book.ts';
import { isSeen } from '../../../shared/rules/text.ts';
import { Refusal } from '../../../shared/refusal.ts';

/** Cells that merges of one sheet may cover downwards; a sheet of people has a few thousand. */
const mostCovered = 1_000_000;

export type Spread = ReadonlyMap<number, CellValue>;
const key = (row: number, column: number): number => row * columnLimit + column;

/** By cell: what a merge that is more than one row high lends the rows below its first. @throws Refusal where merges are endless */
export function spreadDown({ merges, rows }: ReadSheet): Spread {
  const covered = new Map<number, CellValue>();
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const value = rows[firstRow]?.[firstColumn] ?? null;
    if (value === null) continue;
    for (let row = firstRow + 1; row <= Math.min(lastRow, rows.length - 1); row++) covered.set(key(row, firstColumn), value);
    if (covered.size > mostCovered) throw new Refusal('合并的单元格太多，读不完。请取消合并，另存后再导入。');
  }
  return covered;
}

export const lentTo = (spread: Spread, row: number, column: number): CellValue => spread.get(key(row, column)) ?? null;

/** Nothing is to be seen in it. */
export const isBlank = (value: CellValue | undefined): boolean => value === null || value === undefined || !isSeen(String(value));

/**
 * Whether a column is written once for a whole block of rows: a third of it or more is blank, the first row isn't, and no value comes
 * again after its own blanks.
 */
export function isWrittenOnce(values: readonly CellValue[]): boolean {
  const blanks = values.filter(isBlank).length;
  const first = values[0] ?? null;
  if (isBlank(first) || blanks < 2 || blanks * 3 < values.length) return false;
  const written = values.filter((value) => !isBlank(value)).map(String);
  return written.every((value, index) => value !== written[index - 1]);
}
