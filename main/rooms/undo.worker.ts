// Takes one large act back, or does it again, over a connection of its own. Started by ground/audit/longUndo.ts, which holds the
// gate meanwhile; here, because only the rooms know their tables.
import { parentPort, workerData } from 'node:worker_threads';
import { stoppedClock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { UndoAnswer, UndoTask } from '../ground/audit/longUndo.ts';
import { undo } from '../ground/audit/undo.ts';
import { connect } from '../ground/office/connection.ts';
import { Office } from '../ground/office/office.ts';
import { officeSchema } from './rooms.ts';

/** Nobody else writes meanwhile, but a checkpoint may be in the way. */
const patience = 5_000;

function work({ path, actor, changeSetId, now, today }: UndoTask): UndoAnswer {
  const office = new Office(path, connect(path, patience), stoppedClock(now, today), officeSchema);
  try {
    return { outcome: undo(office, actor, changeSetId) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  } finally {
    office.close();
  }
}

parentPort?.postMessage(work(workerData as UndoTask));
