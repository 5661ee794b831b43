// The three reports as the proofs that read them ask for them, from the demo office, and the files the whole handler makes of them.
import type { SheetFormat } from '../../shared/kit/sheetFormat.ts';
import { firstOptions, type ReportRequest } from '../../shared/reports.ts';
import { fileOf } from './jobs.ts';
import { type openProgram, testDay } from './program.ts';

export const askedReports = {
  'roster-full': { report: 'roster', paper: 'A3', idStyle: 'full' },
  'roster-masked': { report: 'roster', paper: 'A4', idStyle: 'masked' },
  'roster-photos': { report: 'roster', paper: 'A3', idStyle: 'omitted', photo: true },
  communities: { report: 'communities', paper: 'A4', idStyle: 'omitted' },
  compounds: { report: 'compounds', paper: 'A3', idStyle: 'omitted' },
} as const satisfies Record<string, Partial<ReportRequest>>;

export type AskedReport = keyof typeof askedReports;

export const requestOf = (name: AskedReport): ReportRequest => ({
  ...firstOptions[askedReports[name].report],
  asOf: testDay,
  scope: 'serving',
  branchIds: null,
  kind: null,
  workerIds: null,
  ...askedReports[name],
});

export async function producedReport(
  program: ReturnType<typeof openProgram>,
  name: AskedReport,
  format: SheetFormat,
): Promise<Uint8Array> {
  const jobId = await program.caller.reports.start({ ...requestOf(name), format });
  return (await fileOf(program, jobId)).bytes;
}
