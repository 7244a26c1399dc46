import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, PASSWORD } from '../../../test/support/client.ts';
import { NOW } from '../../../test/support/database.ts';
import { act, buildOffice, codesOf, type Office, type Someone } from '../../../test/support/keepers.ts';
import { resetAccount } from '../../contract/accounts.ts';
import {
  changePassword,
  confirmOneTimeCodes,
  endOwnSession,
  getOwnAccount,
  renewRecoveryCodes,
  startOneTimeCodes,
  stopOneTimeCodes,
} from '../../contract/own-account.ts';
import { getSession, signIn } from '../../contract/session.ts';

let office: Office;
let now = NOW;
beforeAll(async () => {
  office = await buildOffice();
  office.database.world.now = () => now;
});
beforeEach(async () => {
  now = NOW;
  await office.database.owner.db.deleteFrom('sign_in_attempts').execute();
});
afterAll(() => office.drop());

const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const codeAt = (secret: string, at: string) => generateSync({ secret, epoch: Math.floor(Date.parse(at) / 1000) });

/** Somebody who is asked for codes; they were turned on an hour before. */
async function withCodes(): Promise<{ person: Someone; secret: string; paper: string[] }> {
  const person = await office.hire(office.ids.village, 'reporter');
  const { secret } = await act(person, startOneTimeCodes, { password: PASSWORD });
  now = later(-3600);
  const { recoveryCodes } = await act(person, confirmOneTimeCodes, { code: codeAt(secret ?? '', now) });
  now = NOW;
  return { person, secret: secret ?? '', paper: recoveryCodes ?? [] };
}
/** What comes of signing in: the code of the answer, or 'in'. */
const enter = ({ name }: Someone, code?: string, password = PASSWORD): Promise<string> =>
  openBrowser(office.app)
    .call(signIn, { name, password, ...(code === undefined ? {} : { code }) })
    .then(
      () => 'in',
      (error: { body: { code: string } }) => error.body.code,
    );

