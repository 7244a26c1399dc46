/** The server, in reading order: who asks, may they ask from there, health, the api table, the workroom, problems. */

import { randomBytes, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sql } from 'kysely';
import { storableValue } from '../core/text/storable.ts';
import type { World } from './act.ts';
import type { Binding, FileAnswer } from './bind.ts';
import type { Config } from './config.ts';
import { answerSetUp, SET_UP_PATH } from './first-set-up.ts';
import type { WrittenAnswer } from './kept-answers.ts';
import { errorFacts, type Log } from './log.ts';
import { openApiDocument } from './openapi.ts';
import { Problem, toProblemBody } from './problem.ts';
import type { Viewer } from './read.ts';
import { type SessionSettings, type Visit, viewerOf } from './session.ts';
import { beginSignOn, finishSignOn, SIGN_ON_PATH, SIGN_ON_RETURN, type SignOn } from './sign-on.ts';
import type { StaticFiles } from './static-files.ts';
import { tokenIn, visitorOf } from './token-visitor.ts';

export type AppSettings = {
  config: Pick<Config, 'production' | 'publicUrl' | 'host' | 'trustedProxies'>;
  world: World;
  api: Binding[];
  files: StaticFiles | null;
  log: Log;
  version: string;
  /** Signing in at an OpenID Connect provider, where one is set up. */
  signOn?: SignOn | null;
  /** False once the server is going down. */
  accepting: () => boolean;
};

type Env = { Variables: { requestId: string; nonce: string } };

const JSON_LIMIT = 4 * 1024 * 1024;
const FORM_LIMIT = 16 * 1024;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export function makeApp(settings: AppSettings): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    context.set('requestId', randomUUID());
    context.set('nonce', randomBytes(16).toString('base64'));
    const begun = performance.now();
    await next();
    secure(context, settings);
    settings.log('info', 'request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      // The table's pattern, not the path itself: paths may name people's records.
      route: context.req.routePath,
      status: context.res.status,
      ms: Math.round(performance.now() - begun),
    });
  });
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', (context) => ready(context, settings));
  app.use(async (context, next) => {
    refuseStrangers(context, settings);
    await next();
  });
  const document = openApiDocument(
    settings.api.map((binding) => binding.endpoint),
    settings.version,
  );
  app.get('/api/openapi.json', (context) => context.json(document));
  for (const binding of settings.api) {
    const limit = binding.endpoint.upload?.maxBytes ?? JSON_LIMIT;
    app.on(
      binding.endpoint.method,
      binding.endpoint.path,
      bodyLimit({ maxSize: limit, onError: binding.endpoint.upload ? refuseLargeFile : refuseLarge }),
      (context) => answer(context, settings, binding),
    );
  }
  app.all('/api/*', () => {
    throw new Problem('not-found', 'not-found');
  });
  app.on(['GET', 'POST'], SET_UP_PATH, bodyLimit({ maxSize: FORM_LIMIT, onError: refuseLarge }), (context) =>
    answerSetUp(context, settings.world, context.get('nonce')),
  );
  const elsewhere = async (context: Context<Env>) => {
    const { world, log } = settings;
    const ask = { ...(await askOf(context, settings)), world, log };
    const go = context.req.path === SIGN_ON_RETURN ? finishSignOn : beginSignOn;
    return go(context, settings.signOn ?? null, ask);
  };
  app.get(SIGN_ON_PATH, elsewhere);
  app.get(SIGN_ON_RETURN, elsewhere);
  app.get(
    '*',
    (context) =>
      settings.files?.(context, context.get('nonce')) ?? problem(context, new Problem('not-found', 'not-found')),
  );
  app.notFound((context) => problem(context, new Problem('not-found', 'not-found')));
  app.onError((error, context) => {
    if (!(error instanceof Problem))
      settings.log('error', 'broken', {
        requestId: context.get('requestId'),
        route: context.req.routePath,
        ...errorFacts(error),
      });
    return problem(context, error);
  });
  return app;
}

const refuseLarge = () => {
  throw new Problem('too-large', 'too-large');
};
const refuseLargeFile = () => {
  throw new Problem('too-large', 'file-too-large');
};

