// The import's long work as the main thread sees it: a worker reads and judges; it writes behind the gate, after a verified
// backup. The router runs these as jobs; the bench calls them as they are.
import type { ImportResult } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import type { AppDeps } from '../../deps.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import { takeBackBehindGate } from '../../ground/audit/longUndo.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Actor, Office } from '../../ground/office/office.ts';
import { preferencesOf } from '../../ground/people/people.ts';
import { backUpNow } from '../backups/backUpNow.ts';
import type { Asked } from './calls.ts';
import { learnedName } from './learnedWords.ts';
import { writePreference } from '../../ground/people/preferences.ts';
import { remember } from './remembered.ts';
import { type Answer, type CallName, goneWords, type Input, SessionWorker } from './sessionWorker.ts';
import type { MadeFile } from '../../ground/files/download.ts';

/** Who imports, into which office. */
export type Importing = { deps: Pick<AppDeps, 'desk' | 'clock' | 'log'>; office: Office; actor: Actor };

/** @throws Refusal when the office is no longer open: the session has ended with it */
export function askedBy({ deps: { clock }, office, actor }: Importing): Asked {
  if (office.closed.aborted) throw new Refusal(goneWords);
  return { actor, preferencesOf: preferencesOf(office, actor.login), now: clock.now(), today: clock.today() };
}

/** Asks a session in somebody's name. */
export type Ask = <Name extends CallName>(call: Name, input: Input<Name>) => Promise<Answer<Name>>;
export const asking =
  (importing: Importing, session: SessionWorker): Ask =>
  (call, input) =>
    session.ask(call, input, askedBy(importing));

/** Reads the file in a worker of its own, which then keeps it. @throws Refusal when it can't be read. */
export async function readIntoSession(
  importing: Importing,
  file: { name: string; bytes: Uint8Array },
  signal: AbortSignal,
  progress: Progress,
): Promise<SessionWorker> {
  const fileName = shownName(file.name);
  progress(0, 0, `正在读取“${fileName}”`);
  const session = new SessionWorker(importing.office, fileName, importing.deps.log);
  const stop = (): void => void session.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await session.ask('read', { fileName, bytes: file.bytes }, askedBy(importing));
    return session;
  } catch (error) {
    stop();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Holds the whole file against the roster; keeps for the next time which column was which. */
export async function judgeSession(
  importing: Importing,
  session: SessionWorker,
  signal: AbortSignal,
  progress: Progress,
): Promise<void> {
  const asked = askedBy(importing);
  const learned = await session.askLong('judge', null, asked, { signal, progress });
  const { deps, office } = importing;
  await deps.desk.write(office, () => {
    for (const { signature, remembered } of learned) remember(office, asked.preferencesOf, signature, remembered);
  });
}

/**
 * Puts the ticked rows in, in one act, behind a verified backup.
 * @throws Refusal when nothing is ticked, when a ticked row would no longer go in as it was previewed, or when the whole office was
 *   swapped
 */
export async function commitSession(
  importing: Importing,
  session: SessionWorker,
  signal: AbortSignal,
  progress: Progress,
): Promise<ImportResult> {
  const { desk, log } = importing.deps;
  progress(0, 0, '写入前备份');
  const { file: backup } = await backUpNow(desk, 'import', log);
  signal.throwIfAborted();
  progress(0, 0, '正在写入');
  // Whatever the session is still busy with is waited for here, not behind the gate.
  await session.ask('checkTicked', null, askedBy(importing));
  const result = await desk.write(importing.office, () => {
    signal.throwIfAborted();
    return writeBehindGate(importing, session, backup, { signal, progress });
  });
  await rememberWords(importing, session);
  return result;
}

/** What was learned is a help for the next time only: where it can't be kept, the import stands all the same. */
async function rememberWords(importing: Importing, session: SessionWorker): Promise<void> {
  const { deps, office } = importing;
  try {
    const asked = askedBy(importing);
    const learned = await session.ask('learned', null, asked);
    if (learned) await deps.desk.write(office, () => writePreference(office, asked.preferencesOf, learnedName, learned));
  } catch (error) {
    // Given up while it was written, or its office was closed: nobody waits for it.
    if (!(error instanceof Refusal)) deps.log.error('words of an import', error);
  }
}

/** A worker that stopped may have stopped after the commit: nobody else has written meanwhile, so the newest act tells. */
async function writeBehindGate(
  importing: Importing,
  session: SessionWorker,
  backup: string,
  watched: { signal: AbortSignal; progress: Progress },
): Promise<ImportResult> {
  const { office } = importing;
  const before = newestAct(office);
  try {
    return await session.askLong('write', { backup }, askedBy(importing), watched);
  } catch (error) {
    if (!office.closed.aborted && newestAct(office) !== before)
      throw new Refusal('导入程序意外停止，但数据已经全部写入。请在“操作记录”里核对，需要时可以撤销。');
    throw error;
  }
}

/** Takes the whole import back. */
export async function undoImport({ deps, office, actor }: Importing, ask: Ask): Promise<void> {
  await takeBackBehindGate(deps.desk, office, actor, await ask('written', null));
}

/** Their own file back. Cancelling is heard once it is written. */
export async function markErrors(importing: Importing, session: SessionWorker, signal: AbortSignal): Promise<MadeFile> {
  const marked = await session.askLong('markErrors', null, askedBy(importing), { signal });
  signal.throwIfAborted();
  return marked;
}
