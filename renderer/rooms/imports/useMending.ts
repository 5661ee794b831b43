// Typing over cells of the file in the preview. What is typed stays in its cell, and as a draft, until Enter saves it or Esc gives it up;
// personal numbers are kept only by saving. One for the whole preview, so that it outlives the tab it was begun in.
import { type Labels, rowWords } from '../../../shared/imports/rowNumber.ts';
import { useEffect, useState } from 'react';
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { Mended } from '../../../shared/imports/preview.ts';
import { client } from '../../api.ts';
import { message } from '../../ui/messages.ts';
import { useAct } from '../../ui/useAct.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { tabWords } from './outcomeWords.ts';

export type Cell = { row: number; field: ImportField };

/** `text` null gives the file's own back; `alike`: in all rows with the same trouble, or the same mend. */
export type Mend = Cell & { text: string | null; alike: boolean };

export type Mending = {
  /** What is typed and not saved; undefined where the cell isn't being typed over. */
  typed: (cell: Cell) => string | undefined;
  /** Cells of a row that are being typed over. */
  open: (row: number) => ImportField[];
  type: (cell: Cell, text: string) => void;
  giveUp: (cell: Cell) => void;
  /** @param done once the preview shows it */
  save: (mend: Mend, done?: () => void) => void;
  busy: boolean;
  /** How many cells are typed over and not saved. */
  unsaved: number;
};

type Texts = Readonly<Record<string, string>>;

const keyOf = ({ row, field }: Cell): string => `${row} ${field}`;

function keptTexts(kept: object | null | undefined, id: string): Texts | undefined {
  if (kept === undefined) return undefined;
  const texts = kept && 'id' in kept && kept.id === id && 'texts' in kept ? kept.texts : null;
  if (typeof texts !== 'object' || texts === null) return {};
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

const came = ({ row }: Mend, { rows, outcome }: Mended, labels: Labels): string => {
  const where = outcome === 'refused' || outcome === 'held' ? `，仍在“${tabWords[outcome]}”` : `，归入“${tabWords[outcome]}”`;
  const which = rowWords(row, labels);
  return rows > 1 ? `已改 ${rows} 行，${which}${where.slice(1)}` : `${which}已改${where}`;
};

/** @param labels what stands before a row's number (rowNumber.ts) */
export function useMending(id: string, labels: Labels): Mending {
  const draft = useDraft('imports.mends');
  const [own, setOwn] = useState<Texts>();
  const texts = own ?? keptTexts(draft.kept, id) ?? {};
  const put = (change: (texts: Texts) => Texts): void => setOwn((now) => change(now ?? keptTexts(draft.kept, id) ?? {}));
  const { keep, drop } = draft;
  useEffect(() => {
    if (own === undefined) return;
    const kept = Object.fromEntries(Object.entries(own).filter(([key]) => !key.endsWith(' idNumber')));
    if (Object.keys(kept).length > 0) keep({ id, texts: kept });
    else drop();
  }, [own, id, keep, drop]);
  const without =
    (cell: Cell) =>
    (now: Texts): Texts =>
      Object.fromEntries(Object.entries(now).filter(([key]) => key !== keyOf(cell)));
  const act = useAct((mend: Mend) => client.imports.mend.mutate({ id, ...mend }));
  return {
    typed: (cell) => texts[keyOf(cell)],
    open: (row) => Object.keys(texts).flatMap((key) => (key.startsWith(`${row} `) ? [key.split(' ')[1] as ImportField] : [])),
    type: (cell, text) => put((now) => ({ ...now, [keyOf(cell)]: text })),
    giveUp: (cell) => put(without(cell)),
    save(mend, done) {
      act.mutate(mend, {
        onSuccess(mended) {
          put(without(mend));
          message.success(came(mend, mended, labels));
          done?.();
        },
      });
    },
    busy: act.isPending,
    unsaved: Object.keys(texts).length,
  };
}
