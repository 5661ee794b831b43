// The columns of a ListTable as the person left them: which are shown, in which order, how wide. Remembered by the table's name.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useMeasures } from './useMeasures.ts';
import { usePreference } from './usePreference.ts';

export type ListColumn<Row> = {
  key: string;
  title: string;
  /** For type of 15 px; wider in 大字 mode. */
  width: number;
  /** What is copied to a spreadsheet, and shown unless `render` says otherwise. */
  text: (row: Row) => string;
  render?: (row: Row) => ReactNode;
  align?: 'right';
  /** The server's name for sorting by this column. */
  sort?: string;
  /** Left out until the person asks for it. */
  optional?: boolean;
};

const remembered = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number().min(40).max(800)),
});
type Remembered = z.infer<typeof remembered>;

export type Columns<Row> = {
  /** Undefined until what was remembered is read. */
  shown: readonly ListColumn<Row>[] | undefined;
  /** All of them in order; the first one (the name) is always shown and first. */
  every: readonly ListColumn<Row>[];
  isShown: (key: string) => boolean;
  show: (key: string, shown: boolean) => void;
  /** Puts a column before or after its neighbour. */
  move: (key: string, step: -1 | 1) => void;
  /** `kept` false while the edge is still being dragged. */
  resize: (key: string, width: number, kept: boolean) => void;
  reset: () => void;
};

const bounded = (width: number): number => Math.round(Math.min(800, Math.max(48, width)));

/** @param columns the first one is the row's name: fixed, always shown. Keep the array outside the component, or memo it. */
export function useColumns<Row>(name: string, columns: readonly ListColumn<Row>[]): Columns<Row> {
  const [value, keep] = usePreference(`columns:${name}`);
  const { scale } = useMeasures();
  const [dragged, setDragged] = useState<{ key: string; width: number } | null>(null);
  const read = value !== undefined;
  const state: Remembered = useMemo(() => {
    const parsed = remembered.safeParse(value);
    return parsed.success
      ? parsed.data
      : { order: [], hidden: columns.filter((column) => column.optional).map((column) => column.key), widths: {} };
  }, [value, columns]);
  const every = useMemo(() => {
    const place = (column: ListColumn<Row>, index: number): number => {
      if (index === 0) return -1;
      const at = state.order.indexOf(column.key);
      // A column the program has learnt since then stands behind its neighbour of the original order.
      return at >= 0 ? at : index + 0.5;
    };
    return columns
      .map((column, index) => ({ column, at: place(column, index) }))
      .sort((a, b) => a.at - b.at)
      .map(({ column }) => ({
        ...column,
        width: (dragged?.key === column.key ? dragged.width : state.widths[column.key]) ?? Math.round(column.width * scale),
      }));
  }, [columns, state, dragged, scale]);
  const shown = useMemo(
    () => (read ? every.filter((column, index) => index === 0 || !state.hidden.includes(column.key)) : undefined),
    [read, every, state],
  );
  return {
    shown,
    every,
    isShown: (key) => !state.hidden.includes(key),
    show: (key, visible) =>
      keep({ ...state, hidden: visible ? state.hidden.filter((hidden) => hidden !== key) : [...state.hidden, key] }),
    move(key, step) {
      const order = every.map((column) => column.key);
      const from = order.indexOf(key);
      const to = from + step;
      if (from < 1 || to < 1 || to >= order.length) return;
      order.splice(from, 1);
      order.splice(to, 0, key);
      keep({ ...state, order });
    },
    resize(key, width, kept) {
      setDragged(kept ? null : { key, width: bounded(width) });
      if (kept) keep({ ...state, widths: { ...state.widths, [key]: bounded(width) } });
    },
    reset: () => keep(null),
  };
}
