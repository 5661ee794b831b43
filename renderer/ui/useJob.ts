// Long work as a screen sees it: started, watched, stopped on request. Leaving the screen does not stop it.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { JobState } from '../../shared/jobs.ts';
import { client, refreshEverything, told } from '../api.ts';
import { message } from './messages.ts';
import { useLeft } from './useLeft.ts';
import { type JobEnd, watchJob } from './watchJob.ts';

export type RunningJob = {
  /** The job last started here; null before the first, and until a new one has begun. */
  id: string | null;
  /** How far it is; undefined until that is known. */
  state: JobState | undefined;
  /** What became of it; null while it runs. */
  end: JobEnd | null;
  running: boolean;
  /** Resolves to the job's id, or to null where it was refused, which has been told then. */
  start: (begin: () => Promise<string>) => Promise<string | null>;
  cancel: () => void;
};

/**
 * @param done runs once for each job that finishes; a failure is told in the server's own words
 * @param left runs instead where the screen is left while the job goes on
 */
export function useJob(done?: (jobId: string) => void, left?: (jobId: string) => void): RunningJob {
  /** A new object each time, so that a job may be watched again. */
  const [job, setJob] = useState<{ id: string } | null>(null);
  const [starting, setStarting] = useState(false);
  const [state, setState] = useState<JobState>();
  const [end, setEnd] = useState<JobEnd | null>(null);
  /** 取消 pressed before the job's id was known. */
  const unwanted = useRef(false);
  /** The job whose end isn't known yet. */
  const watched = useRef<string | null>(null);
  const ended = useEffectEvent((jobId: string, came: JobEnd) => {
    watched.current = null;
    setEnd(came);
    if (came.phase === 'done') done?.(jobId);
    if ('error' in came) message.error(came.error, 8);
    // Whatever it has done shows.
    if (came.phase === 'lost') void refreshEverything();
  });
  useEffect(() => {
    if (job === null) return undefined;
    watched.current = job.id;
    const leaving = new AbortController();
    const watch = async () => {
      const came = await watchJob(job.id, setState, leaving.signal);
      if (came) ended(job.id, came);
    };
    void watch();
    return () => leaving.abort();
  }, [job]);
  const isLeft = useLeft(() => {
    if (job !== null && watched.current === job.id) left?.(job.id);
  });
  const latest = useRef(left);
  useEffect(() => {
    latest.current = left;
  });
  const stop = (jobId: string): void => {
    client.jobs.cancel.mutate({ id: jobId }).catch((error: unknown) => message.error(told(error), 8));
  };
  return {
    id: job?.id ?? null,
    state,
    end,
    running: starting || (job !== null && end === null),
    async start(begin) {
      setStarting(true);
      setJob(null);
      setState(undefined);
      setEnd(null);
      unwanted.current = false;
      try {
        const begun = await begin();
        setJob({ id: begun });
        if (unwanted.current) stop(begun);
        else if (isLeft.current) latest.current?.(begun);
        return begun;
      } catch (reason) {
        message.error(told(reason), 8);
        return null;
      } finally {
        setStarting(false);
      }
    },
    cancel() {
      if (starting || job === null) unwanted.current = true;
      else stop(job.id);
    },
  };
}
