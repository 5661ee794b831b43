// Photos: one by one and many at once.
import { z } from 'zod';
import { savePhotoSchema, workerPhotoSchema } from '../../../shared/photos.ts';
import { procedure, router } from '../../trpc.ts';
import { assign, batchState, dropBatch, dropItem, writeBatch } from './batch.ts';
import { findPeople } from './people.ts';
import { readPhotoFacts } from './store.ts';
import { acceptCrop, removePhoto, savePhoto } from './worker.ts';

const item = z.object({ itemId: z.number().int() });

export const photosRouter = router({
  facts: procedure
    .input(z.object({ hash: z.string().length(64) }))
    .query(({ ctx, input }) => readPhotoFacts(ctx.office, input.hash)),
  /** The present photo of a worker, and whether its automatic crop waits to be looked at. */
  ofWorker: procedure.input(workerPhotoSchema).query(({ ctx, input }) => {
    const row = ctx.office.row('worker', input.workerId);
    return { photoHash: (row?.photo_hash ?? null) as string | null, toCrop: row?.photo_to_crop === 1 };
  }),
  save: procedure.input(savePhotoSchema).mutation(({ ctx, input }) => savePhoto(ctx.office, ctx.deps.uploads, ctx.actor, input)),
  remove: procedure.input(workerPhotoSchema).mutation(({ ctx, input }) => removePhoto(ctx.office, ctx.actor, input.workerId)),
  accept: procedure.input(workerPhotoSchema).mutation(({ ctx, input }) => acceptCrop(ctx.office, ctx.actor, input.workerId)),
  batch: procedure.query(({ ctx }) => batchState(ctx.office)),
  people: procedure
    .input(z.object({ text: z.string().max(50, '查找的文字太长，请缩短到 50 字以内') }))
    .query(({ ctx, input }) => findPeople(ctx.office, input.text)),
  assign: procedure
    .input(item.extend({ workerId: z.number().int().nullable() }))
    .mutation(({ ctx, input }) => assign(ctx.office, input.itemId, input.workerId)),
  drop: procedure.input(item).mutation(({ ctx, input }) => dropItem(ctx.office, input.itemId)),
  dropAll: procedure.mutation(({ ctx }) => dropBatch(ctx.office)),
  write: procedure.mutation(({ ctx }) => writeBatch(ctx.office, ctx.actor)),
});
