// Long work that a screen can watch and stop: it runs under an id, tells its progress, and is polled, because neither host
// can be relied on to stream. A job is kept for an hour after it was last
// asked for, and is given up with the office it was begun on.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../shared/refusal.ts';
import { isProducedFile } from '../files/download.ts';
import type { JobState } from '../../../shared/jobs.ts';
import { type Owner, Shelf } from '../shelf.ts';

export type Progress = (done: number, total: number, text: string) => void;
export type JobWork<Result> = (signal: AbortSignal, progress: Progress) => Promise<Result>;

type Job = { state: JobState; controller: AbortController; result: unknown };

/** What is kept of finished files in memory; the oldest go. Bytes. */
const mostKept = 256 * 1024 * 1024;
const gone = Symbol('gone');

const sizeOf = ({ result }: Job): number => (isProducedFile(result) && 'bytes' in result ? result.bytes.byteLength : 0);

export class Jobs {
  readonly #jobs = new Shelf<Job>({
    most: 200,
    keptFor: 3_600_000,
    gone: '这项工作已经结束，请重新开始。',
    dropped: (job) => job.controller.abort(),
  });
  readonly #log: (text: string, error: unknown) => void;

  constructor(log: (text: string, error: unknown) => void) {
    this.#log = log;
  }

  /** Starts work and returns its id at once. */
  start<Result>(owner: Owner, title: string, work: JobWork<Result>): string {
    const id = randomUUID();
    const controller = new AbortController();
    const job: Job = {
      state: {
        id,
        title,
        phase: 'running',
        done: 0,
        total: 0,
        text: title,
        startedAt: Date.now(),
        file: null,
        error: null,
        instead: null,
      },
      controller,
      result: undefined,
    };
    this.#jobs.put(owner, job, id);
    void this.#run(job, work);
    return id;
  }

  state(owner: Owner, id: string): JobState {
    return this.#jobs.get(owner, id).state;
  }

  /** False also for a job long forgotten. */
  isRunning(owner: Owner, id: string): boolean {
    return this.#jobs.find(owner, id)?.state.phase === 'running';
  }

  cancel(owner: Owner, id: string): void {
    this.#jobs.get(owner, id).controller.abort();
  }

  /** What a finished job produced. @throws Refusal when it isn't finished. */
  result(owner: Owner, id: string): unknown {
    const job = this.#jobs.get(owner, id);
    if (job.state.phase !== 'done') throw new Refusal(`“${job.state.title}”还没有完成。`);
    if (job.result === gone) throw new Refusal('这份文件已不再保留，请重新导出或打印。');
    return job.result;
  }

  /** Stops everything that runs, when the program ends. */
  stop(): void {
    for (const job of this.#jobs.all()) job.controller.abort();
  }

  /** Lets go of the oldest files where there are too many bytes of them; the newest stays. */
  #shed(newest: Job): void {
    let kept = this.#jobs.all().reduce((sum, job) => sum + sizeOf(job), 0);
    for (const job of this.#jobs.all()) {
      if (kept <= mostKept) return;
      if (job === newest) continue;
      const size = sizeOf(job);
      if (size === 0) continue;
      job.result = gone;
      kept -= size;
    }
  }

  async #run<Result>(job: Job, work: JobWork<Result>): Promise<void> {
    try {
      job.result = await work(job.controller.signal, (done, total, text) => Object.assign(job.state, { done, total, text }));
      if (isProducedFile(job.result)) job.state.file = job.result.name;
      // What came to its end is done, also where somebody meant to stop it meanwhile.
      job.state.phase = 'done';
      this.#shed(job);
    } catch (error) {
      const { signal } = job.controller;
      job.state.phase = signal.aborted ? 'cancelled' : 'failed';
      // Also a fault that came while it was being stopped.
      if (!(error instanceof Refusal) && error !== signal.reason) this.#log(`job ${job.state.title}`, error);
      if (job.state.phase === 'failed') {
        job.state.instead = error instanceof Refusal ? error.instead : null;
        job.state.error = error instanceof Refusal ? error.message : '程序出错，没有完成。详情已记入日志，请重试或联系维护人员。';
      }
    }
  }
}
