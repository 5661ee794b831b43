// Exporting or printing a report as a job: a worker writes the workbook or the PDF, the main thread writes down who took full ID
// numbers away.
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import type { ReportOrder } from '../../../shared/reports.ts';
import { fileName } from '../../ground/sheets/frame.ts';
import type { ProducedFile } from '../../ground/files/download.ts';
import { readSetting } from '../settings/settings.ts';
import { startWorker } from '../../ground/workers.ts';
import type { Preparation } from '../../trpc.ts';
import { frameOf, reportNamed } from './catalogue.ts';
import type { ExportMessage, ExportTask } from './export.worker.ts';

const types: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Starts the work. @returns the job's id. @throws Refusal when the report would have no row. */
export function startExport(asking: Preparation, order: ReportOrder): string {
  const { deps, office, owner } = asking;
  const { format, ...request } = order;
  const verb = sheetVerbs[format];
  const report = reportNamed(request.report);
  const settings = readSetting(office, 'office');
  const frame = frameOf(report, request, settings);
  const count = report.count(office, request);
  if (count === 0) throw new Refusal(`${request.asOf} 没有可以${verb}的内容，请改选统计日期或筛选条件。`);
  const task: ExportTask = { path: office.path, order, office: settings, now: office.clock.now(), today: office.clock.today() };
  return deps.jobs.start(owner, `${verb}${report.name}`, async (signal, progress): Promise<ProducedFile> => {
    progress(0, count, `正在准备${report.name}`);
    const done = await work(task, signal, (rows) => progress(rows, count, `正在写入${report.name}`));
    if (request.report === 'roster' && request.idStyle === 'full') await writeDown(asking, verb, done.workerIds);
    return { name: fileName(frame, format), type: types[format], bytes: done.bytes };
  });
}

type Done = Extract<ExportMessage, { kind: 'done' }>;

async function work(task: ExportTask, signal: AbortSignal, progress: (rows: number) => void): Promise<Done> {
  signal.throwIfAborted();
  const worker: Worker = startWorker('rooms/reports', 'export', { workerData: task });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let done: Done | null = null;
  let refusal: Refusal | null = null;
  worker.on('message', (message: ExportMessage) => {
    if (message.kind === 'done') done = message;
    else if (message.kind === 'refused') refusal = new Refusal(message.message);
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
  if (done === null) throw new Error('the export worker ended without a file');
  return done;
}

/** One act, one line for each person whose whole number left the office. */
const writeDown = ({ deps, office, actor }: Preparation, verb: string, workerIds: readonly number[]): Promise<unknown> =>
  deps.desk.write(office, () =>
    office.change({ actor, kind: 'reveal', summary: `${verb}花名册（含完整身份证号）` }, (change) => {
      for (const id of workerIds) change.reveal('worker', id, 'id_number');
      change.rename(`${verb}花名册（含完整身份证号）${workerIds.length} 人`);
    }),
  );
