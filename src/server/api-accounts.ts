/** Lines of the api table for accounts: what is shown once is made here, outside the act, so that no answer kept holds it. */

import * as admin from '../contract/accounts.ts';
import * as own from '../contract/own-account.ts';
import * as accounts from './accounts/acts.ts';
import * as deputations from './accounts/deputation-acts.ts';
import { viewAccountDetails } from './accounts/details-views.ts';
import { handOver } from './accounts/hand-over-acts.ts';
import { viewHandOver, viewHandOverPreview } from './accounts/hand-over-facts.ts';
import * as lists from './accounts/list-views.ts';
import { movePosts } from './accounts/move-acts.ts';
import * as ways from './accounts/own-acts.ts';
import { viewOwnAccount } from './accounts/own-views.ts';
import * as posts from './accounts/post-acts.ts';
import { act } from './act.ts';
import { countAttempt, forgetFailures } from './attempts.ts';
import { type Ask, type Binding, bind, deed, present, view } from './bind.ts';
import { passOnReadings } from './documents/pass-on-acts.ts';
import { linkPath } from './links.ts';
import { passOnTasks } from './movements/pass-on-acts.ts';
import { askKeyOf, keyOf } from './new-passkey.ts';
import { checkPassword, hashPassword } from './password.ts';
import { notFound, Problem } from './problem.ts';
import { reading, type Viewer } from './read.ts';
import { newToken, randomGroups } from './secrets.ts';
import { endAllSessions, endOneSession, type SessionSettings } from './session.ts';
import { askToSignIn, signInWithPasskey } from './sign-in-ways.ts';
import { newCodeSecret, stepOfCode } from './totp.ts';

const PASSWORDS: ways.Passwords = { check: checkPassword, hash: hashPassword };
/** Groups of five signs: 75 bits for a password given out, 125 for a recovery code, which a quick hash keeps. */
const GROUPS = { password: 3, recovery: 5 };
const RECOVERY_CODES = 10;

export type AccountApi = { sessionOf: (ask: Ask) => SessionSettings };

export function accountApi(settings: AccountApi): Binding[] {
  return [...keepingApi(), ...ownApi(), ...passkeyApi(settings), ...codesApi()];
}

/** A password and a token to show once. */
async function newKey(how: 'link' | 'password'): Promise<accounts.Key & { password: string }> {
  const password = randomGroups(GROUPS.password);
  return { password, token: newToken(), passwordHash: how === 'password' ? await hashPassword(password) : null };
}

function keepingApi(): Binding[] {
  return [
    view(admin.listAccounts, lists.viewAccounts, 'readAccounts'),
    view(admin.getAccount, viewAccountDetails, 'readAccounts'),
    view(admin.listColleagues, lists.viewColleagues, 'readColleagues'),
    bind(admin.createAccount, async ({ world, viewer }, input) => {
      const key = await newKey(input.how);
      let made = false;
      const doing = { viewer: present(viewer), name: 'createAccount', actionId: input.actionId, input } as const;
      const { expiresAt, ...done } = await act(world, doing, async (tx, given, context) => {
        made = true;
        return accounts.createAccount(tx, given, context, key);
      });
      return { ...done, opening: openingOf(made, input.how, { ...key, kind: 'invitation', expiresAt }) };
    }),
    bind(admin.resetAccount, async ({ world, viewer }, input) => {
      const key = await newKey(input.how);
      let kind: 'invitation' | 'recovery' | null = null;
      const doing = { viewer: present(viewer), name: 'resetAccount', actionId: input.actionId, input } as const;
      const { expiresAt } = await act(world, doing, async (tx, given, context) => {
        const done = await accounts.resetAccount(tx, given, context, key);
        await endAllSessions(tx, given.accountId);
        await forgetFailures(tx, given.accountId);
        kind = done.kind;
        return { expiresAt: done.expiresAt };
      });
      return { opening: openingOf(kind !== null, input.how, { ...key, kind: kind ?? 'recovery', expiresAt }) };
    }),
    deed(admin.editAccount, accounts.editAccount),
    deed(admin.disableAccount, async (tx, input, context) => {
      const done = await accounts.setDisabled(tx, input, context, true);
      await endAllSessions(tx, input.accountId);
      return done;
    }),
    deed(admin.enableAccount, (tx, input, context) => accounts.setDisabled(tx, input, context, false)),
    deed(admin.addPost, posts.addPost),
    deed(admin.endPost, posts.endPost),
    deed(admin.movePosts, movePosts),
    deed(admin.lendPost, deputations.lendPost),
    deed(admin.callBackPost, deputations.callBackPost),
    view(admin.previewHandOver, viewHandOverPreview, 'readHandOvers'),
    view(admin.getHandOver, viewHandOver, 'readHandOvers'),
    deed(admin.handOver, (tx, input, context) =>
      handOver(tx, input, context, { readings: passOnReadings, tasks: passOnTasks }),
    ),
  ];
}

/** Refusals that mean somebody guessed. */
const GUESSES = new Set(['password-wrong', 'code-wrong']);

/** Counts wrong guesses of a secret of one's own, as at the door; whatever else comes of it does not count. */
async function guarded<T>(world: Ask['world'], secret: string, work: () => Promise<T>): Promise<T> {
  const attempt = await countAttempt(world, [{ what: 'account', of: secret }]);
  try {
    const done = await work();
    await attempt.takeBack();
    return done;
  } catch (error) {
    const guessed = error instanceof Problem && error.reasons.some(({ code }) => GUESSES.has(code));
    if (!guessed) await attempt.takeBack();
    throw error;
  }
}

