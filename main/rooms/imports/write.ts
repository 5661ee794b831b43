// The one writing of an import, in its worker: a connection that is open only while it writes, one act, all or nothing. The main
// thread holds the gate from the check that the preview still holds to the commit, so that nobody writes in between.
import { stoppedClock } from '../../../shared/clock.ts';
import type { ImportResult } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import { connect } from '../../ground/office/connection.ts';
import { type Actor, Office } from '../../ground/office/office.ts';
import { officeSchema } from '../rooms.ts';
import { commitRows } from './commit.ts';
import type { Judgement } from './judge.ts';
import { judgeAnew } from './judgeAnew.ts';
import { isTicked } from './preview.ts';
import type { ImportSession } from './session.ts';

/** Nobody else writes meanwhile, but a checkpoint may be in the way. */
const patience = 5_000;

export type Written = Omit<ImportResult, 'at' | 'backup' | 'undone'>;

/**
 * Writes the ticked rows. What was written, and as what, is the session's judgement from then on.
 * @throws Refusal when nothing is ticked, or when a ticked row would no longer go in as it was seen; the signal's reason when
 *   cancelled before anything is written
 */
export async function writeSession(
  path: string,
  session: ImportSession,
  previewed: Judgement,
  { actor, now, today }: { actor: Actor; now: Date; today: string },
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<Written> {
  const seen = previewed.rows.filter((judged) => isTicked(session, judged));
  const office = new Office(path, connect(path, patience), stoppedClock(now, today), officeSchema);
  try {
    if (seen.length === 0) throw new Refusal('没有勾选要写入的行，没有写入。');
    const stands = session.judgedAfter === newestAct(office) && previewed.options.today === today;
    const judgement = stands ? previewed : await judgeAnew(office, session, seen, signal, progress);
    const wanted = new Set(seen.map(({ row }) => row));
    const rows = judgement.rows.filter(({ row }) => wanted.has(row));
    const { result, changeSetId } = office.change({ actor, kind: 'imports.commit', summary: '' }, (change) => {
      const committed = commitRows(
        change,
        rows,
        {
          effectiveDay: session.options.effectiveDay,
          labels: session.labels,
          ready: (hash) => session.pictures.photo(hash),
        },
        progress,
      );
      const parts = [
        committed.added > 0 ? `新增 ${committed.added} 人` : '',
        committed.changed > 0 ? `变更 ${committed.changed} 人` : '',
        committed.additional > 0 ? `兼任 ${committed.additional} 个网格` : '',
        committed.photos > 0 ? `照片 ${committed.photos} 张` : '',
      ];
      const mended = rows.reduce((sum, { row }) => sum + session.mends.of(row).size, 0);
      const typed = mended > 0 ? `，其中在预览中改正 ${mended} 格` : '';
      const summary = `导入“${session.fileName}”：${parts.filter(Boolean).join('、')}${typed}`;
      change.say(summary);
      return { ...committed, summary };
    });
    session.judgement = judgement;
    // What only the new judgement would change was neither seen nor written.
    for (const { row } of judgement.rows) if (!wanted.has(row)) session.unticked.add(row);
    return { ...result, changeSetId, leftOut: judgement.rows.length - rows.length };
  } finally {
    office.close();
  }
}
