// The one writing of an import, in its worker: a connection that is open only while it writes, one act, all or nothing. The check
// that the roster is still the one that was judged and the writing are one turn behind the gate that the main thread holds.
import { stoppedClock } from '../../../shared/clock.ts';
import type { ImportResult } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import { connect } from '../../ground/office/connection.ts';
import { type Actor, Office } from '../../ground/office/office.ts';
import { officeSchema } from '../schema.ts';
import { commitRows } from './commit.ts';
import type { Judgement } from './judge.ts';
import { isTicked } from './preview.ts';
import type { ImportSession } from './session.ts';

/** Nobody else writes meanwhile, but a checkpoint may be in the way. */
const patience = 5_000;

export type Written = Omit<ImportResult, 'backup' | 'undone'>;

/** @throws Refusal when nothing is ticked, or when the roster has changed since the preview, which is then to be judged anew */
export function writeSession(
  path: string,
  session: ImportSession,
  judgement: Judgement,
  { actor, now, today }: { actor: Actor; now: Date; today: string },
  progress: Progress,
): Written {
  const rows = judgement.rows.filter((judged) => isTicked(session, judged));
  const office = new Office(path, connect(path, patience), stoppedClock(now, today), officeSchema);
  try {
    if (session.judgedAfter !== newestAct(office))
      throw new Refusal('预览之后台账又有改动，没有写入。请点“重新核对”，再看一遍预览。');
    if (rows.length === 0) throw new Refusal('没有勾选要写入的行，没有写入。');
    const { result, changeSetId } = office.change({ actor, kind: 'imports.commit', summary: '' }, (change) => {
      const committed = commitRows(change, rows, session.options.effectiveDay, progress);
      const parts = [
        committed.added > 0 ? `新增 ${committed.added} 人` : '',
        committed.changed > 0 ? `变更 ${committed.changed} 人` : '',
      ];
      const summary = `导入“${session.fileName}”：${parts.filter(Boolean).join('、')}`;
      change.rename(summary);
      return { ...committed, summary };
    });
    return { ...result, changeSetId, leftOut: judgement.rows.length - rows.length };
  } finally {
    office.close();
  }
}
