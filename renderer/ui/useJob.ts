// Long work as a screen sees it: started, watched by polling, stopped on request. Leaving the screen does not stop it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { JobState } from '../../shared/jobs.ts';
import { api, client, told } from '../api.ts';
import { message } from './messages.ts';

export type RunningJob = {
  /** The job last started here; null before the first, and until a new one has begun. */
  id: string | null;
  /** Whatever became of it. */
  state: JobState | undefined;
  running: boolean;
  /** Resolves to the job's id, or to null where it was refused, which has been told then. */
  start: (begin: () => Promise<string>) => Promise<string | null>;
  cancel: () => void;
};

/** `done` runs once for each job that finishes; a failure is told in the server's own words. */
export function useJob(done?: (jobId: string) => void): RunningJob {
  const [id, setId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  /** 取消 pressed before the job's id was known. */
  const unwanted = useRef(false);
  const { data: state } = useQuery({
    ...api.jobs.state.queryOptions({ id: id ?? '' }),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.phase === 'running' ? 250 : false),
  });
  const phase = state?.phase;
  const error = state?.error;
  const ended = useEffectEvent((jobId: string) => {
    if (phase === 'done') done?.(jobId);
    if (phase === 'failed') message.error(error ?? '没有完成，请重试。', 8);
  });
  useEffect(() => {
    if (id !== null && phase !== undefined && phase !== 'running') ended(id);
  }, [id, phase]);
  return {
    id,
    state: id === null ? undefined : state,
    running: starting || (id !== null && (phase === undefined || phase === 'running')),
    async start(begin) {
      setStarting(true);
      setId(null);
      unwanted.current = false;
      try {
        const begun = await begin();
        setId(begun);
        if (unwanted.current) await client.jobs.cancel.mutate({ id: begun });
        return begun;
      } catch (reason) {
        message.error(told(reason), 8);
        return null;
      } finally {
        setStarting(false);
      }
    },
    cancel() {
      if (starting || id === null) unwanted.current = true;
      else void client.jobs.cancel.mutate({ id });
    },
  };
}
