/**
 * The first account of an empty installation: a plain page, reached only by the one-time code that the terminal
 * prints. It exists as long as nobody can sign in.
 */

import type { Context } from 'hono';
import { CENTRAL_CITIES, PROVINCES } from '../core/law/provinces.ts';
import { ACCOUNT_NAME } from '../core/rules/accounts.ts';
import { checkNewPassword, PASSWORD_LENGTH } from '../core/rules/passwords.ts';
import { setUpEn } from '../core/text/en/set-up.ts';
import { setUpVi } from '../core/text/vi/set-up.ts';
import type { Words } from '../core/text/words.ts';
import { addAccount } from './accounts/acts.ts';
import { actForSystem, type World } from './act.ts';
import { addOrganisation, addProvince } from './organisations/acts.ts';
import { hashPassword } from './password.ts';
import { Problem } from './problem.ts';
import { holdsSetUpCode, takeSetUpCode } from './session.ts';

export const SET_UP_PATH = '/set-up';

export type SetUp = {
  code: string;
  province: string;
  level: 'province' | 'commune';
  commune: string;
  name: string;
  password: string;
  language: 'vi' | 'en';
};

const wordsOf = ({ language }: Pick<SetUp, 'language'>): Words<typeof setUpVi> =>
  language === 'en' ? setUpEn : setUpVi;

const provinceName = (name: string) => `${CENTRAL_CITIES.includes(name) ? 'Thành phố' : 'Tỉnh'} ${name}`;

/** What is wrong with the form, as a sentence; null when it can be done. */
export function checkSetUp(form: SetUp & { again: string }): string | null {
  const words = wordsOf(form);
  if (!PROVINCES.includes(form.province)) return words.wrongProvince;
  if (form.level === 'commune' && (form.commune.length < 3 || form.commune.length > 100)) return words.wrongCommune;
  if (!ACCOUNT_NAME.test(form.name)) return words.wrongName;
  if (checkNewPassword(form.password, form).length > 0) return words.wrongPassword;
  return form.password === form.again ? null : words.passwordsDiffer;
}

