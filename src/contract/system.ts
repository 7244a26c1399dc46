import { z } from 'zod';
import { BACKUP_WAYS } from '../core/rules/backups.ts';
import { JOB_KINDS } from '../core/rules/jobs.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, JobId } from './ids.ts';

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

const count = z.number().int().min(0);

/** What the server does by itself in the province. */
export const JobsFacts = z.object({
  /** To be begun now or later. */
  waiting: count,
  running: count,
  /** Within the last day. */
  done: count,
  /** Given up, the newest first. */
  dead: z.array(
    z.object({
      id: JobId,
      kind: z.enum(JOB_KINDS),
      attempts: count,
      endedAt: z.iso.datetime(),
      failure: z.string().nullable(),
    }),
  ),
  deadInAll: count,
});
export type JobsFacts = z.infer<typeof JobsFacts>;

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
    /** The mail server, without its secret; null where none is set up. */
    mail: z
      .object({
        host: z.string(),
        port: z.number().int(),
        secure: z.boolean(),
        signedIn: z.boolean(),
        from: z.string(),
      })
      .nullable(),
    jobs: JobsFacts,
    mayRetryJobs: z.boolean(),
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

export const retryJob = endpoint({
  name: 'retryJob',
  method: 'POST',
  path: '/api/system/jobs/:jobId/retry',
  input: z.object({ actionId: ActionId, jobId: JobId }),
  output: z.object({ done: z.literal(true) }),
  access: 'session',
  summary: 'Puts a job that was given up into the queue again.',
});

export const sendTestLetter = endpoint({
  name: 'sendTestLetter',
  method: 'POST',
  path: '/api/system/test-letter',
  input: z.object({ actionId: ActionId }),
  output: z.object({ to: z.string() }),
  access: 'session',
  summary: 'Sends a letter to one’s own address, to see whether the mail server takes it.',
});
