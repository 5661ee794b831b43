// The import wizard's calls. The file itself comes in by POST /files/uploads; long work runs as a job.
import { z } from 'zod';
import { importFields } from '../../../shared/imports/fields.ts';
import { previewTabs } from '../../../shared/imports/preview.ts';
import { columnChoiceSchema, importOptionsSchema, importSteps, type SheetGrid } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { maskNumberIn, shownName } from '../../../shared/rules/masking.ts';
import { procedure, router } from '../../trpc.ts';
import { masked } from './masked.ts';
import { goneWorkers, isTicked, previewRows, summarise } from './preview.ts';
import type { ImportSession } from './session.ts';
import { currentSession, findSession, forgetSession, keepJob, keepSession, runningJob } from './sessions.ts';
import { markedFile, templateFile } from './produced.ts';
import { checkColumns, commitSession, decide, judgeSession, readIntoSession, stateOf, undoImport } from './work.ts';

const byId = z.object({ id: z.string() });

/** Calls about one unfinished import. */
const ofSession = procedure
  .input(byId)
  .use(({ ctx, input, next }) => next({ ctx: { ...ctx, session: findSession(ctx.deps, ctx.actor, input.id) } }));

const judged = (session: ImportSession) => {
  if (!session.judgement) throw new Refusal('还没有核对这份文件，请先返回对应列再看预览。');
  return session.judgement;
};

/** Rows shown for finding the header. */
const gridRows = 40;

const sheetGrid = (session: ImportSession): SheetGrid => {
  const rows = session.sheet.rows.slice(0, gridRows);
  return {
    rows: rows.map((row) =>
      row.map((cell, index) => (cell === null ? '' : masked(session.fields[index] ?? null, maskNumberIn(String(cell))))),
    ),
    columns: Math.max(1, ...rows.map((row) => row.length)),
    merges: session.sheet.merges.filter((merge) => merge.firstRow < gridRows),
  };
};

export const importsRouter = router({
  /** The import this person has under way, or null; and the job it runs in. */
  current: procedure.query(({ ctx }) => {
    const session = currentSession(ctx.deps, ctx.actor);
    return { import: session && stateOf(ctx.office, session), jobId: runningJob(ctx.deps, ctx.actor) };
  }),

  /** Reads an uploaded file; the job's end leaves it as the current import. */
  start: procedure.input(z.object({ uploadId: z.string() })).mutation(({ ctx, input }) => {
    const file = ctx.deps.uploads.get(input.uploadId);
    const jobId = ctx.deps.jobs.start(`读取“${shownName(file.name)}”`, async (signal, progress) => {
      keepSession(ctx.deps, await readIntoSession(ctx.deps, ctx.actor, file, signal, progress));
      ctx.deps.uploads.forget(input.uploadId);
    });
    return keepJob(ctx.deps, ctx.actor, jobId);
  }),

  /** Goes back to an earlier step; what was chosen there is still there. */
  goTo: ofSession
    .input(z.object({ step: z.enum(importSteps).exclude(['file', 'preview', 'result']) }))
    .mutation(({ ctx, input }) => {
      if (ctx.session.step === 'result') throw new Refusal('这次导入已经写入。要再导入，请重新选择文件。');
      ctx.session.step = input.step;
    }),

  grid: ofSession.query(({ ctx }) => sheetGrid(ctx.session)),

  chooseHeader: ofSession
    .input(
      z.object({
        sheet: z.number().int().min(0),
        header: z.object({ firstRow: z.number().int().min(1), lastRow: z.number().int().min(1) }).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => {
      if (input.header && (input.header.lastRow < input.header.firstRow || input.header.lastRow - input.header.firstRow > 4))
        throw new Refusal('表头最多五行，首行不能在末行下面，请重新选择。');
      ctx.session.chooseHeader(input.sheet, input.header);
    }),

  chooseColumns: ofSession
    .input(z.object({ fields: columnChoiceSchema, options: importOptionsSchema }))
    .mutation(({ ctx, input }) => ctx.session.chooseColumns(input.fields, input.options)),

  /** Judges the file; at the job's end the preview is there. */
  judge: ofSession.mutation(({ ctx }) => {
    checkColumns(ctx.session);
    const { deps, session } = ctx;
    return keepJob(
      deps,
      ctx.actor,
      deps.jobs.start(`核对“${session.fileName}”`, (signal, progress) => judgeSession(deps, session, signal, progress)),
    );
  }),

  summary: ofSession.query(({ ctx }) => summarise(ctx.office, ctx.session, judged(ctx.session))),

  rows: ofSession
    .input(
      z.object({
        tab: z.enum(previewTabs).exclude(['gone']),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .query(({ ctx, input }) => previewRows(ctx.office, ctx.session, judged(ctx.session), input.tab, input.offset, input.limit)),

  gone: ofSession.query(({ ctx }) => goneWorkers(judged(ctx.session))),

  /** Ticks or unticks rows; `rows` null means all of the tab. */
  tick: ofSession
    .input(
      z.object({ tab: z.enum(['new', 'changed']), rows: z.array(z.number().int()).max(500).nullable(), ticked: z.boolean() }),
    )
    .mutation(({ ctx, input }) => {
      const { session } = ctx;
      const wanted = input.rows && new Set(input.rows);
      for (const { row, outcome } of judged(session).rows)
        if (outcome === input.tab && (wanted === null || wanted.has(row))) {
          if (input.ticked) session.unticked.delete(row);
          else session.unticked.add(row);
        }
    }),

  /** Answers a held cell; null takes the answer back. */
  decide: ofSession
    .input(z.object({ row: z.number().int(), field: z.enum(importFields), decision: z.string().max(20).nullable() }))
    .mutation(({ ctx, input }) => decide(ctx.office, ctx.session, input.row, input.field, input.decision)),

  /** The first day in a new grid of whoever the file moves. */
  chooseEffectiveDay: ofSession.input(importOptionsSchema.pick({ effectiveDay: true })).mutation(({ ctx, input }) => {
    ctx.session.options = { ...ctx.session.options, ...input };
  }),

  commit: ofSession.mutation(({ ctx }) => {
    const { deps, session } = ctx;
    if (!judged(session).rows.some((row) => isTicked(session, row))) throw new Refusal('没有勾选要写入的行。');
    return keepJob(
      deps,
      ctx.actor,
      deps.jobs.start(`写入“${session.fileName}”`, (signal, progress) => commitSession(deps, session, signal, progress)),
    );
  }),

  undo: ofSession.mutation(({ ctx }) => undoImport(ctx.office, ctx.session)),

  abandon: ofSession.mutation(({ ctx }) => forgetSession(ctx.deps, ctx.actor)),

  /** Their own file back, bad cells coloured, with an added column 导入结果. */
  markErrors: ofSession.mutation(({ ctx }) => {
    const { deps, session } = ctx;
    const judgement = judged(session);
    return { jobId: deps.jobs.start('标出错误', (signal) => markedFile(session, judgement, signal)) };
  }),

  template: procedure.mutation(({ ctx }) => {
    const { deps, office } = ctx;
    return { jobId: deps.jobs.start('生成导入模板', () => templateFile(office)) };
  }),
});
