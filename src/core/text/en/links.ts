import { PASSWORD_LENGTH } from '../../rules/passwords.ts';
import type { linksVi } from '../vi/links.ts';
import type { Words } from '../words.ts';

export const linksEn: Words<typeof linksVi> = {
  goneTitle: 'This link no longer opens',
  goneAccount:
    'Each link opens once and has an end; its sender may also have taken it back. If you have set your password already, sign in. If not, ask whoever sent it for a new one.',
  goneTask:
    'The link may have ended or been taken back, or the task was given to somebody else. What you have reported is kept. Ask whoever sent it for a new one.',
  toSignIn: 'To the sign-in page',
  until: (moment) => `The link opens until ${moment}.`,

  invitationTitle: 'You are invited to Thi Đua',
  invitedBy: (post) => `${post} invites you to follow emulation movements together.`,
  posts: 'Your posts',
  post: (title, organisation) => `${title}, ${organisation}`,
  name: 'Account name',
  nameAbout: 'Keep it or choose one you remember: plain letters, digits, dots and hyphens.',
  nameWrong: 'Plain letters, digits, dots and hyphens only; 3 to 50 of them.',
  password: 'Choose a password',
  passwordAbout: `At least ${PASSWORD_LENGTH} characters; a short sentence you remember is best.`,
  take: 'Set the password and enter',
  taken: 'You are in Thi Đua. Next time sign in with this name and password.',
  or: 'or',
  takeWithPasskey: 'Use the fingerprint or screen lock',
  takeWithPasskeyAbout: 'No password needed: this device keeps a key that only you can use.',
  device: 'My device',
  takenWithPasskey: 'You are in Thi Đua. Next time choose Sign in with a passkey.',

  recoveryTitle: 'Set a new password',
  recoveryAbout: (name) =>
    `For the account ${name}. The old password ends, and so does every place where this account is signed in.`,
  recover: 'Set the new password and enter',
  recovered: 'The new password is set. You are in Thi Đua.',
};
