// What every list asks SQL alike: rows in the order of a column, and what is missing in them.
import type { Sort } from '../../shared/kit/list.ts';

/**
 * ORDER BY of a list. Rows without a value come last either way; equal ones stand in the office's own order.
 * @param expressions by column
 * @param rank the office's own order, which is also the column 'order'
 */
export function orderBy({ column, direction }: Sort, expressions: Readonly<Record<string, string>>, rank: string): string {
  const down = direction === 'descending' ? ' DESC' : '';
  // A column's name comes from outside.
  const expression = Object.hasOwn(expressions, column) ? expressions[column] : undefined;
  return expression === undefined ? `${rank}${down}` : `${expression} IS NULL, ${expression}${down}, ${rank}`;
}

/** Whether a row has the gap `@gap`. @param conditions by gap */
export const gapCase = (conditions: Readonly<Record<string, string>>): string =>
  `CASE @gap ${Object.entries(conditions)
    .map(([gap, condition]) => `WHEN '${gap}' THEN ${condition}`)
    .join(' ')} END`;

/** True for rows that have the gap `@gap`; for all where none is asked for. */
export const hasGap = (conditions: Readonly<Record<string, string>>): string => `(@gap IS NULL OR ${gapCase(conditions)})`;
