/**
 * The province that `npm start` shows: sample data only, on a day that stands still. Its documents are Word files that
 * are handed in, read and made into movements by the same acts as anybody's, so that every fact leads to its sentence.
 */

import type { z } from 'zod';
import type { DemoAccount } from '../../contract/session.ts';
import { addAccount } from '../accounts/acts.ts';
import { actForSystem, type Tx, type World } from '../act.ts';
import { addOrganisation, addProvince } from '../organisations/acts.ts';
import type { Viewer } from '../read.ts';
import { seedObstacles } from './obstacles.ts';
import { DEMO_PASSWORD, type DemoPerson, HAI_PHONG_PEOPLE, LAI_CHAU_PEOPLE, type SeededProvince } from './people.ts';
import { HAI_PHONG, idOf, LAI_CHAU, type Place } from './places.ts';
import { seedReminders } from './reminders.ts';
import { reorganise } from './reorganisation.ts';
import { seedRequest } from './requests.ts';

/** The demo's day. */
export const DEMO_TODAY = '2026-06-30';

/** The accounts of the demo, as its sign-in page offers them. */
export const demoAccounts: readonly z.input<typeof DemoAccount>[] = [...LAI_CHAU_PEOPLE, ...HAI_PHONG_PEOPLE].map(
  ({ name, post, organisationName }) => ({ name, password: DEMO_PASSWORD, post, organisationName }),
);

/** The afternoon of the demo's day, when the last figures had come: nothing in it happened later. */
const DEMO_NOW = `${DEMO_TODAY}T10:00:00.000Z`;

/** Fills an empty database. `hashPassword` is the password port. Refuses in production, whoever calls it. */
export async function seedDemo(given: World, hashPassword: (password: string) => Promise<string>): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('the demo is never loaded in production');
  // Loaded only here: real data never need what writes Word files.
  const { seedMovements } = await import('./movements.ts');
  const world = { ...given, now: () => DEMO_NOW };
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const laiChau = await seedProvince(world, { place: LAI_CHAU, people: LAI_CHAU_PEOPLE, passwordHash });
  const haiPhong = await seedProvince(world, { place: HAI_PHONG, people: HAI_PHONG_PEOPLE, passwordHash });
  await reorganise(world, laiChau);
  await seedReminders(world, laiChau);
  await seedMovements(world, { laiChau, haiPhong });
  await seedRequest(world, laiChau);
  await seedObstacles(world, laiChau);
}

type NewProvince = { place: Place; people: readonly DemoPerson[]; passwordHash: string };

function seedProvince(world: World, { place, people, passwordHash }: NewProvince): Promise<SeededProvince> {
  const provinceId = world.newId();
  return actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { newId, record }) => {
    await addProvince(tx, { id: provinceId, name: place.name, fixedToday: DEMO_TODAY });
    const places = new Map<string, string>();
    await addPlaces(tx, { provinceId, newId, places }, [place], null);
    const signedIn = new Map<string, Viewer>();
    for (const { name, role, place: key, post } of people) {
      const organisationId = idOf(places, key);
      const [accountId, postId] = [newId(), newId()];
      const posts = [{ id: postId, organisationId, role, title: post }];
      await addAccount(tx, { id: accountId, provinceId, name, passwordHash, demo: true, posts });
      signedIn.set(name, {
        accountId,
        postId,
        roles: [role],
        deputationId: null,
        postTitle: post,
        organisationId,
        provinceId,
        today: DEMO_TODAY,
      });
    }
    record({ deed: 'seeded', subjectKind: 'province', subjectId: provinceId });
    return { provinceId, places, people: signedIn };
  });
}

type Adding = { provinceId: string; newId: () => string; places: Map<string, string> };

async function addPlaces(tx: Tx, adding: Adding, places: readonly Place[], parentId: string | null): Promise<void> {
  for (const [position, place] of places.entries()) {
    const id = adding.newId();
    adding.places.set(place.key, id);
    await addOrganisation(tx, {
      id,
      provinceId: adding.provinceId,
      parentId,
      name: place.name,
      issuerName: place.issues ? `Ủy ban nhân dân ${place.name.charAt(0).toLowerCase()}${place.name.slice(1)}` : null,
      kind: place.kind,
      level: place.level,
      position,
      validFrom: place.from ?? null,
      validUntil: place.until ?? null,
    });
    await addPlaces(tx, adding, place.below ?? [], id);
  }
}
