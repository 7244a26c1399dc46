/**
 * Signing in at an OpenID Connect provider: there and back, as plain redirects. An identity opens an account that is
 * joined to it, and never makes one.
 */

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { joinIdentity } from './accounts/own-acts.ts';
import { act, actForSystem, type World } from './act.ts';
import { countAttempt } from './attempts.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { errorFacts, type Log } from './log.ts';
import type { Identity, OpenIdProvider } from './oidc.ts';
import { Problem, type ProblemCode } from './problem.ts';
import type { Viewer } from './read.ts';
import type { SessionSettings, Visit } from './session.ts';
import { signInWithIdentity } from './sign-in-ways.ts';

export const SIGN_ON_PATH = '/sign-on';
export const SIGN_ON_RETURN = '/sign-on/return';

export type SignOn = {
  provider: OpenIdProvider;
  /** Whether an address that the provider has verified joins its identity to the account with that address. */
  joinByEmail: boolean;
};

/** A request as the way there and back sees it. */
export type SignOnAsk = {
  world: World;
  session: SessionSettings;
  log: Log;
  origin: string;
  visit: Visit;
  token: string | null;
  viewer: Viewer | null;
  setToken: (token: string) => void;
};

const COOKIE = 'thidua_sign_on';

/** Where to go with a word for the person. */
const back = (context: Context, place: string, code: ProblemCode | null): Response =>
  context.redirect(code === null ? place : `${place}?loi=${code}`, 303);

/** The way there. With `?join` a signed-in person joins the identity to their account. */
export async function beginSignOn(context: Context, signOn: SignOn | null, ask: SignOnAsk): Promise<Response> {
  if (!signOn) return back(context, '/dang-nhap', 'sign-on-off');
  const joining = context.req.query('join') !== undefined;
  // Only from a page of ours: another site must not begin it in a person's name.
  const site = context.req.header('sec-fetch-site');
  if (joining && site !== undefined && site !== 'same-origin') throw new Problem('forbidden', 'cross-site');
  if (joining && !ask.viewer) return back(context, '/dang-nhap', null);
  await countAttempt(ask.session, [{ what: 'asking', of: ask.visit.address }]);
  try {
    const { url, secrets } = await signOn.provider.begin(`${ask.origin}${SIGN_ON_RETURN}`);
    const accountId = joining ? (ask.viewer?.accountId ?? null) : null;
    const id = await keepChallenge(ask.session, { kind: 'sign-on', accountId, secrets });
    setCookie(context, COOKIE, id, {
      path: SIGN_ON_PATH,
      httpOnly: true,
      sameSite: 'Lax',
      secure: ask.origin.startsWith('https:'),
      maxAge: 600,
    });
    return context.redirect(url.href, 303);
  } catch (error) {
    ask.log('warn', 'sign-on', errorFacts(error));
    return back(context, joining ? '/tai-khoan' : '/dang-nhap', 'sign-on-failed');
  }
}

/** The way back: the browser that began it, with an answer that matches. */
export async function finishSignOn(context: Context, signOn: SignOn | null, ask: SignOnAsk): Promise<Response> {
  if (!signOn) return back(context, '/dang-nhap', 'sign-on-off');
  const id = getCookie(context, COOKIE) ?? '';
  deleteCookie(context, COOKIE, { path: SIGN_ON_PATH });
  const kept = /^[0-9a-f-]{36}$/.test(id)
    ? await takeChallenge(ask.session, { id, kind: 'sign-on', accountId: null })
    : null;
  if (!kept) return back(context, '/dang-nhap', 'sign-on-failed');
  const { accountId = null, ...secrets } = kept;
  let identity: Identity;
  try {
    const answer = new URL(`${ask.origin}${SIGN_ON_RETURN}`);
    answer.search = new URL(context.req.url).search;
    identity = await signOn.provider.finish(answer, secrets);
  } catch (error) {
    ask.log('warn', 'sign-on', errorFacts(error));
    return back(context, accountId === null ? '/dang-nhap' : '/tai-khoan', 'sign-on-failed');
  }
  if (accountId !== null) return join(context, ask, { identity, accountId });
  const token = await signInWithIdentity({ ...ask.session, world: ask.world }, identity, {
    visit: ask.visit,
    earlierToken: ask.token,
    join: signOn.joinByEmail ? (place, found) => joinByEmail(ask.world, place, found) : null,
  });
  if (token === null) return back(context, '/dang-nhap', 'sign-on-unknown');
  ask.setToken(token);
  return back(context, '/', null);
}

/** Joins the identity to the account of whoever began it, if they are still signed in. */
async function join(
  context: Context,
  { world, viewer }: SignOnAsk,
  { identity, accountId }: { identity: Identity; accountId: string },
): Promise<Response> {
  if (!viewer || viewer.accountId !== accountId) return back(context, '/dang-nhap', 'sign-on-failed');
  const { issuer, subject } = identity;
  const doing = { viewer, name: 'linkIdentity', actionId: world.newId(), input: { issuer } } as const;
  const joined = await act(world, doing, async (tx, _input, { now, newId, record }) => {
    const { provinceId } = viewer;
    const done = await joinIdentity(tx, { id: newId(), provinceId, accountId, issuer, subject, how: 'by-person', now });
    const deed = done ? 'identity-linked' : 'identity-refused';
    record({ deed, subjectKind: 'account', subjectId: accountId, after: { issuer } });
    return done;
  });
  return back(context, '/tai-khoan', joined ? null : 'sign-on-failed');
}

function joinByEmail(
  world: World,
  { provinceId, accountId }: { provinceId: string; accountId: string },
  { issuer, subject }: Identity,
): Promise<boolean> {
  return actForSystem(world, { provinceId, name: 'linkIdentity' }, async (tx, { now, newId, record }) => {
    const done = await joinIdentity(tx, { id: newId(), provinceId, accountId, issuer, subject, how: 'by-email', now });
    const deed = done ? 'identity-linked' : 'identity-refused';
    record({ deed, subjectKind: 'account', subjectId: accountId, after: { issuer } });
    return done;
  });
}
