// Since when a row's posting would run. Worked out when the row is judged, and shown; the writing opens with the very same.
import type { Office } from '../../ground/office/office.ts';
import { hasHistory } from '../roster/survey.ts';
import type { JudgedRow, Opening } from './judged.ts';
import { gridKey } from './planned.ts';

/** Whoever serves and is named with a grid that they don't hold. */
export const movesGrid = ({ grid, posting }: JudgedRow): boolean =>
  grid !== null && posting !== null && gridKey(grid) !== `grid ${posting.gridId}`;

/** Null where the row opens no posting: no grid, or one that the worker holds. */
export function openingOf(office: Office, judged: JudgedRow, effectiveDay: string): Opening | null {
  const { grid, posting, workerId } = judged;
  const { firstDay } = judged.values;
  const moves = movesGrid(judged);
  if (!grid || (posting && !moves)) return null;
  if (firstDay && !moves) return { firstDay: firstDay.day, precision: firstDay.precision, fromFile: true };
  // Where somebody served before, "since when nobody knows" would overlap; the day of the import's effect is known.
  const begun = moves || workerId !== null || ('gridId' in grid && hasHistory(office, grid.gridId, effectiveDay));
  return begun
    ? { firstDay: effectiveDay, precision: 'day', fromFile: false }
    : { firstDay: null, precision: 'unknown', fromFile: false };
}
