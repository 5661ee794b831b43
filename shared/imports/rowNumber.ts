// Rows of an import have one number each, though several tables of a file are read at once: of the first table the sheet's own row,
// of the others the sheet's row beside the table's place in the order in which they are read.

/** More than the rows that are read of a sheet. */
const span = 100_000;

/** @param table from 0, among those that are read @param row as the sheet numbers it, from 1 */
export const rowNumber = (table: number, row: number): number => table * span + row;

export const tableOfRow = (number: number): number => Math.floor(number / span);
export const sheetRow = (number: number): number => number % span;

/** @param labels of the tables in their order, '' where one needs none */
export const rowWords = (number: number, labels: readonly string[]): string =>
  `${labels[tableOfRow(number)] ?? ''}第 ${sheetRow(number)} 行`;

/** Several rows: 第 5、6 行; of several tables each with its own. */
export function rowsWords(numbers: readonly number[], labels: readonly string[]): string {
  const byTable = Map.groupBy(numbers, tableOfRow);
  return [...byTable].map(([table, rows]) => `${labels[table] ?? ''}第 ${rows.map(sheetRow).join('、')} 行`).join('、');
}
