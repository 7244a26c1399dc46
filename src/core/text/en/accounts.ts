/** Words of people and posts: roles, refusals, the administrators' page, one's own account, links. */

import { formatDate } from '../dates.ts';
import { type AccountsText, accountsVi } from '../vi/accounts.ts';

const day = (date: unknown): string => formatDate(String(date));

const roles: AccountsText['roles'] = {
  administrator: 'Administrator',
  officer: 'Emulation officer',
  leader: 'Leader',
  reporter: 'Reporter of a unit',
  'council-member': 'Council member',
  'council-secretary': 'Council secretary',
  supervisor: 'Supervisor',
  'cluster-head': 'Head of a cluster',
  auditor: 'Auditor of the log',
};

export const accountsEn: AccountsText = {
  // Kept in the records: in their language, whoever reads them.
  actingFor: accountsVi.actingFor,
  byLink: accountsVi.byLink,
  byFigureLink: accountsVi.byFigureLink,
  roles,
  states: { invited: 'Invited', active: 'In use', 'without-post': 'No post left', disabled: 'Shut' },
  warnings: {
    'one-hand':
      'This person is administrator, officer and secretary of the council at once: nobody looks over what they do. The law does not forbid it; a second pair of eyes is better, and everything stands in the log.',
  },
  refusals: {
    'account-out-of-reach': () =>
      'This account has a post outside your area, so only an administrator above can change it.',
    'account-disabled': () => 'The account you chose is shut. Choose somebody else or open it first.',
    'account-own': () => 'You cannot shut your own account. Hand over to somebody else and ask them.',
    'link-made-by': ({ post, organisation }) =>
      `This link was sent by ${String(post)}, ${String(organisation)}. Ask there for a new one.`,
    'account-own-ways': () =>
      'Your own password and codes are changed on the page My account, where your current password is asked for.',
    'grant-out-of-reach': ({ name }) => `${name} is outside your area.`,
    'grant-wider': ({ role }) =>
      `You cannot give the role ${roles[role as keyof typeof roles] ?? ''}: it reaches further than yours.`,
    'post-needs-cluster': ({ name }) => `${name} is no cluster, so it has no head of one.`,
    'post-needs-council': ({ name }) => `${name} is no council.`,
    'post-not-there': () => 'This post is not there any more. Load the page again.',
    'post-twice': ({ name }) => `This person has that role at ${name} in this time already.`,
    'post-dates': () => 'The last day must not lie before the first.',
    'post-organisation-ended': ({ name, on }) => `${name} ended on ${day(on)}. Choose its successor.`,
    'post-own-administrator': () => 'You cannot end your own post as administrator. Hand over to somebody else.',
    'move-past': ({ today }) => `The day of the move must be today (${day(today)}) or later.`,
    'loan-dates': () => 'The last day must not lie before the first.',
    'loan-past': ({ today }) => `These days are over; today is ${day(today)}.`,
    'loan-long': () => 'A post is lent for a year at most. For longer, hand over.',
    'loan-own': () => 'You cannot lend to yourself.',
    'loan-twice': () => 'This post is lent to this person in that time already.',
    'loan-ended': () => 'This deputation has ended.',
    'loan-post-ended': () => 'The post is not held on these days.',
    'hand-over-itself': () => 'The successor must be somebody else.',
    'hand-over-past': ({ today }) => `The day must be today (${day(today)}) or later.`,
    'hand-over-nothing': () => 'This account has no post and no work left to hand over.',
    'password-wrong': () => 'The present password is not right.',
    'passkey-wrong': () => 'This passkey could not be taken. Try again.',
    'code-wrong': () => 'The code is wrong or was used before. Wait for the next one in the app.',
    'last-way-in': () => 'This is your last way in. Set a password first.',
    'password-short': ({ least }) => `A password needs at least ${String(least)} signs; a short sentence is best.`,
    'password-long': ({ most }) => `A password has at most ${String(most)} signs.`,
    'password-common': () => 'This password is easy to guess. Use a few words that have nothing to do with each other.',
    'password-name': () => 'A password must not be like the account name.',
  },
};
