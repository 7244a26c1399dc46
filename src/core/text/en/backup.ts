import type { backupVi } from '../vi/backup.ts';
import type { Words } from '../words.ts';

export const backupEn: Words<typeof backupVi> = {
  backup: {
    summary: 'Backs everything up, files too, into a new folder while the program goes on running',
    usage: [
      'thidua backup FOLDER [--demo] [--plain]',
      '  FOLDER     where the backup goes; must not exist yet',
      '  --demo     the data of the demo (default: the real data, or DATABASE_URL)',
      '  --plain    do not compress',
      'A backup holds everything, hashed passwords too: keep it as you keep secret papers.',
      'Exit codes: 0 done; 1 not possible; 2 wrong call or no data.',
    ],
  },
  restore: {
    summary: 'Restores data from a backup, or rehearses it',
    usage: [
      'thidua restore FOLDER [--demo] [--replace NAME] [--rehearse] [--check]',
      '  --demo         the data of the demo (default: the real data, or DATABASE_URL)',
      '  --replace NAME throws the present data away; NAME is the name of the province in them',
      '  --rehearse     restores into a scratch database, compares table by table, and drops it',
      '  --check        only checks that the backup is whole',
      'Data of an older version are brought up to the present one.',
      'Exit codes: 0 done; 1 not possible, the present data were not touched; 2 wrong call.',
    ],
  },
  folderMissing: 'No folder was named.',
  table: (name, at, of) => `${at}/${of} ${name}`,
  made: (folder, tables, rows, size) => `Backed up into ${folder}: ${tables} tables, ${rows} rows, ${size}.`,
  tryIt: (folder) => `Rehearse a restore of it: thidua restore ${folder} --rehearse`,
  notNoted: 'The backup is whole, but could not be noted for the page about the system.',
  sound: (day, version, rows) => `The backup is whole: made at ${day} by version ${version}, ${rows} rows.`,
  restored: (day, rows) => `Restored the data of ${day}: ${rows} rows, every table as it was.`,
  rehearsed: (day, rows) =>
    `Rehearsed: the backup of ${day} can be restored, ${rows} rows, every table as it was. The data in use were not touched.`,
  migrated: (count) => `Brought the data up to date in ${count} steps.`,
  chain: (province, rows, whole) =>
    `Audit log of ${province}: ${rows} rows, ${whole ? 'whole' : 'BROKEN (thidua audit verify says where)'}`,
  reasons: {
    'backup-there-already': 'This folder exists. Nothing was written. Choose another name; the old one stays.',
    'backup-folder-closed': 'This folder cannot be written. There is no backup. Choose another place or open it.',
    'backup-no-space': 'The disk is full; what was begun has been removed. Make room or choose another disk.',
    'backup-no-database': 'This database holds no data of Thi Đua; there is nothing to back up.',
    'backup-not-there': 'There is no backup here. Nothing was changed.',
    'backup-cut-short': 'The backup is not complete: a file is missing or short. Nothing was changed. Use another one.',
    'backup-changed':
      'The backup was changed after it was made: its hashes do not match. Nothing was changed. Use another one.',
    'backup-newer': 'A newer version made this backup. Nothing was changed. Install that version, then restore.',
    'backup-of-another-line':
      'The backup comes from another line of the program. Nothing was changed. Use the program that made it.',
    'restore-not-empty':
      'There are data where you want to restore. Nothing was changed. To replace them all, back them up and call again with --replace and this name:',
    'restore-foreign-tables':
      'This database holds tables of another program. Nothing was changed. Make an empty database.',
    'restore-in-use':
      'Programs are connected to this database. Nothing was changed. Stop every Thi Đua server, then restore.',
    'restore-other-kind':
      'Demo data and real data do not stand in for each other. Nothing was changed. See the option --demo.',
    'restore-differs': 'What was loaded differs from the backup and was undone; the former data stay. Table:',
    'rehearsal-not-allowed':
      'The owner of the database may not make a scratch database. Grant it: ALTER ROLE … CREATEDB.',
    'backup-busy': 'Another backup or rehearsal is running. Wait for its end and try again.',
  },
};
