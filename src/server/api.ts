/** THE table: every endpoint of the contract and the function that answers it. */

import { listDomains, searchIndicators } from '../contract/indicators.ts';
import { getOrganisation, listOrganisations } from '../contract/organisations.ts';
import { type DemoAccount, getSession, signIn, signOut, signOutEverywhere } from '../contract/session.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import { viewSession } from './accounts/views.ts';
import { act } from './act.ts';
import { type Ask, type Binding, bind, present, view } from './bind.ts';
import { viewDomains, viewIndicators } from './indicators/views.ts';
import { viewOrganisation, viewOrganisations } from './organisations/views.ts';
import { reading, type Viewer } from './read.ts';
import { signIn as beginSession, endAllSessions, endSession, viewerOf } from './session.ts';

/** What the outside lends the table. */
export type ApiSettings = {
  production: boolean;
  /** The demo's accounts and its day; null for real data. */
  demo: { accounts: readonly DemoAccount[]; today: string } | null;
};

export function makeApi(settings: ApiSettings): Binding[] {
  return [
    ...sessionApi(settings),
    view(listOrganisations, viewOrganisations),
    view(getOrganisation, viewOrganisation),
    bind(listDomains, async () => viewDomains()),
    bind(searchIndicators, async (_ask, input) => viewIndicators(input)),
  ];
}

function sessionApi({ production, demo }: ApiSettings): Binding[] {
  const nobody = (world: Ask['world'], accounts = demo?.accounts ?? []) => ({
    person: null,
    today: demo?.today ?? dayInVietnam(world.now()),
    demo: demo !== null,
    demoAccounts: [...accounts],
  });
  const somebody = (world: Ask['world'], viewer: Viewer) =>
    reading(world.db, viewer, (read) => viewSession(read, viewer));
  return [
    bind(getSession, async ({ world, viewer }) => (viewer ? somebody(world, viewer) : nobody(world))),
    bind(signIn, async ({ world, visit, token, setToken }, input) => {
      const session = { db: world.db, now: world.now, production };
      const fresh = await beginSession(session, { ...input, earlierToken: token }, visit);
      setToken(fresh);
      return somebody(world, present(await viewerOf(session, fresh)));
    }),
    bind(signOut, async ({ world, token, setToken }) => {
      if (token) await endSession(world, token);
      setToken(null);
      return nobody(world);
    }),
    bind(signOutEverywhere, async ({ world, viewer, setToken }, input) => {
      const person = present(viewer);
      const deed = { viewer: person, name: 'signOutEverywhere', actionId: input.actionId, input } as const;
      await act(world, deed, async (tx, _input, context) => {
        const ended = await endAllSessions(tx, person.accountId);
        context.record({ deed: 'signed-out', subjectKind: 'account', subjectId: person.accountId, after: { ended } });
        return null;
      });
      setToken(null);
      return nobody(world);
    }),
  ];
}
