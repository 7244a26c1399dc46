/** What a password must be like. Length is what counts; the few that everybody tries first are refused as well. */

import { fold } from '../text/search.ts';
import { type Refusal, refusal } from './refusal.ts';

/** The shortest password accepted. */
export const PASSWORD_LENGTH = 10;
/** The longest: hashing has to end. */
export const PASSWORD_MOST = 200;

export type PasswordRefusal = 'password-short' | 'password-long' | 'password-common' | 'password-name';

/** Words that guesses begin with, without diacritics and spaces. */
const FIRST_GUESSES = new Set([
  'abc',
  'admin',
  'administrator',
  'anhyeuem',
  'changeme',
  'chuyenvien',
  'emyeuanh',
  'hochiminh',
  'iloveyou',
  'khongbiet',
  'letmein',
  'matkhau',
  'matkhaumoi',
  'password',
  'passw',
  'qazwsxedc',
  'qwerty',
  'qwertyuiop',
  'quantri',
  'quantrihethong',
  'thidua',
  'thiduakhenthuong',
  'uybannhandan',
  'vietnam',
  'vietnamvodich',
  'welcome',
  'xinchao',
]);

/** What is wrong with a password that a person chose; all reasons at once, none when it may be taken. */
export function checkNewPassword(password: string, { name }: { name: string }): Refusal<PasswordRefusal>[] {
  const found: Refusal<PasswordRefusal>[] = [];
  if (password.length < PASSWORD_LENGTH) found.push(refusal('password-short', { least: PASSWORD_LENGTH }));
  if (password.length > PASSWORD_MOST) found.push(refusal('password-long', { most: PASSWORD_MOST }));
  if (found.length > 0) return found;
  const plain = fold(password).replaceAll(' ', '');
  if (name.length >= 3 && stem(plain) === stem(fold(name))) found.push(refusal('password-name'));
  else if (isGuessed(plain)) found.push(refusal('password-common'));
  return found;
}

const isDigit = (sign: string) => sign >= '0' && sign <= '9';
const isLetter = (sign: string) => sign >= 'a' && sign <= 'z';

/** The letters alone: "thidua@2026" is "thidua". */
const stem = (plain: string): string => [...plain].filter(isLetter).join('');

function isGuessed(plain: string): boolean {
  if (new Set(plain).size <= 3) return true;
  if ([...plain].every(isDigit) && isRow(plain)) return true;
  return FIRST_GUESSES.has(stem(plain));
}

/** "0123456789", "9876543210": each digit follows the one before. */
function isRow(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}
