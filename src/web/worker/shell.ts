/**
 * Keeps the built program, so that it opens without a network. Only the program: no answer of the API passes through
 * here, so nothing that one account saw can be shown to another. What people's figures need offline the page keeps
 * itself, by account (web/kept.ts).
 */

import type { WorkerScope } from './scope.ts';

/** What a build is made of: its stamp, and each file with the SHA-256 it must have. Written in by the build. */
export type Shell = { stamp: string; files: readonly (readonly [path: string, integrity: string])[] };

const PREFIX = 'thidua-shell-';
/** The page itself, the same for every address of the workroom. */
const PAGE = '/';
/** How long the network may take with the page before the kept one is shown. */
const PATIENCE_MS = 4_000;
/** Answers of the server itself, which are no pages of the workroom. */
const SERVERS_OWN = /^\/(?:api|set-up|sign-on)(?:\/|$)/;
/** A proxy that does not reach the server says so like this. */
const UNREACHED = new Set([502, 503, 504]);
const AT_ONCE = 6;

export function serveShell(scope: WorkerScope, shell: Shell): void {
  const name = `${PREFIX}${shell.stamp}`;
  const known = new Set(shell.files.map(([path]) => path));
  scope.addEventListener('install', (event) => event.waitUntil(fill(scope, shell, name)));
  scope.addEventListener('activate', (event) =>
    event.waitUntil(Promise.all([dropOld(scope, name), scope.clients.claim()])),
  );
  // The person said yes to the new version; pages load themselves again when it has taken over.
  scope.addEventListener('message', (event) => {
    if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  });
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin || SERVERS_OWN.test(pathname)) return;
    if (request.mode === 'navigate') event.respondWith(page(scope, request, name));
    else if (known.has(pathname) || pathname.startsWith('/assets/')) event.respondWith(asset(scope, request, name));
  });
}

/** All of it or nothing: a version that could not be fetched whole is not installed, and tried again later. */
async function fill(scope: WorkerScope, { files }: Shell, name: string): Promise<void> {
  const cache = await scope.caches.open(name);
  const left = [...files];
  const fetchNext = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [path, integrity] = next;
      const before = path.startsWith('/assets/') ? await scope.caches.match(path) : undefined;
      await cache.put(path, before ?? (await whole(scope, new Request(path, { integrity, cache: 'no-cache' }))));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  await cache.put(PAGE, await whole(scope, new Request(PAGE, { cache: 'reload' })));
}

async function whole(scope: WorkerScope, request: Request): Promise<Response> {
  const answer = await scope.fetch(request);
  // A page that was led elsewhere (a network that wants a sign-in of its own) is not ours.
  if (!answer.ok || answer.redirected) throw new Error(`${request.url}: ${answer.status}`);
  return answer;
}

/** Keeps this version and the one before it, which pages that are still open load their parts from. */
async function dropOld(scope: WorkerScope, name: string): Promise<void> {
  const others = (await scope.caches.keys()).filter((one) => one.startsWith(PREFIX) && one !== name);
  await Promise.all(others.slice(0, -1).map((one) => scope.caches.delete(one)));
}

/** The page from the network, with its own nonce; the kept one where there is no network, or hardly any. */
async function page(scope: WorkerScope, request: Request, name: string): Promise<Response> {
  const asked = scope.fetch(request);
  // Looked at twice below; one that fails after the kept page was shown is nobody's fault.
  asked.catch(() => undefined);
  const late = new Promise<null>((done) => setTimeout(done, PATIENCE_MS, null));
  const kept = async () => (await scope.caches.open(name)).match(PAGE);
  try {
    const first = await Promise.race([asked, late]);
    if (first !== null && !UNREACHED.has(first.status)) return first;
    return (await kept()) ?? first ?? (await asked);
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}

/** Names of assets hold their content's hash, so the one that is kept is right. */
async function asset(scope: WorkerScope, request: Request, name: string): Promise<Response> {
  const kept = await scope.caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await scope.fetch(request);
  if (answer.ok && !answer.redirected) await (await scope.caches.open(name)).put(request, answer.clone());
  return answer;
}
