// Exporting or printing a report as a job: a worker writes the workbook or the PDF, the main thread writes down who took full ID
// numbers away.
import { sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import type { ReportOrder } from '../../../shared/reports.ts';
import type { ProducedFile } from '../../ground/files/download.ts';
import { sheetFromWorker, sheetTask } from '../../kit/sheetWork.ts';
import type { Preparation } from '../../trpc.ts';
import { readSetting } from '../settings/settings.ts';
import { askedReport, rowsToGo } from './catalogue.ts';
import type { ExportTask } from './export.worker.ts';

/** Starts the work. @returns the job's id. @throws Refusal when the report would have no row */
export function startExport(preparation: Preparation, { request, format }: ReportOrder): string {
  const { deps, office, owner } = preparation;
  const verb = sheetVerbs[format];
  const settings = readSetting(office, 'office');
  const { report, asked, frame } = askedReport(request, settings, office);
  const count = rowsToGo(asked, office, format);
  const task: ExportTask = { ...sheetTask(office, format), request, office: settings };
  return deps.jobs.start(owner, beside(verb, report.name), async (signal, progress): Promise<ProducedFile> => {
    progress(0, count, `正在准备${report.name}`);
    const { file, holders } = await sheetFromWorker({ folder: 'rooms/reports', name: 'export', task }, frame, signal, (rows) =>
      progress(rows, count, `正在写入${report.name}`),
    );
    if (asked.reveals) await writeDown(preparation, `${beside(verb, report.name)}（含完整身份证号）`, holders);
    return file;
  });
}

/** One act, one line for each person whose whole number left the office. */
const writeDown = ({ deps, office, actor }: Preparation, summary: string, workerIds: readonly number[]): Promise<unknown> =>
  deps.desk.write(office, () =>
    office.change({ actor, kind: 'reveal', summary }, (change) => {
      for (const id of workerIds) change.reveal('worker', id, 'id_number');
      change.say(`${summary}${workerIds.length} 人`);
    }),
  );
