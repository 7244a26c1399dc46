import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS, type ActName, ROLES, type Role, scopeOf } from './access.ts';
import {
  accountWarnings,
  checkGrant,
  checkHandOver,
  checkLoan,
  grantableRoles,
  isProvinceWide,
  mayKeep,
  proposedName,
  taskLinkDays,
} from './accounts.ts';

const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);
const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 });

describe('giving roles', () => {
  it('is the administrators’ matter, and for reporters the officers’', () => {
    expect(grantableRoles({ roles: ['officer'], top: true })).toEqual(['reporter']);
    expect(grantableRoles({ roles: ['administrator'], top: true })).toEqual(ROLES);
    for (const role of ROLES.filter((one) => one !== 'administrator' && one !== 'officer'))
      expect(grantableRoles({ roles: [role], top: true })).toEqual([]);
  });

  it('never reaches the whole province from below its top, whoever gives', () => {
    fc.assert(
      fc.property(roles, (held) => {
        for (const role of grantableRoles({ roles: held, top: false }))
          for (const act of Object.keys(ACCESS) as ActName[])
            if (scopeOf(act, role) === 'province')
              expect(ROLES.every((one) => scopeOf(act, one) === 'province')).toBe(true);
      }),
    );
  });

  it('gives an officer nobody who may do more below than the officer', () => {
    for (const act of Object.keys(ACCESS) as ActName[]) {
      const given = scopeOf(act, 'reporter');
      if (given !== null && given !== 'self' && given !== 'province')
        expect([act, scopeOf(act, 'officer')]).toEqual([act, 'subtree']);
    }
    expect(isProvinceWide('reporter')).toBe(false);
  });

  const organisation = { name: 'Xã Một', kind: 'people-committee' as const, validUntil: null };
  const post = { role: 'reporter' as Role, reached: true, organisation, from: null, until: null, same: [] };
  const administrator = { roles: ['administrator' as const], top: false };

  it('refuses with all reasons at once', () => {
    expect(checkGrant(administrator, post)).toEqual([]);
    expect(codes(checkGrant({ roles: ['officer'], top: false }, { ...post, role: 'leader' }))).toEqual(['grant-wider']);
    expect(
      codes(
        checkGrant(administrator, {
          ...post,
          role: 'cluster-head',
          reached: false,
          from: '2026-02-01',
          until: '2026-02-01',
          organisation: { ...organisation, validUntil: '2026-01-01' },
        }),
      ),
    ).toEqual(['grant-out-of-reach', 'post-needs-cluster', 'post-dates', 'post-organisation-ended']);
    expect(codes(checkGrant(administrator, { ...post, role: 'council-secretary' }))).toEqual(['post-needs-council']);
  });

  it('knows a post that is held already, and lets one follow the other', () => {
    const same = [{ from: '2026-01-01', until: '2026-07-01' }];
    expect(codes(checkGrant(administrator, { ...post, same }))).toEqual(['post-twice']);
    expect(checkGrant(administrator, { ...post, from: '2026-07-01', same })).toEqual([]);
  });

  it('keeps an account only where each of its posts could have been given', () => {
    const at = (role: Role, reached: boolean) => ({ role, reached });
    expect(mayKeep(administrator, [at('leader', true), at('officer', true)])).toBe(true);
    expect(mayKeep(administrator, [at('reporter', true), at('reporter', false)])).toBe(false);
    expect(mayKeep({ roles: ['officer'], top: true }, [at('reporter', true), at('leader', true)])).toBe(false);
    expect(mayKeep(administrator, [])).toBe(false);
  });

  it('says where everything lies in one hand, and only there', () => {
    expect(accountWarnings(['administrator', 'officer', 'council-secretary'])).toEqual(['one-hand']);
    expect(accountWarnings(['administrator', 'officer', 'leader'])).toEqual([]);
  });
});

describe('lending a post', () => {
  const loan = {
    from: '2026-07-01',
    until: '2026-07-11',
    today: '2026-06-30',
    holderId: 'a',
    deputyId: 'b',
    deputyDisabled: false,
    post: { from: '0001-01-01', until: '9999-12-31' },
    others: [],
  };

  it.each([
    ['within the days of the post', {}, []],
    ['to oneself', { deputyId: 'a' }, ['loan-own']],
    ['backwards', { until: '2026-07-01' }, ['loan-dates']],
    ['for days that are over', { from: '2026-06-01', until: '2026-06-30' }, ['loan-past']],
    ['until today', { from: '2026-06-01', until: '2026-07-01' }, []],
    ['for more than a year', { until: '2027-07-10' }, ['loan-long']],
    ['to somebody shut out', { deputyDisabled: true }, ['account-disabled']],
    ['after the post has ended', { post: { from: '0001-01-01', until: '2026-07-01' } }, ['loan-post-ended']],
    ['before the post begins', { post: { from: '2026-07-02', until: '9999-12-31' } }, ['loan-post-ended']],
    ['twice', { others: [{ from: '2026-07-10', until: '2026-08-01' }] }, ['loan-twice']],
    ['one after the other', { others: [{ from: '2026-07-11', until: '2026-08-01' }] }, []],
  ])('%s', (_, change, expected) => {
    expect(codes(checkLoan({ ...loan, ...change }))).toEqual(expected);
  });
});

describe('handing over', () => {
  it('needs somebody else, a day to come, and something to hand over', () => {
    const facts = { fromId: 'a', toId: 'b', toDisabled: false, on: '2026-07-01', today: '2026-07-01', items: 1 };
    expect(checkHandOver(facts)).toEqual([]);
    expect(codes(checkHandOver({ ...facts, toId: 'a', toDisabled: true, on: '2026-06-30', items: 0 }))).toEqual([
      'hand-over-itself',
      'account-disabled',
      'hand-over-past',
      'hand-over-nothing',
    ]);
  });
});

describe('small things', () => {
  it('proposes names by role and place', () => {
    expect(proposedName('officer', ['xa', 'binh', 'lu'])).toBe('cb.binhlu');
    expect(proposedName('reporter', ['ban', 'na', 'don'])).toBe('dv.nadon');
    expect(proposedName('leader', ['xa'])).toBe('ld.donvi');
  });

  it('lets a task link live past its task’s day, within bounds', () => {
    expect(taskLinkDays('2026-06-30', null)).toBe(30);
    expect(taskLinkDays('2026-06-30', '2026-07-05')).toBe(30);
    expect(taskLinkDays('2026-06-30', '2026-12-31')).toBe(198);
    expect(taskLinkDays('2026-06-30', '2030-12-31')).toBe(366);
  });
});
