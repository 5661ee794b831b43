// Everything the drawer shows of one worker on a day: the row of the list, the rest of the fields, postings and actions.
import { serviceOn } from '../../../shared/rules/age.ts';
import { addDays, daysBetween, earliestDay, latestDay } from '../../../shared/rules/day.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { PersonnelAction, WorkerDetail, WorkerPosting } from '../../../shared/roster/worker.ts';
import { type WorkerGap, workerGaps } from '../../../shared/roster/gaps.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay, coversDay } from '../../kit/versions.ts';
import { endsWithGrid } from './postingBounds.ts';
import { branchVersions, gridVersions } from './versions.ts';
import { gapConditions, workerRow } from './workersList.ts';

type More = { idNumberConfirmed: 0 | 1; mobileConfirmed: 0 | 1 } & Record<WorkerGap, 0 | 1 | null>;

const gapColumns = workerGaps.map((gap) => `${gapConditions[gap]} AS ${gap}`).join(', ');

const more = `SELECT worker.id_number_confirmed AS idNumberConfirmed, worker.mobile_confirmed AS mobileConfirmed, ${gapColumns}
  FROM worker LEFT JOIN posting ON posting.id = @postingId WHERE worker.id = @id`;

const workerActions = (office: Office, workerId: number): PersonnelAction[] =>
  office
    .prepare<[number], PersonnelAction>(
      `SELECT id, kind, day, reason, document_number AS documentNumber, handled_by AS handledBy, note FROM personnel_action
       WHERE worker_id = ? ORDER BY day IS NULL, day DESC, id DESC`,
    )
    .all(workerId);

type RawPosting = Omit<WorkerPosting, 'current' | 'served' | 'openedBy' | 'closedBy' | 'additional' | 'endsWithGrid'> & {
  additional: 0 | 1;
  endsWithGrid: 0 | 1;
  openedById: number | null;
  closedById: number | null;
};

/** The day by which a posting is told: its last one, or the day asked for where that comes first; its first one where that is still to come. */
const toldOn = `max(min(ifnull(posting.last_day, '${latestDay}'), @day), ifnull(posting.first_day, '${earliestDay}'))`;

/** Grid, place and branch as they were called then. */
const postings = `SELECT posting.id, posting.grid_id AS gridId, ${asOfDay(gridVersions, 'name', 'posting.grid_id', toldOn)} AS gridName,
  held.code AS gridCode, held.place_id AS placeId, own.name AS placeName,
  ${asOfDay(branchVersions, 'name', 'ifnull(own.branch_id, above.branch_id)', toldOn)} AS branchName,
  posting.role, posting.additional, posting.first_day AS firstDay, posting.first_day_precision AS firstDayPrecision,
  posting.last_day AS lastDay, ${endsWithGrid('posting')} IS 1 AS endsWithGrid, posting.opened_by_id AS openedById, posting.closed_by_id AS closedById
  FROM posting
  LEFT JOIN grid_version AS held ON held.grid_id = posting.grid_id AND ${coversDay('held', toldOn)}
  LEFT JOIN place_version AS own ON own.place_id = held.place_id AND ${coversDay('own', toldOn)}
  LEFT JOIN place_version AS above ON above.place_id = own.parent_id AND ${coversDay('above', toldOn)}
  WHERE posting.worker_id = @id
  ORDER BY ifnull(posting.last_day, '${latestDay}') DESC, posting.role <> 'worker', posting.additional, ifnull(posting.first_day, '${earliestDay}') DESC`;

function served(firstDay: string | null, lastDay: string | null, day: string): WorkerPosting['served'] {
  const until = lastDay !== null && lastDay < day ? lastDay : day;
  if (firstDay === null || firstDay > until) return null;
  const service = serviceOn(firstDay, addDays(until, 1));
  return service && { days: daysBetween(firstDay, until) + 1, ...service };
}

function workerPostings(office: Office, id: number, day: string, actions: readonly PersonnelAction[]): WorkerPosting[] {
  const action = (actionId: number | null): PersonnelAction | null =>
    actions.find((candidate) => candidate.id === actionId) ?? null;
  const covers = ({ firstDay, lastDay }: Pick<RawPosting, 'firstDay' | 'lastDay'>): boolean =>
    (firstDay ?? earliestDay) <= day && (lastDay ?? latestDay) >= day;
  return office
    .prepare<{ id: number; day: string }, RawPosting>(postings)
    .all({ id, day })
    .map(({ openedById, closedById, additional, endsWithGrid: withGrid, ...posting }) => ({
      ...posting,
      additional: additional === 1,
      endsWithGrid: withGrid === 1,
      current: covers(posting),
      served: served(posting.firstDay, posting.lastDay, day),
      openedBy: action(openedById),
      closedBy: action(closedById),
    }));
}

/** Null where one of the first days isn't known: it may be the first. */
function firstPosted(history: readonly WorkerPosting[]): string | null {
  const [first] = history.toSorted((a, b) => ((a.firstDay ?? '') < (b.firstDay ?? '') ? -1 : 1));
  return first?.firstDay && first.firstDayPrecision === 'month' ? first.firstDay.slice(0, 7) : (first?.firstDay ?? null);
}

/** @throws Refusal when there is no such worker. */
export function readWorker(office: Office, id: number, day: string): WorkerDetail {
  const row = workerRow(office, id, day);
  if (!row) throw new Refusal('没有找到这名网格员，可能已被删除或撤销。请刷新列表。');
  const { postingId, ...shown } = row;
  const rest = office.prepare<{ id: number; postingId: number | null }, More>(more).get({ id, postingId });
  if (!rest) throw new Error(`worker ${id} has no row`);
  const actions = workerActions(office, id);
  const history = workerPostings(office, id, day, actions);
  return {
    ...shown,
    idNumberConfirmed: rest.idNumberConfirmed === 1,
    mobileConfirmed: rest.mobileConfirmed === 1,
    gaps: workerGaps.filter((gap) => rest[gap] === 1),
    firstPosted: firstPosted(history),
    postings: history,
    actions,
  };
}
