import { z } from 'zod';
import { BACKUP_WAYS } from '../core/rules/backups.ts';
import { endpoint } from './endpoint.ts';
import { ActionId } from './ids.ts';

/** One backup or rehearsal. */
export const BackupLine = z.object({
  how: z.enum(BACKUP_WAYS),
  /** Name of its folder. */
  place: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  state: z.enum(['running', 'done', 'failed']),
  /** Why it failed. */
  failure: z.string().nullable(),
  version: z.string(),
  rows: z.string().nullable(),
  bytes: z.string().nullable(),
});
export type BackupLine = z.infer<typeof BackupLine>;

export const getSystem = endpoint({
  name: 'getSystem',
  method: 'GET',
  path: '/api/system',
  input: z.object({}),
  output: z.object({
    version: z.string(),
    startedAt: z.iso.datetime(),
    /** Since this process began. */
    errors: z.number().int(),
    database: z.object({
      embedded: z.boolean(),
      server: z.string(),
      bytes: z.string(),
      migrations: z.number().int(),
      newest: z.string(),
      /** Whether PostgreSQL itself keeps provinces apart. */
      wall: z.boolean(),
      kind: z.enum(['demo', 'real']),
    }),
    disk: z.object({ free: z.string(), total: z.string() }).nullable(),
    readings: z.object({ waiting: z.number().int(), running: z.number().int(), failed: z.number().int() }),
    audit: z.object({ rows: z.string(), checkedAt: z.iso.datetime().nullable(), whole: z.boolean().nullable() }),
    upkeep: z.object({ sweptAt: z.iso.datetime().nullable() }),
    /** Newest first. */
    backups: z.array(BackupLine),
    /** Where backups of the page go, on the server; null where the server was not told of any place. */
    backupFolder: z.string().nullable(),
    mayBackUp: z.boolean(),
  }),
  access: 'session',
  summary: 'How the house stands: versions, room, the last backup, what waits.',
});

export const backUp = endpoint({
  name: 'backUp',
  method: 'POST',
  path: '/api/system/backups',
  input: z.object({ actionId: ActionId }),
  output: z.object({ place: z.string() }),
  access: 'session',
  summary: 'Begins a backup of everything on the server; getSystem says how it went.',
});

export const rehearseBackup = endpoint({
  name: 'rehearseBackup',
  method: 'POST',
  path: '/api/system/rehearsals',
  input: z.object({ actionId: ActionId }),
  output: z.object({ place: z.string() }),
  access: 'session',
  summary: 'Restores the newest backup into a scratch database, compares it and throws it away.',
});