function problem(context: Context<Env>, error: unknown): Response {
  const body = toProblemBody(error, context.get('requestId'));
  return context.body(JSON.stringify(body), body.status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

async function ready(context: Context<Env>, { world, accepting, log }: AppSettings): Promise<Response> {
  if (!accepting()) return context.json({ ready: false }, 503);
  try {
    await sql`SELECT 1`.execute(world.db);
    return context.json({ ready: true });
  } catch (error) {
    log('warn', 'not ready', errorFacts(error));
    return context.json({ ready: false }, 503);
  }
}

function secure(context: Context<Env>, { config }: AppSettings): void {
  const nonce = context.get('nonce');
  const headers = context.res.headers;
  headers.set('x-request-id', context.get('requestId'));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  // An answer that is no page of ours brings a stricter one.
  if (!headers.has('content-security-policy'))
    headers.set(
      'content-security-policy',
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  if (config.publicUrl?.protocol === 'https:')
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/**
 * Two things a browser can be made to do: send this person's cookie from a page of another site, and reach a server in
 * the house under a name of a stranger's (DNS rebinding). Requests that change something must say where they come from;
 * one without a cookie need not, since it can do nothing in anybody's name.
 */
function refuseStrangers(context: Context<Env>, settings: AppSettings): void {
  const host = (context.req.header('host') ?? '').toLowerCase();
  if (!isOwnName(host, settings.config)) throw new Problem('forbidden', 'unknown-host');
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return;
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const cookie = getCookie(context, cookieName(settings));
  if (site !== undefined && site !== 'same-origin') throw new Problem('forbidden', 'cross-site');
  if (origin !== undefined && hostOf(origin) !== host) throw new Problem('forbidden', 'cross-site');
  if (site === undefined && origin === undefined && cookie !== undefined) throw new Problem('forbidden', 'cross-site');
}

/** By its public name, or without one by number, which no stranger can hand out, or as this very machine. */
function isOwnName(host: string, { publicUrl, host: bound }: AppSettings['config']): boolean {
  if (publicUrl && host === publicUrl.host) return true;
  const name = host.replace(/:\d+$/, '');
  if (LOOPBACK.has(name)) return true;
  return publicUrl === null && (name === bound || isIP(name.replace(/^\[|\]$/g, '')) !== 0);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null;
}

function cookieName({ config }: AppSettings): string {
  return config.publicUrl?.protocol === 'https:' ? '__Host-thidua_session' : 'thidua_session';
}

function visitOf(context: Context<Env>, { config }: AppSettings): Visit {
  let address = 'unknown';
  try {
    // A dual-stack socket writes IPv4 as ::ffff:192.0.2.1.
    address = (getConnInfo(context).remote.address ?? address).replace(/^::ffff:(?=\d+\.)/, '');
  } catch {
    // Requests made in tests have no socket.
  }
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').slice(-MOST_PROXIES);
  // From the nearest hop outwards, as long as the one who says so is trusted.
  while (isTrusted(address, config.trustedProxies)) {
    const before = forwarded.pop()?.trim() ?? '';
    if (isIP(before) === 0) break;
    address = before;
  }
  return { address, device: context.req.header('user-agent') ?? '' };
}

const MOST_PROXIES = 10;

function isTrusted(address: string, proxies: Config['trustedProxies']): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Who asks, from where, and what their cookie may become. */
async function askOf(context: Context<Env>, settings: AppSettings, endpoint?: Binding['endpoint']) {
  const session = sessionOf(settings);
  const visit = visitOf(context, settings);
  // A program's token counts alone: a cookie beside it is not looked at.
  const brought = tokenIn(context.req.header('authorization'));
  const token = brought === null ? (getCookie(context, cookieName(settings)) ?? null) : null;
  const viewer =
    brought !== null
      ? await seenFrom(visit, visitorOf(session, brought, { right: endpoint?.byToken, address: visit.address }))
      : token
        ? await seenFrom(visit, viewerOf(session, token))
        : null;
  const origin = settings.config.publicUrl?.origin ?? `http://${(context.req.header('host') ?? '').toLowerCase()}`;
  const setToken = (fresh: string | null) => {
    const options = {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: settings.config.publicUrl?.protocol === 'https:',
    } as const;
    if (fresh === null) deleteCookie(context, cookieName(settings), options);
    else setCookie(context, cookieName(settings), fresh, options);
  };
  return { session, visit, token, viewer, setToken, origin };
}

const sessionOf = ({ world, config }: AppSettings): SessionSettings => ({
  db: world.db,
  now: world.now,
  production: config.production,
});

async function answer(
  context: Context<Env>,
  settings: AppSettings,
  { endpoint, answer: give, written }: Binding,
): Promise<Response> {
  if (!settings.accepting()) throw new Problem('unavailable', 'unavailable');
  const { visit, token, viewer, setToken, origin } = await askOf(context, settings, endpoint);
  if (endpoint.access === 'session' && !viewer) throw new Problem('unauthenticated', 'unauthenticated');
  const input = endpoint.input.safeParse(storableValue(await rawInput(context, endpoint)));
  if (!input.success) {
    const fields = input.error.issues
      .slice(0, 50)
      .map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    throw new Problem('invalid', 'invalid', { fields });
  }
  if (endpoint.upload && context.req.header('content-type') !== 'application/octet-stream')
    throw new Problem('invalid', 'invalid-upload');
  const bytes = endpoint.upload ? new Uint8Array(await context.req.arrayBuffer()) : new Uint8Array();
  if (endpoint.upload && bytes.byteLength === 0) throw new Problem('invalid', 'file-empty');
  const found = await give({ world: settings.world, viewer, visit, origin, token, setToken, bytes }, input.data);
  context.header('cache-control', 'no-store');
  if (endpoint.answers === 'file') return download(context, found as FileAnswer);
  if (written) return context.body((found as WrittenAnswer).json, 200, { 'content-type': 'application/json' });
  return context.json(endpoint.output.parse(found) ?? null);
}

/** The viewer with from where they ask, for the log of what they do. */
async function seenFrom({ address, device }: Visit, found: Promise<Viewer | null>): Promise<Viewer | null> {
  const viewer = await found;
  return viewer && { ...viewer, from: { address: address.slice(0, 100), device: device.slice(0, 200) } };
}

async function rawInput(context: Context<Env>, endpoint: Binding['endpoint']): Promise<unknown> {
  const query = Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
  const path = context.req.param();
  if (endpoint.method === 'GET' || endpoint.upload) return { ...query, ...path };
  const text = await context.req.text();
  if (text === '') return { ...path };
  const [type = ''] = (context.req.header('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new Problem('invalid', 'invalid-json');
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...path } : body;
  } catch {
    throw new Problem('invalid', 'invalid-json');
  }
}

// Signs that steer a terminal or turn the direction of reading, so that "exe" could be read as "txt".
const STEERING = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What follows the last slash of either kind: a name never says where a file is put. */
const baseName = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace(STEERING, '') || 'tep';

/** Always as an attachment and never sniffed, whatever was uploaded under whatever name. */
function download(context: Context<Env>, file: FileAnswer): Response {
  const name = baseName(file.name);
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w. -]/g, '_');
  // What encodeURIComponent leaves and RFC 8187 does not allow.
  const whole = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return context.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
