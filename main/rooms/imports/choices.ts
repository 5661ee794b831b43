// What a person chooses between reading and writing: which column is what, which rows go in, how a held cell is answered, and from
// which day people are moved.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { PhotoChoice } from '../../../shared/imports/photos.ts';
import { type Mended, onlyThis, type Question } from '../../../shared/imports/preview.ts';
import { rowWords } from '../../../shared/imports/rowNumber.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import { groundDiffers } from '../roster/survey.ts';
import { alikeRows } from './alike.ts';
import { judge, judgeObstacles, type Judgement } from './judge.ts';
import { issuesOf, type JudgedRow, questionOf } from './judged.ts';
import { gridKey } from './planned.ts';
import { mixedOwnersOf } from './layouts.ts';
import type { ImportSession } from './session.ts';
import { stopsOf } from './sessionState.ts';

const required: [ImportField[], string][] = [
  [['name'], '姓名'],
  [['community', 'gridCode', 'gridName', 'idNumber'], '社区（村居）或网格编码'],
];

/** @throws Refusal naming the column that is missing. */
export function checkColumns(session: ImportSession): void {
  const [stop] = stopsOf(session.tables);
  const mixedOwners = mixedOwnersOf(session.layouts);
  if (stop !== undefined) throw new Refusal(stop);
  if (session.tables.read.length === 0) throw new Refusal('还没有选要读入的表，请先返回识别表头，勾选一张。');
  for (const one of session.tables.read) {
    const chosen = one.layout.fields.filter((field) => field !== null);
    const label = session.labels[one.number] ?? '';
    if (new Set(chosen).size < chosen.length) throw new Refusal(`${label}有两列对应了同一项，请把其中一列改成“不导入”。`);
    for (const [fields, words] of required)
      if (!fields.some((field) => chosen.includes(field)) && !(fields.includes('community') && one.place !== ''))
        throw new Refusal(`${label}还没有指定哪一列是“${words}”，没有它无法确定每一行是谁。请先指定。`);
  }
  if (mixedOwners !== null && !session.options.onePerson)
    throw new Refusal(`${mixedOwners}。请先在右边说明是不是同一个人的，不是的请改选列。`);
}

/** Which pictures come in as photos. A row of which nothing else changes goes in for its photo. @throws Refusal where that column has none */
export async function choosePhotos(office: Office, session: ImportSession, choice: PhotoChoice, watched: Watched): Promise<void> {
  const { pictures } = session;
  const before = pictures.choice;
  pictures.choose(choice);
  try {
    await judgeWith(office, session, copyOf(session.decisions), watched);
  } catch (error) {
    pictures.choose(before);
    throw error;
  }
}

/** Ticks or unticks rows; who waits for a grid comes with the tick of whoever leaves it. */
export function tick(
  office: Office,
  session: ImportSession,
  judgement: Judgement,
  { tab, rows, ticked }: { tab: 'new' | 'changed'; rows: readonly number[] | null; ticked: boolean },
): void {
  const wanted = rows && new Set(rows);
  for (const { row, outcome } of judgement.rows)
    if (outcome === tab && (wanted === null || wanted.has(row))) {
      if (ticked) session.unticked.delete(row);
      else session.unticked.add(row);
    }
  judgeObstacles(office, judgement, session.choices, session.options.effectiveDay);
}

/** What watches a judging. */
type Watched = { signal: AbortSignal; progress: Progress };

/**
 * Answers what is asked of a row, or takes the answer back with null. Leaving a row out may let another one in, so that the whole file
 * is judged anew.
 * @throws Refusal where the row isn't asked that, or has no such choice
 */
export async function decide(
  office: Office,
  session: ImportSession,
  { row, question, decision }: { row: number; question: Question; decision: string | null },
  watched: Watched,
): Promise<void> {
  const { judgement } = session;
  const judged = judgement?.rows.find((candidate) => candidate.row === row);
  const issue =
    judged && issuesOf(judged).find((candidate) => candidate.level !== 'refuse' && questionOf(candidate) === question);
  if (!judgement || !judged || !issue) throw new Refusal(`${rowWords(row, session.labels)}没有要确认的内容，请刷新后再看。`);
  if (decision !== null && decision !== 'leaveOut' && !issue.choices.some((choice) => choice.value === decision))
    throw new Refusal(`${rowWords(row, session.labels)}不能这样处理，请刷新后再看。`);
  const answers = copyOf(session.decisions);
  if (decision === onlyThis) {
    for (const rival of rivalsOf(judgement, judged)) put(answers, rival.row, 'seat', 'leaveOut');
    put(answers, row, 'seat', null);
  } else put(answers, row, question, decision);
  await judgeWith(office, session, answers, watched);
}

