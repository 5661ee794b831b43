// What every list asks SQL alike: rows in the order of a column, and what is missing in them.

export type Sort = { column: string; direction: 'ascending' | 'descending' };

/**
 * ORDER BY of a list. Rows without a value come last either way; equal ones stand in the office's own order.
 * @param expressions by column
 * @param rank the office's own order, which is also the column 'order'
 */
export function orderBy({ column, direction }: Sort, expressions: Readonly<Record<string, string>>, rank: string): string {
  const down = direction === 'descending' ? ' DESC' : '';
  const expression = expressions[column];
  return expression === undefined ? `${rank}${down}` : `${expression} IS NULL, ${expression}${down}, ${rank}`;
}

/** True for rows that have the gap `@gap`; for all where none is asked for. */
export const hasGap = (conditions: Readonly<Record<string, string>>): string =>
  `(@gap IS NULL OR CASE @gap ${Object.entries(conditions)
    .map(([gap, condition]) => `WHEN '${gap}' THEN ${condition}`)
    .join(' ')} END)`;
