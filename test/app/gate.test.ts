// The loopback host's gate, over a real socket: nobody passes without this launch's cookie, whatever else they send.
import { type IncomingHttpHeaders, request as ask } from 'node:http';
import { connect } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppRouter, createApp } from '../../main/app.ts';
import { callerOf } from '../../main/trpc.ts';
import { type Gate, gate } from '../../main/gate.ts';
import { listenOnLoopback } from '../../main/loopback.ts';
import { openProgram } from '../harness/program.ts';

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

const program = openProgram();
const app = createApp(program.deps);
const passed: string[] = [];
const servers: ServerType[] = [];

function open(reusableToken: boolean, hostname = '127.0.0.1'): Promise<{ guard: Gate; port: number }> {
  const guard = gate(
    (request, env) => {
      passed.push(`${request.method} ${new URL(request.url).pathname}`);
      expect(env.login).toBe('clerk');
      return app(request, env);
    },
    { reusableToken, login: 'clerk' },
  );
  return new Promise((resolve) => {
    servers.push(
      serve({ fetch: (request) => guard.fetch(request), hostname, port: 0, overrideGlobalObjects: false }, (bound) => {
        guard.listensOn(bound);
        resolve({ guard, port: bound.port });
      }),
    );
  });
}

let guard: Gate;
let port: number;
beforeAll(async () => {
  ({ guard, port } = await open(true));
});
afterAll(() => {
  for (const server of servers) server.close();
  program.close();
});

const send = (path: string, { method = 'GET', headers = {}, body }: Asked = {}, to = port): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port: to, path, method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });

const cookie = (): string => `${guard.cookie().name}=${guard.cookie().value}`;
const member = (asked: Asked = {}): Asked => ({ ...asked, headers: { cookie: cookie(), ...asked.headers } });

const everyPath = [
  '/',
  '/workers',
  '/index.html',
  '/assets/x.js',
  '/trpc/settings.read',
  '/files/jobs/1',
  '/files/uploads',
  '/no/such',
];

test.each(everyPath)('without the cookie %s answers 403 and reaches nobody', async (path) => {
  passed.length = 0;
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const answer = await send(path, { method });
    expect(answer.status, method).toBe(403);
    expect(answer.headers['set-cookie'], method).toBeUndefined();
    expect(answer.headers['access-control-allow-origin'], method).toBeUndefined();
  }
  expect(passed).toEqual([]);
});

test.each([
  ['the name alone', () => `${guard.cookie().name}=`],
  ['another value', () => `${guard.cookie().name}=${'A'.repeat(guard.cookie().value.length)}`],
  ['the value under another port’s name', () => `grid-ledger-${port + 1}=${guard.cookie().value}`],
  ['the value with more after it', () => `${cookie()}x`],
  ['the value under a longer name', () => `x${cookie()}`],
  ['nothing', () => ''],
])('a cookie with %s is none', async (_title, value) => {
  expect((await send('/', { headers: { cookie: value() } })).status).toBe(403);
});

test('with the cookie, every path is answered', async () => {
  expect((await send('/', member())).status).toBe(200);
  expect((await send('/', member({ headers: { cookie: `a=b; ${cookie()}; c=d` } }))).status).toBe(200);
});

test.each([
  'localhost',
  'localhost:PORT',
  '127.0.0.1',
  '127.0.0.1:1',
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1.evil.example:PORT',
  '[::1]:PORT',
  '0.0.0.0:PORT',
  '127.1:PORT',
  '127.0.0.1:PORT.',
])('the Host %s is refused, cookie or not', async (host) => {
  const answer = await send('/', member({ headers: { host: host.replace('PORT', String(port)) } }));
  expect([400, 403]).toContain(answer.status);
  expect(answer.body).not.toContain('<html');
});

