// One writer at a time. Every write passes this gate: an act checks and writes inside it in one synchronous turn; work too long
// for the main thread holds it while a worker writes over its own connection; restoring, starting afresh and closing take it.
// So no two connections ever wait for each other, and nothing slips in between a check and its write.
import { Refusal } from '../../../shared/refusal.ts';

const closing = '程序正在关闭，这一步没有保存。请重新打开程序后再做。';

const nothing = (): void => undefined;

export class WritingGate {
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #shut = false;

  /** Somebody is inside, or waits. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  /**
   * Runs `work` once everybody before has come out. Until a promise that it gives back is settled, nobody else gets in; so it
   * must never pass the gate again from inside.
   * @throws Refusal once the gate is shut
   */
  async pass<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    // An idle gate is passed at once, in the turn of whoever comes: a window that closes has no other.
    const turn = this.busy ? this.#queue.then(() => this.#enter(work)) : this.#enter(work);
    if (!(turn instanceof Promise)) return turn;
    this.#waiting++;
    this.#queue = turn.then(nothing, nothing);
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }

  #enter<Result>(work: () => Result | Promise<Result>): Result | Promise<Result> {
    if (this.#shut) throw new Refusal(closing);
    return work();
  }

  /** Lets nobody in any more; resolves when whoever is inside has come out. */
  async shut(): Promise<void> {
    this.#shut = true;
    await this.#queue;
  }
}
