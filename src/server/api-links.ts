/** Lines of the api table for links that open one thing without a password. */

import * as figures from '../contract/figure-links.ts';
import * as links from '../contract/links.ts';
import * as requests from '../contract/request-links.ts';
import type { LinkKind } from '../core/rules/accounts.ts';
import { checkNewPassword } from '../core/rules/passwords.ts';
import { accountsVi } from '../core/text/vi/accounts.ts';
import { asksForCode, nameByLink, type Opener, openAccount, viewOpening } from './accounts/link-acts.ts';
import { act, actForSystem, type LinkHolder, type SystemContext, type Tx } from './act.ts';
import type { AccountApi } from './api-accounts.ts';
import { countAttempt, forgetFailures } from './attempts.ts';
import { type Ask, type Binding, bind, deed, present, view } from './bind.ts';
import * as requestLinks from './data-requests/link-acts.ts';
import { findLink, insideLink, linkPath, markUsed, noteOpened, type OpenedLink } from './links.ts';
import * as evidenceLinks from './measurements/evidence-link-acts.ts';
import * as figureLinks from './measurements/figure-link-acts.ts';
import { viewFigureLinks, viewFiguresByLink } from './measurements/figure-link-views.ts';
import * as taskLinks from './movements/task-link-acts.ts';
import { askKeyOf, keyOf } from './new-passkey.ts';
import { hashPassword } from './password.ts';
import { Problem, refused } from './problem.ts';
import { newToken } from './secrets.ts';
import { endAllSessions, openSession, startOf } from './session.ts';

export function linksApi(settings: AccountApi): Binding[] {
  return [...linkApi(settings), ...taskLinkApi(), ...figureLinkApi(settings), ...requestLinkApi(settings)];
}

const holderOf = (link: OpenedLink, { visit }: Ask, postTitle: string): LinkHolder => ({
  organisationId: link.organisationId,
  postTitle,
  origin: { address: visit.address.slice(0, 100), device: visit.device.slice(0, 200) },
});

/** The hash of a password somebody chose. Throws its refusals. */
async function chosen(password: string, name: string): Promise<Opener> {
  const reasons = checkNewPassword(password, { name });
  if (reasons.length > 0) throw refused(reasons);
  return { passwordHash: await hashPassword(password), passkey: null };
}

function linkApi({ sessionOf }: AccountApi): Binding[] {
  const find = (ask: Ask, token: string, kind: LinkKind) =>
    findLink(sessionOf(ask), { token, kind, address: ask.visit.address });
  const nameOf = (ask: Ask, link: OpenedLink) => insideLink(ask.world, link, (trx) => nameByLink(trx, link));
  /** Uses up a link for an account: what was chosen opens it, and signs in. */
  const take = async (ask: Ask, link: OpenedLink, { name, opener }: { name: string; opener: Opener }) => {
    const { provinceId, subjectId: accountId } = link;
    const holder = holderOf(link, ask, accountsVi.byLink(link.organisationName));
    const act = link.kind === 'invitation' ? 'takeInvitation' : 'takeRecovery';
    await actForSystem(ask.world, { provinceId, name: act, holder }, async (tx, context) => {
      await markUsed(tx, link, context.now);
      await openAccount(tx, { link, name, opener }, context);
      await endAllSessions(tx, accountId);
      await forgetFailures(tx, accountId);
    });
    const session = sessionOf(ask);
    if (await insideLink(session, link, (trx) => asksForCode(trx, accountId)))
      return { done: true as const, signedIn: false };
    const start = await startOf(session, { provinceId, accountId });
    if (start) ask.setToken(await openSession(session, { ...start, earlierToken: ask.token }, ask.visit));
    return { done: true as const, signedIn: start !== null };
  };
  return [
    bind(links.openAccountLink, async (ask, { token, kind }) => {
      const link = await find(ask, token, kind);
      return insideLink(ask.world, link, (trx) => viewOpening(trx, link));
    }),
    bind(links.askForPasskeyByLink, async (ask, { token }) => {
      const link = await find(ask, token, 'invitation');
      return askKeyOf(ask, { id: link.subjectId, name: await nameOf(ask, link), known: [] });
    }),
    bind(links.takeInvitation, async (ask, { token, name, password, passkey }) => {
      const link = await find(ask, token, 'invitation');
      if ((password === undefined) === (passkey === undefined)) throw new Problem('invalid', 'invalid');
      const opener = passkey
        ? { passwordHash: null, passkey: await keyOf(ask, link.subjectId, passkey) }
        : await chosen(password ?? '', name);
      return take(ask, link, { name, opener });
    }),
    bind(links.takeRecovery, async (ask, { token, password }) => {
      const link = await find(ask, token, 'recovery');
      const name = await nameOf(ask, link);
      return take(ask, link, { name, opener: await chosen(password, name) });
    }),
    bind(links.openTaskLink, async (ask, { token }) => {
      const link = await find(ask, token, 'task');
      return insideLink(ask.world, link, (trx) => taskLinks.viewTaskByLink(trx, link, ask.world.now()));
    }),
    bind(links.reportByTaskLink, async (ask, { token, ...input }) => {
      const link = await find(ask, token, 'task');
      const holder = holderOf(link, ask, accountsVi.byLink(link.organisationName));
      const { provinceId } = link;
      return actForSystem(ask.world, { provinceId, name: 'reportByTaskLink', holder }, (tx, context) =>
        taskLinks.reportByTaskLink(tx, input, context, { link, holder }),
      );
    }),
  ];
}

