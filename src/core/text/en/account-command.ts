import type { AccountCommandText } from '../vi/account-command.ts';

export const accountCommandEn: AccountCommandText = {
  summary: 'Give an account a new password when no administrator is left who could',
  usage: [
    'thidua account recover NAME [--demo]',
    '  NAME     user name or e-mail address of the account',
    '  --demo   data of the demo (without it: real data, or DATABASE_URL)',
    'It is written into the log. Exit code: 0 given; 1 no such account; 2 not possible.',
  ],
  unknown: (name) => `There is no account called ${name}, or it is disabled.`,
  done: (name, password) => [
    `New password of ${name}: ${password}`,
    'It has to be changed at the next sign-in. Codes, sessions and links of the account have ended.',
  ],
};
