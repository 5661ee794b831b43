// Judges a whole file before anything is written: every row read, placed, matched with a person of the roster and compared
// cell by cell; rows that contradict each other name one another. Writes nothing; yields now and then, so that a cancel is heard.
import { setImmediate } from 'node:timers/promises';
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { RowOutcome } from '../../../shared/imports/preview.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { findWorkerByIdNumber, findWorkersByNameAndMobile } from '../roster/find.ts';
import { isWithoutPlaces, listOnDuty, listWords, type OnDuty } from '../roster/survey.ts';
import { compare } from './compare.ts';
import { contradictions } from './contradictions.ts';
import { GroundFinder } from './ground.ts';
import { nameObstacles } from './inTheWay.ts';
import { issuesOf, type JudgedRow, refusal, type RowPicture } from './judged.ts';
import { openingOf } from './opening.ts';
import { photoOf, photoOutcome } from './photoOutcome.ts';
import { gridKey, gridWords, isGroundIssue } from './planned.ts';
import { readRow } from './readRow.ts';
import type { CellIssue, ReadingOptions, RowCells, RowReading, RowValues } from './rowReading.ts';
import { Words } from './words.ts';

export type InputRow = { row: number; cells: RowCells; picture: RowPicture | null };

export type JudgeInput = {
  /** By sheet row number, from 1. */
  rows: readonly InputRow[];
  mayCreatePlaces: boolean;
  startedWorkIsFirstDay: boolean;
  /** The file keeps numbers as text, see ReadingOptions. */
  numbersAreText: boolean;
  today: string;
  /** The day of which the file speaks: by its names and codes things are found, and from it on whoever is moved is in the new grid. */
  effectiveDay: string;
};

/** What the person has answered, by sheet row and field. */
export type Decisions = ReadonlyMap<number, ReadonlyMap<ImportField, string>>;

/** What the person has chosen that bears on other rows too. */
export type Choices = { decisions: Decisions; ticked: (row: number) => boolean };

export type Judgement = {
  rows: JudgedRow[];
  /** Postings of those whom the file doesn't name. */
  gone: OnDuty[];
  onDuty: OnDuty[];
  /** As the file was read; needed again when a held row is answered. */
  options: ReadingOptions;
};

const slice = 100;
const noDecisions: ReadonlyMap<ImportField, string> = new Map();

/** @throws the signal's reason when cancelled. */
export async function judge(
  office: Office,
  input: JudgeInput,
  choices: Choices,
  signal: AbortSignal,
  progress: Progress,
): Promise<Judgement> {
  const { decisions } = choices;
  const options: ReadingOptions = {
    today: input.today,
    words: new Words(listWords(office)),
    startedWorkIsFirstDay: input.startedWorkIsFirstDay,
    zerosLost: input.numbersAreText && losesZeros(input.rows),
  };
  const ground = new GroundFinder(office, input.effectiveDay, input.mayCreatePlaces || isWithoutPlaces(office));
  const onDuty = listOnDuty(office, input.today);
  const holders = new Map(onDuty.map((posting) => [posting.gridId, posting]));
  const postings = Map.groupBy(onDuty, (posting) => posting.workerId);
  const rows: JudgedRow[] = [];
  for (const [index, { row, cells, picture }] of input.rows.entries()) {
    if (index % slice === 0) {
      progress(index, input.rows.length, `正在核对第 ${row} 行`);
      await setImmediate();
      signal.throwIfAborted();
    }
    const reading = readRow(cells, decisions.get(row) ?? noDecisions, options);
    rows.push(placed(office, ground, holders, postings, { row, cells, picture }, reading));
  }
  nameContradictions(rows);
  const judgement: Judgement = { rows, gone: [], onDuty, options };
  judgeObstacles(office, judgement, choices, input.effectiveDay);
  for (const judged of rows) judged.outcome = outcomeOf(office, judged, decisions.get(judged.row) ?? noDecisions);
  const present = new Set(rows.flatMap((judged) => [judged.workerId, ...namesakes(office, judged)]));
  judgement.gone = onDuty.filter((posting) => !present.has(posting.workerId));
  progress(input.rows.length, input.rows.length, '已核对');
  return judgement;
}

