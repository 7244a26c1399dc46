import { describe, expect, it } from 'vitest';
import { ACCESS, type ActName, type Role, scopeOf, scopesOf } from './access.ts';
import { MATTER_OF } from './matters.ts';

describe('rights', () => {
  // Written out by hand, not read from the table under test.
  const expected: [ActName, Role, string | null][] = [
    ['createMovement', 'officer', 'subtree'],
    ['createMovement', 'reporter', null],
    ['createMovement', 'leader', null],
    ['createMovement', 'administrator', null],
    ['uploadDocument', 'officer', 'subtree'],
    ['uploadDocument', 'reporter', null],
    ['setTaskState', 'reporter', 'own'],
    ['setTaskState', 'leader', 'subtree'],
    ['setTaskState', 'administrator', null],
    ['createAccount', 'administrator', 'subtree'],
    // People without an address of their own get theirs from the officer; core/rules/accounts says how far.
    ['createAccount', 'officer', 'subtree'],
    ['createAccount', 'leader', null],
    ['handOver', 'officer', 'self'],
    ['handOver', 'administrator', 'subtree'],
    ['setSetting', 'officer', null],
    ['signOutEverywhere', 'reporter', 'self'],
    ['read', 'reporter', 'own'],
    ['read', 'leader', 'subtree'],
    ['readReadings', 'administrator', null],
    ['readReadings', 'council-member', null],
  ];
  it.each(expected)('%s by %s: %s', (act, role, scope) => {
    expect(scopeOf(act, role)).toBe(scope);
  });

  it('lets the administrator do nothing of the officer’s work', () => {
    const acts = Object.keys(ACCESS) as ActName[];
    const shared = acts.filter((act) => scopeOf(act, 'administrator') && scopeOf(act, 'officer'));
    const matters = new Set(shared.map((act) => MATTER_OF[act]));
    expect([...matters].sort()).toEqual([
      'accounts',
      'colleagues',
      'deputies',
      'house-rules',
      'names',
      'own-session',
      'personal-data',
      'reading',
    ]);
  });

  it('adds up the roles of one person, the narrower scope first', () => {
    expect(scopesOf('setTaskState', ['reporter', 'leader'])).toEqual(['own', 'subtree']);
    expect(scopesOf('read', ['cluster-head', 'council-member'])).toEqual(['cluster', 'council']);
    expect(scopesOf('createAccount', ['officer', 'administrator'])).toEqual(['subtree']);
    expect(scopesOf('createAccount', ['officer', 'auditor'])).toEqual(['subtree']);
    expect(scopesOf('backUp', ['officer', 'auditor'])).toEqual([]);
    expect(scopesOf('read', [])).toEqual([]);
  });
});
