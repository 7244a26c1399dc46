import { type NoticeMatter, pathOf } from '../../rules/notices.ts';
import { formatDate } from '../dates.ts';
import { noticesVi } from './notices.ts';

/** A letter about what a person was told. */

export type LetterFacts = {
  /** "https://thidua.laichau.gov.vn" */
  origin: string;
  /** The day it is in the province. */
  day: string;
  matters: readonly NoticeMatter[];
};

export type LetterWords = { subject: string; text: string; html: string };

const LONGEST_SUBJECT = 150;
/** The page has them all. */
const MOST_MATTERS = 40;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** A subject is one line, whatever names hold. */
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
const cut = (words: string): string =>
  words.length <= LONGEST_SUBJECT ? words : `${words.slice(0, LONGEST_SUBJECT - 1)}…`;

export function noticeLetterVi({ origin, day, matters }: LetterFacts): LetterWords {
  const shown = matters
    .slice(0, MOST_MATTERS)
    .map((matter) => ({ ...noticesVi.line(matter), to: `${origin}${pathOf(matter)}` }));
  const [first] = shown;
  const subject =
    matters.length === 1 && first
      ? `Thi Đua: ${first.title}`
      : `Thi Đua: ${matters.length} việc cần xem, ngày ${formatDate(day)}`;
  const more = matters.length > shown.length ? `Và ${matters.length - shown.length} việc khác.` : '';
  const all = `${origin}/thong-bao`;
  const preferences = preferencesIn(origin);
  const why = 'Bạn nhận thư này vì có tài khoản trong hệ thống Thi Đua.';
  return {
    subject: cut(oneLine(subject)),
    text: [
      'Kính gửi anh/chị,',
      '',
      ...shown.flatMap(({ title, about, to }) => [`- ${oneLine(title)}`, `  ${oneLine(about)}`, `  ${to}`, '']),
      ...(more ? [more, ''] : []),
      `Xem tất cả: ${all}`,
      '',
      `${why} Không muốn nhận thư nữa: ${preferences}`,
      '',
    ].join('\n'),
    html: page(
      escaped(subject),
      [
        '<p>Kính gửi anh/chị,</p>',
        '<ul>',
        ...shown.map(
          ({ title, about, to }) =>
            `<li><a href="${escaped(to)}">${escaped(title)}</a><br><span>${escaped(about)}</span></li>`,
        ),
        '</ul>',
        more ? `<p>${more}</p>` : '',
        `<p><a href="${escaped(all)}">Xem tất cả</a></p>`,
        `<p><small>${why} <a href="${escaped(preferences)}">Không muốn nhận thư nữa</a></small></p>`,
      ].join('\n'),
    ),
  };
}

/** Where letters are turned off. */
export const preferencesIn = (origin: string): string => `${origin}/tai-khoan#thong-bao`;

export function testLetterVi(origin: string): LetterWords {
  const words = 'Đây là thư thử của hệ thống Thi Đua. Nhận được thư này nghĩa là máy chủ gửi thư được.';
  return {
    subject: 'Thi Đua: thư thử',
    text: `${words}\n\n${origin}\n`,
    html: page('Thi Đua: thư thử', `<p>${words}</p><p><a href="${escaped(origin)}">${escaped(origin)}</a></p>`),
  };
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body style="font-family:sans-serif;line-height:1.5">\n${body}\n</body></html>\n`;
