/** Backups that people begin on a page, and rehearsals of restoring them: in the background, in a folder of the server. */

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from './act.ts';
import { verifyAudit } from './audit-chain.ts';
import { backUp } from './db/backup.ts';
import { BackupError, MANIFEST, type Manifest } from './db/backup-folder.ts';
import { connect } from './db/connect.ts';
import type { Migration } from './db/migrate.ts';
import { rehearse } from './db/restore.ts';
import { snapshot } from './read.ts';
import { type BackupKeeper, endBackup } from './system/acts.ts';

export type BackupSettings = {
  world: World;
  /** The owner's address. */
  ownerUrl: string;
  folder: string;
  version: string;
  migrations: readonly Migration[];
};

/** So many of the page's are kept; older ones go when a new one is whole. Those made by the command are never touched. */
const KEPT = 7;
const NAME = /^\d{4}-\d{2}-\d{2}-\d{4}-[0-9a-f]{6}$/;

type Work = Parameters<BackupKeeper['begin']>[0];

export function openBackups(settings: BackupSettings): BackupKeeper & { idle: () => Promise<void> } {
  const { world, folder } = settings;
  const underWay = new Set<Promise<void>>();
  return {
    newPlace: () => {
      const local = new Date(Date.parse(world.now()) + 7 * 3_600_000).toISOString();
      return `${local.slice(0, 10)}-${local.slice(11, 16).replace(':', '')}-${randomBytes(3).toString('hex')}`;
    },
    isThere: (place) => NAME.test(place) && existsSync(join(folder, place, MANIFEST)),
    begin: (work) => {
      const done = run(settings, work).finally(() => underWay.delete(done));
      underWay.add(done);
    },
    idle: async () => {
      await Promise.all(underWay);
    },
  };
}

async function run(settings: BackupSettings, { id, how, place }: Work): Promise<void> {
  const { world, folder } = settings;
  try {
    const manifest = await (how === 'page' ? save(settings, place) : tryOut(settings, join(folder, place)));
    const rows = manifest.parts.reduce((all, part) => all + part.rows, 0);
    const bytes = manifest.parts.reduce((all, part) => all + part.bytes, 0);
    await endBackup(world.db, { id, at: world.now(), failure: null, rows, bytes });
  } catch (error) {
    world.failed(error);
    const failure = error instanceof BackupError ? error.code : 'broken';
    // The database may be what failed: then the row stays open, and reads as interrupted.
    await endBackup(world.db, { id, at: world.now(), failure }).catch(world.failed);
  }
}

async function save({ ownerUrl: url, folder, version, world }: BackupSettings, place: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const manifest = await backUp({ url, folder: join(folder, place), version, now: world.now });
  const made = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  for (const name of made.slice(0, Math.max(0, made.length - KEPT)))
    await rm(join(folder, name), { recursive: true, force: true });
  return manifest;
}

async function tryOut({ ownerUrl, migrations }: BackupSettings, folder: string): Promise<Manifest> {
  const { manifest, found } = await rehearse({ url: ownerUrl, folder, migrations }, async (url) => {
    const { db, close } = connect(url, { max: 1 });
    try {
      return await snapshot(db, (all) => verifyAudit(all));
    } finally {
      await close();
    }
  });
  if (found.breaks.length > 0) throw new BackupError('restore-differs', 'audit_entries');
  return manifest;
}

/** Room on the disk of a folder, or of the nearest folder above that is there; null where the system does not say. */
export async function roomOf(folder: string): Promise<{ free: bigint; total: bigint } | null> {
  for (let at = folder; ; at = join(at, '..')) {
    try {
      const { bavail, blocks, bsize } = await statfs(at, { bigint: true });
      return { free: bavail * bsize, total: blocks * bsize };
    } catch {
      if (join(at, '..') === at) return null;
    }
  }
}
