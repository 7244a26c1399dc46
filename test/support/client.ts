import { randomUUID } from 'node:crypto';
import { BlockList } from 'node:net';
import type { z } from 'zod';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { ProblemBody } from '../../src/contract/problem.ts';
import { signIn } from '../../src/contract/session.ts';
import { type ApiSettings, makeApi } from '../../src/server/api.ts';
import { type AppSettings, makeApp } from '../../src/server/app.ts';
import { hashPassword } from '../../src/server/password.ts';
import type { TestDatabase } from './database.ts';

export const ORIGIN = 'http://127.0.0.1:8686';
export const PASSWORD = 'mật khẩu của bài thử';

/** The whole server over a test database, without a socket. */
export function testApp(
  database: Pick<TestDatabase, 'world'>,
  settings: Partial<AppSettings> & { apiSettings?: Partial<ApiSettings> } = {},
) {
  const { apiSettings, ...given } = settings;
  return makeApp({
    config: { production: false, publicUrl: null, host: '127.0.0.1', trustedProxies: new BlockList() },
    world: database.world,
    api: makeApi({ production: false, demo: null, wakeReadings: () => undefined, ...apiSettings }),
    files: null,
    log: () => undefined,
    version: '0',
    accepting: () => true,
    ...given,
  });
}

type App = ReturnType<typeof testApp>;

/** A browser of one person: keeps cookies, says where its requests come from. */
export type Browser = {
  cookies: Map<string, string>;
  /** Any request, headers of a browser added. */
  send: (path: string, init?: RequestInit & { from?: string }) => Promise<Response>;
  /** Asks an endpoint and gets its answer, or throws the problem it answered. */
  call: <I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input: z.input<I>,
    bytes?: Uint8Array,
  ) => Promise<z.output<O>>;
  signIn: (name: string, password?: string) => Promise<void>;
};

/** What {@link Browser.call} throws. */
export class Refused extends Error {
  readonly body: z.infer<typeof ProblemBody>;
  constructor(body: z.infer<typeof ProblemBody>) {
    super(`${body.kind}: ${body.code}`);
    this.body = body;
  }
}

export function openBrowser(app: App, origin = ORIGIN): Browser {
  const cookies = new Map<string, string>();
  const send: Browser['send'] = async (path, { from, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', new URL(origin).host);
    if (!headers.has('origin')) headers.set('origin', origin);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await app.request(
      `${origin}${path}`,
      { ...init, headers },
      { incoming: { socket: { remoteAddress: from ?? '192.0.2.7' } } },
    );
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const call: Browser['call'] = async (endpoint, input, bytes) => {
    const response = await sendTo({ send }, endpoint, input, bytes);
    if (!response.ok) throw new Refused(ProblemBody.parse(await response.json()));
    return endpoint.output.parse(await response.json()) as never;
  };
  return {
    cookies,
    send,
    call,
    signIn: async (name, password = PASSWORD) => {
      await call(signIn, { name, password });
    },
  };
}

/** Asks an endpoint, whatever the input; its plain answer. */
export function sendTo(
  { send }: Pick<Browser, 'send'>,
  endpoint: Endpoint,
  input: Record<string, unknown>,
  bytes?: Uint8Array,
): Promise<Response> {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const inQuery = endpoint.method === 'GET' || endpoint.upload;
  const query = inQuery ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
  const init: RequestInit = { method: endpoint.method };
  if (bytes) {
    init.body = new Uint8Array(bytes);
    init.headers = { 'content-type': 'application/octet-stream' };
  } else if (!inQuery) {
    init.body = JSON.stringify(rest);
    init.headers = { 'content-type': 'application/json' };
  }
  return send(path + query, init);
}

/** Gives an account the test's password and a name to sign in by; returns the name. */
export async function givePassword({ owner }: Pick<TestDatabase, 'owner'>, accountId: string): Promise<string> {
  const name = `nguoi-${randomUUID().slice(0, 8)}`;
  await owner.db
    .updateTable('accounts')
    .set({ name, password_hash: await hashPassword(PASSWORD) })
    .where('id', '=', accountId)
    .execute();
  return name;
}
