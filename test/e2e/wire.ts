import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A wire between browser and server that can be cut, listened to, and made to bring a newer version of the worker. */
export type Wire = {
  address: string;
  cut: () => void;
  mend: () => void;
  /** Deeds go through, their answers are lost on the way back. */
  loseAnswers: () => void;
  /** From now on the worker is another one than before. */
  renew: () => void;
  /** What reached the server by other methods than GET: "POST /api/…". */
  deeds: string[];
  close: () => Promise<void>;
};

export async function layWire(to: string): Promise<Wire> {
  const { port } = new URL(to);
  const deeds: string[] = [];
  let state: 'whole' | 'cut' | 'one-way' = 'whole';
  let turn = 0;
  const pass = (from: IncomingMessage, back: ServerResponse) => {
    if (state === 'cut') return void from.socket.destroy();
    const { method = 'GET', url = '/', headers } = from;
    if (method !== 'GET') deeds.push(`${method} ${url.split('?')[0]}`);
    const renewed = url === '/worker.js' && turn > 0;
    const ask = request(
      { host: '127.0.0.1', port, method, path: url, headers: renewed ? { host: headers.host } : headers },
      (answer) => {
        if (state === 'cut' || (state === 'one-way' && method !== 'GET')) {
          answer.resume();
          return void from.socket.destroy();
        }
        const { 'content-length': length, ...rest } = answer.headers;
        back.writeHead(
          answer.statusCode ?? 500,
          renewed || length === undefined ? rest : { ...rest, 'content-length': length },
        );
        if (renewed) back.write(`self.turn = ${turn};\n`);
        answer.pipe(back);
      },
    );
    ask.on('error', () => from.socket.destroy());
    from.pipe(ask);
  };
  const server = createServer(pass);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      state = 'cut';
      server.closeAllConnections();
    },
    mend: () => {
      state = 'whole';
    },
    loseAnswers: () => {
      state = 'one-way';
    },
    renew: () => {
      turn += 1;
    },
    deeds,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