describe('one-time codes', () => {
  it('count once the app has shown one, and are asked for after the password', async () => {
    const person = await office.hire(office.ids.village, 'reporter');
    const { secret, uri } = await act(person, startOneTimeCodes, { password: PASSWORD });
    expect(await codesOf(act(person, startOneTimeCodes, { password: '' }))).toEqual(['password-wrong']);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain(`secret=${secret}`);
    expect(await enter(person)).toBe('in');
    expect(await codesOf(act(person, confirmOneTimeCodes, { code: '000000' }))).toEqual(['code-wrong']);
    await act(person, confirmOneTimeCodes, { code: codeAt(secret ?? '', NOW) });
    expect((await person.browser.call(getOwnAccount, {})).oneTimeCodes).toEqual({ on: true, recoveryCodesLeft: 10 });
    expect(await enter(person)).toBe('code-needed');
    expect(await enter(person, '', 'không phải mật khẩu')).toBe('wrong-password');
    // Those that count are not begun anew over a forgotten screen: they are stopped first, with the password.
    expect(await codesOf(act(person, startOneTimeCodes, { password: PASSWORD }))).toBe('not-found');
  });

  it('open once each, and a minute around their time', async () => {
    const { person, secret } = await withCodes();
    const code = codeAt(secret, NOW);
    expect(await enter(person, code)).toBe('in');
    expect(await enter(person, code)).toBe('code-wrong');
    // The one before it does not come after it.
    expect(await enter(person, codeAt(secret, later(-30)))).toBe('code-wrong');
    expect(await enter(person, codeAt(secret, later(30)))).toBe('in');
    expect(await enter(person, codeAt(secret, later(300)))).toBe('code-wrong');
    now = later(300);
    expect(await enter(person, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe('code-wrong');
    const spaced = codeAt(secret, now);
    expect(await enter(person, `${spaced.slice(0, 3)} ${spaced.slice(3)}`)).toBe('in');
  });

  it('taken by two at the same moment open for one', async () => {
    const { person, secret } = await withCodes();
    const code = codeAt(secret, NOW);
    const came = await Promise.all([1, 2, 3, 4].map(() => enter(person, code)));
    expect(came.filter((one) => one === 'in')).toHaveLength(1);
  });

  it('are replaced by a recovery code once, whose hash alone is kept', async () => {
    const { person, paper } = await withCodes();
    const [first = '', second = ''] = paper;
    expect(paper).toHaveLength(10);
    expect(new Set(paper).size).toBe(10);
    expect(await enter(person, first.toUpperCase())).toBe('in');
    expect(await enter(person, first)).toBe('code-wrong');
    expect((await person.browser.call(getOwnAccount, {})).oneTimeCodes.recoveryCodesLeft).toBe(9);
    const kept = await office.database.owner.db.selectFrom('recovery_codes').select('code_hash').execute();
    expect(kept.every(({ code_hash }) => code_hash.byteLength === 32)).toBe(true);
    const { recoveryCodes } = await act(person, renewRecoveryCodes, { password: PASSWORD });
    expect(await enter(person, second)).toBe('code-wrong');
    expect(await enter(person, recoveryCodes?.[0])).toBe('in');
  });

  it('stop with the password, or with the help of a keeper', async () => {
    const { person } = await withCodes();
    expect(await codesOf(act(person, stopOneTimeCodes, { password: 'không phải' }))).toEqual(['password-wrong']);
    expect(await enter(person)).toBe('code-needed');
    await act(person, stopOneTimeCodes, { password: PASSWORD });
    expect(await enter(person)).toBe('in');
    const lost = await withCodes();
    const { accountId } = lost.person.viewer;
    await act(office.keeper, resetAccount, { accountId, how: 'password', codesToo: true });
    expect(await enter(lost.person)).toBe('wrong-password');
    const left = await office.database.owner.db
      .selectFrom('one_time_codes')
      .select('account_id')
      .where('account_id', '=', accountId)
      .execute();
    expect(left).toEqual([]);
  });

  it('are not guessed: ten wrong ones lock the door for a while, also for the right one', async () => {
    const { person, secret } = await withCodes();
    for (let attempt = 0; attempt < 10; attempt++) expect(await enter(person, '000000')).toBe('code-wrong');
    expect(await enter(person, codeAt(secret, NOW))).toBe('too-many-attempts');
    now = later(16 * 60);
    expect(await enter(person, codeAt(secret, now))).toBe('in');
  });
});

describe('one’s own password', () => {
  it('is changed with the present one, and every other session ends', async () => {
    const person = await office.hire(office.ids.village, 'reporter');
    const elsewhere = openBrowser(office.app);
    await elsewhere.signIn(person.name);
    const next = 'bốn mùa hoa nở';
    expect(await codesOf(act(person, changePassword, { current: 'không phải', next }))).toEqual(['password-wrong']);
    expect(await codesOf(act(person, changePassword, { current: PASSWORD, next: 'matkhau123' }))).toEqual([
      'password-common',
    ]);
    await act(person, changePassword, { current: PASSWORD, next });
    expect((await elsewhere.call(getSession, {})).person).toBeNull();
    expect((await person.browser.call(getSession, {})).person).not.toBeNull();
    expect(await enter(person)).toBe('wrong-password');
    expect(await enter(person, undefined, next)).toBe('in');
  });

  it('is not guessed at an open screen', async () => {
    const person = await office.hire(office.ids.village, 'reporter');
    const guess = () => codesOf(act(person, changePassword, { current: 'không phải', next: 'bốn mùa hoa nở' }));
    for (let attempt = 0; attempt < 10; attempt++) expect(await guess()).toEqual(['password-wrong']);
    expect(await guess()).toBe('too-many');
  });
});

describe('one’s own sessions', () => {
  it('are listed, and ended one by one, never somebody else’s', async () => {
    const person = await office.hire(office.ids.village, 'reporter');
    const other = await office.hire(office.ids.village, 'reporter');
    const elsewhere = openBrowser(office.app);
    await elsewhere.signIn(person.name);
    const { sessions } = await person.browser.call(getOwnAccount, {});
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const there = sessions.find(({ current }) => !current);
    if (!there) throw new Error('no other session');
    expect(await codesOf(act(other, endOwnSession, { sessionId: there.id }))).toBe('not-found');
    expect((await elsewhere.call(getSession, {})).person).not.toBeNull();
    await act(person, endOwnSession, { sessionId: there.id });
    expect((await elsewhere.call(getSession, {})).person).toBeNull();
  });
});
