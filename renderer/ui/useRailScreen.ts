// What every list with a rail does alike: which row is open, which form stands over it, and whether the form for a new one does.
import { useState } from 'react';
import { useShortcut } from './useShortcut.ts';

type Opened = { open?: number | undefined; add?: 1 | undefined };

export type RailScreen<Act extends string> = {
  openId: number | undefined;
  adding: boolean;
  act: Act | null;
  railed: boolean;
  /** A form is open, which then has the screen's primary button. */
  filling: boolean;
  open: (id: number | undefined) => void;
  add: () => void;
  begin: (id: number, act: Act) => void;
  setAct: (act: Act | null) => void;
};

/** @param change puts what is open into the address. F2 begins `edit` on the open row while `editable`. */
export function useRailScreen<Act extends string>(
  filters: Opened,
  change: (patch: Opened) => void,
  editable: boolean,
): RailScreen<Act | 'edit'> {
  const [doing, setDoing] = useState<{ id: number; act: Act | 'edit' } | null>(null);
  const { open: openId } = filters;
  const adding = filters.add === 1;
  const act = doing !== null && doing.id === openId && !adding ? doing.act : null;
  const begin = (id: number, next: Act | 'edit') => {
    setDoing({ id, act: next });
    change({ open: id, add: undefined });
  };
  useShortcut('F2', () => openId !== undefined && begin(openId, 'edit'), editable && openId !== undefined);
  return {
    openId,
    adding,
    act,
    railed: adding || openId !== undefined,
    filling: adding || act !== null,
    open(id) {
      setDoing(null);
      change({ open: id, add: undefined });
    },
    add() {
      setDoing(null);
      change({ open: undefined, add: 1 });
    },
    begin,
    setAct: (next) => setDoing(next !== null && openId !== undefined ? { id: openId, act: next } : null),
  };
}
