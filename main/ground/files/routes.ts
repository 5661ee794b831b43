// Plain routes for files: in by POST, out by GET. A room with files of its own brings its routes.ts; everything else is a
// tRPC call.
import { Hono } from 'hono';
import { Refusal } from '../../../shared/refusal.ts';
import type { AppDeps, HostEnv } from '../../deps.ts';
import { callerOf, type Shown, shownBy } from '../../trpc.ts';
import type { Owner } from '../shelf.ts';
import { takeBody } from './body.ts';
import { contentOf, downloadHeaders, isProducedFile } from './download.ts';
import { uploadLimit, uploadTooLarge } from './uploads.ts';

export function fileRoutes(deps: AppDeps): Hono<{ Bindings: HostEnv }> {
  const app = new Hono<{ Bindings: HostEnv }>();
  const ownerOf = (login: string, shown: Shown | null = null): Owner => callerOf(deps, login, shown).owner;
  const nameOf = (given: string | undefined): string => {
    const name = (given ?? '').split(/[\\/]/).at(-1) ?? '';
    if (!name) throw new Refusal('上传的文件没有文件名，请重新选择。');
    return name;
  };
  app.post('/uploads', async (c) => {
    const name = nameOf(c.req.query('name'));
    const bytes = await takeBody(c.req.raw, uploadLimit, () => uploadTooLarge(name));
    return c.json({ id: deps.uploads.add(ownerOf(c.env.login, shownBy(c.req)), name, bytes) });
  });
  app.get('/jobs/:id', (c) => {
    const file = deps.jobs.result(ownerOf(c.env.login), c.req.param('id'));
    if (!isProducedFile(file)) throw new Refusal('这项工作没有产生文件。');
    const headers = downloadHeaders(file.name, file.type);
    if (c.req.query('inline') !== undefined) headers['Content-Disposition'] = 'inline';
    return c.body(contentOf(file), 200, headers);
  });
  // Whatever else stands under /files is no screen.
  app.all('*', (c) => c.json({ message: '没有这个文件。' }, 404));
  return app;
}
