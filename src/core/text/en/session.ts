import type { sessionVi } from '../vi/session.ts';
import type { Words } from '../words.ts';

export const sessionEn: Words<typeof sessionVi> = {
  or: 'or',
  withPasskey: 'Sign in with a passkey',
  withPasskeyAbout: 'A fingerprint, a face or the screen lock, once you have added it on the page My account.',
  passkeyStopped:
    'The device did not use a passkey: it was stopped, took too long, or there is none on this device. Nothing has changed; try again or use your password.',
  elsewhere: (name) => `Sign in with ${name}`,
  codeTitle: 'Second step',
  codeAbout: 'The password is right. Open the app on your phone and enter the six digits it shows.',
  code: 'Six digits',
  paperAbout: 'Enter one of the recovery codes you printed or copied. Each works once.',
  paperCode: 'Recovery code',
  usePaper: 'Use a recovery code',
  useApp: 'Use the code of the app',
  confirm: 'Confirm',
  otherAccount: 'Use another account',
  forgotten: 'Forgotten the password?',
  forgottenAbout:
    'Ask an administrator or the emulation officer of your unit to renew your access. They send you a link to choose a new password, or hand you a slip. Thi Đua sends no mail by itself, and nobody can see the old password.',
  forgottenPhone:
    'Lost the phone that makes the codes: use a recovery code; with none left, ask the administrator to stop the codes too. An administrator who forgot: whoever keeps the server runs thidua account recover.',

  mustChangeTitle: 'Choose a password of your own',
  mustChangeAbout: 'The password you used was given by somebody else. Choose one that only you know, then go on.',
  given: 'The password you were given',
  next: 'New password',
  change: 'Change the password',
  changed: 'The password is changed. Other places where you were signed in have ended.',
};