test('at an address of its own only this is its Host and its Origin', async () => {
  const own = await open(true, '127.9.8.7');
  const statusAt = (host: string, origin?: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { host, cookie: `${own.guard.cookie().name}=${own.guard.cookie().value}`, ...(origin ? { origin } : {}) };
      const asked = ask({ host: '127.9.8.7', port: own.port, path: '/trpc/settings.read', headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });
  const { port: at } = own;
  expect(own.guard.origin()).toBe(`http://127.9.8.7:${at}`);
  expect(await statusAt(`127.9.8.7:${at}`)).toBe(200);
  expect(await statusAt(`127.9.8.7:${at}`, `http://127.9.8.7:${at}`)).toBe(200);
  for (const host of [`127.0.0.1:${at}`, `127.9.8.8:${at}`, `localhost:${at}`, '127.9.8.7', `127.9.8.7:${port}`])
    expect(await statusAt(host), host).toBe(403);
  expect(await statusAt(`127.9.8.7:${at}`, `http://127.0.0.1:${at}`)).toBe(403);
});

test('the window’s host takes another address at each launch, a printed one the usual', async () => {
  const answer = async () => new Response('');
  const bound = [await listenOnLoopback(answer, 0, true), await listenOnLoopback(answer, 0, true)];
  for (const { address, close } of bound) {
    expect(address).toMatch(/^127\.(?!0\.0\.1$)\d+\.\d+\.\d+$/);
    close();
  }
  expect(bound[0]?.address).not.toBe(bound[1]?.address);
  const usual = await listenOnLoopback(answer, 0, false);
  expect(usual.address).toBe('127.0.0.1');
  const taken = listenOnLoopback(answer, usual.port, false);
  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  usual.close();
});

test.each([
  'https://evil.example',
  'null',
  'http://localhost:PORT',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'https://127.0.0.1:PORT',
  'file://',
])('the Origin %s is refused, cookie or not', async (origin) => {
  const headers = { origin: origin.replace('PORT', String(port)) };
  expect((await send('/trpc/settings.read', member({ headers }))).status).toBe(403);
});

test.each(['cross-site', 'same-site'])('a request from another page (%s) is refused, cookie or not', async (site) => {
  expect((await send('/', member({ headers: { 'sec-fetch-site': site } }))).status).toBe(403);
});

test('our own pages and the address bar are not', async () => {
  expect((await send('/', member({ headers: { 'sec-fetch-site': 'none' } }))).status).toBe(200);
  const headers = { origin: guard.origin(), 'sec-fetch-site': 'same-origin' };
  expect((await send('/trpc/settings.read', member({ headers }))).status).toBe(200);
});

test('a printed token opens the door as often as it is used; its cookie’s name carries the port', async () => {
  for (let time = 0; time < 3; time++) {
    const answer = await send(`/?token=${guard.token}`);
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(answer.headers['set-cookie']).toEqual([
      `grid-ledger-${port}=${guard.cookie().value}; HttpOnly; SameSite=Strict; Path=/`,
    ]);
  }
});

test('a window’s token opens it once', async () => {
  const once = await open(false);
  expect((await send(`/?token=${once.guard.token}`, {}, once.port)).status).toBe(200);
  const again = await send(`/?token=${once.guard.token}`, {}, once.port);
  expect(again.status).toBe(403);
  expect(again.headers['set-cookie']).toBeUndefined();
});

test.each(['', 'x', 'TOKEN'.repeat(40), '%00', '%ff', '..%2f'])('the token “%s” is none', async (token) => {
  expect((await send(`/?token=${token}`)).status).toBe(403);
});

test('a token elsewhere than at the front door is none', async () => {
  expect((await send(`/workers?token=${guard.token}`)).status).toBe(403);
  expect((await send(`/?token=${guard.token}`, { method: 'POST' })).status).toBe(403);
});

test.each([
  '/..%5c..%5cpackage.json',
  '/%5c..%5c..%5cpackage.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%00.js',
  '/C:%5cWindows%5cwin.ini',
  '//etc/passwd.txt',
  '/%',
  '/%zz.js',
  '/%c0%ae%c0%ae/package.json',
  '/.git/config.txt',
])('the path %s leads nowhere', async (path) => {
  const answer = await send(path, member());
  expect([400, 404]).toContain(answer.status);
  expect(answer.body).not.toMatch(/grid-ledger|root:|\[fonts\]/);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'POST'])('%s on a screen is refused without harm', async (method) => {
  const answer = await send('/workers', member({ method }));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect((await send('/', member())).status).toBe(200);
});

test('an endless address, endless headers and torn requests are refused, and the host goes on', async () => {
  expect((await send(`/${'x'.repeat(12_000)}.js`, member())).status).toBe(404);
  expect((await send(`/${'x'.repeat(30_000)}`, member())).status).toBe(431);
  expect((await send('/', member({ headers: { 'x-long': 'y'.repeat(30_000) } }))).status).toBe(431);
  for (const torn of [
    '\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    '\u0000\u0001\u0002\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
  ]) {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(torn));
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });
    expect(answer).not.toMatch(/HTTP\/1.1 200/);
  }
  expect((await send('/', member())).status).toBe(200);
});

