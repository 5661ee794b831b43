// The reports screen's calls.
import { reportOrderSchema, reportRequestSchema } from '../../../shared/reports.ts';
import { procedure, router } from '../../trpc.ts';
import { startExport } from './export.ts';
import { previewReport } from './preview.ts';

export const reportsRouter = router({
  preview: procedure.input(reportRequestSchema).query(({ ctx, input }) => previewReport(ctx.office, input)),
  /** @returns the job whose file is the workbook, or the PDF. */
  start: procedure
    .meta({ may: 'reports' })
    .input(reportOrderSchema)
    .mutation(({ ctx, input }) => startExport(ctx, input)),
});
