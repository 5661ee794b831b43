// A sheet is written away from the window: the main thread starts the worker and hands on its progress, the worker reads the office
// through its own reading connection, in one transaction, so that both passes over the rows see the same office. It never writes it.
import { once } from 'node:events';
import { parentPort, type Worker } from 'node:worker_threads';
import { stoppedClock } from '../../shared/clock.ts';
import { printedType } from '../../shared/drawing/printed.ts';
import type { SheetFormat } from '../../shared/kit/sheetFormat.ts';
import { type Instead, Refusal } from '../../shared/refusal.ts';
import { type MadeFile, workbookType } from '../ground/files/download.ts';
import { fileName, type Frame, type Row } from '../ground/sheets/frame.ts';
import { connectForReading } from '../ground/office/connection.ts';
import { Office } from '../ground/office/office.ts';
import { startWorker } from '../ground/workers.ts';

/** What every such worker is told. */
export type SheetTask = { path: string; format: SheetFormat; now: Date; today: string };

export const sheetTask = (office: Office, format: SheetFormat): SheetTask => ({
  path: office.path,
  format,
  now: office.clock.now(),
  today: office.clock.today(),
});

type Message =
  | { kind: 'progress'; rows: number }
  | { kind: 'refused'; message: string; instead: Instead }
  | { kind: 'done'; bytes: Uint8Array<ArrayBuffer>; holders: number[] };

/** What the file is, by its format; the end of its name. */
const files: Readonly<Record<SheetFormat, { type: string; ending: string }>> = {
  xlsx: { type: workbookType, ending: 'xlsx' },
  print: { type: printedType, ending: 'ndjson' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
};

/**
 * The sheet as a file, called after its frame.
 * @param work the worker, by folder and name as startWorker takes them, and its task
 * @returns also the ids of the workers whose whole ID number stands in it @throws Refusal in the worker's own words
 */
export async function sheetFromWorker(
  { folder, name, task }: { folder: string; name: string; task: SheetTask },
  frame: Frame,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ file: MadeFile; holders: number[] }> {
  signal.throwIfAborted();
  const worker: Worker = startWorker(folder, name, { workerData: task });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let done: { bytes: Uint8Array; holders: number[] } | null = null;
  let refusal: Refusal | null = null;
  worker.on('message', (message: Message) => {
    if (message.kind === 'done') done = message;
    else if (message.kind === 'refused') refusal = new Refusal(message.message, message);
    else progress(message.rows);
  });
  try {
    // Rejects when the worker throws.
    await once(worker, 'exit');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  if (refusal !== null) throw refusal;
  if (done === null) throw new Error(`the worker ${name} ended without a sheet`);
  const { bytes, holders }: { bytes: Uint8Array; holders: number[] } = done;
  const { type, ending } = files[task.format];
  return { file: { name: fileName(frame, ending), type, bytes }, holders };
}

/** Each with libraries of its own. */
const writers = {
  xlsx: async () => (await import('../ground/excel/write.ts')).writeFramed,
  print: async () => (await import('../ground/pdf/writePrinted.ts')).writePrinted,
  pdf: async () => (await import('../ground/pdf/writePages.ts')).writePages,
};

/** In the worker: what `make` reads of the office goes out in its frame. */
export async function writeSheet(
  task: SheetTask,
  make: (office: Office) => { frame: Frame; rows: () => Iterable<Row>; holders: () => number[] },
): Promise<void> {
  const say = (message: Message, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);
  const db = connectForReading(task.path);
  try {
    // The roster of the day is worked out in temporary tables, which a reading connection may have; then one view of the office.
    db.exec('BEGIN');
    const { frame, rows, holders } = make(new Office(task.path, db, stoppedClock(task.now, task.today)));
    const write = await writers[task.format]();
    const bytes = await write(frame, rows, task.now, (count) => say({ kind: 'progress', rows: count }));
    say({ kind: 'done', bytes, holders: holders() }, [bytes.buffer]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ kind: 'refused', message: error.message, instead: error.instead });
  } finally {
    db.close();
  }
}
