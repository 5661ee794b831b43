// The judged file in the preview's words: its rows by tab, cell by cell, with what may be meant by a wrong one. Personal numbers are
// masked here, on their way out.
import { sexes, sexWords } from '../../../shared/roster/words.ts';
import { fieldTitle, type ImportField, importFields } from '../../../shared/imports/fields.ts';
import { rowWords, sheetRow } from '../../../shared/imports/rowNumber.ts';
import type { GoneWorker, Issue, PreviewCell, PreviewRow, PreviewTab, RowIssue } from '../../../shared/imports/preview.ts';
import type { ImportOptions } from '../../../shared/imports/wizard.ts';
import { maskIdNumber, maskNumberIn } from '../../../shared/rules/masking.ts';
import { dottedMonth } from '../../../shared/rules/month.ts';
import { barePlaceName, plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { findBranches } from '../roster/branches.ts';
import { listWords } from '../roster/survey.ts';
import { branchVersions, nameOn } from '../roster/versions.ts';
import type { Judgement } from './judge.ts';
import { countAlike } from './alike.ts';
import { issuesOf, type JudgedRow, questionOf } from './judged.ts';
import { masked } from './masked.ts';
import { Offers } from './offers.ts';
import { movesGrid } from './opening.ts';
import { gridWords, isPlanned, type PlannedCommunity } from './planned.ts';
import { previewPhoto } from './photoPreview.ts';
import type { RowValues } from './rowReading.ts';
import type { ImportSession } from './session.ts';
import { originWords } from './tableRows.ts';
import { listedFields, type Words } from './words.ts';

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
function openingCell({ opening, tidied, values: { firstDay } }: JudgedRow, written: string): PreviewCell | null {
  if (!opening || opening.fromFile) return null;
  const unread = firstDay ? undefined : tidied.get('firstDay');
  if (opening.firstDay === null)
    return { value: '不详', note: unread === undefined ? '表中未写' : `表中写“${masked('firstDay', unread)}”` };
  if (opening.firstDay === firstDay?.day) return null;
  return { value: opening.firstDay, note: firstDay ? `生效日期，表中写 ${written}` : '生效日期' };
}

/** What the roster holds and an import leaves as it is, though the file says something else; null where it says the same, or nothing. */
export type Kept = { firstDay: PreviewCell | null; branch: PreviewCell | null; gridName: PreviewCell | null };

/** A first day that is known is corrected in the worker's own record, a community's branch and a grid's name in theirs; never by a list. */
export function keptOf(office: Office, { effectiveDay }: ImportOptions, judged: JudgedRow): Kept {
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
  if (field === 'mobile') return [values.mobile, values.landline].filter((number) => number !== undefined).join('、');
  if (field === 'firstDay') return values.firstDay ? firstDayWords(values.firstDay) : '';
  if (field === 'formerFamilyPlanning')
    return values.formerFamilyPlanning === undefined ? '' : values.formerFamilyPlanning ? '是' : '否';
  const value = values[field];
  return value === undefined ? '' : shown(field, value, short);
}

/** Rows that go in when the person says so. */
export const isTicked = (session: ImportSession, judged: JudgedRow): boolean =>
  (judged.outcome === 'new' || judged.outcome === 'changed') && !session.unticked.has(judged.row);

/** The file's own text of a cell over which another was typed. */
const mendedText = (session: ImportSession, row: number, field: ImportField): string | null =>
  session.mends.of(row).has(field) ? masked(field, maskNumberIn(String(session.fileCell(row, field) ?? ''))) : null;

/** What a page of rows is told with. */
type Told = {
  short: ShortForms;
  offers: Offers;
  alike: ReturnType<typeof countAlike>;
  mendedAlike: ReturnType<typeof countMends>;
  words: Words;
};

/** In how many rows the same text was typed over the same one. */
function countMends(session: ImportSession, rows: readonly JudgedRow[]): (row: number, field: ImportField) => number {
  const key = (row: number, field: ImportField): string =>
    JSON.stringify([field, session.mends.of(row).get(field), String(session.fileCell(row, field) ?? '')]);
  const counts = new Map<string, number>();
  for (const { row } of rows)
    for (const field of session.mends.of(row).keys()) counts.set(key(row, field), (counts.get(key(row, field)) ?? 0) + 1);
  return (row, field) => counts.get(key(row, field)) ?? 0;
}

export function issuesInWords(session: ImportSession, judged: JudgedRow): Issue[] {
  const titleOf = (field: ImportField): string | undefined => session.columnTitle(judged.row, field);
  return issuesOf(judged).map((issue) => {
    const field = titleOf(issue.field) === undefined && issue.field === 'gridCode' ? 'community' : issue.field;
    return {
      ...issue,
      row: judged.row,
      at: rowWords(judged.row, session.labels),
      question: questionOf(issue),
      column: masked(null, titleOf(field) ?? fieldTitle(field)),
      value: masked(issue.field, issue.value),
      reason: masked(null, issue.reason),
      decision: session.decisions.get(judged.row)?.get(questionOf(issue)) ?? null,
      mended: mendedText(session, judged.row, issue.field),
    };
  });
}

/** The grid with its community before it, where its own name doesn't say it. */
function placed({ grid, community }: JudgedRow): string {
  const name = grid ? gridWords(grid) : '';
  return community === null || name.includes(barePlaceName(community.name, 'community')) ? name : `${community.name} ${name}`;
}

const originFields = ({ origins }: JudgedRow): ImportField[] => importFields.filter((field) => origins[field] !== undefined);

function previewRow(office: Office, session: ImportSession, judged: JudgedRow, told: Told): PreviewRow {
  const { short } = told;
  const cells: Partial<Record<ImportField, PreviewCell>> = {};
  for (const field of new Set([...session.fields, ...originFields(judged)])) {
    const tidied = judged.tidied.get(field);
    const value = valueWords(judged, field, short);
    const text = tidied === undefined || tidied === value ? null : masked(field, tidied);
    const isEmptied = text !== null && value === '' && !issuesOf(judged).some((issue) => issue.field === field);
    const origin = judged.origins[field];
    cells[field] = {
      value,
      ...(text === null ? {} : { tidied: text }),
      ...(isEmptied ? { note: `表中写“${text}”，当作没有填写` } : {}),
      ...(origin === undefined ? {} : { note: originWords[origin] }),
    };
  }
  const hidden = judged.values.maskedNumber;
  if (hidden !== undefined)
    cells.idNumber = issuesOf(judged).some(({ field }) => field === 'idNumber')
      ? { value: '', tidied: masked('idNumber', hidden) }
      : { value: masked('idNumber', hidden), note: '与台账相符，不改' };
  const opening = openingCell(judged, valueWords(judged, 'firstDay', short));
  if (opening) cells.firstDay = opening;
  const kept = keptOf(office, session.options, judged);
  if (kept.firstDay) cells.firstDay = kept.firstDay;
  for (const field of ['branch', 'gridName'] as const) {
    const cell = kept[field];
    if (cell) cells[field] = { value: masked(field, cell.value), note: masked(field, cell.note ?? '') };
  }
  for (const field of listedFields) {
    const word = judged.values[field];
    if (word !== undefined && !told.words.has(field, word))
      cells[field] = { ...cells[field], value: word, note: '台账中还没有，写入时新增' };
  }
  for (const change of judged.changes)
    cells[change.field] = {
      ...cells[change.field],
      value: shown(change.field, change.to, short),
      old: shown(change.field, change.from, short),
    };
  for (const field of session.mends.of(judged.row).keys()) {
    const text = mendedText(session, judged.row, field) ?? '';
    const alike = told.mendedAlike(judged.row, field);
    cells[field] = { ...(cells[field] ?? { value: valueWords(judged, field, short) }), mended: { text, alike } };
  }
  return {
    row: judged.row,
    at: rowWords(judged.row, session.labels),
    remark: session.tableOf(judged.row)?.doubts.get(sheetRow(judged.row) - 1)?.words ?? '',
    outcome: judged.outcome,
    name: masked('name', judged.values.name ?? String(judged.cells.name ?? '')),
    grid: masked(
      'community',
      judged.grid
        ? `${judged.additional ? '兼任' : ''}${placed(judged)}`
        : [judged.values.community, judged.values.compound].filter(Boolean).join(' '),
    ),
    ticked: isTicked(session, judged),
    photo: previewPhoto(office, session, judged),
    cells,
    issues: rowIssues(session, judged, told),
  };
}

/** With what may be meant, which takes its time: for the rows that are shown. */
function rowIssues(session: ImportSession, judged: JudgedRow, { offers, alike }: Told): RowIssue[] {
  const issues = issuesOf(judged);
  return issuesInWords(session, judged).map((told, index) => {
    const issue = issues[index];
    return {
      ...told,
      offers: issue && told.question === issue.field ? offers.near(judged, issue.field, issue.value) : [],
      alike: issue ? alike(judged, issue) : 1,
    };
  });
}

/** What the person took for a word in an earlier import, or null. */
type Remembering = (field: ImportField, word: string) => string | null;

export const offersOf = (office: Office, session: ImportSession, judgement: Judgement, remembered: Remembering): Offers =>
  new Offers(office, { day: session.options.effectiveDay, words: judgement.options.words, remembered });

/** A page of one tab. */
export function previewRows(
  office: Office,
  session: ImportSession,
  judgement: Judgement,
  { tab, offset, limit }: { tab: Exclude<PreviewTab, 'gone'>; offset: number; limit: number },
  remembered: Remembering,
): PreviewRow[] {
  const rows = judgement.rows.filter((judged) => judged.outcome === tab);
  const told: Told = {
    short: shortForms(office),
    offers: offersOf(office, session, judgement, remembered),
    alike: countAlike(judgement.rows),
    mendedAlike: countMends(session, judgement.rows),
    words: judgement.options.words,
  };
  return rows.slice(offset, offset + limit).map((judged) => previewRow(office, session, judged, told));
}

/** Each of them once, with all that they hold. */
export const goneWorkers = ({ gone }: Judgement): GoneWorker[] =>
  [...Map.groupBy(gone, ({ workerId }) => workerId)].map(([workerId, postings]) => ({
    workerId,
    name: postings[0]?.worker ?? '',
    grid: postings.map(({ grid }) => grid).join('、'),
  }));
