// What a person chooses between reading and writing: which column is what, which rows go in, how a held cell is answered, and from
// which day people are moved.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { rowWords } from '../../../shared/imports/rowNumber.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import { groundDiffers } from '../roster/survey.ts';
import { judge, judgeAgain, judgeObstacles, type Judgement } from './judge.ts';
import { issuesOf } from './judged.ts';
import { mixedOwnersOf } from './layouts.ts';
import type { ImportSession } from './session.ts';
import { stopsOf } from './sessionState.ts';

const required: [ImportField[], string][] = [
  [['name'], '姓名'],
  [['community', 'gridCode'], '社区（村居）或网格编码'],
];

/** @throws Refusal naming the column that is missing. */
export function checkColumns(session: ImportSession): void {
  const [stop] = stopsOf(session.tables);
  const mixedOwners = mixedOwnersOf(session.layouts);
  if (stop !== undefined) throw new Refusal(stop);
  if (session.tables.read.length === 0) throw new Refusal('还没有选要读入的表，请先返回识别表头，勾选一张。');
  for (const one of session.tables.read) {
    const chosen = one.layout.fields.filter((field) => field !== null);
    const label = session.tables.label(one);
    if (new Set(chosen).size < chosen.length) throw new Refusal(`${label}有两列对应了同一项，请把其中一列改成“不导入”。`);
    for (const [fields, words] of required)
      if (!fields.some((field) => chosen.includes(field)) && !(fields.includes('community') && one.place !== ''))
        throw new Refusal(`${label}还没有指定哪一列是“${words}”，没有它无法确定每一行是谁。请先指定。`);
  }
  if (mixedOwners !== null && !session.options.onePerson)
    throw new Refusal(`${mixedOwners}。请先在右边说明是不是同一个人的，不是的请改选列。`);
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

/** Answers a held cell, or takes the answer back with null. */
export function decide(office: Office, session: ImportSession, row: number, field: ImportField, decision: string | null): void {
  const judgement = session.judgement;
  const index = judgement?.rows.findIndex((judged) => judged.row === row) ?? -1;
  const judged = judgement?.rows[index];
  const issue = judged && issuesOf(judged).find((candidate) => candidate.field === field && candidate.level !== 'refuse');
  if (!judgement || !judged || !issue) throw new Refusal(`${rowWords(row, session.labels)}没有要确认的内容，请刷新后再看。`);
  if (decision !== null && decision !== 'leaveOut' && !issue.choices.some((choice) => choice.value === decision))
    throw new Refusal(`${rowWords(row, session.labels)}不能这样处理，请刷新后再看。`);
  const decided = new Map(session.decisions.get(row));
  if (decision === null) decided.delete(field);
  else decided.set(field, decision);
  session.decisions.set(row, decided);
  judgement.rows[index] = judgeAgain(office, judged, judgement.options, decided);
  // Its first day may be another now, and whoever waits for its grid may come.
  judgeObstacles(office, judgement, session.choices, session.options.effectiveDay);
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
