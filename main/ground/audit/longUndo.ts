// Taking an act back or doing it again, behind the gate. A short one is done at once; an act of thousands goes to a worker of the
// rooms, which knows their tables, and the main thread answers meanwhile.
import { Refusal } from '../../../shared/refusal.ts';
import type { Desk } from '../office/desk.ts';
import type { Actor, Office } from '../office/office.ts';
import { startWorker } from '../workers.ts';
import { undo, type UndoOutcome } from './undo.ts';

/** What the worker is started with, and what it says once. */
export type UndoTask = { path: string; actor: Actor; changeSetId: number; now: Date; today: string };
export type UndoAnswer = { outcome: UndoOutcome } | { refusal: string };

/** Audit lines that the main thread takes back in a few hundredths of a second. */
const fewLines = 300;

const isLong = (office: Office, changeSetId: number): boolean =>
  office
    .prepare<[number, number], 1>('SELECT 1 FROM audit_line WHERE change_set_id = ? LIMIT 1 OFFSET ?')
    .get(changeSetId, fewLines) !== undefined;

/**
 * @param office the one that was open when it was asked for; that the act was seen on it, the opening that the window says tells
 * @throws Refusal as undo does, or when the office was swapped meanwhile
 */
export const takeBackBehindGate = (desk: Desk, office: Office, actor: Actor, changeSetId: number): Promise<UndoOutcome> =>
  desk.write(office, () =>
    office.schema.undoWorker !== null && isLong(office, changeSetId)
      ? undoInWorker(office, office.schema.undoWorker, actor, changeSetId)
      : undo(office, actor, changeSetId),
  );

async function undoInWorker(
  office: Office,
  { folder, name }: { folder: string; name: string },
  actor: Actor,
  changeSetId: number,
): Promise<UndoOutcome> {
  const { path, clock } = office;
  const task: UndoTask = { path, actor, changeSetId, now: clock.now(), today: clock.today() };
  const worker = startWorker(folder, name, { workerData: task });
  const stop = (): void => void worker.terminate();
  office.closed.addEventListener('abort', stop, { once: true });
  try {
    const answer = await new Promise<UndoAnswer>((resolve, reject) => {
      let said: UndoAnswer | null = null;
      worker.once('message', (message: UndoAnswer) => {
        said = message;
      });
      worker.once('error', reject);
      // Its connection is closed by then: whoever writes next finds nobody in the way.
      worker.once('exit', (code) => {
        if (said) resolve(said);
        else reject(new Error(`the undo worker ended with ${code} and no answer`));
      });
    });
    if ('refusal' in answer) throw new Refusal(answer.refusal);
    return answer.outcome;
  } finally {
    office.closed.removeEventListener('abort', stop);
  }
}
