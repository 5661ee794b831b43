// Where the browser host listens. Cookies don't tell ports apart: at 127.0.0.1 every other server of this computer that the person opens in
// the same browser would be sent ours. A window that we open goes to an address of its own instead, another at each launch; a printed
// address stays 127.0.0.1, which people know.
import { randomInt } from 'node:crypto';
import { serve } from '@hono/node-server';

const usual = '127.0.0.1';

/** One of sixteen million; none that ends in 0, 1 or 255, which mean something elsewhere. */
const ownAddress = (): string => `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(2, 255)}`;

export type Bound = { address: string; port: number; close: () => void };

function bind(fetch: (request: Request) => Promise<Response>, hostname: string, wanted: number): Promise<Bound> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port: wanted, overrideGlobalObjects: false }, ({ address, port }) =>
      resolve({ address, port, close: () => server.close() }),
    );
    server.once('error', reject);
  });
}

/**
 * Resolves once the port is bound.
 * @param own an address of this launch's own, where the system has more than 127.0.0.1 (macOS hasn't)
 * @throws the system's error, such as EADDRINUSE
 */
export async function listenOnLoopback(
  fetch: (request: Request) => Promise<Response>,
  wanted: number,
  own: boolean,
): Promise<Bound> {
  if (!own) return bind(fetch, usual, wanted);
  try {
    return await bind(fetch, ownAddress(), wanted);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')) throw error;
    return bind(fetch, usual, wanted);
  }
}
