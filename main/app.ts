// createApp: the whole program behind the screen as one fetch handler. Both hosts mount exactly this; rooms add their
// calls and their file routes here; what else they bring, in rooms/rooms.ts.
import type { inferRouterInputs } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { type Context as Asking, Hono } from 'hono';
import { ZodError } from 'zod';
import type { FirstQuestion } from '../shared/firstAnswers.ts';
import { Refusal } from '../shared/refusal.ts';
import { openingHeader, personHeader } from '../shared/shown.ts';
import type { App, AppDeps, HostEnv } from './deps.ts';
import { answerFirst } from './firstAnswers.ts';
import { personAt } from './ground/people/people.ts';
import { peopleRouter } from './ground/people/router.ts';
import { auditRouter } from './ground/audit/router.ts';
import { callLimit, TooLarge, withBody } from './ground/files/body.ts';
import { fileRoutes } from './ground/files/routes.ts';
import { screens } from './ground/files/screens.ts';
import { jobsRouter } from './ground/jobs/router.ts';
import { restoreRoutes } from './rooms/backups/routes.ts';
import { photoRoutes } from './rooms/photos/routes.ts';
import { listsRouter } from './rooms/lists/router.ts';
import { roomFound, roomListed } from './rooms/rooms.ts';
import { backupsRouter } from './rooms/backups/router.ts';
import { importsRouter } from './rooms/imports/router.ts';
import { photosRouter } from './rooms/photos/router.ts';
import { reportsRouter } from './rooms/reports/router.ts';
import { rosterRouter } from './rooms/roster/router.ts';
import { settingsRouter } from './rooms/settings/router.ts';
import { signboardsRouter } from './rooms/signboards/router.ts';
import { todayRouter } from './rooms/today/router.ts';
import { welcomeRouter } from './rooms/welcome/router.ts';
import { searchRouter } from './rooms/search/router.ts';
import { type Context, mostCalls, router, shownBy, tooLargeCall } from './trpc.ts';

export const appRouter = router({
  audit: auditRouter,
  jobs: jobsRouter,
  people: peopleRouter,
  lists: listsRouter(roomListed),
  search: searchRouter(roomFound),
  backups: backupsRouter,
  imports: importsRouter,
  photos: photosRouter,
  reports: reportsRouter,
  roster: rosterRouter,
  settings: settingsRouter,
  signboards: signboardsRouter,
  today: todayRouter,
  welcome: welcomeRouter,
});
export type AppRouter = typeof appRouter;

type Inputs = inferRouterInputs<AppRouter>;
const asks = <Room extends keyof Inputs, Name extends keyof Inputs[Room] & string>(
  room: Room,
  name: Name,
  input: Inputs[Room][Name],
): FirstQuestion => ({ path: `${room}.${name}`, input });

/** What the frame asks around every screen, and what the home screen asks besides; to the letter, else it is asked twice. */
const firstQuestions = (address: string, asOf: string): FirstQuestion[] => [
  asks('settings', 'read', undefined),
  asks('backups', 'state', undefined),
  asks('people', 'me', undefined),
  asks('audit', 'latest', undefined),
  asks('today', 'day', undefined),
  asks('roster', 'figures', { asOf }),
  asks('settings', 'preference', { name: 'opened' }),
  ...(address === '/'
    ? [asks('roster', 'gaps', { asOf }), asks('audit', 'list', { limit: 5 }), asks('today', 'actions', undefined)]
    : []),
];

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-src 'self'; frame-ancestors 'self'";

export function createApp(deps: AppDeps): App {
  const app = new Hono<{ Bindings: HostEnv }>();
  const contextOf = (c: Asking<{ Bindings: HostEnv }>): Context => ({ deps, login: c.env.login, shown: shownBy(c.req) });
  app.use(async (c, next) => {
    // Before anything is read: of this opening the answer speaks, also where the office is replaced meanwhile.
    const opening = deps.desk.opening();
    const person = deps.desk.damage() === null ? personAt(deps.desk.office(), c.env.login) : null;
    await next();
    c.header(openingHeader, opening);
    c.header(personHeader, person?.uid ?? '');
    c.header('Content-Security-Policy', contentSecurityPolicy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.all('/trpc/*', async (c) => {
    let request: Request;
    try {
      if (c.req.path.split(',').length > mostCalls) throw new TooLarge('这一次提交的操作太多，没有处理。请刷新后再试。');
      request = await withBody(c.req.raw, callLimit, () => '这一次提交的内容超过 2 MB，没有处理。请减少内容后再试。');
    } catch (error) {
      if (error instanceof TooLarge) return c.json(tooLargeCall(error), 413);
      throw error;
    }
    return fetchRequestHandler({
      endpoint: '/trpc',
      req: request,
      router: appRouter,
      allowMethodOverride: true,
      createContext: () => contextOf(c),
      onError: ({ error, path }) => {
        const call = `trpc ${path?.slice(0, 200) ?? ''}`;
        if (error.cause instanceof Refusal) return;
        // Of a call that nobody can answer the reason quotes what was sent.
        if (error.code === 'INTERNAL_SERVER_ERROR' || error.cause instanceof ZodError) deps.log.error(call, error.cause ?? error);
        else deps.log.info(`${call} declined: ${error.code}`);
      },
    });
  });
  app.route('/files/photos', photoRoutes(deps));
  app.route('/files/restore', restoreRoutes(deps));
  app.route('/files', fileRoutes(deps));
  app.get(
    '*',
    screens<HostEnv>(deps.screensFolder, (c) =>
      answerFirst(appRouter, firstQuestions(c.req.path, deps.clock.today()), contextOf(c)),
    ),
  );
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ message: error.message }, error instanceof TooLarge ? 413 : 422);
    deps.log.error(`route ${c.req.path.slice(0, 200)}`, error);
    return c.json({ message: '程序出错，没有完成。详情已记入日志。' }, 500);
  });
  app.notFound((c) => c.json({ message: '没有这个地址。' }, 404));
  return async (request, env) => app.fetch(request, env);
}
