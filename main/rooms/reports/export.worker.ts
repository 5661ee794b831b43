// Writes one report's workbook or PDF away from the window, and says whose ID numbers stand in it.
import { workerData } from 'node:worker_threads';
import type { ReportRequest } from '../../../shared/reports.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Row } from '../../ground/sheets/frame.ts';
import type { Office } from '../../ground/office/office.ts';
import { type SheetTask, writeSheet } from '../../kit/sheetWork.ts';
import { askedReport, rowsToGo } from './catalogue.ts';

export type ExportTask = SheetTask & { request: ReportRequest; office: Settings['office'] };

const task = workerData as ExportTask;

await writeSheet(task, (office: Office) => {
  const { asked, frame } = askedReport(task.request, task.office, office);
  // Again, in the very view of the office that is written: rows may have gone since.
  rowsToGo(asked, office, task.format);
  const thumbnail = office.prepare<[string], Buffer>('SELECT thumbnail FROM photo WHERE hash = ?').pluck();
  const photoColumn = frame.columns.findIndex((column) => column.kind === 'photo');
  const workerIds = new Set<number>();
  function* rows(): Generator<Row> {
    for (const row of asked.rows(office)) {
      if (row.workerId !== null) workerIds.add(row.workerId);
      const hash = row.cells[photoColumn];
      if (typeof hash === 'string') row.cells[photoColumn] = thumbnail.get(hash) ?? null;
      yield row.cells;
    }
  }
  return { frame, rows, holders: () => [...workerIds] };
});
