import { z } from 'zod';
import { PASSWORD_MOST } from '../core/rules/passwords.ts';
import { DeputationView, PostView } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, IdentityId, PasskeyId, SessionId } from './ids.ts';

/** What a person does with their own account. */

const acting = { actionId: ActionId };
const done = z.object({ done: z.literal(true) });
export const Password = z.string().min(1).max(PASSWORD_MOST);
/** Asked once more before something that opens the account changes; empty only where the account has none. */
const ownPassword = z.string().max(PASSWORD_MOST);

export const OwnSession = z.object({
  id: SessionId,
  /** As the browser names itself. */
  device: z.string(),
  address: z.string(),
  since: z.string(),
  seenAt: z.string(),
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const OwnAccount = z.object({
  name: z.string(),
  email: z.string().nullable(),
  hasPassword: z.boolean(),
  posts: z.array(PostView.omit({ mayEnd: true })),
  /** Own posts lent to others, and posts lent to oneself, that are not over. */
  lent: z.array(DeputationView),
  borrowed: z.array(DeputationView),
  sessions: z.array(OwnSession),
  passkeys: z.array(z.object({ id: PasskeyId, name: z.string(), madeAt: z.string(), usedAt: z.string().nullable() })),
  oneTimeCodes: z.object({ on: z.boolean(), recoveryCodesLeft: z.number().int() }),
  identities: z.array(z.object({ id: IdentityId, issuer: z.string(), linkedAt: z.string() })),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const getOwnAccount = endpoint({
  name: 'getOwnAccount',
  method: 'GET',
  path: '/api/account',
  input: z.object({}),
  output: OwnAccount,
  access: 'session',
  summary: 'One’s own account: ways to sign in, sessions, posts, deputations.',
});

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/account/password',
  input: z.object({
    ...acting,
    current: ownPassword,
    next: Password,
  }),
  output: done,
  access: 'session',
  whileBound: true,
  summary: 'Change one’s password; all other sessions end.',
});

export const endOwnSession = endpoint({
  name: 'endOwnSession',
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  input: z.object({ ...acting, sessionId: SessionId }),
  output: done,
  access: 'session',
  summary: 'End one of one’s own sessions on another device.',
});

/** What a browser's WebAuthn functions take and give; its inside is the standard's, checked by the library. */
const Json = z.record(z.string(), z.unknown());
export const ChallengeId = z.uuid().brand('ChallengeId');
export const PasskeyAsked = z.object({ challengeId: ChallengeId, options: Json });
/** A passkey that the browser has made. */
export const PasskeyMade = z.object({ challengeId: ChallengeId, response: Json, name: filled(80) });

export const askForPasskey = endpoint({
  name: 'askForPasskey',
  method: 'POST',
  path: '/api/account/passkeys/ask',
  input: z.object({ password: ownPassword }),
  output: PasskeyAsked,
  access: 'session',
  summary: 'Begin to add a passkey.',
});

export const addPasskey = endpoint({
  name: 'addPasskey',
  method: 'POST',
  path: '/api/account/passkeys',
  input: PasskeyMade.extend(acting),
  output: done,
  access: 'session',
  summary: 'Add a passkey that the browser has made.',
});

export const removePasskey = endpoint({
  name: 'removePasskey',
  method: 'DELETE',
  path: '/api/account/passkeys/:passkeyId',
  input: z.object({ ...acting, passkeyId: PasskeyId }),
  output: done,
  access: 'session',
  summary: 'Take a passkey away.',
});

export const askToSignIn = endpoint({
  name: 'askToSignIn',
  method: 'POST',
  path: '/api/session/passkey/ask',
  input: z.object({}),
  output: PasskeyAsked,
  access: 'public',
  whileBound: true,
  summary: 'Begin to sign in with a passkey.',
});

export const signInWithPasskey = endpoint({
  name: 'signInWithPasskey',
  method: 'POST',
  path: '/api/session/passkey',
  input: z.object({ challengeId: ChallengeId, response: Json }),
  output: done,
  access: 'public',
  whileBound: true,
  summary: 'Sign in with a passkey; sets the session cookie.',
});

export const startOneTimeCodes = endpoint({
  name: 'startOneTimeCodes',
  method: 'POST',
  path: '/api/account/codes/start',
  input: z.object({ ...acting, password: ownPassword }),
  /** Shown once, to be taken into an app. Null when the same deed was asked a second time. */
  output: z.object({ secret: z.string().nullable(), uri: z.string().nullable() }),
  access: 'session',
  summary: 'Begin to ask for a one-time code at every sign-in.',
});

const codes = z.object({
  /** Shown once. Null when the same deed was asked a second time. */
  recoveryCodes: z.array(z.string()).nullable(),
});

export const confirmOneTimeCodes = endpoint({
  name: 'confirmOneTimeCodes',
  method: 'POST',
  path: '/api/account/codes/confirm',
  input: z.object({ ...acting, code: filled(20) }),
  output: codes,
  access: 'session',
  summary: 'Prove that the app has the secret; from now on every sign-in asks for a code.',
});

export const stopOneTimeCodes = endpoint({
  name: 'stopOneTimeCodes',
  method: 'POST',
  path: '/api/account/codes/stop',
  input: z.object({ ...acting, password: ownPassword }),
  output: done,
  access: 'session',
  summary: 'Ask for no one-time codes any more.',
});

export const renewRecoveryCodes = endpoint({
  name: 'renewRecoveryCodes',
  method: 'POST',
  path: '/api/account/codes/renew',
  input: z.object({ ...acting, password: ownPassword }),
  output: codes,
  access: 'session',
  summary: 'New recovery codes; the old ones end.',
});

export const unlinkIdentity = endpoint({
  name: 'unlinkIdentity',
  method: 'DELETE',
  path: '/api/account/identities/:identityId',
  input: z.object({ ...acting, identityId: IdentityId }),
  output: done,
  access: 'session',
  summary: 'Let an identity elsewhere no longer open this account.',
});
