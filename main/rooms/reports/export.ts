// Exporting a report as a job: a worker writes the workbook, the main thread writes down who took full ID numbers away.
import { Refusal } from '../../../shared/refusal.ts';
import type { ReportRequest } from '../../../shared/reports.ts';
import { fileName } from '../../ground/excel/frame.ts';
import { type ProducedFile, workbookType } from '../../ground/files/download.ts';
import { readSetting } from '../settings/settings.ts';
import type { Preparation } from '../../trpc.ts';
import { frameOf, reportNamed } from './catalogue.ts';
import { sheetFromWorker, sheetTask } from '../../kit/sheetWork.ts';
import type { ExportTask } from './export.worker.ts';

/** Starts the export. @returns the job's id. @throws Refusal when the report would have no row. */
export function startExport(asking: Preparation, request: ReportRequest): string {
  const { deps, office, owner } = asking;
  const report = reportNamed(request.report);
  const settings = readSetting(office, 'office');
  const frame = frameOf(report, request, settings);
  const count = report.count(office, request);
  if (count === 0) throw new Refusal(`${request.asOf} 没有可以导出的内容，请改选统计日期或筛选条件。`);
  const task: ExportTask = { ...sheetTask(office), request, office: settings };
  return deps.jobs.start(owner, `导出${report.name}`, async (signal, progress): Promise<ProducedFile> => {
    progress(0, count, `正在导出${report.name}`);
    const { bytes, beside } = await sheetFromWorker<number[]>({ folder: 'rooms/reports', name: 'export', task }, signal, (rows) =>
      progress(rows, count, `正在写入${report.name}`),
    );
    if (request.report === 'roster' && request.idStyle === 'full') await writeDown(asking, beside);
    return { name: fileName(frame), type: workbookType, bytes };
  });
}

/** One act, one line for each person whose whole number left the office. */
const writeDown = ({ deps, office, actor }: Preparation, workerIds: readonly number[]): Promise<unknown> =>
  deps.desk.write(office, () =>
    office.change({ actor, kind: 'reveal', summary: '导出花名册（含完整身份证号）' }, (change) => {
      for (const id of workerIds) change.reveal('worker', id, 'id_number');
      change.say(`导出花名册（含完整身份证号）${workerIds.length} 人`);
    }),
  );
