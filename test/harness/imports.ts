// A file from bytes to a judged and written import, without screens: for tests of the import and for its bench.
import type { AppDeps } from '../../main/deps.ts';
import type { Progress } from '../../main/ground/jobs/jobs.ts';
import { issuesInWords } from '../../main/rooms/imports/preview.ts';
import type { ImportSession } from '../../main/rooms/imports/session.ts';
import { commitSession, judgeSession, readIntoSession } from '../../main/rooms/imports/work.ts';
import type { Issue } from '../../shared/imports/preview.ts';
import type { ImportResult } from '../../shared/imports/wizard.ts';

const silent: Progress = () => undefined;
export const never = new AbortController().signal;

/** Reads a file and judges it as the wizard would with every proposal taken. */
export async function judgeFile(deps: AppDeps, name: string, bytes: Uint8Array): Promise<ImportSession> {
  const session = await readIntoSession(deps, 'tester', { name, bytes }, never, silent);
  await judgeSession(deps, session, never, silent);
  return session;
}

/** Reads, judges, and writes every row that is good. */
export async function importFile(
  deps: AppDeps,
  name: string,
  bytes: Uint8Array,
): Promise<{ session: ImportSession; result: ImportResult }> {
  const session = await judgeFile(deps, name, bytes);
  return { session, result: await commitSession(deps, session, never, silent) };
}

/** Every cell that is refused, held or to be converted. */
export const issuesOfFile = (session: ImportSession): Issue[] =>
  (session.judgement?.rows ?? []).flatMap((judged) => issuesInWords(session, judged));
