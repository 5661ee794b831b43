// The gate of the loopback host. Any program of this computer, and any web page by DNS rebinding, can reach a loopback port:
// so the Host must be exact, a foreign Origin is refused, and without this launch's cookie every path answers 403.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { App } from './deps.ts';

export type Gate = {
  fetch(request: Request): Promise<Response>;
  readonly token: string;
  listensOn(bound: { address: string; port: number }): void;
  origin(): string;
  cookie(): { name: string; value: string };
};

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** What our own pages send. */
const methods = new Set(['GET', 'HEAD', 'POST']);

/** Where a browser says a request comes from: our own pages, or the person's own address bar. Programs say nothing. */
const welcomeSites = new Set<string | null>([null, 'same-origin', 'none']);

const forbidden = (): Response =>
  Response.json({ message: '这个地址只供网格台账自己的窗口使用。' }, { status: 403, headers: { 'Cache-Control': 'no-store' } });

/** `reusableToken`: a printed address is good while the host runs; one given to a window we open is good once. */
export function gate(app: App, options: { reusableToken: boolean; login: string }): Gate {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(24).toString('base64url');
  let host = '';
  let name = '';
  let spent = false;
  const hasCookie = (request: Request): boolean =>
    (request.headers.get('cookie') ?? '').split(/; */).some((pair) => {
      const at = pair.indexOf('=');
      return pair.slice(0, at) === name && equal(pair.slice(at + 1), secret);
    });
  return {
    token,
    listensOn({ address, port }) {
      host = `${address}:${port}`;
      name = `grid-ledger-${port}`;
    },
    origin: () => `http://${host}`,
    cookie: () => ({ name, value: secret }),
    async fetch(request) {
      const url = new URL(request.url);
      if (request.headers.get('host') !== host || url.host !== host) return forbidden();
      const origin = request.headers.get('origin');
      if (origin !== null && origin !== `http://${host}`) return forbidden();
      // Another port of this computer is the same site to a cookie, and would have it sent along.
      if (!welcomeSites.has(request.headers.get('sec-fetch-site'))) return forbidden();
      const offered = url.searchParams.get('token');
      if (request.method === 'GET' && url.pathname === '/' && offered !== null) {
        if (spent || !equal(offered, token)) return hasCookie(request) ? Response.redirect(`http://${host}/`, 302) : forbidden();
        spent = !options.reusableToken;
        // The page itself, since a redirect costs a start ten milliseconds; the page takes the token out of its address (renderer/withoutToken.ts).
        const page = await app(request, { login: options.login });
        const headers = new Headers(page.headers);
        headers.append('Set-Cookie', `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`);
        return new Response(page.body, { status: page.status, headers });
      }
      if (!hasCookie(request)) return forbidden();
      if (!methods.has(request.method)) return Response.json({ message: '没有这种请求。' }, { status: 405 });
      return app(request, { login: options.login });
    },
  };
}
