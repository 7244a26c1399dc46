import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeOrganisations } from '../../src/contract/organisation-acts.ts';
import { verifyAudit } from '../../src/server/audit-chain.ts';
import { buildWorld, bundleAt, type World } from '../rights/world.ts';
import { openBrowser, sendTo } from '../support/client.ts';
import { TODAY } from '../support/database.ts';

/** Two people at the same moment: one thing happens, the other is told, and nothing is left half-done. */

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.database.drop());

/** Two sign-ins of one administrator; what matters is that the requests overlap. */
async function twoBrowsers() {
  const { browser, name } = world.people.administrator;
  const other = openBrowser(world.app);
  await other.signIn(name);
  return [browser, other] as const;
}

const units = async (count: number) => {
  const bundle = bundleAt(world, world.people.administrator, world.places.commune.own);
  return Promise.all(Array.from({ length: count }, () => bundle.unit()));
};

const merging = (organisationIds: string[]) => ({
  actionId: randomUUID(),
  on: TODAY,
  paper: null,
  organisationIds,
  into: {
    head: { name: `Đơn vị ${randomUUID()}`, issuerName: null, kind: 'village', level: 'unit', code: null },
    parentId: world.places.commune.own,
  },
});

describe('two merges at the same moment', () => {
  it('of the same organisations: one happens', async () => {
    const browsers = await twoBrowsers();
    for (let round = 0; round < 5; round++) {
      const both = await units(2);
      const answers = await Promise.all(browsers.map((one) => sendTo(one, mergeOrganisations, merging(both))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      await expectOneSuccessor(both);
    }
  });

  it('that share one organisation: it goes into one of them, and the other stays as it was', async () => {
    const browsers = await twoBrowsers();
    for (let round = 0; round < 5; round++) {
      const [a = '', shared = '', c = ''] = await units(3);
      const answers = await Promise.all([
        sendTo(browsers[0], mergeOrganisations, merging([a, shared])),
        sendTo(browsers[1], mergeOrganisations, merging([shared, c])),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      await expectOneSuccessor([shared]);
      const { db } = world.database.owner;
      const left = answers[0]?.status === 200 ? c : a;
      const row = await db
        .selectFrom('organisations')
        .select('valid_until as until')
        .where('id', '=', left)
        .executeTakeFirstOrThrow();
      expect(row.until).toBeNull();
    }
  });

  it('sent twice under one id: done once, answered twice', async () => {
    const browsers = await twoBrowsers();
    const both = await units(2);
    const once = merging(both);
    const answers = await Promise.all(browsers.map((one) => sendTo(one, mergeOrganisations, once)));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(bodies[0]).toEqual(bodies[1]);
    await expectOneSuccessor(both);
  });

  it('leave the audit chain whole', async () => {
    expect((await verifyAudit(world.database.owner.db)).breaks).toEqual([]);
  });
});

/** Each has ended, in exactly one other, and stands under nobody any more. */
async function expectOneSuccessor(ids: readonly string[]): Promise<void> {
  const { db } = world.database.owner;
  for (const id of ids) {
    const successors = await db
      .selectFrom('organisation_successions')
      .select('successor_id as id')
      .where('predecessor_id', '=', id)
      .execute();
    expect(successors).toHaveLength(1);
    const living = await db
      .selectFrom('organisation_closure')
      .select('depth')
      .where('descendant_id', '=', id)
      .where('valid_until', '>', TODAY)
      .execute();
    expect(living).toEqual([]);
  }
}
