/** The little of the package that the tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Account = { accountId: string; claims: () => Promise<Record<string, unknown>> };
  type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> };
  type GrantAsk = { oidc: { client: { clientId: string }; session: { accountId: string } } };
  type Settings = Record<string, unknown> & {
    findAccount: (ask: unknown, accountId: string) => Promise<Account>;
    loadExistingGrant: (ask: GrantAsk) => Promise<Grant>;
  };
  export class Provider {
    constructor(issuer: string, settings: Settings);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: unknown): Promise<void>;
    Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => Grant;
  }
}
