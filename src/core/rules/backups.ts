/** Backups as the page about the system speaks of them. */

/** How one came about: by the command line, by the page, or as a rehearsal of restoring the newest one. */
export const BACKUP_WAYS = ['command', 'page', 'rehearsal'] as const;
export type BackupWay = (typeof BACKUP_WAYS)[number];
