// The sums of a preview: how many rows of each kind, what the ticked ones would make of the roster, and every issue. They must close.
import type { PreviewSummary } from '../../../shared/imports/preview.ts';
import type { ImportOptions } from '../../../shared/imports/wizard.ts';
import { latestDay } from '../../../shared/rules/day.ts';
import type { Office } from '../../ground/office/office.ts';
import { countRoster, groundDiffers, type OnDuty } from '../roster/survey.ts';
import { readSetting } from '../settings/settings.ts';
import type { Judgement } from './judge.ts';
import type { FieldChange, JudgedRow } from './judged.ts';
import { movesGrid } from './opening.ts';
import {
  type AnyPlace,
  gridKey,
  isPlanned,
  type PlannedBranch,
  type PlannedCommunity,
  type PlannedCompound,
  type PlannedGrid,
} from './planned.ts';
import { photoSummary } from './photoPreview.ts';
import { issuesInWords, isTicked, keptOf } from './preview.ts';
import type { ImportSession } from './session.ts';

const leftOutByPerson = (session: ImportSession, judged: JudgedRow): boolean =>
  [...(session.decisions.get(judged.row)?.values() ?? [])].includes('leaveOut');

const people = (postings: readonly OnDuty[]): number => new Set(postings.map(({ workerId }) => workerId)).size;

/** Whether another effective day may change anything: somebody is in the way, or a place isn't known that will be then. */
function dayMatters(office: Office, { effectiveDay }: ImportOptions, { rows, options: { today } }: Judgement): boolean {
  if (effectiveDay !== today || rows.some(({ obstacle }) => obstacle?.ofDay)) return true;
  return rows.some(({ grid, values }) => grid === null && values.name !== undefined) && groundDiffers(office, today, latestDay);
}

export function summarise(office: Office, session: ImportSession, judgement: Judgement): PreviewSummary {
  const counts: PreviewSummary['counts'] = { new: 0, changed: 0, same: 0, held: 0, refused: 0, gone: people(judgement.gone) };
  for (const judged of judgement.rows) counts[judged.outcome]++;
  const ticked = judgement.rows.filter((judged) => isTicked(session, judged));
  const changed = ticked.filter((judged) => judged.workerId !== null);
  const additional = ticked.filter((judged) => judged.comesWith !== null).length;
  const isChange = (judged: JudgedRow, field: string): boolean =>
    judged.changes.some((change: FieldChange) => change.field === field && change.from !== '');
  const transferred = changed.filter(movesGrid).length;
  const begunOnDay = ticked.filter(
    (judged) => !movesGrid(judged) && judged.opening?.fromFile === false && judged.opening.firstDay !== null,
  ).length;
  const before = countRoster(office, office.clock.today());
  const made = planned(ticked);
  const held = occupied(judgement, ticked);
  const onDutyBefore = people(judgement.onDuty);
  const onDutyAfter =
    onDutyBefore + ticked.filter((judged) => judged.posting === null && judged.grid !== null && !judged.additional).length;
  return {
    rows: judgement.rows.length,
    counts,
    ticked: {
      new: ticked.length - changed.length - additional,
      changed: changed.length,
      additional,
      cells: changed.reduce((sum, judged) => sum + judged.changes.length, 0),
    },
    after: {
      onDuty: { before: onDutyBefore, after: onDutyAfter },
      vacant: {
        before: before.grids - new Set(judgement.onDuty.map((posting) => posting.gridId)).size,
        after: before.grids + made.grids - held,
      },
      branches: { before: before.branches, after: before.branches + made.branches },
      communities: { before: before.communities, after: before.communities + made.communities },
      compounds: { before: before.compounds, after: before.compounds + made.compounds },
      grids: { before: before.grids, after: before.grids + made.grids },
      mobilesChanged: changed.filter((judged) => judged.posting !== null && isChange(judged, 'mobile')).length,
      transferred,
      begunOnDay,
    },
    asksEffectiveDay: transferred + begunOnDay > 0 || dayMatters(office, session.options, judgement),
    quota: { workers: readSetting(office, 'quota').workers },
    keptCells: judgement.rows
      .filter(({ outcome }) => outcome !== 'refused')
      .reduce(
        (sum, judged) => sum + Object.values(keptOf(office, session.options, judged)).filter((cell) => cell !== null).length,
        0,
      ),
    mendedCells: session.mends.count,
    photos: photoSummary(session, judgement.rows, ticked),
    tidiedCells: judgement.rows.reduce((sum, judged) => sum + judged.tidied.size, 0),
    issues: judgement.rows
      .filter((judged) => judged.outcome === 'refused' || judged.outcome === 'held')
      .flatMap((judged) =>
        issuesInWords(session, judged).filter(
          (issue) => issue.level === 'refuse' || !leftOutByPerson(session, judged) || issue.decision !== null,
        ),
      ),
  };
}

/** What the ticked rows would create. */
function planned(ticked: readonly JudgedRow[]): { branches: number; communities: number; compounds: number; grids: number } {
  const places = new Set<PlannedCommunity | PlannedCompound>();
  const grids = new Set<PlannedGrid>();
  const branches = new Set<PlannedBranch>();
  const add = (place: AnyPlace): void => {
    if (!isPlanned<PlannedCommunity | PlannedCompound>(place)) return;
    places.add(place);
    if (place.planned === 'compound') add(place.community);
  };
  for (const { grid, branch } of ticked) {
    if (branch && isPlanned<PlannedBranch>(branch)) branches.add(branch);
    if (!grid || !isPlanned<PlannedGrid>(grid)) continue;
    grids.add(grid);
    add(grid.place);
  }
  const communities = [...places].filter((place) => place.planned === 'community').length;
  return { branches: branches.size, communities, compounds: places.size - communities, grids: grids.size };
}

/** How many grids are held afterwards. */
function occupied(judgement: Judgement, ticked: readonly JudgedRow[]): number {
  const moved = new Map(
    ticked.flatMap(({ posting, grid }) => (posting && grid ? [[posting.postingId, gridKey(grid)] as const] : [])),
  );
  const held = new Set(judgement.onDuty.map((posting) => moved.get(posting.postingId) ?? `grid ${posting.gridId}`));
  for (const { grid } of ticked) if (grid) held.add(gridKey(grid));
  return held.size;
}