/**
 * Types a text over a cell, or gives the file's own back with null, and judges the file anew.
 * @param alike also in the rows that have the same trouble with the same word, or were mended in the same way
 * @returns how many rows are mended, and what the row itself has become
 * @throws Refusal where the file has no such row
 */
export async function mend(
  office: Office,
  session: ImportSession,
  { row, field, text, alike }: { row: number; field: ImportField; text: string | null; alike: boolean },
  watched: Watched,
): Promise<Mended> {
  const rows = session.judgement?.rows ?? [];
  const judged = rows.find((candidate) => candidate.row === row);
  if (!judged) throw new Refusal(`这份文件里没有${rowWords(row, session.labels)}要写入的人，请刷新后再看。`);
  const own = session.mends.of(row).get(field);
  const meant = !alike
    ? [judged]
    : text === null
      ? rows.filter((other) => session.mends.of(other.row).get(field) === own && sameText(session, other, judged, field))
      : alikeRows(rows, judged, field);
  const before = meant.map((one) => [one.row, session.mends.of(one.row).get(field) ?? null] as const);
  const answers = copyOf(session.decisions);
  for (const { row: mended } of meant) {
    const isOwn = text !== null && text === String(session.fileCell(mended, field) ?? '');
    session.mends.put(mended, field, isOwn ? null : text);
    // What was answered was answered of other cells.
    answers.delete(mended);
  }
  try {
    await judgeWith(office, session, answers, watched);
  } catch (error) {
    for (const [mended, earlier] of before) session.mends.put(mended, field, earlier);
    throw error;
  }
  const now = session.judgement?.rows.find((candidate) => candidate.row === row);
  return { rows: meant.length, outcome: now?.outcome ?? judged.outcome };
}

const sameText = (session: ImportSession, one: JudgedRow, other: JudgedRow, field: ImportField): boolean =>
  String(session.fileCell(one.row, field) ?? '') === String(session.fileCell(other.row, field) ?? '');

const rivalsOf = ({ rows }: Judgement, judged: JudgedRow): JudgedRow[] =>
  rows.filter(
    (other) =>
      other !== judged &&
      other.grid !== null &&
      judged.grid !== null &&
      gridKey(other.grid) === gridKey(judged.grid) &&
      issuesOf(other).some(({ question }) => question === 'seat'),
  );

type Decided = Map<number, Map<Question, string>>;

const copyOf = (decisions: Decided): Decided => new Map([...decisions].map(([row, answers]) => [row, new Map(answers)]));

function put(decisions: Decided, row: number, question: Question, decision: string | null): void {
  const answers = decisions.get(row) ?? new Map<Question, string>();
  if (decision === null) answers.delete(question);
  else answers.set(question, decision);
  decisions.set(row, answers);
}

/** Judges the whole file with these answers (0.3 s for 10,000 rows); an answer to what isn't asked any more is dropped. */
async function judgeWith(
  office: Office,
  session: ImportSession,
  decisions: Decided,
  { signal, progress }: Watched,
): Promise<void> {
  const judgedAfter = newestAct(office);
  const input = session.judgeInput(office.clock.today());
  const ticked = (row: number): boolean => !session.unticked.has(row);
  let judgement = await judge(office, input, { decisions, ticked }, signal, progress);
  if (dropStale(decisions, judgement)) judgement = await judge(office, input, { decisions, ticked }, signal, progress);
  session.decisions = decisions;
  session.judgement = judgement;
  session.judgedAfter = judgedAfter;
}

function dropStale(decisions: Decided, { rows }: Judgement): boolean {
  const asked = new Map(rows.map((judged) => [judged.row, new Set(issuesOf(judged).map(questionOf))]));
  let dropped = false;
  for (const [row, answers] of decisions)
    for (const question of answers.keys()) if (!asked.get(row)?.has(question)) dropped = answers.delete(question) || dropped;
  return dropped;
}

/**
 * The day of which the file speaks. Where things are called, coded or there otherwise on it than on the day before chosen, every
 * row is placed anew.
 */
export async function moveEffectiveDay(
  office: Office,
  session: ImportSession,
  effectiveDay: string,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<void> {
  const { judgement, options } = session;
  if (judgement && !groundDiffers(office, options.effectiveDay, effectiveDay))
    judgeObstacles(office, judgement, session.choices, effectiveDay);
  else if (judgement) {
    const judgedAfter = newestAct(office);
    const input = { ...session.judgeInput(judgement.options.today), effectiveDay };
    session.judgement = await judge(office, input, session.choices, signal, progress);
    session.judgedAfter = judgedAfter;
  }
  // Only now: a judgement that came to no end leaves the day for which the present one holds.
  session.options = { ...options, effectiveDay };
}
