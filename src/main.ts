/**
 * Composition root of the server: options and environment → database → app → listen, and the way down. Sentences for
 * people go to standard output, the log of requests (JSON lines) to standard error.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEn } from './core/text/en/start.ts';
import { startVi } from './core/text/vi/start.ts';
import { makeApi } from './server/api.ts';
import { makeApp } from './server/app.ts';
import { openBackups, roomOf } from './server/backups.ts';
import { type Config, readConfig } from './server/config.ts';
import { BACKUP_LOCK } from './server/db/backup.ts';
import { connect, type Database, roleOf } from './server/db/connect.ts';
import { EmbeddedError, type EmbeddedServer, startEmbedded } from './server/db/embedded.ts';
import { emptyTables, exclusively, listMigrations, MigrationError, migrate } from './server/db/migrate.ts';
import { DEMO_TODAY, demoAccounts, seedDemo } from './server/demo/seed.ts';
import { startReadings } from './server/documents/runner.ts';
import { SET_UP_PATH } from './server/first-set-up.ts';
import {
  claimInstallation,
  claimPushKeys,
  type InstallationKind,
  isSeeded,
  markSeeded,
} from './server/installation.ts';
import { startJobs } from './server/jobs.ts';
import { listen } from './server/listen.ts';
import { errorFacts, type Log, makeLog } from './server/log.ts';
import { openMail } from './server/mail.ts';
import { newId } from './server/new-id.ts';
import { openIdProvider } from './server/oidc.ts';
import { hashPassword } from './server/password.ts';
import { newPushKeys, openPush } from './server/push.ts';
import { openFileReader } from './server/read-file.ts';
import { jobHandlers, startReminding } from './server/reminding.ts';
import { startRolling } from './server/rolling.ts';
import { makeSetUpCode } from './server/session.ts';
import { staticFiles } from './server/static-files.ts';
import { startUpkeep } from './server/upkeep.ts';
import { wallStands } from './server/wall.ts';

/** The terminal's language; the pages have their own switch. */
const words = process.env['THIDUA_LANGUAGE'] === 'en' ? startEn : startVi;
const DEFAULT_PORT = 8686;
const say = (sentence: string) => console.log(sentence);

/** A start that ends with a sentence instead of a stack. */
class Refusal extends Error {}

const ROOT = rootFolder(import.meta.dirname);

/** The package's folder, from src/ and from dist/server/ alike. */
function rootFolder(folder: string): string {
  return existsSync(join(folder, 'migrations')) || folder === dirname(folder) ? folder : rootFolder(dirname(folder));
}

type Options = { port: number | null; empty: boolean };

function options(): Options {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, empty: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const port = values.port === undefined ? null : Number(values.port);
    if (!values.help && (port === null || (Number.isInteger(port) && port >= 0 && port <= 65_535)))
      return { port, empty: values.empty ?? false };
  } catch {
    // An option that is not there; the sentence below says which are.
  }
  throw new Refusal(words.options(DEFAULT_PORT));
}

type Opened = { database: Database; ownerUrl: string; embedded: EmbeddedServer | null };

async function open(config: Config, kind: InstallationKind, log: Log): Promise<Opened> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbedded({ folder: join(config.data ?? join(ROOT, 'data'), kind), say });
  const url = config.databaseUrl ?? embedded?.appUrl ?? '';
  const ownerUrl = config.databaseOwnerUrl ?? embedded?.ownerUrl ?? url;
  const database = connect(url, {
    max: config.pool,
    lost: (error) => log('warn', 'connection lost', errorFacts(error)),
  });
  try {
    const migrations = listMigrations(join(ROOT, 'migrations'));
    const role = await roleOf(database.db);
    const done = await migrate({ url: ownerUrl, migrations, appRole: role });
    if (done.length > 0) say(words.migrated(done.length));
    if (!(await wallStands(database.db))) say(words.wallOff);
    const found = await claimInstallation(database.db, kind);
    if (found !== kind) throw new Refusal(found === 'real' ? words.notForDemo : words.notForReal);
    return { database, ownerUrl, embedded };
  } catch (error) {
    await database.close();
    await embedded?.stop();
    throw error;
  }
}

/** Whom push services may write to when something is wrong. */
function contactOf({ mail, publicUrl }: Config): string {
  const address = /[^<\s]+@[^>\s]+/.exec(mail?.from ?? '')?.[0];
  if (address) return `mailto:${address}`;
  return publicUrl?.protocol === 'https:' ? publicUrl.origin : 'mailto:thi-dua@example.invalid';
}

/** What the page about the system may say of the mail server. */
const mailFacts = ({ mail }: Config) =>
  mail && { host: mail.host, port: mail.port, secure: mail.secure, signedIn: mail.user !== null, from: mail.from };

/** Sample data, whole or not at all: what a killed start left half-done is thrown away and loaded again. */
async function seed({ ownerUrl }: Opened, world: Parameters<typeof seedDemo>[0]): Promise<void> {
  if (await isSeeded(world.db)) return;
  await exclusively(ownerUrl, async () => {
    if (await isSeeded(world.db)) return;
    say(words.seeding);
    await emptyTables(ownerUrl, ['migrations', 'installation']);
    await seedDemo(world, hashPassword);
    await markSeeded(world.db, world.now());
  });
}

