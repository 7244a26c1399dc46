import type { fieldsVi } from '../vi/fields.ts';
import type { Words } from '../words.ts';

export const fieldsEn: Words<typeof fieldsVi> = {
  showPassword: 'Show or hide what is typed',
  datePlaceholder: 'day/month/year',
  dateWrong: 'Write the day like 31/12/2026',
  twoReadings: (ways) => `This may be read in two ways. Type ${ways.join(' or ')}.`,
  organisationNone: 'No organisation found. Try fewer letters, without diacritics.',
};