/** Since when the postings run and what stands in their way; judges the rows anew for which the latter has changed. */
export function judgeObstacles(office: Office, judgement: Judgement, { decisions, ticked }: Choices, effectiveDay: string): void {
  const { rows, onDuty, options } = judgement;
  const before = rows.map(({ obstacle }) => obstacle !== null);
  for (const judged of rows) judged.opening = openingOf(office, judged, effectiveDay);
  const settled = (judged: JudgedRow): boolean => {
    const decided = decisions.get(judged.row);
    return [...judged.cellIssues, ...judged.otherIssues].every(
      ({ level, field }) => level !== 'refuse' && (decided?.get(field) ?? 'leaveOut') !== 'leaveOut',
    );
  };
  nameObstacles(office, rows, { onDuty, today: options.today, effectiveDay }, settled, ticked);
  for (const [index, judged] of rows.entries())
    if (before[index] !== (judged.obstacle !== null))
      judged.outcome = outcomeOf(office, judged, decisions.get(judged.row) ?? noDecisions);
}

/** Of a refused row, also whoever its name and mobile mean: a wrong number doesn't take a person out of the file. */
const namesakes = (office: Office, { outcome, values: { name, mobile } }: JudgedRow): number[] =>
  outcome === 'refused' && name !== undefined && mobile !== undefined ? findWorkersByNameAndMobile(office, name, mobile) : [];

/** 1985.10 somewhere means that the column kept its zeros. */
const losesZeros = (rows: JudgeInput['rows']): boolean =>
  !rows.some(({ cells }) =>
    [cells.birthMonth, cells.startedWork, cells.firstDay].some((cell) => /^\s*\d{4}\.10\s*$/.test(String(cell ?? ''))),
  );

/** Reads one row again, after the person has answered something about it. */
export function judgeAgain(
  office: Office,
  judged: JudgedRow,
  options: ReadingOptions,
  decided: ReadonlyMap<ImportField, string>,
): JudgedRow {
  const { values, tidied, issues } = readRow(judged.cells, decided, options);
  const again: JudgedRow = { ...judged, values, tidied, cellIssues: unsettled(office, judged.workerId, values, issues) };
  again.outcome = outcomeOf(office, again, decided);
  return again;
}

function placed(
  office: Office,
  finder: GroundFinder,
  holders: ReadonlyMap<number, OnDuty>,
  postings: ReadonlyMap<number, readonly OnDuty[]>,
  { row, cells, picture }: InputRow,
  { values, tidied, issues }: RowReading,
): JudgedRow {
  const otherIssues: CellIssue[] = [];
  const badCode = issues.some((issue) => issue.field === 'gridCode');
  const ground = badCode ? null : finder.find(values);
  if (ground && isGroundIssue(ground)) otherIssues.push(refusal(ground.field, ground.value, ground.reason));
  const { grid, community, branch } = ground && !isGroundIssue(ground) ? ground : { grid: null, community: null, branch: null };
  const holder = grid && 'gridId' in grid ? holders.get(grid.gridId) : undefined;
  const people = peopleOf(office, values, holder);
  if (people.length > 1)
    otherIssues.push(refusal('name', values.name ?? '', `台账中有 ${people.length} 个姓名和手机号码相同的人，请补上身份证号`));
  const workerId = people[0] ?? null;
  if (people.length === 1 && workerId !== null) otherIssues.push(...contradictions(office, workerId, values));
  const held = workerId === null ? [] : (postings.get(workerId) ?? []);
  const posting = held.find(({ gridId }) => grid && gridKey(grid) === `grid ${gridId}`) ?? held[0] ?? null;
  return {
    row,
    cells,
    picture,
    values,
    tidied,
    cellIssues: unsettled(office, workerId, values, issues),
    otherIssues,
    opening: null,
    obstacle: null,
    grid,
    community,
    branch,
    workerId,
    posting,
    changes: [],
    photo: null,
    outcome: 'refused',
  };
}

