import { describe, expect, it } from 'vitest';
import { type ActName, ROLES, scopeOf } from './access.ts';
import { COMBINATIONS, combinationsIn, MATTER_OF, MATTERS, scopesInMatter } from './matters.ts';

describe('matters', () => {
  it('leave no right of any role out', () => {
    for (const role of ROLES)
      for (const act of Object.keys(MATTER_OF) as ActName[]) {
        const scope = scopeOf(act, role);
        if (scope !== null) expect(scopesInMatter(MATTER_OF[act], role), `${role} ${act}`).toContain(scope);
      }
  });

  it('say the same of every right in them, or the page would promise too much', () => {
    const different = MATTERS.filter((matter) => {
      const acts = (Object.keys(MATTER_OF) as ActName[]).filter((act) => MATTER_OF[act] === matter);
      return new Set(acts.map((act) => ROLES.map((role) => scopeOf(act, role)).join())).size > 1;
    });
    expect(different).toEqual([]);
  });

  // By hand: what the page must say of each role.
  it.each([
    ['officer', 'movements', ['subtree']],
    ['officer', 'organisations', []],
    ['reporter', 'figures', ['own']],
    ['reporter', 'approval', ['led']],
    ['reporter', 'recommendations', []],
    ['leader', 'approval', ['subtree']],
    ['leader', 'closing', []],
    ['leader', 'documents', []],
    ['administrator', 'organisations', ['subtree']],
    ['administrator', 'movements', []],
    ['supervisor', 'reading', []],
    ['supervisor', 'opened', ['subtree']],
    ['supervisor', 'comments', ['subtree']],
    ['cluster-head', 'reading', ['cluster']],
    ['council-member', 'reading', ['council']],
    ['auditor', 'audit', ['province']],
    ['auditor', 'reading', []],
  ] as const)('%s in %s: %j', (role, matter, scopes) => {
    expect(scopesInMatter(matter, role)).toEqual(scopes);
  });

  it('are all of some use', () => {
    const used = new Set(Object.values(MATTER_OF));
    expect(MATTERS.filter((matter) => !used.has(matter))).toEqual([]);
  });
});

describe('several roles of one person', () => {
  it('are noted where they meet, and never more than once', () => {
    expect(combinationsIn(['officer'])).toEqual([]);
    expect(combinationsIn(['administrator', 'officer', 'council-secretary'])).toEqual([
      'works-and-administers',
      'prepares-and-records',
    ]);
    expect(combinationsIn([...ROLES])).toEqual(COMBINATIONS.map(({ code }) => code));
  });
});
