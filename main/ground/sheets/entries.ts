// What stands in a sheet's table below its header: the rows, and after the rows that belong together their sums, as every form of the
// sheet has them. In one pass; rows that belong together follow each other.
import type { Cell, Frame, Row } from './frame.ts';

export type Entry =
  | { kind: 'row'; row: Row }
  /** `sums` by column, null where nothing adds up; `rows`: of so many rows, those before it. */
  | { kind: 'sums'; label: string; sums: readonly (number | null)[]; rows: number };

/** The words of a group's sums: 阳东社区总支小计, and for rows without one 未填社区总支小计. */
const labelOf = (value: Cell, title: string): string => `${typeof value === 'string' ? value : `未填${title}`}小计`;

/** Before the first sum of a row: that many columns say whose sums they are. */
export const labelled = (sums: readonly (number | null)[]): number =>
  Math.max(
    1,
    sums.findIndex((sum) => sum !== null),
  );

/** @throws Error where rows that belong together don't follow each other: their sums would stand there twice */
export function* entriesOf(
  { columns, subtotalBy }: Pick<Frame, 'columns' | 'subtotalBy'>,
  rows: Iterable<Row>,
): Generator<Entry> {
  if (subtotalBy === undefined || columns.every((column) => !column.total)) {
    for (const row of rows) yield { kind: 'row', row };
    return;
  }
  const by = columns[subtotalBy];
  if (!by) throw new Error(`no column ${subtotalBy} to sum by`);
  const none = (): (number | null)[] => columns.map((column) => (column.total ? 0 : null));
  let group: { value: Cell; sums: (number | null)[]; rows: number } | null = null;
  const closed = new Set<Cell>();
  const closing = (): Entry[] =>
    group ? [{ kind: 'sums', label: labelOf(group.value, by.title), sums: group.sums, rows: group.rows }] : [];
  for (const row of rows) {
    const value = row[subtotalBy] ?? null;
    if (!group || group.value !== value) {
      yield* closing();
      if (group) closed.add(group.value);
      if (closed.has(value)) throw new Error(`rows of ${labelOf(value, by.title)} come back after others`);
      group = { value, sums: none(), rows: 0 };
    }
    group.rows++;
    for (const [index, sum] of group.sums.entries()) {
      const cell = row[index];
      if (sum !== null && typeof cell === 'number') group.sums[index] = sum + cell;
    }
    yield { kind: 'row', row };
  }
  yield* closing();
}
