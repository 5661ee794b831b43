// The unfinished imports of one program. A person has one at a time; the next begins by giving the last one up.
import { Refusal } from '../../../shared/refusal.ts';
import type { AppDeps } from '../../deps.ts';
import type { ImportSession } from './session.ts';

const kept = new WeakMap<AppDeps, Map<string, ImportSession>>();
const jobs = new WeakMap<AppDeps, Map<string, string>>();

/** By person. */
const sessionsOf = (deps: AppDeps): Map<string, ImportSession> => {
  const sessions = kept.get(deps) ?? new Map<string, ImportSession>();
  kept.set(deps, sessions);
  return sessions;
};

export const keepSession = (deps: AppDeps, session: ImportSession): void => void sessionsOf(deps).set(session.actor, session);

export const currentSession = (deps: AppDeps, actor: string): ImportSession | null => sessionsOf(deps).get(actor) ?? null;

/** @throws Refusal when it was given up, or the program was started anew since. */
export function findSession(deps: AppDeps, actor: string, id: string): ImportSession {
  const session = currentSession(deps, actor);
  if (session?.id !== id) throw new Refusal('这次导入已经结束或被放弃，请重新选择文件。');
  return session;
}

export const forgetSession = (deps: AppDeps, actor: string): void => void sessionsOf(deps).delete(actor);

/** Remembers the job a person's import runs in, so that a screen opened anew finds it. */
export function keepJob(deps: AppDeps, actor: string, jobId: string): { jobId: string } {
  const byActor = jobs.get(deps) ?? new Map<string, string>();
  jobs.set(deps, byActor.set(actor, jobId));
  return { jobId };
}

/** The job that runs now, or null. */
export function runningJob(deps: AppDeps, actor: string): string | null {
  const jobId = jobs.get(deps)?.get(actor);
  return jobId !== undefined && deps.jobs.isRunning(jobId) ? jobId : null;
}
