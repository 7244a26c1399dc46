import type { startVi } from '../vi/start.ts';
import type { Words } from '../words.ts';

export const startEn: Words<typeof startVi> = {
  running: (url) => `Thi Đua is running at   ${url}`,
  demo: (day) => `A demo with sample data; its day is always ${day}.`,
  accounts: 'Demo accounts (name, password):',
  data: (folder) => `Data lie in             ${folder}`,
  dataElsewhere: 'Data lie in the database of DATABASE_URL.',
  wallOff:
    'Note: one database role does everything, so the second wall between provinces (inside PostgreSQL) is off. To turn it on: docs/operations.md, DATABASE_OWNER_URL.',
  empty: 'For real use: npm start -- --empty',
  setUp: 'There is no account yet. Open this link (once, within 24 hours) to make the first:',
  stop: 'Stop: Ctrl+C',
  stopping: 'Stopping when open work is done …',
  migrated: (count) => `Database brought up to date (${count} steps).`,
  seeding: 'Loading sample data …',
  lost: 'PostgreSQL ended unexpectedly. What was saved is there; start again.',
  noPages: 'Pages are not built, only the API answers. Run: npm run build',
  options: (port) =>
    `Usage: npm start -- [--port NUMBER] [--empty]\n  --port NUMBER   port (default ${port}; 0: any free one)\n  --empty         real use: an empty database, no sample data`,
  portTaken: (port) => `Another program uses port ${port}. Choose another: npm start -- --port ${port + 1}`,
  notForDemo:
    'This database holds real data; sample data are not loaded into it. Start with --empty, or use another one.',
  notForReal: 'This database is a demo and not for real use. Use another one (DATABASE_URL or THIDUA_DATA).',
  failed: (why) => `Cannot start: ${why}`,
  reasons: {
    'database-in-use': 'Thi Đua is already running over these data (folder and process below).',
    'database-of-another-user': 'These data belong to another user. Run as that user, or set THIDUA_DATA elsewhere.',
    'database-folder-closed': 'The data folder cannot be written. Mend its rights, or set THIDUA_DATA elsewhere.',
    'database-no-binaries':
      'No PostgreSQL came with this platform. Install PostgreSQL 15 or newer and set DATABASE_URL.',
    'database-no-password':
      'The database password (secret.json) cannot be read. Restore that file from a backup; the data were not touched.',
    'database-start-failed': 'PostgreSQL did not start. Its last words are below, all of them in postgres.log.',
    'database-other-version': 'The data were made by another PostgreSQL (theirs, ours below). See docs/operations.md.',
    'migration-changed':
      'A migration that was applied has changed. Get the right release; the database was not touched.',
    'migration-missing': 'The database is newer than this program. Use a newer release; the database was not touched.',
    'migration-failed': 'A migration failed; nothing of it stayed.',
    'migration-order': 'A migration comes before one that was applied. Use a whole release.',
    'migration-old-server': 'The PostgreSQL server is too old; 15 is the oldest.',
  },
};
