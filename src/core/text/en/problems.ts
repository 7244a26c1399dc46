import type { problemsVi } from '../vi/problems.ts';

export const problemsEn: Record<keyof typeof problemsVi, string> = {
  broken:
    'Something broke on the server. Nothing was changed. Try again; if it stays so, tell your administrator the code below.',
  invalid: 'What was sent is not right yet. Nothing was saved. Look at the marked fields.',
  'invalid-json': 'What was sent could not be read. Nothing was saved. Reload the page and try again.',
  unauthenticated: 'You are not signed in, or your session has ended. Sign in to go on.',
  'wrong-password': 'The account name or the password is wrong.',
  'too-many-attempts': 'Too many failed attempts at signing in. Wait a few minutes and try again.',
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
  unavailable: 'The server is starting or stopping. Try again in a few seconds.',
  'invalid-upload': 'The file was sent in the wrong way. Nothing was saved. Reload the page and choose it again.',
  'set-up-code-wrong': 'The set-up link is wrong or has expired. Restart the server for a new one.',
};
