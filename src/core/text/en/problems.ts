import type { problemsVi } from '../vi/problems.ts';

export const problemsEn: Record<keyof typeof problemsVi, string> = {
  broken:
    'Something broke on the server. Nothing was changed. Try again; if it stays so, tell your administrator the code below.',
  invalid: 'What was sent is not right yet. Nothing was saved. Look at the marked fields.',
  'invalid-json': 'What was sent could not be read. Nothing was saved. Reload the page and try again.',
  unauthenticated: 'You are not signed in, or your session has ended. Sign in to go on.',
  'wrong-password': 'The account name or the password is wrong.',
  'too-many-attempts':
    'Too many wrong attempts, so nothing is taken for a while. Nothing of the account is lost. Wait 15 minutes; if the password is forgotten, ask the administrator of your organisation for a new one.',
  'code-needed': 'This account has a second step. Enter the code from the app.',
  'code-wrong': 'The code is wrong or was used before. Wait for the next one, or use a recovery code.',
  'password-must-change': 'Somebody else set this password. Choose one of your own before you go on.',
  'link-gone':
    'This link does not open any more: it has ended, was used, or was taken back. Ask whoever sent it for a new one.',
  'account-name-taken': 'Somebody has this account name already. Nothing was saved. Choose another.',
  'passkey-taken': 'This passkey is there already.',
  'passkey-unknown': 'This passkey opens no account here. Sign in with your password.',
  'passkeys-off':
    'Passkeys work only where Thi Đua is opened by a name with https. Use your password, or ask the administrator to set PUBLIC_URL.',
  'sign-on-off': 'This server is joined to no other place to sign in.',
  'sign-on-failed': 'Signing in elsewhere did not work. Nothing has changed. Try again.',
  'sign-on-unknown':
    'No account here is joined to that identity. Sign in with your password once, then join it on the page Account.',
  'token-gone': 'The access token is wrong, has ended or was taken back. Nothing was done. Ask for a new one.',
  'token-not-here': 'This access token may not do that. Nothing was done.',
  'too-many': 'Too many requests in a short time. Wait a moment and try again.',
  forbidden: 'You may not do this. Nothing was changed.',
  'cross-site': 'The request came from another site and was refused. Open Thi Đua at its own address.',
  'unknown-host':
    'The server does not know this address. Open its official one; the administrator sets it in PUBLIC_URL.',
  'not-found': 'Not found, or not for you to see.',
  stale:
    'Somebody else has just changed this record. What you entered is still here; look at the newer one and decide.',
  refused: 'This could not be done, for the reasons below. Nothing was changed.',
  'action-reused': 'This request was already sent with other content. Reload the page and try again.',
  'number-taken': 'Another movement of the same year took this number just now. Nothing was saved. Ask the clerk.',
  'code-taken': 'Another organisation carries this code. Nothing was saved. Check the code.',
  'answered-already': 'The unit has answered this movement elsewhere just now. Nothing was changed. Reload the page.',
  'too-large': 'What was sent is too large. Nothing was saved.',
  'file-too-large': 'The file is too large. Nothing was saved. Split it or take out pictures.',
  'module-off': 'This part is switched off where you work. Nothing was changed. Administration, Settings turns it on.',
  'email-taken': 'Another account has this e-mail address. Nothing was saved.',
  'too-many-rows': 'Too many rows for one file. Narrow the days or the filters and try again.',
  'file-empty': 'The file is empty. Nothing was saved. Choose another file.',
  'unsupported-file': 'This kind of file cannot be read yet. Use DOCX, DOC, PDF, TXT or MD.',
  'evidence-unsupported':
    'This file cannot serve as evidence. Pictures (JPEG, PNG, WebP), PDF, Word and Excel without macros are taken. Nothing was kept; choose another file.',
  'evidence-password':
    'The file has a password, so whoever approves cannot open it. Nothing was kept. Take the password off and choose it again.',
  'evidence-damaged':
    'The file is damaged or cut off. Nothing was kept. Try opening it, save it again and choose it once more.',
  'evidence-unfolds':
    'The file is small but unfolds into something too large. Nothing was kept. Make the picture smaller or leave something out.',
  unavailable: 'The server is starting or stopping. Try again in a few seconds.',
  'invalid-upload': 'The file was sent in the wrong way. Nothing was saved. Reload the page and choose it again.',
  'set-up-code-wrong': 'The set-up link is wrong or has expired. Restart the server for a new one.',
};
