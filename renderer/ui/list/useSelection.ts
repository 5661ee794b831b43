// The rows that are ticked in a list. They stay so in whatever order the list stands; under other filters it is another list, and
// that they are given up is said.
import { useCallback, useEffect, useState } from 'react';
import { message } from '../messages.ts';

type Selection = {
  /** Of which list. */
  of: string;
  ids: ReadonlySet<number>;
  /** How many of the list before were given up. */
  lost: number;
};

export function useSelection(question: unknown): {
  selected: ReadonlySet<number>;
  select: (ids: ReadonlySet<number>) => void;
} {
  const of = JSON.stringify(question, (key, value: unknown) => (key === 'sort' ? undefined : value));
  const [selection, setSelection] = useState<Selection>({ of, ids: new Set(), lost: 0 });
  if (selection.of !== of) setSelection({ of, ids: new Set(), lost: selection.ids.size });
  const { ids, lost } = selection;
  useEffect(() => {
    if (lost > 0) message.info(`名单的条件变了，已取消原来勾选的 ${lost} 行`);
  }, [lost]);
  const select = useCallback((next: ReadonlySet<number>) => setSelection({ of, ids: next, lost: 0 }), [of]);
  return { selected: ids, select };
}
