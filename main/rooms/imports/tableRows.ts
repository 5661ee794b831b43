// The people's rows of the tables that are read, each cell under its field: with what merged cells lend them, the place that is
// written once for a block of rows, and the community that was stated for a whole table.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { rowNumber } from '../../../shared/imports/rowNumber.ts';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import type { CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { type FileTable, type FileTables, lacksPlace } from './fileTables.ts';
import type { RowCells } from './rowReading.ts';
import { isBlank, isWrittenOnce, lentTo, type Spread } from './spread.ts';

/** Where a cell's value comes from that doesn't stand in it: the row above, or the table's title. */
export type Origin = 'carried' | 'stated' | 'section';
export const originWords: Readonly<Record<Origin, string>> = { carried: '沿用上一行', stated: '按整张表', section: '按分段标题' };

export type TableRow = {
  row: number;
  cells: RowCells;
  origins: Readonly<Partial<Record<ImportField, Origin>>>;
  /** The text as written of cells that hold only what of it isn't struck through or hidden. */
  wholes: Wholes;
};

export type Wholes = Readonly<Partial<Record<ImportField, string>>>;

/** Places that are written once for a block of rows. A row without a compound may well belong to none. */
const carriedFields = ['branch', 'community'] as const satisfies readonly ImportField[];

export function rowsOfTables(tables: FileTables, carryPlaces: boolean): { rows: TableRow[]; carried: ImportState['carried'] } {
  const rows: TableRow[] = [];
  const carried = { cells: 0, proposed: false };
  for (const one of tables.read) {
    const people = ownCells(one, tables.spreadOf(one.sheet));
    for (const row of people) {
      if (!isBlank(row.cells.community) || row.cells.gridCode !== undefined) continue;
      const section = one.sorted.sections.findLast((each) => each.row < row.row && each.place !== null);
      const place = section?.place ?? (lacksPlace(one.layout) ? one.place : '');
      if (place === '') continue;
      row.cells.community = place;
      row.origins.community = section ? 'section' : 'stated';
    }
    for (const field of carriedFields) {
      const values = people.map(({ cells }) => cells[field] ?? null);
      if (!one.layout.fields.includes(field)) continue;
      if (isWrittenOnce(values)) carried.proposed = true;
      carried.cells += carry(people, field, carryPlaces, one.sorted.blanks);
    }
    for (const { row, ...own } of people) rows.push({ ...own, row: rowNumber(one.number, row + 1) });
  }
  return { rows, carried };
}

type Own = {
  row: number;
  cells: Partial<Record<ImportField, CellValue>>;
  origins: Partial<Record<ImportField, Origin>>;
  wholes: Partial<Record<ImportField, string>>;
};

function ownCells({ table, sheet, layout, sorted }: FileTable, spread: Spread): Own[] {
  return sorted.people.map((row) => {
    const [cells, wholes]: [Own['cells'], Own['wholes']] = [{}, {}];
    for (const [index, field] of layout.fields.entries()) {
      if (field === null) continue;
      const column = table.firstColumn + index;
      // What stands under a merge nobody sees.
      const lent = lentTo(spread, row, column);
      const whole = lent === null ? wholeAt(sheet, row, column) : lentWhole(sheet, row, column);
      cells[field] = lent ?? sheet.rows[row]?.[column] ?? null;
      if (whole !== null) wholes[field] = whole;
    }
    return { row, cells, origins: {}, wholes };
  });
}

const wholeAt = ({ partlyStruck }: ReadSheet, row: number, column: number): string | null =>
  partlyStruck.get(row)?.get(column) ?? null;

/** Of a cell that a merge lends its value to. */
function lentWhole(sheet: ReadSheet, row: number, column: number): string | null {
  if (sheet.partlyStruck.size === 0) return null;
  const merge = sheet.merges.find((one) => one.firstColumn === column && one.firstRow < row && row <= one.lastRow);
  return merge ? wholeAt(sheet, merge.firstRow, column) : null;
}

/** @returns how many blank cells have a value above; it is written into them where `carries` */
function carry(rows: readonly Own[], field: ImportField, carries: boolean, blanks: ReadonlySet<number>): number {
  let above: CellValue = null;
  let whole: string | undefined;
  let count = 0;
  for (const row of rows) {
    // A blank row ends a block.
    if (blanks.has(row.row - 1)) above = null;
    const value = row.cells[field] ?? null;
    if (!isBlank(value)) [above, whole] = [value, row.wholes[field]];
    else if (above !== null && row.wholes[field] === undefined) {
      count++;
      if (!carries) continue;
      row.cells[field] = above;
      if (whole !== undefined) row.wholes[field] = whole;
      row.origins[field] = 'carried';
    }
  }
  return count;
}
