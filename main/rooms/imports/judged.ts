// What the import knows of one row of the file, once it was read, placed, matched and compared.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { PhotoOutcome } from '../../../shared/imports/photos.ts';
import type { Question, RowOutcome } from '../../../shared/imports/preview.ts';
import type { FirstDayPrecision } from '../../../shared/roster/words.ts';
import type { FoundPlace } from '../roster/find.ts';
import type { OnDuty } from '../roster/survey.ts';
import { tidyWords } from '../../../shared/rules/text.ts';
import type { AnyBranch, AnyGrid, PlannedCommunity } from './planned.ts';
import type { CellIssue, RowCells, RowValues } from './rowReading.ts';
import type { TableRow } from './tableRows.ts';

/** `from` and `to` as the preview shows them; `from` is '' where the roster has nothing. */
export type FieldChange = { field: ImportField; from: string; to: string };

/** `ofDay`: another effective day may remove it. `waitsFor`: the tick of another row removes it. */
export type Obstacle = { issue: CellIssue; ofDay: boolean; waitsFor: number | null };

/** Since when the posting would run that a row opens. */
export type Opening = {
  firstDay: string | null;
  precision: FirstDayPrecision;
  /** The file says it; otherwise the day from which the import holds, or nobody knows. */
  fromFile: boolean;
};

/** The picture beside a row, made ready as a photo by that hash; or why it can't be. */
export type RowPicture = { hash: string; mayReplace: boolean } | { fault: string };

export type JudgedRow = TableRow & {
  picture: RowPicture | null;
  /** What the columns say in the rows above, for 同上. */
  above: RowCells;
  values: RowValues;
  tidied: ReadonlyMap<ImportField, string>;
  /** What is wrong with the cells themselves. */
  cellIssues: readonly CellIssue[];
  /** What is wrong when the row is held against the roster and the other rows. */
  otherIssues: CellIssue[];
  /** Null where it opens no posting. */
  opening: Opening | null;
  /** What stands in the way of that posting; told anew when another effective day or other ticks are chosen. */
  obstacle: Obstacle | null;
  grid: AnyGrid | null;
  community: FoundPlace | PlannedCommunity | null;
  /** Of a community that is new or under no branch: the one it would be under. */
  branch: AnyBranch | null;
  workerId: number | null;
  /** 兼任: the posting is opened beside another one of the same person. */
  additional: boolean;
  /** The sheet row that brings the person into the roster, where this one only brings a further grid. */
  comesWith: number | null;
  /** The posting the worker has now: of several the one in the row's own grid, else the main one. */
  posting: OnDuty | null;
  changes: readonly FieldChange[];
  /** What becomes of the picture. */
  photo: PhotoOutcome | null;
  outcome: RowOutcome;
};

export const issuesOf = ({ cellIssues, otherIssues, obstacle }: JudgedRow): CellIssue[] => [
  ...cellIssues,
  ...otherIssues,
  ...(obstacle ? [obstacle.issue] : []),
];

export const refusal = (field: ImportField, value: string, reason: string): CellIssue => ({
  field,
  level: 'refuse',
  value,
  reason,
  choices: [],
});

/** What an answer to an issue is kept by. */
export const questionOf = ({ question, field }: CellIssue): Question => question ?? field;

/** What the person has answered, by question. */
export type Answers = ReadonlyMap<Question, string>;

/** Whether the row may go in with this issue: an answer that is none of its choices (any more) is no answer. */
export const isAnswered = (issue: CellIssue, answers: Answers): boolean =>
  issue.level !== 'refuse' && issue.choices.some(({ value }) => value === answers.get(questionOf(issue)));

export const isRefused = (judged: JudgedRow): boolean => issuesOf(judged).some(({ level }) => level === 'refuse');

/** The cell of a row that says which grid is meant, as their file has it: the most telling one. */
export function gridCell(cells: RowCells): { field: ImportField; value: string } {
  const field = (['gridCode', 'gridName', 'compound'] as const).find((each) => (cells[each] ?? null) !== null) ?? 'community';
  return { field, value: tidyWords(String(cells[field] ?? '')) };
}
