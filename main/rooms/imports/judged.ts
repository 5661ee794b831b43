// What the import knows of one row of the file, once it was read, placed, matched and compared.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { RowOutcome } from '../../../shared/imports/preview.ts';
import type { FoundPlace } from '../roster/find.ts';
import type { OnDuty } from '../roster/survey.ts';
import type { AnyGrid, PlannedCommunity } from './ground.ts';
import type { CellIssue, RowCells, RowValues } from './rowReading.ts';

/** `from` and `to` as the preview shows them; `from` is '' where the roster has nothing. */
export type FieldChange = { field: ImportField; from: string; to: string };

/** `ofDay`: another effective day may remove it. */
export type Obstacle = { issue: CellIssue; ofDay: boolean };

export type JudgedRow = {
  row: number;
  cells: RowCells;
  values: RowValues;
  tidied: ReadonlyMap<ImportField, string>;
  /** What is wrong with the cells themselves. */
  cellIssues: readonly CellIssue[];
  /** What is wrong when the row is held against the roster and the other rows. */
  otherIssues: CellIssue[];
  /** What stands in the way of the posting that it would open; told anew when another effective day is chosen. */
  obstacle: Obstacle | null;
  grid: AnyGrid | null;
  community: FoundPlace | PlannedCommunity | null;
  workerId: number | null;
  /** The posting the worker has now: of several the one in the row's own grid, else the main one. */
  posting: OnDuty | null;
  changes: readonly FieldChange[];
  outcome: RowOutcome;
};

export const issuesOf = ({ cellIssues, otherIssues, obstacle }: JudgedRow): CellIssue[] => [
  ...cellIssues,
  ...otherIssues,
  ...(obstacle ? [obstacle.issue] : []),
];
