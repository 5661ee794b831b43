// The worker of one import: owns its session from the file's bytes to the result. Calls come one by one and are answered in turn,
// each with its own short reading of the office; nothing of the office stays open between two of them.
import { parentPort, workerData } from 'node:worker_threads';
import { stoppedClock } from '../../../shared/clock.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { connectForReading } from '../../ground/office/connection.ts';
import { Office } from '../../ground/office/office.ts';
import { officeSchema } from '../rooms.ts';
import { type Asked, type During, type SessionCalls, sessionCalls } from './calls.ts';

export type SessionTask = { id: string; path: string };

/** What the main thread says. */
export type SessionMessage =
  | { kind: 'ask'; id: number; call: keyof SessionCalls; input: unknown; asked: Asked }
  | { kind: 'cancel'; id: number };

/** What it is told. A `failure` is a fault of the program. */
export type SessionAnswer = { id: number } & (
  | { kind: 'answer'; answer: unknown }
  | { kind: 'progress'; done: number; total: number; text: string }
  | { kind: 'refused'; message: string }
  | { kind: 'cancelled' }
  | { kind: 'failed'; failure: Error }
);

type AnyCall = (input: unknown, during: During) => unknown;

const task = workerData as SessionTask;
const calls = sessionCalls(task) as Record<keyof SessionCalls, AnyCall>;
const cancelling = new Map<number, AbortController>();
let turn: Promise<void> = Promise.resolve();

const say = (message: SessionAnswer): void => parentPort?.postMessage(message);

/** The office as it is when first asked for, until `close`. */
function reading({ now, today }: Asked): { office: () => Office; close: () => void } {
  let open: Office | null = null;
  return {
    office() {
      if (!open) {
        const db = connectForReading(task.path);
        db.exec('BEGIN');
        open = new Office(task.path, db, stoppedClock(now, today), officeSchema);
      }
      return open;
    },
    close: () => open?.close(),
  };
}

async function outcome(
  { id, call, input, asked }: Extract<SessionMessage, { kind: 'ask' }>,
  signal: AbortSignal,
): Promise<SessionAnswer> {
  const { office, close } = reading(asked);
  const progress = (done: number, total: number, text: string): void => say({ id, kind: 'progress', done, total, text });
  try {
    signal.throwIfAborted();
    return { id, kind: 'answer', answer: await calls[call](input, { asked, office, signal, progress }) };
  } catch (error) {
    if (signal.aborted && (error === signal.reason || error instanceof Refusal)) return { id, kind: 'cancelled' };
    if (error instanceof Refusal) return { id, kind: 'refused', message: error.message };
    return { id, kind: 'failed', failure: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    close();
  }
}

async function inTurn(
  before: Promise<void>,
  message: Extract<SessionMessage, { kind: 'ask' }>,
  signal: AbortSignal,
): Promise<void> {
  await before;
  say(await outcome(message, signal));
  cancelling.delete(message.id);
}

parentPort?.on('message', (message: SessionMessage) => {
  if (message.kind === 'cancel') {
    cancelling.get(message.id)?.abort();
    return;
  }
  const controller = new AbortController();
  cancelling.set(message.id, controller);
  turn = inTurn(turn, message, controller.signal);
});
