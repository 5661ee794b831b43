// The rail follows the arrow keys: it shows the row that the cursor has come to, a moment after it has come to rest there.
import { useEffect, useEffectEvent } from 'react';

/** A held key walks many rows; only the one it stops at is asked for. Milliseconds. */
const pause = 120;

/**
 * @param row under the cursor, as far as it is known
 * @param leads the keyboard has moved the cursor there, and nothing has followed yet
 */
export function useFollowingRail<Row extends { id: number }>(
  row: Row | undefined,
  leads: boolean,
  follow: (row: Row) => void,
): void {
  const arrive = useEffectEvent(() => {
    if (row) follow(row);
  });
  const id = row?.id;
  useEffect(() => {
    if (!leads || id === undefined) return undefined;
    const timer = window.setTimeout(() => arrive(), pause);
    return () => window.clearTimeout(timer);
  }, [leads, id]);
}
