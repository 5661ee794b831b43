// The rows that have the same trouble with the same word, so that one answer can be given for all of them.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { namingFields } from '../../../shared/imports/preview.ts';
import { issuesOf, questionOf, type JudgedRow } from './judged.ts';
import type { CellIssue } from './rowReading.ts';

/** Who somebody is, and who has a grid, is no question of a word. */
const isOfWord = (issue: CellIssue): boolean =>
  namingFields.has(issue.field) && questionOf(issue) === issue.field && issue.value !== '';

/** One key for rows whose issue is answered by one text; compounds of one name in two communities are two. */
const likeness = ({ values }: JudgedRow, { field, value, reason }: CellIssue): string =>
  JSON.stringify([field, value, reason, field === 'compound' ? (values.community ?? values.gridCode ?? '') : '']);

/** How many rows there are of each likeness. */
export function countAlike(rows: readonly JudgedRow[]): (judged: JudgedRow, issue: CellIssue) => number {
  const counts = new Map<string, number>();
  for (const judged of rows)
    for (const key of new Set(
      issuesOf(judged)
        .filter(isOfWord)
        .map((issue) => likeness(judged, issue)),
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return (judged, issue) => (isOfWord(issue) ? (counts.get(likeness(judged, issue)) ?? 1) : 1);
}

/** The row itself, and those whose trouble with the field is the same. */
export function alikeRows(rows: readonly JudgedRow[], judged: JudgedRow, field: ImportField): JudgedRow[] {
  const own = new Set(
    issuesOf(judged)
      .filter((issue) => issue.field === field && isOfWord(issue))
      .map((issue) => likeness(judged, issue)),
  );
  return rows.filter((other) => other === judged || issuesOf(other).some((issue) => own.has(likeness(other, issue))));
}
