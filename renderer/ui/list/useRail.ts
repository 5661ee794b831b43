// What stands beside a list: one of its rows, a form on that row, or the form for a new one.
import { useState } from 'react';

export type Opened = { open?: number | undefined; add?: 1 | undefined };

export type Rail<Form extends string> = {
  openId: number | undefined;
  adding: boolean;
  form: Form | null;
  /** A form is open, which then has the screen's primary button, and which no arrow key leaves. */
  filling: boolean;
  open: (id: number | undefined) => void;
  close: () => void;
  add: () => void;
  /** Opens the row with a form on it. */
  begin: (id: number, form: Form) => void;
  /** Back from the form to the row. */
  endForm: () => void;
};

/** @param change puts what is open into the address. */
export function useRail<Form extends string>(opened: Opened, change: (patch: Opened) => void): Rail<Form> {
  const [doing, setDoing] = useState<{ id: number; form: Form } | null>(null);
  const { open: openId } = opened;
  const adding = opened.add === 1;
  const form = doing !== null && doing.id === openId && !adding ? doing.form : null;
  const open = (id: number | undefined) => {
    setDoing(null);
    change({ open: id, add: undefined });
  };
  return {
    openId,
    adding,
    form,
    filling: adding || form !== null,
    open,
    close: () => open(undefined),
    add() {
      setDoing(null);
      change({ open: undefined, add: 1 });
    },
    begin(id, next) {
      setDoing({ id, form: next });
      change({ open: id, add: undefined });
    },
    endForm: () => setDoing(null),
  };
}
