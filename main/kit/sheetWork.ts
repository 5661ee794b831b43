// A sheet is written away from the window: the main thread starts the worker and hands on its progress, the worker reads the office
// through its own reading connection, in one transaction, so that both passes over the rows see the same office. It never writes it.
import { once } from 'node:events';
import { parentPort, type Worker } from 'node:worker_threads';
import { stoppedClock } from '../../shared/clock.ts';
import type { Frame, Row } from '../ground/excel/frame.ts';
import { connectForReading } from '../ground/office/connection.ts';
import { Office } from '../ground/office/office.ts';
import { startWorker } from '../ground/workers.ts';

/** What every such worker is told. */
export type SheetTask = { path: string; now: Date; today: string };

export const sheetTask = (office: Office): SheetTask => ({
  path: office.path,
  now: office.clock.now(),
  today: office.clock.today(),
});

type Message<Beside> = { kind: 'progress'; rows: number } | { kind: 'done'; bytes: Uint8Array<ArrayBuffer>; beside: Beside };

type Done<Beside> = Omit<Extract<Message<Beside>, { kind: 'done' }>, 'kind'>;

/** @param folder and `name` the worker's, as startWorker takes them @param beside what the worker says besides the bytes */
export async function sheetFromWorker<Beside>(
  { folder, name, task }: { folder: string; name: string; task: SheetTask },
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<Done<Beside>> {
  signal.throwIfAborted();
  const worker: Worker = startWorker(folder, name, { workerData: task });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let done: Done<Beside> | null = null;
  worker.on('message', (message: Message<Beside>) => {
    if (message.kind === 'done') done = message;
    else progress(message.rows);
  });
  try {
    // Rejects when the worker throws.
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  if (done === null) throw new Error(`the worker ${name} ended without a sheet`);
  return done;
}

/** In the worker: what `make` reads of the office goes out in its frame. */
export async function writeSheet(
  task: SheetTask,
  make: (office: Office) => { frame: Frame; rows: () => Iterable<Row>; beside: () => unknown },
): Promise<void> {
  const say = (message: Message<unknown>, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);
  const db = connectForReading(task.path);
  try {
    // The roster of the day is worked out in temporary tables, which a reading connection may have; then one view of the office.
    db.exec('BEGIN');
    const { frame, rows, beside } = make(new Office(task.path, db, stoppedClock(task.now, task.today)));
    const { writeFramed } = await import('../ground/excel/write.ts');
    const bytes = await writeFramed(frame, rows, task.now, (count) => say({ kind: 'progress', rows: count }));
    say({ kind: 'done', bytes, beside: beside() }, [bytes.buffer]);
  } finally {
    db.close();
  }
}