test('an upload over the limit is refused by name, said or not how long it is', async () => {
  const bytes = Buffer.alloc(21 * 1024 * 1024);
  const said = await send('/files/uploads?name=%E5%A4%A7.xls', member({ method: 'POST', body: bytes }));
  expect(said.status).toBe(413);
  expect(said.body).toContain('“大.xls”超过 20 MB');
  const unsaid = await send(
    '/files/uploads?name=%E5%A4%A7.xls',
    member({ method: 'POST', body: bytes, headers: { 'transfer-encoding': 'chunked' } }),
  );
  expect(unsaid.status).toBe(413);
  expect(unsaid.body).toContain('“大.xls”超过 20 MB');
});

test.each([{}, { 'transfer-encoding': 'chunked' }])(
  'calls over their limit are refused in words, a batch too: %j',
  async (headers) => {
    const body = Buffer.alloc(3 * 1024 * 1024, 0x20);
    for (const path of ['/trpc/settings.remember', '/trpc/settings.remember,settings.read?batch=1']) {
      const answer = await send(
        path,
        member({ method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }),
      );
      expect(answer.status).toBe(413);
      expect((JSON.parse(answer.body) as { error: { message: string } }).error.message).toContain('超过 2 MB，没有处理');
    }
  },
);

test('a screen hears why, in each of the calls that went together', async () => {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: 'http://127.0.0.1:1/trpc',
        methodOverride: 'POST',
        fetch: (address, options) => program.fetch(String(address), options as RequestInit),
      }),
    ],
  });
  const value = 'x'.repeat(2 * 1024 * 1024);
  const calls = [
    client.settings.remember.mutate({ name: 'draft', value }),
    client.settings.remember.mutate({ name: 'a', value: 1 }),
  ];
  for (const call of calls) await expect(call).rejects.toThrow('超过 2 MB，没有处理');
});

test('a body that never ends is left after its limit, and the next request is answered', async () => {
  const asked = ask({
    host: '127.0.0.1',
    port,
    path: '/trpc/settings.remember',
    method: 'POST',
    agent: false,
    headers: member().headers,
  });
  const piece = Buffer.alloc(1024 * 1024, 0x20);
  let sent = 0;
  const status = await new Promise<number>((resolve) => {
    asked.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    const more = (): void => {
      if (asked.destroyed || asked.errored) return;
      sent++;
      asked.write(piece, more);
    };
    // The host hangs up on whoever goes on sending, sometimes before they have looked at the answer.
    asked.on('error', () => resolve(413));
    more();
  });
  asked.destroy();
  expect(status).toBe(413);
  expect(sent).toBeLessThan(100);
  expect((await send('/', member())).status).toBe(200);
});

test('a request that says it is short and is long is read no further', async () => {
  const endless = (): ReadableStream<Uint8Array> => {
    let pulled = 0;
    return new ReadableStream({
      pull(controller) {
        if (++pulled > 40) throw new Error('read on and on');
        controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
      },
    });
  };
  for (const [path, most] of [
    ['/trpc/settings.remember', '2 MB'],
    ['/files/uploads?name=a.xls', '20 MB'],
    ['/files/photos/batch?name=a.jpg', '10 MB'],
  ] as const) {
    const headers = { 'content-type': 'application/json', 'content-length': '5' };
    const init = { method: 'POST', body: endless(), headers, duplex: 'half' } as RequestInit;
    const answer = await program.fetch(path, init);
    expect([path, answer.status]).toEqual([path, 413]);
    expect(await answer.text()).toContain(`超过 ${most}`);
  }
});

test('ten thousand calls in one request are not begun', async () => {
  const path = `/trpc/${'people.me,'.repeat(10_000)}people.me?batch=1`;
  const answer = await program.fetch(path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('这一次提交的操作太多')]);
});

test('a photo of a batch that doesn’t say how long it is, is read only so far', async () => {
  const body = Buffer.alloc(21 * 1024 * 1024);
  const headers = { 'transfer-encoding': 'chunked' };
  const answer = await send('/files/photos/batch?name=%E5%A4%A7.jpg', member({ method: 'POST', body, headers }));
  expect(answer.status).toBe(413);
  expect(answer.body).toContain('“大.jpg”超过 10 MB');
});

test('an upload’s name is a name: no folder, and a percent sign stays one', async () => {
  const stored = async (name: string): Promise<string> => {
    const answer = await send(`/files/uploads?name=${encodeURIComponent(name)}`, member({ method: 'POST', body: 'x' }));
    return program.deps.uploads.get(callerOf(program.deps, 'clerk').owner, (JSON.parse(answer.body) as { id: string }).id).name;
  };
  expect(await stored(String.raw`..\..\windows\花名册.xls`)).toBe('花名册.xls');
  expect(await stored('../../etc/passwd')).toBe('passwd');
  expect(await stored('完成 100%.xlsx')).toBe('完成 100%.xlsx');
});
