import type { setUpVi } from '../vi/set-up.ts';
import type { Words } from '../words.ts';

export const setUpEn: Words<typeof setUpVi> = {
  title: 'Set up Thi Đua',
  otherLanguage: 'Tiếng Việt',
  about:
    'This database is empty. Name your organisation and make the first account; it does the daily work and administers.',
  province: 'Province or city',
  level: 'Level',
  levelProvince: 'Province',
  levelCommune: 'Commune (xã, phường, đặc khu)',
  commune: 'Name of the commune (for that level), such as: Xã Bình Lư',
  name: 'Account name',
  nameRule: '3 to 50 characters: letters without diacritics, digits, dot, hyphen',
  password: 'Password',
  passwordRule: (least) => `At least ${least} characters; a sentence you can remember is best`,
  again: 'Password again',
  submit: 'Make the account and begin',
  done: 'All set. Sign in with the account you just made.',
  signIn: 'To the sign-in page',
  wrongCode: 'This set-up link is wrong or has ended. Restart the server; a new link is printed in the terminal.',
  wrongProvince: 'Choose a province or city of the list.',
  wrongCommune: 'Name the commune.',
  wrongName: 'The account name does not follow the rule.',
  wrongPassword: 'The password is too short or easy to guess.',
  passwordsDiffer: 'The two passwords differ.',
  officer: 'Emulation officer',
  administrator: 'Administrator',
};
