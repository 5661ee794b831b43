// Cuts a sheet to its table: empty columns at the left and empty rows at the end are left out, everything that counts columns
// moves along, and what is beyond the bounds is refused or counted. Every kind of file ends here, so that all obey one bound.
import { Refusal } from '../../../shared/refusal.ts';
import { columnLetters } from '../../../shared/rules/columnLetters.ts';
import { type CellValue, columnLimit, type Merge, type ReadSheet, rowLimit } from './book.ts';
import { excelBounds } from './excelBounds.ts';

/**
 * @param sheet columns counted from the sheet's first; rows may be sparse and have any length
 * @throws Refusal naming row and column of a cell that Excel couldn't hold
 */
export function cutToTable(fileName: string, sheet: ReadSheet): ReadSheet {
  const where = sheet.name === 'CSV' ? '' : `的工作表“${sheet.name}”`;
  const refuseLong = (text: string, row: number, column: number): void => {
    if (text.length > excelBounds.characters)
      throw new Refusal(
        `“${fileName}”${where}第 ${row + 1} 行第 ${columnLetters(column)} 列的内容超过 ${excelBounds.characters} 个字，没有读入。请删减后再选择。`,
      );
  };
  const filled = new Set<number>();
  for (const [row, cells] of sheet.rows.slice(0, rowLimit).entries()) {
    // The length alone tells: to walk the holes of a row of millions takes seconds.
    if (cells.length > excelBounds.columns)
      throw new Refusal(
        `“${fileName}”${where}第 ${row + 1} 行超过 ${excelBounds.columns} 列（第 ${cells.length} 列还有内容），没有读入。请删去多余的列后再选择。`,
      );
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column] ?? null;
      if (value === null) continue;
      if (typeof value === 'string') refuseLong(value, row, column);
      filled.add(column);
    }
  }
  for (const { column } of sheet.uncalculated) filled.add(column);
  for (const [row, columns] of sheet.partlyStruck)
    for (const [column, whole] of row < rowLimit ? columns : []) {
      refuseLong(whole, row, column);
      filled.add(column);
    }
  const firstColumn = filled.size === 0 ? 0 : Math.min(...filled);
  const end = firstColumn + columnLimit;
  const within = (column: number): boolean => column >= firstColumn && column < end;
  const rows = sheet.rows.slice(0, rowLimit).map((cells) => trimmed(cells.slice(firstColumn, end)));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return {
    ...sheet,
    firstColumn,
    rows,
    merges: sheet.merges.flatMap((merge) => shifted(merge, firstColumn)),
    hiddenColumns: new Set([...sheet.hiddenColumns].filter(within).map((column) => column - firstColumn)),
    hiddenRows: new Map([...sheet.hiddenRows].filter(([row]) => row < rows.length)),
    struck: struckWithin(sheet.struck, rows, firstColumn),
    partlyStruck: new Map(
      [...sheet.partlyStruck]
        .filter(([row]) => row < rows.length)
        .map(([row, columns]) => [
          row,
          new Map([...columns].flatMap(([column, whole]) => (within(column) ? [[column - firstColumn, whole]] : []))),
        ]),
    ),
    uncalculated: sheet.uncalculated
      .filter(({ column }) => within(column))
      .map(({ row, column }) => ({ row, column: column - firstColumn })),
    columnsCut: [...filled].filter((column) => column >= end).length,
    cutShort: sheet.cutShort || sheet.rows.length > rowLimit,
  };
}

function trimmed(cells: readonly (CellValue | undefined)[]): CellValue[] {
  const row = Array.from(cells, (value) => value ?? null);
  while (row.length > 0 && row.at(-1) === null) row.pop();
  return row;
}

function shifted(merge: Merge, by: number): Merge[] {
  if (merge.firstRow >= rowLimit || merge.lastColumn < by || merge.firstColumn >= by + columnLimit) return [];
  const firstColumn = Math.max(merge.firstColumn - by, 0);
  return [{ ...merge, firstColumn, lastColumn: Math.min(merge.lastColumn - by, columnLimit - 1) }];
}

/** An empty cell has no text that could be struck through. */
function struckWithin(struck: ReadSheet['struck'], rows: readonly CellValue[][], by: number): Map<number, ReadonlySet<number>> {
  const kept = new Map<number, ReadonlySet<number>>();
  for (const [row, columns] of struck) {
    const own = [...columns].map((column) => column - by).filter((column) => (rows[row]?.[column] ?? null) !== null);
    if (own.length > 0) kept.set(row, new Set(own));
  }
  return kept;
}
