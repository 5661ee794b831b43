// The ledger's rows as lines of the command box: what a person, a place, a grid is told apart by.
import { statusWords, type WorkerStatus } from '../../shared/roster/words.ts';
import type { GridHit, PlaceHit, WorkerHit } from '../../shared/search.ts';
import type { Hit } from './destinations.ts';

const stateOf = (status: WorkerStatus): string => (status === 'onDuty' ? '' : statusWords[status]);
const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join('　');

/** @param text what was typed: digits that aren't of the phone are of the ID number */
export const workerHit = (hit: WorkerHit, text = ''): Hit => ({
  key: `worker-${hit.id}`,
  title: hit.name,
  note: joined(
    stateOf(hit.status),
    hit.gridName,
    hit.branchShort,
    /^\d{4}/.test(text) && !hit.mobile?.includes(text) ? hit.idNumberMasked : hit.mobile,
  ),
  target: { to: '/workers', list: {}, open: hit.id },
});

export const placeHit = ({ id, level, name, communityName, branchShort, code, formerName }: PlaceHit): Hit => ({
  key: `place-${id}`,
  title: name,
  note: joined(formerName && `曾用名 ${formerName}`, communityName, branchShort, code),
  target: { to: '/places', list: { level }, open: id },
});

export const gridHit = ({ id, name, code, branchShort, workerName, formerName }: GridHit): Hit => ({
  key: `grid-${id}`,
  title: name,
  note: joined(formerName && `曾用名 ${formerName}`, workerName ?? '空缺', branchShort, code),
  target: { to: '/grids', list: {}, open: id },
});
