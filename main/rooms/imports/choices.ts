// What a person chooses between reading and writing: which column is what, which rows go in, how a held cell is answered, and from
// which day people are moved.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { PhotoChoice } from '../../../shared/imports/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import { groundDiffers } from '../roster/survey.ts';
import { judge, judgeAgain, judgeObstacles, type Judgement } from './judge.ts';
import { issuesOf } from './judged.ts';
import type { ImportSession } from './session.ts';

const required: [ImportField[], string][] = [
  [['name'], '姓名'],
  [['community', 'gridCode'], '社区（村居）或网格编码'],
];

/** @throws Refusal naming the column that is missing. */
export function checkColumns(session: ImportSession): void {
  const chosen = session.fields.filter((field) => field !== null);
  const twice = chosen.find((field, index) => chosen.indexOf(field) !== index);
  if (twice) throw new Refusal('有两列对应了同一项，请把其中一列改成“不导入”。');
  for (const [fields, words] of required)
    if (!fields.some((field) => chosen.includes(field)))
      throw new Refusal(`还没有指定哪一列是“${words}”，没有它无法确定每一行是谁。请先指定。`);
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
  if (!judgement || !judged || !issue) throw new Refusal(`第 ${row} 行没有要确认的内容，请刷新后再看。`);
  if (decision !== null && decision !== 'leaveOut' && !issue.choices.some((choice) => choice.value === decision))
    throw new Refusal(`第 ${row} 行不能这样处理，请刷新后再看。`);
  const decided = new Map(session.decisions.get(row));
  if (decision === null) decided.delete(field);
  else decided.set(field, decision);
  session.decisions.set(row, decided);
  judgement.rows[index] = judgeAgain(office, judged, judgement.options, decided);
  // Its first day may be another now, and whoever waits for its grid may come.
  judgeObstacles(office, judgement, session.choices, session.options.effectiveDay);
}

/** Which pictures come in as photos. Every row is judged anew: a row of which nothing else changes goes in for its photo. */
export async function choosePhotos(
  office: Office,
  session: ImportSession,
  choice: PhotoChoice,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<void> {
  const { judgement, pictures } = session;
  if (!judgement) throw new Refusal('还没有核对这份文件，请先返回对应列再看预览。');
  const before = pictures.choice;
  pictures.choose(choice);
  try {
    const judgedAfter = newestAct(office);
    session.judgement = await judge(office, session.judgeInput(judgement.options.today), session.choices, signal, progress);
    session.judgedAfter = judgedAfter;
  } catch (error) {
    pictures.choose(before);
    throw error;
  }
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