/** Makes province, organisation and account in one act. Throws `set-up-code-wrong` once somebody can sign in. */
export async function setUp(world: World, form: SetUp): Promise<void> {
  const provinceId = world.newId();
  const passwordHash = await hashPassword(form.password);
  await actForSystem(world, { provinceId, name: 'setUp' }, async (tx, { now, newId, record }) => {
    if (!(await takeSetUpCode(tx, form.code, now))) throw new Problem('forbidden', 'set-up-code-wrong');
    const province = provinceName(form.province);
    await addProvince(tx, { id: provinceId, name: province });
    const top = { id: newId(), parentId: null, provinceId, kind: 'people-committee' };
    const name = form.level === 'province' ? province : form.commune;
    const issuerName = `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    await addOrganisation(tx, { ...top, name, issuerName, level: form.level });
    const at = { organisationId: top.id };
    const accountId = newId();
    await addAccount(tx, {
      id: accountId,
      provinceId,
      name: form.name,
      passwordHash,
      posts: [
        { ...at, id: newId(), role: 'officer', title: setUpVi.officer },
        { ...at, id: newId(), role: 'administrator', title: setUpVi.administrator },
      ],
    });
    record({ deed: 'set-up', subjectKind: 'account', subjectId: accountId, after: { name: form.name } });
  });
}

/** GET shows the form, POST does it; both need the code. */
export async function answerSetUp(context: Context, world: World, nonce: string): Promise<Response> {
  const form = await formOf(context);
  const words = wordsOf(form);
  const page = (body: string, status: 200 | 400 | 403) =>
    context.html(document(body, nonce, form.language), status, {
      'cache-control': 'no-store',
      // A form of a page that sends no referrer at all says that it comes from "null", and would be refused.
      'referrer-policy': 'same-origin',
    });
  if (!(await holdsSetUpCode(world, form.code))) return page(`<p class="wrong">${words.wrongCode}</p>`, 403);
  if (context.req.method !== 'POST') return page(formPage(form, null), 200);
  const wrong = checkSetUp(form);
  if (wrong) return page(formPage(form, wrong), 400);
  await setUp(world, form);
  return page(`<p>${words.done}</p><p><a href="/">${words.signIn}</a></p>`, 200);
}

async function formOf(context: Context): Promise<SetUp & { again: string }> {
  const given =
    context.req.method === 'POST'
      ? new URLSearchParams(await context.req.text())
      : new URL(context.req.url).searchParams;
  const field = (name: string) => (given.get(name) ?? '').slice(0, 300);
  const line = (name: string) => field(name).normalize('NFC').trim();
  return {
    code: field('code'),
    province: line('province'),
    level: field('level') === 'province' ? 'province' : 'commune',
    commune: line('commune'),
    name: line('name'),
    password: field('password'),
    again: field('again'),
    language: field('language') === 'en' ? 'en' : 'vi',
  };
}

const asText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function formPage(form: SetUp, wrong: string | null): string {
  const words = wordsOf(form);
  const other = form.language === 'en' ? 'vi' : 'en';
  const options = [...PROVINCES]
    .sort((a, b) => a.localeCompare(b, 'vi'))
    .map((name) => `<option${name === form.province ? ' selected' : ''}>${asText(name)}</option>`);
  const level = (value: SetUp['level'], label: string) =>
    `<label class="choice"><input type="radio" name="level" value="${value}"${form.level === value ? ' checked' : ''}> ${label}</label>`;
  const secret = (name: string, label: string, hint: string) =>
    `<label>${label}<small>${hint}</small><input type="password" name="${name}" required minlength="${PASSWORD_LENGTH}" maxlength="200" autocomplete="new-password"></label>`;
  const link = `${SET_UP_PATH}?code=${encodeURIComponent(form.code)}&amp;language=${other}`;
  return `<p><a href="${link}">${words.otherLanguage}</a></p><p>${words.about}</p>${wrong ? `<p class="wrong" role="alert">${wrong}</p>` : ''}
<form method="post" action="${SET_UP_PATH}">
<input type="hidden" name="code" value="${asText(form.code)}"><input type="hidden" name="language" value="${form.language}">
<label>${words.province}<select name="province" required><option value=""></option>${options.join('')}</select></label>
<fieldset><legend>${words.level}</legend>${level('commune', words.levelCommune)}${level('province', words.levelProvince)}</fieldset>
<label>${words.commune}<input name="commune" maxlength="100" value="${asText(form.commune)}"></label>
<label>${words.name}<small>${words.nameRule}</small><input name="name" required minlength="3" maxlength="50" autocomplete="username" value="${asText(form.name)}"></label>
${secret('password', words.password, words.passwordRule(PASSWORD_LENGTH))}
${secret('again', words.again, '')}
<button>${words.submit}</button>
</form>`;
}

const document = (body: string, nonce: string, language: SetUp['language']) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${wordsOf({ language }).title}</title><style nonce="${nonce}">
:root{color-scheme:light dark;--canvas:#f7f7f5;--surface:#fff;--line:#deded8;--edge:#8d8f94;--ink:#1b1c1e;--ink-2:#55585e;--accent:#1f4e8c;--on-accent:#fff;--brand:#b3261e;--late:#b42318}
@media(prefers-color-scheme:dark){:root{--canvas:#141517;--surface:#1c1e21;--line:#34383d;--edge:#7d838b;--ink:#ecedee;--ink-2:#a6abb2;--accent:#8cb4f0;--on-accent:#10233d;--brand:#e5534b;--late:#f2827a}}
body{margin:0;border-top:3px solid var(--brand);background:var(--canvas);color:var(--ink);font:16px/1.55 "Be Vietnam Pro",system-ui,sans-serif}
main{max-width:34rem;margin:1.5rem auto;padding:1.25rem 1.5rem 1.75rem;background:var(--surface);border:1px solid var(--line);border-radius:10px;box-sizing:border-box}
h1{font-size:1.375rem;line-height:1.35;margin:.25rem 0 .5rem}p{margin:.5rem 0}a{color:var(--accent)}.head{display:flex;justify-content:space-between;gap:1rem;color:var(--ink-2)}.head b{color:var(--ink)}.head b::before{content:"★ ";color:var(--brand)}
label,fieldset{display:block;margin:1rem 0;font-weight:600}fieldset{padding:.25rem 1rem .5rem;border:1px solid var(--line);border-radius:6px}small{display:block;color:var(--ink-2);font-weight:400}.choice{margin:.35rem 0;font-weight:400}
input:not([type=radio]),select,button{font:inherit;width:100%;min-height:44px;margin-top:.3rem;padding:.4rem .7rem;box-sizing:border-box;border-radius:6px}
input:not([type=radio]),select{background:var(--canvas);color:var(--ink);border:1px solid var(--edge);font-weight:400}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button{margin-top:.75rem;background:var(--accent);color:var(--on-accent);border:0;font-weight:600}.wrong{color:var(--late);font-weight:600}
@media(max-width:40rem){main{margin:0;border:0;border-radius:0}}
</style></head><body><main><p class="head"><b>Thi Đua</b></p><h1>${wordsOf({ language }).title}</h1>${body}</main></body></html>`;
