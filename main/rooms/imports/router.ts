// The import wizard's calls. The file itself comes in by POST /files/uploads; a worker of its own reads, judges and writes it, and
// answers here; long work runs as a job.
import { z } from 'zod';
import { importFields } from '../../../shared/imports/fields.ts';
import { photoChoiceSchema } from '../../../shared/imports/photos.ts';
import { previewTabs, rowQuestions } from '../../../shared/imports/preview.ts';
import { columnChoiceSchema, importOptionsSchema, importSteps, tableChoiceSchema } from '../../../shared/imports/wizard.ts';
import { limits, tooLong } from '../../../shared/kit/limits.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { preferencesOf } from '../../ground/people/people.ts';
import { procedure, router } from '../../trpc.ts';
import { forgetWord, keptWords, shownWord } from './learnedWords.ts';
import { changeRemembered, forgetHeader, rememberedHeaders } from './remembered.ts';
import { currentSession, findSession, forgetSession, keepJob, keepSession, runningJob } from './sessions.ts';
import { templateFile } from './template.ts';
import { askedBy, asking, commitSession, judgeSession, markErrors, readIntoSession, undoImport } from './work.ts';

const byId = z.object({ id: z.string() });

/** Calls about one unfinished import. */
const ofSession = procedure
  .meta({ may: 'imports' })
  .input(byId)
  .use(({ ctx, input, next }) => {
    const session = findSession(ctx.deps, ctx.owner, input.id);
    return next({ ctx: { ...ctx, session, ask: asking(ctx, session) } });
  });

