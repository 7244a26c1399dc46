import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A certified OpenID Connect provider on this machine, at which everybody signs in as whoever `is` says. */
export type SignOnProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in there next, and what the provider says of them. */
  is: (person: { sub: string; email?: string; verified?: boolean }) => void;
  /** From now on its published keys are not those it signs with. */
  hideKeys: () => void;
  /** Walks through the provider's pages as a browser would; the address it sends the browser back to. */
  walk: (begun: string) => Promise<string>;
  close: () => Promise<void>;
};

export async function startProvider(redirectUri: string): Promise<SignOnProvider> {
  const clientId = 'thidua';
  const clientSecret = randomBytes(24).toString('hex');
  let person: { sub: string; email?: string; verified?: boolean } = { sub: 'ai-do' };
  const people = new Map<string, Record<string, unknown>>();
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // Claims of the scopes in the ID token itself, as many providers do.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ask: unknown, { uid }: { uid: string }) => `/enter/${uid}` },
    findAccount: async (_ask, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...people.get(accountId) }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  let hidden: string | null = null;
  handle = (request, response) => {
    if (request.url?.startsWith('/enter/'))
      void provider.interactionFinished(request, response, { login: { accountId: person.sub } });
    else if (hidden && request.url === '/jwks')
      response.setHeader('content-type', 'application/jwk-set+json').end(hidden);
    else answer(request, response);
  };
  return {
    issuer,
    clientId,
    clientSecret,
    is: (next) => {
      person = next;
      people.set(next.sub, next.email ? { email: next.email, email_verified: next.verified ?? false } : {});
    },
    hideKeys: () => {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      hidden = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] });
    },
    walk: (begun) => walk(issuer, begun),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A browser of nobody yet: keeps cookies and follows redirects as long as they stay at the provider. */
async function walk(issuer: string, begun: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = begun;
  for (let step = 0; step < 10 && address.startsWith(issuer); step++) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    address = new URL(next, issuer).href;
  }
  return address;
}
