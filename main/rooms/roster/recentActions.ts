// Personnel actions around a day, for the home screen: who came, moved, left, and who is about to.
import type { ActionKind } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay } from '../../kit/versions.ts';
import { gridVersions } from './versions.ts';

export type RecentAction = {
  id: number;
  kind: ActionKind;
  day: string;
  workerId: number;
  workerName: string;
  /** The grid that was left, and the one that was taken up, as they were called on the day; several of who held several. */
  fromGrid: string | null;
  toGrid: string | null;
};

const gridName = asOfDay(gridVersions, 'name', 'posting.grid_id', 'personnel_action.day');

const sql = `
SELECT personnel_action.id, personnel_action.kind, personnel_action.day, worker.id AS workerId, worker.name AS workerName,
  (SELECT group_concat(${gridName}, '、') FROM posting WHERE posting.closed_by_id = personnel_action.id) AS fromGrid,
  (SELECT group_concat(${gridName}, '、') FROM posting WHERE posting.opened_by_id = personnel_action.id) AS toGrid
FROM personnel_action JOIN worker ON worker.id = personnel_action.worker_id
WHERE personnel_action.day BETWEEN ? AND ?
ORDER BY personnel_action.day DESC, personnel_action.id DESC`;

/** Those from `first` to `last`, both inclusive, YYYY-MM-DD; the latest first, at most `limit`, and how many there are. */
export function recentActions(
  office: Office,
  { first, last, limit }: { first: string; last: string; limit: number },
): { count: number; first: RecentAction[] } {
  const every = office.prepare<[string, string], RecentAction>(sql).all(first, last);
  return { count: every.length, first: every.slice(0, limit) };
}
