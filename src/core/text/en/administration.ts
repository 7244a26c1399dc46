import type { administrationVi } from '../vi/administration.ts';
import type { Words } from '../words.ts';

export const administrationEn: Words<typeof administrationVi> = {
  title: 'Administration',
  about: 'Organisations, people, rights and what keeps the system running well.',
  tabs: {
    organisations: 'Organisations',
    accounts: 'Accounts',
    tokens: 'Access tokens',
    roles: 'Roles',
    audit: 'Audit log',
    catalogues: 'Catalogues',
    settings: 'Settings',
    system: 'System',
  },
};