/** What somebody confirmed once is not asked again. */
function unsettled(office: Office, workerId: number | null, values: RowValues, issues: CellIssue[]): CellIssue[] {
  const worker = workerId === null || issues.length === 0 ? undefined : office.row('worker', workerId);
  if (!worker) return issues;
  const settled = new Set<ImportField>();
  if (worker.id_number_confirmed === 1 && worker.id_number === values.idNumber) settled.add('idNumber');
  if (worker.mobile_confirmed === 1 && worker.mobile === values.mobile) settled.add('mobile');
  return issues.filter((issue) => issue.level === 'refuse' || !settled.has(issue.field));
}

/** The ID number; whoever isn't known by it, by name + mobile; else by the same name in the same grid. */
function peopleOf(office: Office, { name, mobile, idNumber }: RowValues, holder: OnDuty | undefined): number[] {
  const known = idNumber === undefined ? undefined : findWorkerByIdNumber(office, idNumber);
  if (known !== undefined) return [known];
  if (name === undefined) return [];
  const named = mobile === undefined ? [] : findWorkersByNameAndMobile(office, name, mobile);
  if (named.length > 0) return named;
  return holder?.worker === name ? [holder.workerId] : [];
}

/** Two rows that claim one ID number, one person or one grid: both are named. */
function nameContradictions(rows: readonly JudgedRow[]): void {
  const claims: [
    field: ImportField,
    claim: (judged: JudgedRow) => string | null,
    value: (judged: JudgedRow) => string,
    what: string,
    contradict?: (rivals: readonly JudgedRow[]) => boolean,
  ][] = [
    [
      'idNumber',
      ({ values }) => values.idNumber ?? null,
      ({ values }) => maskIdNumber(values.idNumber ?? ''),
      '的身份证号相同，请核对是谁的号码',
    ],
    [
      'name',
      ({ workerId }) => (workerId === null ? null : `worker ${workerId}`),
      ({ values }) => values.name ?? '',
      '是同一个人，请只留一行',
    ],
    // With an ID number in one row and none in the other too.
    [
      'name',
      ({ values }) => (values.name && values.mobile ? `${values.name} ${values.mobile}` : null),
      ({ values }) => values.name ?? '',
      '的姓名和手机号码相同，是同一个人的请只留一行，不是的请补上身份证号',
      (rivals) => rivals.some(({ values }) => values.idNumber === undefined),
    ],
    [
      'gridCode',
      ({ grid }) => (grid ? gridKey(grid) : null),
      ({ grid }) => (grid ? (grid.code ?? gridWords(grid)) : ''),
      '在同一个网格，请核对',
    ],
    [
      'gridCode',
      ({ values }) => values.gridCode ?? null,
      ({ values }) => values.gridCode ?? '',
      '的网格编码相同，但不在同一个网格，请核对',
    ],
  ];
  const named = new Set<number>();
  for (const [field, claim, value, what, contradict] of claims) {
    const claimants = new Map<string, JudgedRow[]>();
    for (const judged of rows) {
      const key = claim(judged);
      if (key === null || named.has(judged.row) || judged.values.name === undefined) continue;
      const others = claimants.get(key);
      if (others) others.push(judged);
      else claimants.set(key, [judged]);
    }
    for (const rivals of claimants.values()) {
      if (rivals.length < 2 || contradict?.(rivals) === false) continue;
      for (const judged of rivals) {
        const others = rivals.filter((rival) => rival !== judged).map((rival) => rival.row);
        judged.otherIssues.push(refusal(field, value(judged), `与第 ${others.slice(0, 5).join('、')} 行${what}`));
        named.add(judged.row);
      }
    }
  }
}

function outcomeOf(office: Office, judged: JudgedRow, decided: ReadonlyMap<ImportField, string>): RowOutcome {
  const issues = issuesOf(judged);
  if (issues.some((issue) => issue.level === 'refuse' || decided.get(issue.field) === 'leaveOut')) return 'refused';
  judged.changes = compare(office, judged);
  judged.photo = photoOutcome(office, judged);
  if (issues.some((issue) => !decided.has(issue.field))) return 'held';
  if (judged.workerId === null) return 'new';
  return judged.changes.length > 0 || photoOf(judged) !== null ? 'changed' : 'same';
}