/** The account's name and passkeys, for somebody who has just shown the password again. */
const provenKeys = (world: Ask['world'], person: Viewer, password: string) =>
  guarded(world, `password of ${person.accountId}`, () =>
    reading(world.db, person, (read) => ways.keysOf(read, person, { password, check: checkPassword })),
  );

type Shown = { password: string; token: string; kind: 'invitation' | 'recovery'; expiresAt: string | null };

/** What is shown once; nothing when the same deed was asked a second time, since then other secrets were kept. */
function openingOf(made: boolean, how: 'link' | 'password', { password, token, kind, expiresAt }: Shown) {
  if (!made) return { password: null, path: null, expiresAt };
  return how === 'password'
    ? { password, path: null, expiresAt: null }
    : { password: null, path: linkPath(kind, token), expiresAt };
}

function ownApi(): Binding[] {
  return [
    view(own.getOwnAccount, (read, viewer) => viewOwnAccount(read, viewer), 'readOwnAccount'),
    bind(own.changePassword, async ({ world, viewer }, { actionId, ...passwords }) => {
      const person = present(viewer);
      // A quick hash of a password would be as good as the password: it stays out of what is kept of the act.
      const doing = { viewer: person, name: 'changePassword', actionId, input: {} } as const;
      return guarded(world, `password of ${person.accountId}`, () =>
        act(world, doing, async (tx, _input, context) => {
          const done = await ways.changePassword(tx, passwords, context, PASSWORDS);
          await endAllSessions(tx, person.accountId, person.sessionId ?? null);
          return done;
        }),
      );
    }),
    deed(own.endOwnSession, async (tx, { sessionId }, { viewer, record }) => {
      const { accountId } = viewer;
      if (!(await endOneSession(tx, { accountId, sessionId }))) throw notFound();
      record({ deed: 'session-ended', subjectKind: 'account', subjectId: accountId });
      return { done: true as const };
    }),
    deed(own.removePasskey, ways.removePasskey),
    deed(own.unlinkIdentity, ways.unlinkIdentity),
  ];
}

function passkeyApi({ sessionOf }: AccountApi): Binding[] {
  return [
    bind(own.askForPasskey, async (ask, { password }) => {
      const person = present(ask.viewer);
      const { name, known } = await provenKeys(ask.world, person, password);
      return askKeyOf(ask, { id: person.accountId, name, known });
    }),
    bind(own.addPasskey, async (ask, { actionId, ...made }) => {
      const person = present(ask.viewer);
      const key = await keyOf(ask, person.accountId, made);
      const doing = { viewer: person, name: 'addPasskey', actionId, input: { name: key.name } } as const;
      return act(ask.world, doing, (tx, _input, context) => ways.addPasskey(tx, key, context));
    }),
    bind(own.askToSignIn, (ask) => askToSignIn(sessionOf(ask), ask)),
    bind(own.signInWithPasskey, async (ask, input) => {
      const asked = { ...input, origin: ask.origin, earlierToken: ask.token };
      ask.setToken(await signInWithPasskey(sessionOf(ask), asked, ask.visit));
      return { done: true as const };
    }),
  ];
}

const newRecoveryCodes = () => Array.from({ length: RECOVERY_CODES }, () => randomGroups(GROUPS.recovery));

function codesApi(): Binding[] {
  return [
    bind(own.startOneTimeCodes, async ({ world, viewer }, { actionId, password }) => {
      const person = present(viewer);
      const { name } = await provenKeys(world, person, password);
      const { secret, uri } = newCodeSecret(name);
      let made = false;
      const doing = { viewer: person, name: 'startOneTimeCodes', actionId, input: {} } as const;
      await act(world, doing, async (tx, _input, context) => {
        made = true;
        return ways.startCodes(tx, { secret }, context);
      });
      return made ? { secret, uri } : { secret: null, uri: null };
    }),
    bind(own.confirmOneTimeCodes, async ({ world, viewer }, { actionId, code }) => {
      const person = present(viewer);
      const recoveryCodes = newRecoveryCodes();
      let made = false;
      const doing = { viewer: person, name: 'confirmOneTimeCodes', actionId, input: {} } as const;
      await guarded(world, `code of ${person.accountId}`, () =>
        act(world, doing, async (tx, _input, context) => {
          made = true;
          return ways.confirmCodes(tx, { code, recoveryCodes }, context, stepOfCode);
        }),
      );
      return { recoveryCodes: made ? recoveryCodes : null };
    }),
    bind(own.stopOneTimeCodes, async ({ world, viewer }, { actionId, password }) => {
      const person = present(viewer);
      const doing = { viewer: person, name: 'stopOneTimeCodes', actionId, input: {} } as const;
      return guarded(world, `password of ${person.accountId}`, () =>
        act(world, doing, (tx, _input, context) => ways.stopCodes(tx, { password }, context, PASSWORDS)),
      );
    }),
    bind(own.renewRecoveryCodes, async ({ world, viewer }, { actionId, password }) => {
      const person = present(viewer);
      const recoveryCodes = newRecoveryCodes();
      let made = false;
      const doing = { viewer: person, name: 'renewRecoveryCodes', actionId, input: {} } as const;
      await guarded(world, `password of ${person.accountId}`, () =>
        act(world, doing, async (tx, _input, context) => {
          made = true;
          return ways.renewRecoveryCodes(tx, { password, recoveryCodes }, context, PASSWORDS);
        }),
      );
      return { recoveryCodes: made ? recoveryCodes : null };
    }),
  ];
}
