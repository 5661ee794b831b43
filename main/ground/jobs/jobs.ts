// Long work that a screen can watch and stop: it runs under an id, tells its progress, and is polled, because neither host
// can be relied on to stream. Finished jobs are kept for an hour.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../shared/refusal.ts';
import type { JobState } from '../../../shared/jobs.ts';

export type Progress = (done: number, total: number, text: string) => void;
export type JobWork<Result> = (signal: AbortSignal, progress: Progress) => Promise<Result>;

type Job = { state: JobState; controller: AbortController; result: unknown; ended: number };

export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #log: (text: string, error: unknown) => void;

  constructor(log: (text: string, error: unknown) => void) {
    this.#log = log;
  }

  /** Starts work and returns its id at once. */
  start<Result>(title: string, work: JobWork<Result>): string {
    this.#forgetOld();
    const id = randomUUID();
    const controller = new AbortController();
    const job: Job = {
      state: { id, title, phase: 'running', done: 0, total: 0, text: title, startedAt: Date.now(), error: null },
      controller,
      result: undefined,
      ended: 0,
    };
    this.#jobs.set(id, job);
    void this.#run(job, work);
    return id;
  }

  state(id: string): JobState {
    return this.#find(id).state;
  }

  /** False also for a job long forgotten. */
  isRunning(id: string): boolean {
    return this.#jobs.get(id)?.state.phase === 'running';
  }

  cancel(id: string): void {
    this.#find(id).controller.abort();
  }

  /** What a finished job produced. @throws Refusal when it isn't finished. */
  result(id: string): unknown {
    const job = this.#find(id);
    if (job.state.phase !== 'done') throw new Refusal(`“${job.state.title}”还没有完成。`);
    return job.result;
  }

  /** Stops everything that runs, when the program ends. */
  stop(): void {
    for (const job of this.#jobs.values()) job.controller.abort();
  }

  async #run<Result>(job: Job, work: JobWork<Result>): Promise<void> {
    try {
      job.result = await work(job.controller.signal, (done, total, text) => Object.assign(job.state, { done, total, text }));
      job.state.phase = job.controller.signal.aborted ? 'cancelled' : 'done';
    } catch (error) {
      job.state.phase = job.controller.signal.aborted ? 'cancelled' : 'failed';
      if (job.state.phase === 'failed') {
        if (!(error instanceof Refusal)) this.#log(`job ${job.state.title}`, error);
        job.state.error = error instanceof Refusal ? error.message : '程序出错，没有完成。详情已记入日志，请重试或联系维护人员。';
      }
    }
    job.ended = Date.now();
  }

  #find(id: string): Job {
    const job = this.#jobs.get(id);
    if (!job) throw new Refusal('这项工作已经结束，请重新开始。');
    return job;
  }

  #forgetOld(): void {
    for (const [id, job] of this.#jobs) if (job.ended && Date.now() - job.ended > 3_600_000) this.#jobs.delete(id);
  }
}
