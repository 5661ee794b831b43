// Where the keyboard stands in a list. The cursor belongs to its row: after an act that moves the row, it stands where the row
// stands now. The rail follows it (useFollowingRail.ts).
import { useEffect, useEffectEvent, useState } from 'react';
import { useFollowingRail } from './useFollowingRail.ts';
import type { List } from './useList.ts';

type Cursor = {
  index: number;
  /** Null until the row is known. */
  id: number | null;
  /** Moved by the keyboard, and not followed yet. */
  leads: boolean;
  /** Moved by the keyboard last: it is shown even where the mouse brought the focus. */
  keyed: boolean;
};

const atTop: Cursor = { index: 0, id: null, leads: false, keyed: false };

/** Where the cursor stands once its row, or another one in its place, is known. */
function settled<Row extends { id: number }>(cursor: Cursor, list: List<Row>): Cursor {
  if (!list.fresh) return cursor;
  const end = Math.max(0, (list.total ?? 0) - 1);
  if (cursor.index > end) return settled({ ...cursor, index: end }, list);
  const here = list.rowAt(cursor.index);
  if (!here || here.id === cursor.id) return cursor;
  const moved = cursor.id === null ? undefined : list.indexOf(cursor.id);
  return moved === undefined ? { ...cursor, id: here.id } : { ...cursor, index: moved };
}

/**
 * @param openId what is open beside the list; the cursor goes there
 * @param follow opens the row that the cursor has come to; null where nothing follows it
 * @param drawn false until rows can be scrolled to
 */
export function useCursor<Row extends { id: number }>(
  list: List<Row>,
  openId: number | null,
  follow: ((row: Row) => void) | null,
  reveal: (index: number) => void,
  drawn: boolean,
) {
  const [state, setState] = useState<{ key: string; cursor: Cursor }>({ key: list.key, cursor: atTop });
  // Another question starts at its first row.
  const cursor = settled(state.key === list.key ? state.cursor : atTop, list);
  if (state.key !== list.key || cursor !== state.cursor) setState({ key: list.key, cursor });

  const place = (index: number, keyed: boolean) =>
    setState({
      key: list.key,
      cursor: { index, id: list.rowAt(index)?.id ?? null, leads: keyed && follow !== null, keyed },
    });

  // What is opened elsewhere, by the mouse or a link, takes the cursor there.
  const [opened, setOpened] = useState<{ id: number | null; times: number }>({ id: null, times: 0 });
  if (drawn && list.fresh && opened.id !== openId) {
    // A cursor on its way is ahead of what is open.
    const index = openId === null || openId === cursor.id || cursor.leads ? undefined : list.indexOf(openId);
    setOpened({ id: openId, times: index === undefined ? opened.times : opened.times + 1 });
    if (index !== undefined) place(index, false);
  }
  const showCursor = useEffectEvent(() => reveal(cursor.index));
  const { times } = opened;
  useEffect(() => {
    if (times > 0) showCursor();
  }, [times]);

  const row = list.rowAt(cursor.index);
  useFollowingRail(row, cursor.leads, (reached) => {
    setState({ key: list.key, cursor: { ...cursor, leads: false } });
    follow?.(reached);
  });

  return {
    index: cursor.index,
    keyed: cursor.keyed,
    /** The rail is to follow it, and hasn't yet. */
    leads: cursor.leads,
    row,
    /** By the keyboard. */
    move(index: number): void {
      const target = Math.max(0, Math.min((list.total ?? 1) - 1, index));
      place(target, true);
      reveal(target);
    },
    /** By the mouse, which opens by itself. */
    put: (index: number): void => place(index, false),
  };
}