export const importsRouter = router({
  /** The import this person has under way, or null; and the job it runs in. */
  current: procedure.query(async ({ ctx }) => {
    const session = currentSession(ctx.deps, ctx.owner);
    return { import: session && (await session.state(askedBy(ctx))), jobId: runningJob(ctx.deps, ctx.owner) };
  }),

  /** Reads an uploaded file; the job's end leaves it as the current import. */
  start: procedure
    .meta({ may: 'imports' })
    .input(z.object({ uploadId: z.string() }))
    .mutation(({ ctx, input }) => {
      const file = ctx.deps.uploads.get(ctx.owner, input.uploadId);
      const jobId = ctx.deps.jobs.start(ctx.owner, `读取“${shownName(file.name)}”`, async (signal, progress) => {
        keepSession(ctx.deps, ctx.owner, await readIntoSession(ctx, file, signal, progress));
        ctx.deps.uploads.forget(ctx.owner, input.uploadId);
      });
      return keepJob(ctx.deps, ctx.owner, jobId);
    }),

  /** Goes back to an earlier step; what was chosen there is still there. */
  goTo: ofSession
    .input(z.object({ step: z.enum(importSteps).exclude(['file', 'preview', 'result']) }))
    .mutation(({ ctx, input }) => ctx.ask('goTo', { step: input.step })),

  grid: ofSession.query(({ ctx }) => ctx.ask('grid', null)),

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
      return ctx.ask('chooseHeader', { sheet: input.sheet, header: input.header });
    }),

  /** Looks at another table of the file. */
  viewTable: ofSession
    .input(z.object({ table: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => ctx.ask('viewTable', { table: input.table })),

  chooseTables: ofSession
    .input(z.object({ tables: z.array(tableChoiceSchema).max(2000) }))
    .mutation(({ ctx, input }) => ctx.ask('chooseTables', { tables: input.tables })),

  chooseColumns: ofSession
    .input(z.object({ fields: columnChoiceSchema, options: importOptionsSchema }))
    .mutation(({ ctx, input }) => ctx.ask('chooseColumns', { fields: input.fields, options: input.options })),

  /** Judges the file; at the job's end the preview is there. */
  judge: ofSession.mutation(async ({ ctx }) => {
    await ctx.ask('checkColumns', null);
    const { deps, session } = ctx;
    return keepJob(
      deps,
      ctx.owner,
      deps.jobs.start(ctx.owner, `核对“${session.fileName}”`, (signal, progress) => judgeSession(ctx, session, signal, progress)),
    );
  }),

  summary: ofSession.query(({ ctx }) => ctx.ask('summary', null)),

  rows: ofSession
    .input(
      z.object({
        tab: z.enum(previewTabs).exclude(['gone']),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .query(({ ctx, input }) => ctx.ask('rows', { tab: input.tab, offset: input.offset, limit: input.limit })),

  gone: ofSession.query(({ ctx }) => ctx.ask('gone', null)),

  /** Ticks or unticks rows; `rows` null means all of the tab. */
  tick: ofSession
    .input(
      z.object({ tab: z.enum(['new', 'changed']), rows: z.array(z.number().int()).max(500).nullable(), ticked: z.boolean() }),
    )
    .mutation(({ ctx, input }) => ctx.ask('tick', { tab: input.tab, rows: input.rows, ticked: input.ticked })),

  /** Answers what is asked of a row; null takes the answer back. */
  decide: ofSession
    .input(
      z.object({
        row: z.number().int(),
        question: z.enum([...importFields, ...rowQuestions]),
        decision: z.string().max(20).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.ask('decide', { row: input.row, question: input.question, decision: input.decision })),

  /** Types over a cell of the file, in all rows `alike` too; null gives the file's own back. */
  mend: ofSession
    .input(
      z.object({
        row: z.number().int(),
        field: z.enum(importFields),
        text: z.string().max(limits.note, tooLong('改正的内容', limits.note)).nullable(),
        alike: z.boolean(),
      }),
    )
    .mutation(({ ctx, input: { row, field, text, alike } }) => ctx.ask('mend', { row, field, text, alike })),

  /** Places, grids, companies and words of ours for what somebody types over a cell. */
  offers: ofSession
    .input(z.object({ row: z.number().int(), field: z.enum(importFields), typed: z.string().max(limits.line) }))
    .query(({ ctx, input: { row, field, typed } }) => ctx.ask('offers', { row, field, typed })),

  /** The first day in a new grid of whoever the file moves. */
  chooseEffectiveDay: ofSession
    .input(importOptionsSchema.pick({ effectiveDay: true }))
    .mutation(({ ctx, input }) => ctx.ask('chooseEffectiveDay', { effectiveDay: input.effectiveDay })),

  /** Which pictures of the file come in as photos, and whether they replace what is there. */
  choosePhotos: ofSession
    .input(photoChoiceSchema)
    .mutation(({ ctx, input: { column, replace } }) => ctx.ask('choosePhotos', { column, replace })),

  commit: ofSession.meta({ act: 'imports.commit', may: 'imports' }).mutation(async ({ ctx }) => {
    await ctx.ask('checkTicked', null);
    const { deps, session } = ctx;
    return keepJob(
      deps,
      ctx.owner,
      deps.jobs.start(ctx.owner, `写入“${session.fileName}”`, (signal, progress) =>
        commitSession(ctx, session, signal, progress),
      ),
    );
  }),

  undo: ofSession.meta({ act: 'undo', may: 'undo' }).mutation(({ ctx }) => undoImport(ctx, ctx.ask)),

  /** What was written is the last import now, no longer the one under way; `left` false shows it again. */
  leaveResult: ofSession
    .input(z.object({ left: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.ask('leaveResult', { left: input.left })),

  abandon: ofSession.mutation(({ ctx }) => forgetSession(ctx.deps, ctx.owner)),

  /** Their own file back, bad cells coloured, with an added column 导入结果. */
  markErrors: ofSession.mutation(({ ctx }) => {
    const { deps, session } = ctx;
    return { jobId: deps.jobs.start(ctx.owner, '标出错误', (signal) => markErrors(ctx, session, signal)) };
  }),

  /** What earlier imports of this person learned of headers. */
  remembered: procedure
    .meta({ may: 'imports' })
    .query(({ ctx }) => rememberedHeaders(ctx.office, preferencesOf(ctx.office, ctx.login))),

  /** What this person took for words of others. */
  learnedWords: procedure
    .meta({ may: 'imports' })
    .query(({ ctx }) => keptWords(ctx.office, preferencesOf(ctx.office, ctx.login)).map(shownWord)),

  /** Forgets one of them. */
  forgetWord: procedure
    .meta({ may: 'imports' })
    .input(z.object({ field: z.enum(importFields), word: z.string().max(limits.name) }))
    .mutation(({ ctx, input }) =>
      ctx.deps.desk.write(ctx.office, () => forgetWord(ctx.office, preferencesOf(ctx.office, ctx.login), input)),
    ),

  /** Changes what the columns of a remembered header are; null forgets it. */
  changeRemembered: procedure
    .meta({ may: 'imports' })
    .input(z.object({ signature: z.string().max(64), columns: columnChoiceSchema.nullable() }))
    .mutation(({ ctx, input: { signature, columns } }) =>
      ctx.deps.desk.write(ctx.office, () =>
        columns === null
          ? forgetHeader(ctx.office, preferencesOf(ctx.office, ctx.login), signature)
          : changeRemembered(ctx.office, preferencesOf(ctx.office, ctx.login), signature, columns),
      ),
    ),

  template: procedure.meta({ may: 'imports' }).mutation(({ ctx }) => {
    const { deps, office } = ctx;
    return { jobId: deps.jobs.start(ctx.owner, '生成导入模板', () => templateFile(office)) };
  }),
});
