// Rows of an import have one number each, though several tables of a file are read at once: the sheet's row, beside the place that the
// table has in the file. It stays the same whichever tables are read; of the first table of the first sheet it is the sheet's own row.

/** More than the rows that are read of a sheet. */
const span = 100_000;
/** More than the tables that are read of a sheet. */
const tablesOfSheet = 64;
export const mostTables = tablesOfSheet - 1;

/** The place of a table in its file. @param sheet from 0 @param ordinal of the table on it, from 0 */
export const tableNumber = (sheet: number, ordinal: number): number => sheet * tablesOfSheet + ordinal;

/** @param table its place in the file @param row as the sheet numbers it, from 1 */
export const rowNumber = (table: number, row: number): number => table * span + row;

export const tableOfRow = (number: number): number => Math.floor(number / span);
export const sheetRow = (number: number): number => number % span;

/** What stands before the numbers of a table's rows, by the table's place in the file; '' where it needs nothing. */
export type Labels = Readonly<Record<number, string>>;

export const rowWords = (number: number, labels: Labels): string =>
  `${labels[tableOfRow(number)] ?? ''}第 ${sheetRow(number)} 行`;

/** Several rows: 第 5、6 行; of several tables each with its own. */
export function rowsWords(numbers: readonly number[], labels: Labels): string {
  const byTable = Map.groupBy(numbers, tableOfRow);
  return [...byTable].map(([table, rows]) => `${labels[table] ?? ''}第 ${rows.map(sheetRow).join('、')} 行`).join('、');
}
