// A file to restore from, on its way in.
import { Hono } from 'hono';
import { Refusal } from '../../../shared/refusal.ts';
import type { AppDeps } from '../../deps.ts';
import { receive } from './received.ts';

export function restoreRoutes({ desk }: AppDeps): Hono {
  const app = new Hono();
  app.post('/', async (c) => {
    if (!c.req.raw.body) throw new Refusal('文件是空的，没有读入。');
    return c.json({ id: await receive(desk, c.req.raw.body) });
  });
  return app;
}
