// The three reports as the proofs that read them ask for them, from the demo office, and the files the whole handler makes of them.
import type { SheetFormat } from '../../shared/kit/sheetFormat.ts';
import { reportParameters, type ReportRequest } from '../../shared/reports.ts';
import { fileOf } from './jobs.ts';
import { type openProgram, testDay } from './program.ts';

const { roster, communities, compounds } = reportParameters;
const asOf = testDay;

export const askedReports = {
  'roster-full': { ...roster.first, asOf, paper: 'A3', idStyle: 'full' },
  'roster-masked': { ...roster.first, asOf, paper: 'A4', idStyle: 'masked' },
  'roster-photos': { ...roster.first, asOf, paper: 'A3', idStyle: 'omitted', photo: true },
  communities: { ...communities.first, asOf, paper: 'A4', subtotals: true },
  compounds: { ...compounds.first, asOf, paper: 'A3' },
  'compounds-sums': { ...compounds.first, asOf, paper: 'A3', subtotals: true },
} as const satisfies Record<string, ReportRequest>;

export type AskedReport = keyof typeof askedReports;

export async function producedReport(
  program: ReturnType<typeof openProgram>,
  name: AskedReport,
  format: SheetFormat,
): Promise<Uint8Array> {
  const jobId = await program.caller.reports.start({ request: askedReports[name], format });
  return (await fileOf(program, jobId)).bytes;
}
