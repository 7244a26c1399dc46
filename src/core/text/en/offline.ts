import type { offlineVi } from '../vi/offline.ts';
import type { Words } from '../words.ts';

export const offlineEn: Words<typeof offlineVi> = {
  newVersion: 'There is a new version.',
  newVersionAbout: 'Figures that were entered are kept when the page is loaded again.',
  later: 'Later',
  lost: 'No network',
  lostAbout:
    'The server is not reached. What you enter is kept on this machine and goes by itself once there is a network.',
  keptFrom: (moment) =>
    `No network: these figures were kept on this machine at ${moment}. You can go on entering; it goes by itself later.`,
  waitingCount: (count) => `${count} waiting to be sent`,
  waitingCells: (count) => `${count} cells kept on this machine, waiting to be sent`,
  waitingCell: 'Waiting to be sent',
  stuck: 'Something could not be sent.',
  toOutbox: 'See what waits',
  sendLater: 'No network. Your sending is kept and goes by itself once there is one.',
  title: 'Waiting to be sent',
  about:
    'What you entered on this machine and the server has not taken yet. Each entry is written once, however often it is sent.',
  nothing: 'Nothing waits to be sent',
  nothingAbout:
    'All you entered on this machine has reached the server. Without a network, figures and pictures wait here until they are sent.',
  what: 'What',
  since: 'Since',
  state: 'State',
  deeds: 'What to do',
  sendDeed: 'Send figures for approval',
  file: (name) => `File “${name}”`,
  obstacle: (said) => `Obstacle or request: “${said.length > 80 ? `${said.slice(0, 79)}…` : said}”`,
  goesItself: 'Goes by itself once there is a network',
  goesAfter: 'Goes once those above are settled',
  ended: 'Your sign-in has ended.',
  endedAbout: 'What you entered is kept on this machine and is sent after you sign in again.',
  signInFirst: 'Sign in again to send it',
  otherPost: (post) => `Entered in the post “${post}”; change to that post to send it`,
  otherAccounts: (count) =>
    `Another account has ${count} more waiting on this machine. They are sent when it signs in again.`,
  conflict: (post) => `${post} entered another figure while you had no network.`,
  conflictGone: 'This figure was removed while you had no network.',
  mine: 'Yours',
  theirs: 'On the server',
  takeTheirs: 'Take the one on the server',
  keepMine: 'Write mine',
  empty: 'empty',
  again: 'Send again',
  sendNow: 'Send now',
  drop: 'Drop',
  dropAsk: (what) => `Drop “${what}”?`,
  dropAbout: 'It has not reached the server. Once dropped it cannot be had back.',
  dropped: 'Dropped.',
  openSheet: 'Open the sheet',
  signOutAsk: (count) => `${count} entries are not sent yet. Sign out all the same?`,
  signOutAbout:
    'They stay on this machine for your account alone and are sent when you sign in here again. On a shared machine it is better to wait.',
  here: 'The program on this machine',
  keptHere: 'Thi Đua opens on this machine without a network too.',
  keptSoon: 'The program is being fetched; open this page again in a few minutes.',
  install: 'To install it, choose “Install app” or “Add to home screen” in the menu of your browser.',
  insecure:
    'This address has no HTTPS, so the browser does not open it without a network, does not install it and shows no notifications. What you enter is kept and goes by itself as long as the page stays open. Ask your administrator for an address with HTTPS (PUBLIC_URL).',
  forgetful:
    'This browser keeps nothing on this machine (a private window, or no room). What is not sent is lost when the page is closed.',
};
