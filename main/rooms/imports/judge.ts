// Judges a whole file before anything is written: every row read, placed, matched with a person of the roster and compared
// cell by cell; rows that contradict each other name one another. Writes nothing; yields now and then, so that a cancel is heard.
import { setImmediate } from 'node:timers/promises';
import type { RowOutcome } from '../../../shared/imports/preview.ts';
import { type Labels, tableOfRow } from '../../../shared/imports/rowNumber.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { findWorkersByNameAndMobile } from '../roster/find.ts';
import { isWithoutPlaces, listOnDuty, type OnDuty } from '../roster/survey.ts';
import { saidAbove } from './cellMeaning.ts';
import { nameCommunityContradictions } from './communityOwn.ts';
import { compare } from './compare.ts';
import { GroundFinder } from './ground.ts';
import { nameObstacles } from './inTheWay.ts';
import { type Answers, isAnswered, issuesOf, type JudgedRow, questionOf } from './judged.ts';
import { askNumbersFirst, refuseManyNumbers } from './manyNumbers.ts';
import { openingOf } from './opening.ts';
import { workersAsked } from './people.ts';
import { namePhotos, photoOf, photoOutcome } from './photoOutcome.ts';
import { type MendedRow, RowPlacer } from './place.ts';
import type { ReadingOptions, RowCells } from './rowReading.ts';
import { askSameGrids } from './sameGrids.ts';
import { relateRows } from './sameRows.ts';
import { Words } from './words.ts';

export type JudgeInput = {
  /** `mended`: the file's cells with what was typed over them. */
  rows: readonly MendedRow[];
  /** What stands before a row's number, by tables (rowNumber.ts). */
  labels: Labels;
  mayCreatePlaces: boolean;
  startedWorkIsFirstDay: boolean;
  /** The file keeps numbers as text, see ReadingOptions. */
  numbersAreText: boolean;
  today: string;
  /** The day of which the file speaks: by its names and codes things are found, and from it on whoever is moved is in the new grid. */
  effectiveDay: string;
};

/** What the person has answered, by sheet row. */
export type Decisions = ReadonlyMap<number, Answers>;

/** What the person has chosen that bears on other rows too. */
export type Choices = { decisions: Decisions; ticked: (row: number) => boolean };

export type Judgement = {
  rows: JudgedRow[];
  /** Postings of those whom the file doesn't name. */
  gone: OnDuty[];
  onDuty: OnDuty[];
  /** As the file was read. */
  options: ReadingOptions;
  labels: Labels;
};

const slice = 100;
const noAnswers: Answers = new Map();

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
    words: new Words(office),
    startedWorkIsFirstDay: input.startedWorkIsFirstDay,
    zerosLost: input.numbersAreText ? losesZeros(input.rows) : () => false,
  };
  const ground = new GroundFinder(
    office,
    input.effectiveDay,
    input.mayCreatePlaces || isWithoutPlaces(office),
    input.rows.map(({ mended }) => String(mended.community ?? '')),
  );
  const onDuty = listOnDuty(office, input.today);
  const placer = new RowPlacer(office, ground, onDuty, options);
  const answersOf = (row: number): Answers => decisions.get(row) ?? noAnswers;
  const rows: JudgedRow[] = [];
  let above: RowCells = {};
  let table: number | null = null;
  for (const [index, tableRow] of input.rows.entries()) {
    if (index % slice === 0) {
      progress(index, input.rows.length, `正在核对第 ${index + 1} 人`);
      await setImmediate();
      signal.throwIfAborted();
    }
    // 同上 reaches no further than its own table.
    if (tableOfRow(tableRow.row) !== table) above = {};
    table = tableOfRow(tableRow.row);
    rows.push(placer.place(tableRow, answersOf(tableRow.row), above));
    above = saidAbove(above, tableRow.mended);
  }
  refuseManyNumbers(rows, input.labels);
  relateRows(office, rows, answersOf, input.labels);
  askNumbersFirst(rows);
  nameCommunityContradictions(rows, input.labels);
  askSameGrids(office, rows, input.effectiveDay, input.labels);
  namePhotos(rows, input.labels);
  const judgement: Judgement = { rows, gone: [], onDuty, options, labels: input.labels };
  judgeObstacles(office, judgement, choices, input.effectiveDay);
  for (const judged of rows) judged.outcome = outcomeOf(office, judged, answersOf(judged.row));
  const present = new Set(
    rows.flatMap((judged) => [
      judged.workerId,
      ...namesakes(office, judged),
      ...(judged.outcome === 'held' || judged.outcome === 'refused' ? workersAsked(judged.otherIssues) : []),
    ]),
  );
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
    const answers = decisions.get(judged.row) ?? noAnswers;
    return [...judged.cellIssues, ...judged.otherIssues].every((issue) => isAnswered(issue, answers));
  };
  nameObstacles(office, rows, { onDuty, today: options.today, effectiveDay, labels: judgement.labels }, settled, ticked);
  for (const [index, judged] of rows.entries())
    if (before[index] !== (judged.obstacle !== null))
      judged.outcome = outcomeOf(office, judged, decisions.get(judged.row) ?? noAnswers);
}

/** Of a refused row, also whoever its name and mobile mean: a wrong number doesn't take a person out of the file. */
const namesakes = (office: Office, { outcome, values: { name, mobile } }: JudgedRow): number[] =>
  outcome === 'refused' && name !== undefined && mobile !== undefined ? findWorkersByNameAndMobile(office, name, mobile) : [];

/** 1985.10 somewhere in a column of a table means that this column kept its zeros; it says nothing of another one. */
function losesZeros(rows: JudgeInput['rows']): ReadingOptions['zerosLost'] {
  const keeping = new Set(
    rows.flatMap(({ row, cells }) =>
      (['birthMonth', 'startedWork', 'firstDay'] as const).flatMap((field) =>
        /^\s*\d{4}\.10\s*$/.test(String(cells[field] ?? '')) ? [`${tableOfRow(row)} ${field}`] : [],
      ),
    ),
  );
  return (row, field) => !keeping.has(`${tableOfRow(row)} ${field}`);
}

function outcomeOf(office: Office, judged: JudgedRow, answers: Answers): RowOutcome {
  const issues = issuesOf(judged);
  if (issues.some((issue) => issue.level === 'refuse' || answers.get(questionOf(issue)) === 'leaveOut')) return 'refused';
  judged.changes = compare(office, judged);
  judged.photo = photoOutcome(office, judged);
  if (!issues.every((issue) => isAnswered(issue, answers))) return 'held';
  if (judged.workerId === null) return 'new';
  return judged.changes.length > 0 || photoOf(judged) !== null ? 'changed' : 'same';
}