function taskLinkApi(): Binding[] {
  return [
    view(links.listTaskLinks, taskLinks.viewTaskLinks),
    bind(links.makeTaskLink, async ({ world, viewer }, input) => {
      const token = newToken();
      let made = false;
      const doing = { viewer: present(viewer), name: 'makeTaskLink', actionId: input.actionId, input } as const;
      const { expiresAt } = await act(world, doing, async (tx, given, context) => {
        made = true;
        return taskLinks.makeTaskLink(tx, given, context, token);
      });
      return { path: made ? linkPath('task', token) : null, expiresAt };
    }),
    deed(links.revokeTaskLink, taskLinks.revokeTaskLink),
  ];
}

function figureLinkApi({ sessionOf }: AccountApi): Binding[] {
  const find = (ask: Ask, token: string) =>
    findLink(sessionOf(ask), { token, kind: 'figures', address: ask.visit.address });
  type Deed<O> = (tx: Tx, context: SystemContext, by: { link: OpenedLink; holder: LinkHolder }) => Promise<O>;
  const doing = async <O>(ask: Ask, token: string, name: string, deed: Deed<O>): Promise<O> => {
    const link = await find(ask, token);
    // Each sending keeps what was there before: whoever holds a link cannot fill the house with versions.
    await countAttempt(sessionOf(ask), [{ what: 'sending', of: link.id }]);
    const holder = holderOf(link, ask, accountsVi.byFigureLink(link.organisationName, link.madeByPost));
    const here = { provinceId: link.provinceId, name, holder };
    return actForSystem(ask.world, here, (tx, context) => deed(tx, context, { link, holder }));
  };
  return [
    bind(figures.openFigureLink, async (ask, { token }) => {
      const link = await find(ask, token);
      const found = await insideLink(ask.world, link, (trx) => viewFiguresByLink(trx, link, ask.world.now()));
      await noteOpened(ask.world, link);
      return found;
    }),
    bind(figures.sendByFigureLink, (ask, { token, cells }) =>
      doing(ask, token, 'sendByFigureLink', (tx, context, by) => figureLinks.sendByFigureLink(tx, cells, context, by)),
    ),
    bind(figures.addEvidenceByLink, (ask, { token, ...file }) =>
      doing(ask, token, 'addEvidenceByLink', (tx, context, by) =>
        evidenceLinks.addEvidenceByLink(tx, file, context, by),
      ),
    ),
    bind(figures.removeEvidenceByLink, (ask, { token, ...which }) =>
      doing(ask, token, 'removeEvidenceByLink', (tx, context, by) =>
        evidenceLinks.removeEvidenceByLink(tx, which, context, by),
      ),
    ),
    view(figures.listFigureLinks, viewFigureLinks),
    bind(figures.makeFigureLinks, async ({ world, viewer }, input) => {
      const tokens = new Map(input.organisationIds.map((id) => [String(id), newToken()]));
      let made = false;
      const doing = { viewer: present(viewer), name: 'makeFigureLinks', actionId: input.actionId, input } as const;
      const { links: done } = await act(world, doing, async (tx, given, context) => {
        made = true;
        return figureLinks.makeFigureLinks(tx, given, context, tokens);
      });
      return {
        links: done.map((link) => {
          const token = tokens.get(link.organisation.id);
          return { ...link, path: made && token !== undefined ? linkPath('figures', token) : null };
        }),
      };
    }),
    deed(figures.revokeFigureLinks, figureLinks.revokeFigureLinks),
  ];
}

function requestLinkApi({ sessionOf }: AccountApi): Binding[] {
  const find = (ask: Ask, token: string) =>
    findLink(sessionOf(ask), { token, kind: 'request', address: ask.visit.address });
  return [
    bind(requests.openRequestLink, async (ask, { token }) => {
      const link = await find(ask, token);
      const found = await insideLink(ask.world, link, (trx) => requestLinks.viewRequestByLink(trx, link));
      await noteOpened(ask.world, link);
      return found;
    }),
    bind(requests.answerByRequestLink, async (ask, { token, ...input }) => {
      const link = await find(ask, token);
      await countAttempt(sessionOf(ask), [{ what: 'sending', of: link.id }]);
      const holder = holderOf(link, ask, accountsVi.byFigureLink(link.organisationName, link.madeByPost));
      const doing = { provinceId: link.provinceId, name: 'answerByRequestLink', holder };
      return actForSystem(ask.world, doing, (tx, context) =>
        requestLinks.answerByRequestLink(tx, input, context, { link, holder }),
      );
    }),
    bind(requests.makeRequestLinks, async ({ world, viewer }, input) => {
      const tokens = new Map(input.organisationIds.map((id) => [String(id), newToken()]));
      let made = false;
      const doing = { viewer: present(viewer), name: 'makeRequestLinks', actionId: input.actionId, input } as const;
      const { links: done } = await act(world, doing, async (tx, given, context) => {
        made = true;
        return requestLinks.makeRequestLinks(tx, given, context, tokens);
      });
      return {
        links: done.map((link) => {
          const token = tokens.get(link.organisation.id);
          return { ...link, path: made && token !== undefined ? linkPath('request', token) : null };
        }),
      };
    }),
    deed(requests.revokeRequestLinks, requestLinks.revokeRequestLinks),
  ];
}
