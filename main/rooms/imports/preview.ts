// The judged file in the preview's words: rows by tab, the sums that must close, and what the roster will be once the ticked
// rows are in. Personal numbers are masked here, on their way out.
import { sexes, sexWords } from '../../../shared/roster/words.ts';
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { GoneWorker, Issue, PreviewCell, PreviewRow, PreviewSummary, PreviewTab } from '../../../shared/imports/preview.ts';
import type { ImportOptions } from '../../../shared/imports/wizard.ts';
import { latestDay } from '../../../shared/rules/day.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import { dottedMonth } from '../../../shared/rules/month.ts';
import { plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { findBranches } from '../roster/branches.ts';
import { countRoster, groundDiffers, listWords, type OnDuty } from '../roster/survey.ts';
import { branchVersions, nameOn } from '../roster/versions.ts';
import { readSetting } from '../settings/settings.ts';
import type { Judgement } from './judge.ts';
import { type FieldChange, issuesOf, type JudgedRow } from './judged.ts';
import { masked } from './masked.ts';
import { movesGrid } from './opening.ts';
import {
  type AnyPlace,
  gridKey,
  gridWords,
  isPlanned,
  type PlannedBranch,
  type PlannedCommunity,
  type PlannedCompound,
  type PlannedGrid,
} from './planned.ts';
import { photoSummary, previewPhoto } from './photoPreview.ts';
import type { RowValues } from './rowReading.ts';
import type { ImportSession } from './session.ts';

/** By field and full words; table columns have room for the short form only. */
type ShortForms = ReadonlyMap<string, string>;

const shortForms = (office: Office): ShortForms =>
  new Map(listWords(office).map(({ dictionary, value, short }) => [`${dictionary} ${value}`, short]));

/** A value as a list may show it. */
function shown(field: ImportField, value: string, short: ShortForms): string {
  if (field === 'idNumber') return maskIdNumber(value);
  const sex = field === 'sex' ? sexes.find((known) => known === value) : undefined;
  if (sex !== undefined) return sexWords[sex];
  if ((field === 'birthMonth' || field === 'startedWork') && value !== '') return dottedMonth(value);
  return masked(field, short.get(`${field} ${value}`) ?? value);
}

/** The first day that goes in where the file says none, or not this one. */
function openingCell({ opening, values: { firstDay } }: JudgedRow, written: string): PreviewCell | null {
  if (!opening || opening.fromFile) return null;
  if (opening.firstDay === null) return { value: '不详', note: '表中未写' };
  if (opening.firstDay === firstDay?.day) return null;
  return { value: opening.firstDay, note: firstDay ? `生效日期，表中写 ${written}` : '生效日期' };
}

/** What the roster holds and an import leaves as it is, though the file says something else; null where it says the same, or nothing. */
type Kept = { firstDay: PreviewCell | null; branch: PreviewCell | null; gridName: PreviewCell | null };

/** A first day that is known is corrected in the worker's own record, a community's branch and a grid's name in theirs; never by a list. */
function keptOf(office: Office, { effectiveDay }: ImportOptions, judged: JudgedRow): Kept {
  const { posting, values, community, branch, grid } = judged;
  const kept: Kept = { firstDay: null, branch: null, gridName: null };
  const written = values.firstDay;
  if (posting?.firstDay && written && !judged.opening && judged.grid && !movesGrid(judged)) {
    const isSame = posting.firstDay.startsWith(written.precision === 'day' ? written.day : written.day.slice(0, 7));
    if (!isSame) kept.firstDay = { value: posting.firstDay, note: `表中写 ${firstDayWords(written)}，不改` };
  }
  if (values.branch !== undefined && branch === null && community && !isPlanned<PlannedCommunity>(community)) {
    const { branchId } = community;
    const isSame = findBranches(office, values.branch, effectiveDay).some((found) => found.branchId === branchId);
    if (branchId !== null && !isSame)
      kept.branch = {
        value: nameOn(office, branchVersions, branchId, effectiveDay) ?? '',
        note: `表中写“${values.branch}”，不改`,
      };
  }
  const named = values.gridName;
  if (grid && 'gridId' in grid && named !== undefined && plainPlaceName(named) !== plainPlaceName(grid.name))
    kept.gridName = { value: grid.name, note: `表中写“${named}”，不改` };
  return kept;
}

const firstDayWords = ({ day, precision }: NonNullable<RowValues['firstDay']>): string =>
  precision === 'day' ? day : dottedMonth(day.slice(0, 7));

function valueWords(judged: JudgedRow, field: ImportField, short: ShortForms): string {
  const { values } = judged;
  if (field === 'mobile') return values.mobile ?? values.landline ?? '';
  if (field === 'firstDay') return values.firstDay ? firstDayWords(values.firstDay) : '';
  if (field === 'formerFamilyPlanning')
    return values.formerFamilyPlanning === undefined ? '' : values.formerFamilyPlanning ? '是' : '否';
  const value = values[field];
  return value === undefined ? '' : shown(field, value, short);
}

/** Rows that go in when the person says so. */
export const isTicked = (session: ImportSession, judged: JudgedRow): boolean =>
  (judged.outcome === 'new' || judged.outcome === 'changed') && !session.unticked.has(judged.row);

const leftOutByPerson = (session: ImportSession, judged: JudgedRow): boolean =>
  [...(session.decisions.get(judged.row)?.values() ?? [])].includes('leaveOut');

export function issuesInWords(session: ImportSession, judged: JudgedRow): Issue[] {
  const titleOf = (field: ImportField): string | undefined => session.titles[session.fields.indexOf(field)]?.split('/').at(-1);
  return issuesOf(judged).map((issue) => {
    const field = titleOf(issue.field) === undefined && issue.field === 'gridCode' ? 'community' : issue.field;
    return {
      ...issue,
      row: judged.row,
      column: masked(null, titleOf(field) ?? ''),
      value: masked(issue.field, issue.value),
      reason: masked(null, issue.reason),
      decision: session.decisions.get(judged.row)?.get(issue.field) ?? null,
    };
  });
}

function previewRow(office: Office, session: ImportSession, judged: JudgedRow, short: ShortForms): PreviewRow {
  const cells: Partial<Record<ImportField, PreviewCell>> = {};
  const fields = new Set<ImportField>(session.fields.filter((field) => field !== null));
  for (const field of fields) {
    const tidied = judged.tidied.get(field);
    const value = valueWords(judged, field, short);
    cells[field] = { value, ...(tidied === undefined || tidied === value ? {} : { tidied: masked(field, tidied) }) };
  }
  const opening = openingCell(judged, valueWords(judged, 'firstDay', short));
  if (opening) cells.firstDay = opening;
  const kept = keptOf(office, session.options, judged);
  if (kept.firstDay) cells.firstDay = kept.firstDay;
  for (const field of ['branch', 'gridName'] as const) {
    const cell = kept[field];
    if (cell) cells[field] = { value: masked(field, cell.value), note: masked(field, cell.note ?? '') };
  }
  for (const change of judged.changes)
    cells[change.field] = {
      ...cells[change.field],
      value: shown(change.field, change.to, short),
      old: shown(change.field, change.from, short),
    };
  return {
    row: judged.row,
    outcome: judged.outcome,
    name: masked('name', judged.values.name ?? String(judged.cells.name ?? '')),
    grid: masked(
      'community',
      judged.grid ? gridWords(judged.grid) : [judged.values.community, judged.values.compound].filter(Boolean).join(' '),
    ),
    ticked: isTicked(session, judged),
    photo: previewPhoto(office, session, judged),
    cells,
    issues: issuesInWords(session, judged),
  };
}

/** A page of one tab. */
export function previewRows(
  office: Office,
  session: ImportSession,
  judgement: Judgement,
  tab: Exclude<PreviewTab, 'gone'>,
  offset: number,
  limit: number,
): PreviewRow[] {
  const rows = judgement.rows.filter((judged) => judged.outcome === tab);
  const short = shortForms(office);
  return rows.slice(offset, offset + limit).map((judged) => previewRow(office, session, judged, short));
}

/** Each of them once, with all that they hold. */
export const goneWorkers = ({ gone }: Judgement): GoneWorker[] =>
  [...Map.groupBy(gone, ({ workerId }) => workerId)].map(([workerId, postings]) => ({
    workerId,
    name: postings[0]?.worker ?? '',
    grid: postings.map(({ grid }) => grid).join('、'),
  }));

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
  const onDutyAfter = onDutyBefore + ticked.filter((judged) => judged.posting === null && judged.grid !== null).length;
  return {
    rows: judgement.rows.length,
    counts,
    ticked: {
      new: ticked.length - changed.length,
      changed: changed.length,
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
