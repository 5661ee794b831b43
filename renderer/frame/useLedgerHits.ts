// The ledger's rows that a text finds: people, places, grids; and the way to all of them where there are more.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Hits, SearchResult } from '../../shared/search.ts';
import { api, client, told } from '../api.ts';
import { gridsLink, placesLink, workersLink } from '../rooms/roster/links.ts';
import type { Hit, HitGroup, Target } from './destinations.ts';
import { gridHit, placeHit, workerHit } from './rowHits.ts';

function groupOf<Row>(
  title: string,
  { hits, total }: Hits<Row>,
  lineOf: (row: Row) => Hit,
  words: string,
  all: Target,
): HitGroup {
  const lines = hits.map(lineOf);
  if (total > hits.length) lines.push({ key: `${title}-all`, title: `全部 ${total} ${words}`, note: '', target: all });
  return { title, hits: lines };
}

/** People first, unless the words found only their places: then the place itself is what was meant. */
function inOrder({ workers, places, grids }: SearchResult, search: string): HitGroup[] {
  const people = groupOf('网格员', workers, (hit) => workerHit(hit, search), '人', workersLink({ status: 'every', search }));
  const ground = [
    groupOf('社区与小区', places, placeHit, '个', placesLink({ search })),
    groupOf('网格', grids, gridHit, '个', gridsLink({ search })),
  ];
  const placesMeant = /\p{Script=Han}/u.test(search) && !workers.hits.some(({ name }) => name.includes(search));
  return placesMeant ? [...ground, people] : [people, ...ground];
}

const limit = 5;

/** The groups of one text, asked now. */
export const askLedger = async (text: string): Promise<HitGroup[]> =>
  inOrder(await client.search.everything.query({ text, limit }), text);

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
    groups: data ? inOrder(data, text) : [],
  };
}
