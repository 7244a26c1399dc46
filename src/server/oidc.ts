/** Port to OpenID Connect: authorization code with PKCE, state and nonce, against one provider. */

import * as client from 'openid-client';

export type OidcSettings = { issuer: URL; clientId: string; clientSecret: string | null; name: string };

/** Who somebody is at the provider; the address only where the provider says that it has verified it. */
export type Identity = { issuer: string; subject: string; verifiedEmail: string | null };

export type OpenIdProvider = {
  /** What the button says. */
  name: string;
  /** Where to send the browser, and what its answer has to match. */
  begin: (redirectUri: string) => Promise<{ url: URL; secrets: Record<string, string> }>;
  /** Who came back with `answer`, the whole address the browser was sent to. Throws where anything does not match. */
  finish: (answer: URL, secrets: Record<string, string>) => Promise<Identity>;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The provider of these settings; it is asked about itself when somebody first needs it, so that a start does not wait. */
export function openIdProvider(settings: OidcSettings): OpenIdProvider {
  let known: Promise<client.Configuration> | null = null;
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    name: settings.name,
    begin: async (redirectUri) => {
      const verifier = client.randomPKCECodeVerifier();
      const secrets = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: secrets.state,
        nonce: secrets.nonce,
      });
      return { url, secrets };
    },
    finish: async (answer, { verifier = '', state = '', nonce = '' }) => {
      const tokens = await client.authorizationCodeGrant(await configuration(), answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no id token');
      const email = claims['email'];
      const verified = claims['email_verified'] === true && typeof email === 'string';
      return { issuer: claims.iss, subject: claims.sub, verifiedEmail: verified ? email.toLowerCase() : null };
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const authentication = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret);
  // Without https only on this very machine, where nobody listens in.
  const near = issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname);
  return client.discovery(issuer, clientId, undefined, authentication, {
    timeout: 10,
    // The signature of what is said about a person is checked, whoever stands in between.
    execute: [client.enableNonRepudiationChecks, ...(near ? [client.allowInsecureRequests] : [])],
  });
}
