// 最近打开: what is kept of it, for each person.
import { type RowKind, rowKinds } from './screens.ts';

/** How much of it is kept. */
export const mostOpened = 8;

export type OpenedRow = { kind: RowKind; id: number };
/** A row by id, or a page by address; never a name, which may change. */
export type Opened = OpenedRow | { page: string };

const isOpened = (one: unknown): one is Opened => {
  if (typeof one !== 'object' || one === null) return false;
  if ('page' in one) return typeof one.page === 'string';
  return 'kind' in one && rowKinds.some((kind) => kind === one.kind) && 'id' in one && Number.isSafeInteger(one.id);
};

/** What was kept, the latest first; what is no longer understood is left out. */
export const openedOf = (kept: unknown): Opened[] => (Array.isArray(kept) ? kept.filter(isOpened).slice(0, mostOpened) : []);
