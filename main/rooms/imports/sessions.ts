// The unfinished imports of one program. A person has one at a time; the next begins by giving the last one up.
import type { AppDeps } from '../../deps.ts';
import { type Owner, perProgram, Shelf } from '../../ground/shelf.ts';
import { goneWords, type SessionWorker } from './sessionWorker.ts';

const sessions = perProgram(
  () =>
    new Shelf<SessionWorker>({
      most: 1,
      keptFor: 24 * 3_600_000,
      gone: goneWords,
      dropped: (session) => session.giveUp(),
    }),
);
/** The job that a person's import runs in. */
const jobs = perProgram(() => new Shelf<string>({ most: 1, keptFor: 24 * 3_600_000, gone: '' }));

export const keepSession = (deps: AppDeps, owner: Owner, session: SessionWorker): void =>
  void sessions(deps).put(owner, session, session.id);

/** The one under way; none where it has ended by itself. */
export const currentSession = (deps: AppDeps, owner: Owner): SessionWorker | null =>
  sessions(deps)
    .own(owner)
    .find((session) => !session.isOver) ?? null;

/** @throws Refusal when it was given up, the office was swapped or the program was started anew since. */
export const findSession = (deps: AppDeps, owner: Owner, id: string): SessionWorker => sessions(deps).get(owner, id);

export function forgetSession(deps: AppDeps, owner: Owner): void {
  const session = currentSession(deps, owner);
  if (session) sessions(deps).drop(owner, session.id);
}

/** Remembers the job a person's import runs in, so that a screen opened anew finds it. */
export function keepJob(deps: AppDeps, owner: Owner, jobId: string): { jobId: string } {
  jobs(deps).put(owner, jobId);
  return { jobId };
}

/** The job that runs now, or null. */
export function runningJob(deps: AppDeps, owner: Owner): string | null {
  const [jobId] = jobs(deps).own(owner);
  return jobId !== undefined && deps.jobs.isRunning(owner, jobId) ? jobId : null;
}
