// Photos: one by one and many at once.
import { z } from 'zod';
import { savePhotoSchema, uploadPhotosSchema, workerPhotoSchema } from '../../../shared/photos.ts';
import { act, procedure, router } from '../../trpc.ts';
import { assign, batchState, dropBatch, dropItem, dropWritten, settledPhotos, tickItems, writePhotos } from './batch.ts';
import { findPeople } from './people.ts';
import { readPhotoFacts } from './store.ts';
import { acceptCrop, readyPhoto, removePhoto, savePhoto } from './photoActs.ts';

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
  save: act('photos.save', {
    input: savePhotoSchema,
    may: 'photos',
    prepare: readyPhoto,
    run: savePhoto,
    after: ({ deps, owner }, { uploadId }) => deps.uploads.forget(owner, uploadId),
  }),
  remove: act('photos.remove', { input: workerPhotoSchema, may: 'photos', run: removePhoto }),
  accept: act('photos.accept', { input: workerPhotoSchema, may: 'photos', run: acceptCrop }),
  batch: procedure.query(({ ctx }) => batchState(ctx)),
  people: procedure
    .input(z.object({ text: z.string().max(50, '查找的文字太长，请缩短到 50 字以内') }))
    .query(({ ctx, input }) => findPeople(ctx.office, input.text)),
  assign: procedure
    .meta({ may: 'photos' })
    .input(item.extend({ workerId: z.number().int().nullable() }))
    .mutation(({ ctx, input }) => assign(ctx, input.itemId, input.workerId)),
  tick: procedure
    .meta({ may: 'photos' })
    .input(z.object({ itemIds: z.array(z.number().int()).max(3000, '一次最多 3000 张照片'), ticked: z.boolean() }))
    .mutation(({ ctx, input }) => tickItems(ctx, input.itemIds, input.ticked)),
  drop: procedure
    .meta({ may: 'photos' })
    .input(item)
    .mutation(({ ctx, input }) => dropItem(ctx, input.itemId)),
  dropAll: procedure.meta({ may: 'photos' }).mutation(({ ctx }) => dropBatch(ctx)),
  write: act('photos.write', {
    input: uploadPhotosSchema,
    may: 'photos',
    prepare: (asking) => Promise.resolve(asking),
    run: (change, input, asking) => writePhotos(change, settledPhotos({ ...asking, office: change.office }, input)),
    after: (asking, { itemIds }) => dropWritten(asking, itemIds),
  }),
});
