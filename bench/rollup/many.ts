/** Many people reading one address at once: the generator runs in a thread of its own, on the same two cores as the server. */
import { Worker } from 'node:worker_threads';

export type Reading = { url: string; paths: readonly string[]; cookie: string; users: number; seconds: number };
export type Read = { requests: number; errors: number; perSecond: number; p50: number; p95: number; p99: number };

/** Plain JavaScript: a thread of Node 20 loads no TypeScript. Sockets stay open, as a browser's do. */
const GENERATOR = `
const { workerData, parentPort } = require('node:worker_threads');
const http = require('node:http');
const { url, paths, cookie, users, seconds } = workerData;
const agent = new http.Agent({ keepAlive: true, maxSockets: users });
const one = (path) => new Promise((done) => {
  const from = performance.now();
  const end = (ok) => done({ ms: performance.now() - from, ok });
  http.get(url + path, { agent, headers: { cookie } }, (answer) => {
    answer.on('data', () => undefined);
    answer.on('end', () => end(answer.statusCode === 200));
  }).on('error', () => end(false));
});
(async () => {
  for (let turn = 0; turn < 20; turn++) await one(paths[turn % paths.length]);
  const times = [];
  let errors = 0;
  const begun = performance.now();
  await Promise.all(Array.from({ length: users }, async (_, user) => {
    for (let at = user; performance.now() - begun < seconds * 1000; at++) {
      const { ms, ok } = await one(paths[at % paths.length]);
      times.push(ms);
      if (!ok) errors += 1;
    }
  }));
  const passed = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  parentPort.postMessage({ requests: times.length, errors, perSecond: times.length / passed, p50: share(0.5), p95: share(0.95), p99: share(0.99) });
  agent.destroy();
})();
`;

/** Lets `users` read as fast as they are answered, for so many seconds. */
export function readAtOnce(reading: Reading): Promise<Read> {
  return new Promise((done, fail) => {
    const worker = new Worker(GENERATOR, { eval: true, workerData: reading });
    worker.once('message', (read: Read) => done(read));
    worker.once('error', fail);
  });
}
