// Long work asked after until it has ended, by polling, because neither host can be relied on to stream. A job that the program no
// longer knows, or a program that answers no more, is lost, and that is said.
import type { JobState } from '../../shared/jobs.ts';
import type { Instead } from '../../shared/refusal.ts';
import { client, told } from '../api.ts';

/** `file`, `error`, in Chinese, and `instead` as in JobState; 'lost': nobody can say whether it was done. */
export type JobEnd =
  | { phase: 'done'; file: string | null }
  | { phase: 'cancelled' }
  | { phase: 'failed'; error: string; instead: Instead }
  | { phase: 'lost'; error: string };

/** How often a job is asked after. Milliseconds. */
const pace = 250;
/** How often it may go unanswered, one time after another. */
const mostUnanswered = 3;

const lostWords = '程序没有回应，不知道做完了没有。请关闭窗口重新打开，看看结果。';

const endOf = ({ phase, file, error, instead }: JobState): JobEnd | null => {
  if (phase === 'running') return null;
  if (phase === 'done') return { phase, file };
  return phase === 'failed' ? { phase, error: error ?? '没有完成，请重试。', instead } : { phase };
};

/**
 * @param tell is told each state on the way
 * @param signal gives up watching, which doesn't stop the job
 * @returns how it ended; null: it is no longer watched
 */
export async function watchJob(id: string, tell?: (state: JobState) => void, signal?: AbortSignal): Promise<JobEnd | null> {
  for (let unanswered = 0; ; ) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each asks after the one before
      const state = await client.jobs.state.query({ id });
      if (signal?.aborted) return null;
      unanswered = 0;
      tell?.(state);
      const end = endOf(state);
      if (end) return end;
    } catch (error) {
      if (signal?.aborted) return null;
      if (++unanswered >= mostUnanswered) return { phase: 'lost', error: told(error, lostWords) };
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, pace));
    if (signal?.aborted) return null;
  }
}
