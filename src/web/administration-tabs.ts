import type { ActName } from '../core/rules/access.ts';
import type { Text } from '../core/text/vi.ts';

/** The tabs of Quản trị in their order: address, word, and the right that shows it. */
export const ADMINISTRATION: readonly {
  to: `/quan-tri/${string}`;
  word: keyof Text['administration']['tabs'];
  right: ActName;
}[] = [
  { to: '/quan-tri/don-vi', word: 'organisations', right: 'createOrganisation' },
  { to: '/quan-tri/tai-khoan', word: 'accounts', right: 'readAccounts' },
  { to: '/quan-tri/vai-tro', word: 'roles', right: 'createAccount' },
  { to: '/quan-tri/ma-truy-cap', word: 'tokens', right: 'makeAccessToken' },
  { to: '/quan-tri/nhat-ky', word: 'audit', right: 'readAudit' },
  { to: '/quan-tri/danh-muc', word: 'catalogues', right: 'setHoliday' },
  { to: '/quan-tri/thiet-lap', word: 'settings', right: 'setSetting' },
  { to: '/quan-tri/he-thong', word: 'system', right: 'readSystem' },
];