async function main(): Promise<void> {
  const { port, empty } = options();
  const config = readConfig(process.env);
  const kind: InstallationKind = empty || config.production ? 'real' : 'demo';
  const now = () => new Date().toISOString();
  const errors = { count: 0 };
  const written = makeLog(config.logLevel, (line) => process.stderr.write(line), now);
  const log: Log = (level, event, more) => {
    if (level === 'error') errors.count += 1;
    written(level, event, more);
  };
  const opened = await open(config, kind, log);
  const { database, embedded } = opened;
  const down: (() => Promise<unknown> | undefined)[] = [database.close, async () => embedded?.stop()];
  const leave = async (code: number) => {
    for (const step of down) await Promise.resolve(step()).catch((error) => log('error', 'stop', errorFacts(error)));
    process.exit(code);
  };
  untilToldToStop(leave, opened, log);
  try {
    const world = {
      db: database.db,
      now,
      newId,
      failed: (error: unknown) => log('error', 'effect', errorFacts(error)),
    };
    const demo = kind === 'demo' ? { accounts: demoAccounts, today: DEMO_TODAY } : null;
    if (demo) await seed(opened, world);
    const reader = openFileReader();
    reader.warm();
    // A list should not wait behind the pages of a scan.
    const sheets = openFileReader();
    const readings = startReadings({ world, reader });
    down.unshift(readings.stop, sheets.close, reader.close);
    const mail = config.mail && openMail(config.mail);
    const push = openPush({ keys: await claimPushKeys(world.db, newPushKeys), contact: contactOf(config) });
    let url = config.publicUrl?.origin ?? `http://${config.host}:${port ?? config.port}`;
    const jobs = startJobs({ world, handlers: jobHandlers({ world, mail, push, origin: () => url }) });
    const reminding = startReminding(world, jobs);
    const upkeep = startUpkeep(world);
    const rolling = startRolling(world);
    const backupFolder = config.backupFolder ?? join(config.data ?? join(ROOT, 'data'), 'backups');
    const migrations = listMigrations(join(ROOT, 'migrations'));
    const backups = openBackups({
      world,
      ownerUrl: opened.ownerUrl,
      folder: backupFolder,
      version: version(),
      migrations,
    });
    // A backup under way is not waited for: nothing appears under its name, and the next one clears it away.
    down.unshift(reminding.stop, upkeep.stop, rolling.stop, jobs.stop, async () => mail?.close());
    const facts = {
      version: version(),
      startedAt: now(),
      embedded: embedded !== null,
      backupFolder,
      backupLock: BACKUP_LOCK,
      errors: () => errors.count,
      now,
      mail: mailFacts(config),
      disk: () => roomOf(backupFolder),
    };
    const pages = join(ROOT, 'dist/web');
    let accepting = true;
    const signOn = config.oidc && { provider: openIdProvider(config.oidc), joinByEmail: config.oidc.matchEmail };
    const signOnName = config.oidc?.name ?? null;
    const app = makeApp({
      config,
      world,
      signOn,
      api: makeApi({
        production: config.production,
        demo,
        wakeReadings: readings.wake,
        readSheet: (file) => sheets.readSheet(file),
        readBook: (file) => sheets.readBook(file),
        readReport: (file) => sheets.read(file, { ocr: 'never' }),
        signOnName,
        system: { keeper: backups, facts },
        ways: { mail, pushKey: push.publicKey },
      }),
      files: existsSync(pages) ? staticFiles(pages) : null,
      log,
      version: version(),
      accepting: () => accepting,
    });
    const server = await listen(app.fetch, { host: config.host, port: port ?? config.port });
    down.unshift(() => {
      accepting = false;
      return server.stop();
    });
    url = config.publicUrl?.origin ?? server.url;
    greet(url, opened, demo, existsSync(pages));
    const code = kind === 'real' ? await makeSetUpCode(world) : null;
    if (code) say(`\n${words.setUp}\n  ${url}${SET_UP_PATH}?code=${code}\n`);
    say(words.stop);
    log('info', 'listening', { url: server.url, kind });
  } catch (error) {
    log('debug', 'start', errorFacts(error));
    explain(error);
    await leave(1);
  }
}

const version = () => (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

type Demo = { accounts: typeof demoAccounts; today: string } | null;

function greet(url: string, { embedded }: Opened, demo: Demo, pages: boolean): void {
  say('');
  say(words.running(url));
  say(embedded ? words.data(embedded.folder) : words.dataElsewhere);
  if (!pages) say(words.noPages);
  if (demo) {
    say(words.demo(demo.today.split('-').reverse().join('/')));
    say(words.accounts);
    for (const { name, password, post, organisationName } of demo.accounts)
      say(`  ${name.padEnd(14)} ${password}   ${post}, ${organisationName}`);
    say(words.empty);
  }
}

function untilToldToStop(leave: (code: number) => Promise<void>, { embedded }: Opened, log: Log): void {
  let told = false;
  const stop = (code: number, sentence: string) => {
    // Told twice: at once. PostgreSQL stays and is taken over at the next start.
    if (told) process.exit(1);
    told = true;
    say(sentence);
    void leave(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0, words.stopping));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      log('error', event, errorFacts(error));
      stop(1, words.stopping);
    });
  void embedded?.lost.then(() => {
    log('error', 'database lost');
    stop(1, words.lost);
  });
}

/** Why it does not start, as a sentence; what nobody foresaw keeps its stack. */
function explain(error: unknown): void {
  if (error instanceof Refusal) console.error(error.message);
  else if (error instanceof EmbeddedError || error instanceof MigrationError)
    console.error(`${words.failed(words.reasons[error.code])}\n${error.message}`);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    console.error(words.portTaken(Number(error.port)));
  else console.error(words.failed(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
