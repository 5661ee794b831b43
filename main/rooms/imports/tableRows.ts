// The people's rows of the tables that are read, each cell under its field: with what merged cells lend them, the place that is
// written once for a block of rows, and the community that was stated for a whole table.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { rowNumber } from '../../../shared/imports/rowNumber.ts';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import type { CellValue } from '../../ground/excel/book.ts';
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
};

/** Places that are written once for a block of rows. A row without a compound may well belong to none. */
const carriedFields = ['branch', 'community'] as const satisfies readonly ImportField[];

export function rowsOfTables(tables: FileTables, carryPlaces: boolean): { rows: TableRow[]; carried: ImportState['carried'] } {
  const rows: TableRow[] = [];
  const carried = { cells: 0, proposed: false };
  for (const one of tables.read) {
    const own = ownCells(one, tables.spreadOf(one.sheet));
    for (const row of own) {
      if (!isBlank(row.cells.community) || row.cells.gridCode !== undefined) continue;
      const section = one.sorted.sections.findLast((each) => each.row < row.row && each.place !== null);
      const place = section?.place ?? (lacksPlace(one.layout) ? one.place : '');
      if (place === '') continue;
      row.cells.community = place;
      row.origins.community = section ? 'section' : 'stated';
    }
    for (const field of carriedFields) {
      const values = own.map(({ cells }) => cells[field] ?? null);
      if (!one.layout.fields.includes(field)) continue;
      if (isWrittenOnce(values)) carried.proposed = true;
      carried.cells += carry(own, field, carryPlaces, one.sorted.blanks);
    }
    for (const { row, cells, origins } of own) rows.push({ row: rowNumber(one.number, row + 1), cells, origins });
  }
  return { rows, carried };
}

type Own = {
  row: number;
  cells: Partial<Record<ImportField, CellValue>>;
  origins: Partial<Record<ImportField, Origin>>;
};

function ownCells({ table, sheet, layout, sorted }: FileTable, spread: Spread): Own[] {
  return sorted.people.map((row) => {
    const cells: Own['cells'] = {};
    for (const [index, field] of layout.fields.entries()) {
      if (field === null) continue;
      const column = table.firstColumn + index;
      // What stands under a merge nobody sees.
      cells[field] = lentTo(spread, row, column) ?? sheet.rows[row]?.[column] ?? null;
    }
    return { row, cells, origins: {} };
  });
}

/** @returns how many blank cells have a value above; it is written into them where `carries` */
function carry(rows: readonly Own[], field: ImportField, carries: boolean, blanks: ReadonlySet<number>): number {
  let above: CellValue = null;
  let count = 0;
  for (const row of rows) {
    // A blank row ends a block.
    if (blanks.has(row.row - 1)) above = null;
    const value = row.cells[field] ?? null;
    if (!isBlank(value)) above = value;
    else if (above !== null) {
      count++;
      if (!carries) continue;
      row.cells[field] = above;
      row.origins[field] = 'carried';
    }
  }
  return count;
}
