// Photos on their way to the screen, and the files of a batch on their way in. A photo's address is its hash, so it never
// changes; it stays out of shared caches.
import { Hono } from 'hono';
import { z } from 'zod';
import { photoCropSchema, photoTurnSchema } from '../../../shared/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { AppDeps, HostEnv } from '../../deps.ts';
import { takeBody } from '../../ground/files/body.ts';
import { callerOf, type Shown, shownBy } from '../../trpc.ts';
import { addToBatch, type Asking, waitingPhoto } from './batch.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { photoFaults, photoLimits } from '../../../shared/photos.ts';
import { readPhoto, readThumbnail } from './store.ts';

const headers = { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=31536000, immutable' };

/** A crop by hand comes with the file it is of, and says which waiting item it replaces. */
const batchQuery = z.object({
  name: z.string().min(1).max(1000),
  replaces: z.coerce.number().int().optional(),
  turn: z.coerce.number().pipe(photoTurnSchema).optional(),
  crop: z
    .string()
    .transform((text) => {
      const [left = Number.NaN, top = Number.NaN, width = Number.NaN, height = Number.NaN] = text.split(',').map(Number);
      return { left, top, width, height };
    })
    .pipe(photoCropSchema)
    .optional(),
});

export function photoRoutes(deps: AppDeps): Hono<{ Bindings: HostEnv }> {
  const app = new Hono<{ Bindings: HostEnv }>();
  const asking = (login: string, shown: Shown | null = null): Asking => ({
    deps,
    ...callerOf(deps, login, shown),
    office: deps.desk.office(),
  });
  for (const [address, read] of [
    ['/:hash{[0-9a-f]{64}}', readPhoto],
    ['/:hash{[0-9a-f]{64}}/thumbnail', readThumbnail],
  ] as const)
    app.get(address, (c) => {
      const jpeg = read(deps.desk.office(), c.req.param('hash') ?? '');
      return jpeg ? c.body(new Uint8Array(jpeg), 200, headers) : c.json({ message: '没有这张照片。' }, 404);
    });
  for (const [address, part] of [
    ['/batch/:item{[0-9]+}', 'jpeg'],
    ['/batch/:item{[0-9]+}/thumbnail', 'thumbnail'],
  ] as const)
    app.get(address, (c) => {
      const photo = waitingPhoto(asking(c.env.login), Number(c.req.param('item')));
      return photo
        ? c.body(new Uint8Array(photo[part]), 200, { 'Content-Type': 'image/jpeg' })
        : c.json({ message: '没有这张照片。' }, 404);
    });
  app.post('/batch', async (c) => {
    const query = batchQuery.safeParse(c.req.query());
    if (!query.success) throw new Refusal('照片的裁剪范围不对，没有读入。请重新裁剪。');
    const { name, ...options } = query.data;
    // Over the photos' own limit a file is still listed with its fault; no more is read of any body.
    const bytes = await takeBody(c.req.raw, photoLimits.bytes * 2, () => photoFaults.tooLarge(shownName(name)));
    // Asked once the bytes are here: the office may have been replaced while they came.
    const caller = asking(c.env.login, shownBy(c.req));
    return c.json({ id: await addToBatch(caller, name, bytes, options) });
  });
  return app;
}
