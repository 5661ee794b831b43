// Photos on their way to the screen. A photo's address is its hash, so it never changes; it stays out of shared caches.
import { Hono } from 'hono';
import type { AppDeps } from '../app.ts';
import { readPhoto, readThumbnail } from '../photos/store.ts';

const headers = { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=31536000, immutable' };

export function photoRoutes(deps: AppDeps): Hono {
  const app = new Hono();
  for (const [address, read] of [
    ['/:hash{[0-9a-f]{64}}', readPhoto],
    ['/:hash{[0-9a-f]{64}}/thumbnail', readThumbnail],
  ] as const)
    app.get(address, (c) => {
      const jpeg = read(deps.desk.office(), c.req.param('hash') ?? '');
      return jpeg ? c.body(new Uint8Array(jpeg), 200, headers) : c.json({ message: '没有这张照片。' }, 404);
    });
  return app;
}
