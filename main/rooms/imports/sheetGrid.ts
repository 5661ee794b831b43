// The first rows of the sheet as the person sees them there, for finding the header by eye.
import type { SheetGrid } from '../../../shared/imports/wizard.ts';
import { maskNumberIn } from '../../../shared/rules/masking.ts';
import { masked } from './masked.ts';
import type { ImportSession } from './session.ts';

const gridRows = 40;

export function sheetGrid({ sheet, viewed }: ImportSession): SheetGrid {
  const [fields, left] = [viewed?.layout.fields ?? [], viewed?.table.firstColumn ?? 0];
  const rows = sheet.rows.slice(0, gridRows);
  return {
    rows: rows.map((row) =>
      row.map((cell, index) => (cell === null ? '' : masked(fields[index - left] ?? null, maskNumberIn(String(cell))))),
    ),
    firstColumn: sheet.firstColumn,
    columns: Math.max(1, ...rows.map((row) => row.length)),
    merges: sheet.merges.filter((merge) => merge.firstRow < gridRows),
  };
}
