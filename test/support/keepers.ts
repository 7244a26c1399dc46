import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { Role } from '../../src/core/rules/access.ts';
import type { Viewer } from '../../src/server/read.ts';
import { type Browser, givePassword, openBrowser, testApp } from './client.ts';
import { buildOrganisation, buildViewer } from './database.ts';
import { buildPlace } from './deeds.ts';

/** Somebody at their browser. */
export type Someone = { viewer: Viewer; name: string; browser: Browser };

/** A place with a council, and with administrators of the province and its communes signed in. */
export async function buildOffice() {
  const place = await buildPlace();
  const { database, ids, people } = place;
  const { provinceId } = people.province;
  const council = await buildOrganisation(database, {
    provinceId,
    parentId: ids.commune,
    name: 'Hội đồng xã Một',
    level: 'commune',
    kind: 'council',
  });
  const app = testApp(database);
  const seat = async (viewer: Viewer): Promise<Someone> => {
    const name = await givePassword(database, viewer.accountId);
    const browser = openBrowser(app);
    await browser.signIn(name);
    return { viewer, name, browser };
  };
  /** A new person with one post, signed in. */
  const hire = async (organisationId: string, role: Role) =>
    seat(await buildViewer(database, { provinceId, organisationId, role }));
  return {
    database,
    app,
    ids: { ...ids, council: council.id },
    hire,
    top: await hire(ids.province, 'administrator'),
    keeper: await hire(ids.commune, 'administrator'),
    neighbour: await hire(ids.other, 'administrator'),
    officer: await seat(people.commune),
    village: await seat(people.village),
    drop: () => database.drop(),
  };
}
export type Office = Awaited<ReturnType<typeof buildOffice>>;

/** Does a deed at a browser under an id of its own. */
export const act = <I extends z.ZodObject, O extends z.ZodType>(
  { browser }: Pick<Someone, 'browser'>,
  endpoint: Endpoint<I, O>,
  input: Omit<z.input<I>, 'actionId'> & { actionId?: string },
): Promise<z.output<O>> => browser.call(endpoint, { actionId: randomUUID(), ...input } as never);

/** The codes of a refusal, or its own. */
export const codesOf = (deed: Promise<unknown>): Promise<unknown> =>
  deed.then(
    () => 'done',
    (error: { body?: { code: string; kind: string; reasons: { code: string }[] } }) => {
      if (!error.body) throw error;
      const { code, kind, reasons } = error.body;
      if (kind !== 'refused') return kind;
      return reasons.length > 0 ? reasons.map((reason) => reason.code) : code;
    },
  );
