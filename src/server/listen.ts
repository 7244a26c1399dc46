/** The socket: limits on slow senders, and an end that lets open requests finish. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

export type Listening = { url: string; stop: () => Promise<void> };

type Fetch = Parameters<typeof getRequestListener>[0];

const HEADERS_MS = 20_000;
/** A 50 MB file on a line of 1 Mbit/s. */
const REQUEST_MS = 8 * 60_000;
const LAST_REQUESTS_MS = 20_000;

/** Rejects with `EADDRINUSE` where the port is taken. Port 0 takes any free one. */
export function listen(fetch: Fetch, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 },
    getRequestListener(fetch, { overrideGlobalObjects: false }),
  );
  server.maxRequestsPerSocket = 1_000;
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const { port: taken } = server.address() as AddressInfo;
      done({ url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, stop: () => stop(server) });
    });
  });
}

/** Takes no more, lets what is open finish, and cuts what does not. */
function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
    // A connection becomes idle when its last answer is out, and browsers would keep it open.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      done();
    });
  });
}
