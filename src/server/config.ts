/** The environment, read once and checked. docs/operations.md says what each name means. */

import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { MailServer } from './mail.ts';

const POSTGRES = /^postgres(ql)?:\/\//;

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8686),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => !URL.canParse(url) || new URL(url).pathname === '/',
      'no path: it has to have a host name of its own',
    )
    .optional(),
  TRUSTED_PROXIES: z.string().default(''),
  DATABASE_URL: z.string().regex(POSTGRES, 'postgresql://…').optional(),
  DATABASE_OWNER_URL: z.string().regex(POSTGRES, 'postgresql://…').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  THIDUA_DATA: z.string().min(1).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('OpenID Connect'),
  OIDC_MATCH_EMAIL: z.enum(['yes', 'no']).default('no'),
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SMTP_SECURE: z.enum(['yes', 'no']).default('no'),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).max(200).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Config = {
  production: boolean;
  host: string;
  port: number;
  /** How people reach the server; null: by host and port. */
  publicUrl: URL | null;
  trustedProxies: BlockList;
  databaseUrl: string | null;
  /** Owner of the tables, where it differs from the application's role. */
  databaseOwnerUrl: string | null;
  pool: number;
  /** Folder of the embedded database; null: data/ beside the program. */
  data: string | null;
  /** Where backups begun on the page go; null: data/backups beside the program. */
  backupFolder: string | null;
  /** The provider at which people may sign in besides; null where none is set up. */
  oidc: { issuer: URL; clientId: string; clientSecret: string | null; name: string; matchEmail: boolean } | null;
  /** The mail server by which letters go out; null where none is set up. */
  mail: MailServer | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
};

/** Reads `environment`; throws an error that names every variable that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Biến môi trường chưa đúng / wrong environment:\n  ${wrong.join('\n  ')}`);
  }
  const env = parsed.data;
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null,
    trustedProxies: proxies(env.TRUSTED_PROXIES),
    databaseUrl: env.DATABASE_URL ?? null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    pool: env.DATABASE_POOL,
    data: env.THIDUA_DATA ? resolve(env.THIDUA_DATA) : null,
    backupFolder: env.BACKUP_DIR ? resolve(env.BACKUP_DIR) : null,
    oidc: oidcOf(env),
    mail: mailOf(env),
    logLevel: env.LOG_LEVEL,
  };
}

function oidcOf(env: z.infer<typeof Environment>): Config['oidc'] {
  if (env.OIDC_ISSUER === undefined) return null;
  if (env.OIDC_CLIENT_ID === undefined)
    throw new Error('Biến môi trường chưa đúng / wrong environment:\n  OIDC_CLIENT_ID: needed with OIDC_ISSUER');
  return {
    issuer: new URL(env.OIDC_ISSUER),
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET ?? null,
    name: env.OIDC_NAME,
    matchEmail: env.OIDC_MATCH_EMAIL === 'yes',
  };
}

/** The usual ports: submission with TLS from the start, or asked for once connected. */
const SMTP_PORTS = { yes: 465, no: 587 } as const;

function mailOf(env: z.infer<typeof Environment>): MailServer | null {
  if (env.SMTP_HOST === undefined) return null;
  const lacking = (name: string, why: string) =>
    new Error(`Biến môi trường chưa đúng / wrong environment:\n  ${name}: ${why}`);
  if (env.MAIL_FROM === undefined) throw lacking('MAIL_FROM', 'needed with SMTP_HOST');
  if (!/^[^<>\r\n]*<?[^<>\s@]+@[^<>\s@]+>?$/.test(env.MAIL_FROM)) throw lacking('MAIL_FROM', 'Thi Đua <name@host>');
  if (env.SMTP_USER !== undefined && env.SMTP_PASSWORD === undefined)
    throw lacking('SMTP_PASSWORD', 'needed with SMTP_USER');
  return {
    host: env.SMTP_HOST,
    port: env.SMTP_PORT ?? SMTP_PORTS[env.SMTP_SECURE],
    secure: env.SMTP_SECURE === 'yes',
    user: env.SMTP_USER ?? null,
    password: env.SMTP_PASSWORD ?? null,
    from: env.MAIL_FROM,
  };
}

function proxies(list: string): BlockList {
  const found = new BlockList();
  for (const entry of list.split(',').map((word) => word.trim())) {
    if (entry === '') continue;
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    if (family === 0) throw new Error(`TRUSTED_PROXIES: ${entry}`);
    const kind = family === 6 ? 'ipv6' : 'ipv4';
    const widest = family === 6 ? 128 : 32;
    if (bits === undefined) found.addAddress(address, kind);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= widest) found.addSubnet(address, Number(bits), kind);
    else throw new Error(`TRUSTED_PROXIES: ${entry}`);
  }
  return found;
}
