// Plain routes for files: in by POST, out by GET. A room with files of its own brings its routes.ts; everything else is a
// tRPC call.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../../../shared/refusal.ts';
import type { AppDeps, HostEnv } from '../../deps.ts';
import { callerOf, type Shown, shownBy } from '../../trpc.ts';
import type { Owner } from '../shelf.ts';
import { contentOf, downloadHeaders, isProducedFile } from './download.ts';
import { uploadLimit } from './uploads.ts';

export function fileRoutes(deps: AppDeps): Hono<{ Bindings: HostEnv }> {
  const app = new Hono<{ Bindings: HostEnv }>();
  const ownerOf = (login: string, shown: Shown | null = null): Owner => callerOf(deps, login, shown).owner;
  const tooLarge = (name: string): never => {
    throw new Refusal(`“${name}”超过 20 MB，没有读入。请拆分或压缩后再试。`);
  };
  const nameOf = (given: string | undefined): string => {
    const name = (given ?? '').split(/[\\/]/).at(-1) ?? '';
    if (!name) throw new Refusal('上传的文件没有文件名，请重新选择。');
    return name;
  };
  // Also of a body that doesn't say how long it is.
  app.use('/uploads', bodyLimit({ maxSize: uploadLimit, onError: (c) => tooLarge(nameOf(c.req.query('name'))) }));
  app.post('/uploads', async (c) => {
    const name = nameOf(c.req.query('name'));
    const bytes = new Uint8Array(await c.req.arrayBuffer());
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
