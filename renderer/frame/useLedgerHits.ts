// The ledger's rows that a text finds: people, places, grids; and the way to all of them where there are more.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GridHit, Hits, PlaceHit, SearchResult, WorkerHit } from '../../shared/search.ts';
import { statusWords, type WorkerStatus } from '../../shared/roster/words.ts';
import { api, client, told } from '../api.ts';
import { gridsLink, placesLink, workersLink } from '../rooms/roster/links.ts';
import type { Hit, HitGroup, Target } from './destinations.ts';

const stateOf = (status: WorkerStatus): string => (status === 'onDuty' ? '' : statusWords[status]);
const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join('　');

const withAll = (title: string, hits: readonly Hit[], total: number, words: string, target: Target): HitGroup => ({
  title,
  hits: total > hits.length ? [...hits, { key: `${title}-all`, title: `全部 ${total} ${words}`, note: '', target }] : hits,
});

const people = ({ hits, total }: Hits<WorkerHit>, search: string): HitGroup =>
  withAll(
    '网格员',
    hits.map(({ id, name, status, gridName, branchShort, mobile, idNumberMasked }) => ({
      key: `worker-${id}`,
      title: name,
      note: joined(
        stateOf(status),
        gridName,
        branchShort,
        /^\d{4}/.test(search) && !mobile?.includes(search) ? idNumberMasked : mobile,
      ),
      target: workersLink({ status: 'every', open: id }),
    })),
    total,
    '人',
    workersLink({ status: 'every', search }),
  );

const places = ({ hits, total }: Hits<PlaceHit>, search: string): HitGroup =>
  withAll(
    '社区与小区',
    hits.map(({ id, level, name, communityName, branchShort, code, formerName }) => ({
      key: `place-${id}`,
      title: name,
      note: joined(formerName && `曾用名 ${formerName}`, communityName, branchShort, code),
      target: placesLink({ level, open: id }),
    })),
    total,
    '个',
    placesLink({ search }),
  );

const grids = ({ hits, total }: Hits<GridHit>, search: string): HitGroup =>
  withAll(
    '网格',
    hits.map(({ id, name, code, branchShort, workerName, formerName }) => ({
      key: `grid-${id}`,
      title: name,
      note: joined(formerName && `曾用名 ${formerName}`, workerName ?? '空缺', branchShort, code),
      target: gridsLink({ open: id }),
    })),
    total,
    '个',
    gridsLink({ search }),
  );

/** People first, unless the words found only their places: then the place itself is what was meant. */
function inOrder({ workers, places: found, grids: standing }: SearchResult, text: string): HitGroup[] {
  const ground = [places(found, text), grids(standing, text)];
  const placesMeant = /\p{Script=Han}/u.test(text) && !workers.hits.some(({ name }) => name.includes(text));
  return placesMeant ? [...ground, people(workers, text)] : [people(workers, text), ...ground];
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
