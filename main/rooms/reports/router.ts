// The reports screen's calls.
import { reportRequestSchema } from '../../../shared/reports.ts';
import { procedure, router } from '../../trpc.ts';
import { startExport } from './export.ts';
import { previewReport } from './preview.ts';

export const reportsRouter = router({
  preview: procedure.input(reportRequestSchema).query(({ ctx, input }) => previewReport(ctx.office, input)),
  /** @returns the job whose file is the workbook. */
  start: procedure
    .meta({ may: 'reports' })
    .input(reportRequestSchema)
    .mutation(({ ctx, input }) => startExport(ctx, input)),
});
