// Whether a preview still holds once others have gone on working. Not that they wrote something counts, but what: the file is judged
// once more, and each row that goes in must be judged exactly as the person saw it.
import { isDeepStrictEqual } from 'node:util';
import { rowWords } from '../../../shared/imports/rowNumber.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { judge, type Judgement } from './judge.ts';
import type { JudgedRow } from './judged.ts';
import type { ImportSession } from './session.ts';

/**
 * Judges the file over the roster as it is now, with the answers and the effective day of the preview; nothing else goes in than what was seen.
 * @param seen the rows that are to go in, as they were previewed
 * @throws Refusal naming the first row that is judged otherwise, and how many are; the signal's reason when cancelled
 */
export async function judgeAnew(
  office: Office,
  session: ImportSession,
  seen: readonly JudgedRow[],
  signal: AbortSignal,
  progress: Progress,
): Promise<Judgement> {
  const input = session.judgeInput(office.clock.today());
  const wanted = new Set(seen.map(({ row }) => row));
  const choices = { decisions: session.decisions, ticked: (row: number) => wanted.has(row) };
  const judgement = await judge(office, input, choices, signal, (done, total) =>
    progress(done, total, '正在按最新台账再核对一遍'),
  );
  const now = new Map(judgement.rows.map((judged) => [judged.row, judged]));
  const differing = seen.filter((judged) => !isDeepStrictEqual(judged, now.get(judged.row)));
  const [first] = differing;
  if (first) {
    const which = `${rowWords(first.row, session.labels)}${differing.length === 1 ? '' : `等 ${differing.length} 行`}`;
    throw new Refusal(`预览之后台账又有改动，${which}和预览时不一样了，没有写入。请点“重新核对”，再看一遍预览。`);
  }
  return judgement;
}
