import type { offlineVi } from '../vi/offline.ts';
import type { Words } from '../words.ts';

export const offlineEn: Words<typeof offlineVi> = {
  newVersion: 'There is a new version.',
  newVersionAbout: 'Figures that were entered are kept when the page is loaded again.',
  later: 'Later',
};
