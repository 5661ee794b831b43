// The ledger's rows that a text finds, kind by kind, and the way to all of them where there are more.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RowKind, screenOfKind } from '../../shared/screens.ts';
import type { FoundRow, FoundRows, SearchResult } from '../../shared/search.ts';
import { api, client, told } from '../api.ts';
import type { Hit, HitGroup } from './everythingFound.ts';

/** A row as a line of the box. */
export function rowHit(kind: RowKind, { id, title, note, list }: FoundRow): Hit | null {
  const screen = screenOfKind(kind);
  return screen ? { key: `${kind}-${id}`, title, note, target: { to: screen.address, list, open: id } } : null;
}

function groupOf({ kind, total, unit, rows, all }: FoundRows, search: string): HitGroup {
  const screen = screenOfKind(kind);
  const hits = rows.flatMap((row) => rowHit(kind, row) ?? []);
  if (screen && total > hits.length)
    hits.push({
      key: `${kind}-all`,
      title: `全部 ${total} ${unit}`,
      note: '',
      target: { to: screen.address, search: { ...all, search } },
    });
  return { title: screen?.title ?? '', hits };
}

const groupsOf = (result: SearchResult, search: string): HitGroup[] => result.map((rows) => groupOf(rows, search));

const limit = 5;

/** The groups of one text, asked now. */
export const askLedger = async (text: string): Promise<HitGroup[]> =>
  groupsOf(await client.search.everything.query({ text, limit }), text);

/** Nothing while `text` is empty. Groups may be empty; `asking` until the first answer. */
export function useLedgerHits(text: string): { groups: HitGroup[]; asking: boolean; failure: string | null } {
  const { data, isFetching, error } = useQuery({
    ...api.search.everything.queryOptions({ text, limit }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  return {
    asking: isFetching,
    failure: error === null ? null : told(error),
    groups: data ? groupsOf(data, text) : [],
  };
}
