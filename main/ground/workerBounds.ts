// A worker that reads what others made may be led into taking all memory, or never coming back. Here it is watched from outside, since
// one that is stuck can't watch itself: what it holds, buffers included (`resourceLimits` counts the heap only), and how long it says
// nothing while somebody waits for it.
import type { Worker } from 'node:worker_threads';

/** `memory` in bytes, of the one worker; `silence` in milliseconds without a word while somebody waits. */
export type WorkerBounds = { memory: number; silence: number };

/** What it went beyond. */
export type Overstepped = keyof WorkerBounds;

const lookEvery = 100;

export class WorkerWatch {
  readonly #worker: Worker;
  readonly #bounds: WorkerBounds;
  readonly #overstepped: (what: Overstepped) => void;
  #timer: NodeJS.Timeout | null = null;
  /** Looks since it last said something: a clock would count the time that the PC slept. */
  #looks = 0;

  /** @param overstepped told once; the worker is ended then */
  constructor(worker: Worker, bounds: WorkerBounds, overstepped: (what: Overstepped) => void) {
    this.#worker = worker;
    this.#bounds = bounds;
    this.#overstepped = overstepped;
    worker.once('exit', () => this.rest());
  }

  /** Somebody waits for it from now on, or it said something meanwhile. */
  heard(): void {
    this.#looks = 0;
    this.#timer ??= setInterval(() => void this.#look(), lookEvery).unref();
  }

  /** Nobody waits for it. */
  rest(): void {
    clearInterval(this.#timer ?? undefined);
    this.#timer = null;
  }

  async #look(): Promise<void> {
    if (++this.#looks * lookEvery > this.#bounds.silence) return this.#end('silence');
    const held = await heldBy(this.#worker);
    if (held > this.#bounds.memory) this.#end('memory');
  }

  #end(what: Overstepped): void {
    if (this.#timer === null) return;
    this.rest();
    this.#overstepped(what);
    void this.#worker.terminate();
  }
}

/** Bytes of heap and buffers; answered also while the worker is busy. None of a worker that has ended. */
async function heldBy(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics();
    return heap + buffers;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING') return 0;
    throw error;
  }
}
