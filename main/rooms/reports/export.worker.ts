// Writes one report's workbook or PDF away from the window: reads the office through its own reading connection, in one transaction, so
// that all passes over the rows see the same office, and hands the bytes back. It never writes the office.
import { parentPort, workerData } from 'node:worker_threads';
import { stoppedClock } from '../../../shared/clock.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { ReportOrder } from '../../../shared/reports.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Row } from '../../ground/sheets/frame.ts';
import { connectForReading } from '../../ground/office/connection.ts';
import { Office } from '../../ground/office/office.ts';
import { frameOf, reportNamed } from './catalogue.ts';

export type ExportTask = { path: string; order: ReportOrder; office: Settings['office']; now: Date; today: string };
export type ExportMessage =
  | { kind: 'progress'; rows: number }
  | { kind: 'refused'; message: string }
  | { kind: 'done'; bytes: Uint8Array<ArrayBuffer>; rows: number; workerIds: number[] };

/** Each with libraries of its own. */
const writers = {
  xlsx: async () => (await import('../../ground/excel/write.ts')).writeFramed,
  pdf: async () => (await import('../../ground/pdf/writePages.ts')).writePages,
};

async function run(task: ExportTask): Promise<void> {
  const say = (message: ExportMessage, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);
  const db = connectForReading(task.path);
  try {
    // The roster of the day is worked out in temporary tables, which a reading connection may have; then one view of the office.
    db.exec('BEGIN');
    const office = new Office(task.path, db, stoppedClock(task.now, task.today));
    const report = reportNamed(task.order.report);
    const frame = frameOf(report, task.order, task.office);
    const thumbnail = office.prepare<[string], Buffer>('SELECT thumbnail FROM photo WHERE hash = ?').pluck();
    const photoColumn = frame.columns.findIndex((column) => column.kind === 'photo');
    const workerIds = new Set<number>();
    let rows = 0;
    function* cells(): Generator<Row> {
      rows = 0;
      for (const row of report.rows(office, task.order)) {
        rows++;
        if (row.workerId !== null) workerIds.add(row.workerId);
        const hash = row.cells[photoColumn];
        if (typeof hash === 'string') row.cells[photoColumn] = thumbnail.get(hash) ?? null;
        yield row.cells;
      }
    }
    const write = await writers[task.order.format]();
    const bytes = await write(frame, cells, task.now, (done) => say({ kind: 'progress', rows: done }));
    say({ kind: 'done', bytes, rows, workerIds: [...workerIds] }, [bytes.buffer]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ kind: 'refused', message: error.message });
  } finally {
    db.close();
  }
}

await run(workerData as ExportTask);
