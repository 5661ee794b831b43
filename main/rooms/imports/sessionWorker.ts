// The main thread's side of an import's worker: asks it and hears its answers. It ends with the office that it was begun on. One
// that stops by itself, takes too much memory or never comes back answers whoever still waits with a refusal, and is written down.
import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Log } from '../../ground/log.ts';
import type { Office } from '../../ground/office/office.ts';
import { type WorkerBounds, WorkerWatch } from '../../ground/workerBounds.ts';
import { startWorker } from '../../ground/workers.ts';
import type { Asked, SessionCalls } from './calls.ts';
import type { SessionAnswer, SessionMessage, SessionTask } from './session.worker.ts';

export type CallName = keyof SessionCalls;
export type Input<Name extends CallName> = Parameters<SessionCalls[Name]> extends [] ? null : Parameters<SessionCalls[Name]>[0];
export type Answer<Name extends CallName> = Awaited<ReturnType<SessionCalls[Name]>>;

/** Cancelling is heard by judging only, also before a writing; the rest is short, or mustn't be broken off. */
export type Watched = { signal?: AbortSignal; progress?: Progress };

export const goneWords = '这次导入已经结束或被放弃，请重新选择文件。';

/** Why a worker ended that nobody ended. */
type Trouble = 'stopped' | 'memory' | 'silence';

/** @param written the import was in before it stopped */
function troubleWords(trouble: Trouble, name: string, written: boolean): string {
  const outcome = written ? '已经写入的内容没有受影响' : '没有写入';
  if (trouble === 'memory') return `“${name}”内容过多，处理不完，${outcome}。请拆成几个文件再导入。`;
  if (trouble === 'silence')
    return `“${name}”处理了很久还没有结果，已经停下，${outcome}。请用 Excel 或 WPS 打开后另存为 .xlsx，或拆成几个文件再导入。`;
  return `导入程序意外停止，${outcome}。请重新选择文件，再导入一次。`;
}

/**
 * Far beyond the bound by which a worker is ended from outside: V8 doesn't always end only the thread that reaches its own limit, but now
 * and then the whole process.
 */
const heapMegabytes = 1500;
/** 50,000 rows of 26 columns take 600 MB, and 5 s to be read where this was made; a PC may be twenty times as slow, and another's work beside it. */
export const sessionBounds: WorkerBounds = { memory: 800 * 1024 * 1024, silence: 180_000 };

type Waiting = {
  call: CallName;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
  signal: AbortSignal | undefined;
  progress: Progress | undefined;
};

const outOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

export class SessionWorker {
  readonly id: string = randomUUID();
  readonly fileName: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** Why it can't be asked any more. */
  #over: Refusal | null = null;
  #asked = 0;
  readonly #watch: WorkerWatch;
  readonly #log: Log;
  #written = false;
  /** Told while a long call runs. */
  #meanwhile: ImportState | null = null;

  constructor(office: Office, fileName: string, log: Log, bounds: WorkerBounds = sessionBounds) {
    this.fileName = fileName;
    this.#log = log;
    const task: SessionTask = { id: this.id, path: office.path };
    this.#worker = startWorker('rooms/imports', 'session', {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    this.#watch = new WorkerWatch(this.#worker, bounds, (what) => this.#fail(what));
    this.#worker.unref();
    this.#worker.on('message', (message: SessionAnswer) => this.#hear(message));
    this.#worker.on('error', (error) => {
      this.#fail(outOfMemory(error) ? 'memory' : 'stopped');
      if (!outOfMemory(error)) log.error('import worker', error);
    });
    const end = (): void => void this.terminate();
    office.closed.addEventListener('abort', end, { once: true });
    this.#worker.on('exit', (code) => {
      office.closed.removeEventListener('abort', end);
      if (!this.#over) log.error('import worker', new Error(`it ended by itself with ${code}`));
      this.#fail('stopped');
      for (const { reject } of this.#waiting.values()) reject(this.#over);
      this.#waiting.clear();
    });
  }

  get isOver(): boolean {
    return this.#over !== null;
  }

  /** @throws Refusal as the call does, or when the worker has ended */
  ask<Name extends CallName>(call: Name, input: Input<Name>, asked: Asked, watched: Watched = {}): Promise<Answer<Name>> {
    const id = ++this.#asked;
    const { signal, progress } = watched;
    return new Promise<Answer<Name>>((resolve, reject) => {
      if (this.#over) throw this.#over;
      signal?.throwIfAborted();
      this.#waiting.set(id, { call, resolve, reject, signal, progress });
      this.#worker.ref();
      this.#watch.heard();
      this.#post({ kind: 'ask', id, call, input, asked });
      signal?.addEventListener('abort', () => this.#post({ kind: 'cancel', id }), { once: true });
    });
  }

  /** The same for a call that takes its time: `state` is answered meanwhile. */
  async askLong<Name extends CallName>(
    call: Name,
    input: Input<Name>,
    asked: Asked,
    watched: Watched = {},
  ): Promise<Answer<Name>> {
    const state = await this.ask('state', null, asked);
    try {
      this.#meanwhile = state;
      return await this.ask(call, input, asked, watched);
    } finally {
      this.#meanwhile = null;
    }
  }

  /** As the screen sees it. A long call changes nothing of it before its end. */
  state(asked: Asked): Promise<ImportState> {
    return this.#meanwhile ? Promise.resolve(this.#meanwhile) : this.ask('state', null, asked);
  }

  /** It isn't wanted any more. What is being written is written to its end. */
  giveUp(): void {
    const writing = [...this.#waiting.values()].some(({ call }) => call === 'write');
    if (!writing) void this.terminate();
    this.#over ??= new Refusal(goneWords);
  }

  /** Ends it at once; what it is writing is rolled back. */
  async terminate(): Promise<void> {
    this.#over ??= new Refusal(goneWords);
    await this.#worker.terminate();
  }

  #fail(trouble: Trouble): void {
    if (this.#over) return;
    this.#over = new Refusal(troubleWords(trouble, this.fileName, this.#written));
    if (trouble !== 'stopped') this.#log.info(`import worker ended: over its bound of ${trouble}`);
  }

  #post(message: SessionMessage): void {
    this.#worker.postMessage(message, []);
  }

  #hear(message: SessionAnswer): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#watch.heard();
    if (message.kind === 'progress') {
      waiting.progress?.(message.done, message.total, message.text);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.kind === 'answer' && waiting.call === 'write') this.#written = true;
    if (this.#waiting.size === 0) {
      this.#watch.rest();
      this.#worker.unref();
      if (this.#over) void this.terminate();
    }
    if (message.kind === 'answer') waiting.resolve(message.answer as never);
    else if (message.kind === 'refused') waiting.reject(new Refusal(message.message));
    else if (message.kind === 'cancelled') waiting.reject(waiting.signal?.reason);
    else waiting.reject(message.failure);
  }
}
