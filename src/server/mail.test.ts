import { afterEach, describe, expect, it } from 'vitest';
import { headerOf, type MailServerHere, partOf, startMailServer } from '../../test/support/mail-server.ts';
import { noticeLetterVi } from '../core/text/vi/notice-letter.ts';
import { LetterRefused, type Mail, type MailServer, openMail } from './mail.ts';

const ORIGIN = 'https://thidua.example';
const opened: { stop: () => Promise<void> }[] = [];
const mails: Mail[] = [];
afterEach(async () => {
  for (const mail of mails.splice(0)) mail.close();
  for (const server of opened.splice(0)) await server.stop();
});

async function begin(account?: { user: string; password: string }, more: Partial<MailServer> = {}) {
  const server: MailServerHere = await startMailServer(account);
  opened.push(server);
  const mail = openMail({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    user: account?.user ?? null,
    password: account?.password ?? null,
    from: 'Thi Đua tỉnh Lai Châu <thi-dua@laichau.example>',
    ...more,
  });
  mails.push(mail);
  return { server, mail };
}

const period = { kind: 'month', from: '2026-06-01', until: '2026-06-30' } as const;
const matter = {
  kind: 'figures-due',
  facts: {
    stage: 'coming',
    movement: { id: 'm', name: 'Kế hoạch <b>“Xanh”</b> & sạch' },
    asker: 'Xã Bình Lư',
    unit: { id: 'u', name: 'Bản Nà Đon\r\nBcc: ai-do@example.com' },
    period,
    dueOn: '2026-07-06',
    missing: 3,
  },
} as const;
const letter = (more: object = {}) => ({
  ...noticeLetterVi({ origin: ORIGIN, day: '2026-07-03', matters: [matter] }),
  to: 'truong.ban@example.vn',
  id: 'abc@thidua.example',
  preferences: `${ORIGIN}/tai-khoan#thong-bao`,
  ...more,
});

describe('a letter', () => {
  it('arrives as text and as a page, its Vietnamese subject whole on one line', async () => {
    const { server, mail } = await begin();
    await mail.send(letter());
    const [got] = server.letters;
    if (!got) throw new Error('no letter');
    expect(got).toMatchObject({ from: 'thi-dua@laichau.example', to: ['truong.ban@example.vn'] });
    expect(headerOf(got, 'Subject')).toBe(
      'Thi Đua: Bản Nà Đon Bcc: ai-do@example.com còn 3 số liệu tháng 6 năm 2026 chưa gửi, hạn 06/7/2026',
    );
    // Over the line it is plain ASCII, and nobody got into the head by a name.
    const head = got.raw.slice(0, got.raw.indexOf('\r\n\r\n'));
    expect([...head].every((sign) => sign.charCodeAt(0) < 128)).toBe(true);
    expect(head).not.toMatch(/^Bcc:/im);
    expect(headerOf(got, 'From')).toBe('Thi Đua tỉnh Lai Châu <thi-dua@laichau.example>');
    expect(headerOf(got, 'Message-ID')).toBe('<abc@thidua.example>');
    expect(headerOf(got, 'List-Unsubscribe')).toBe(`<${ORIGIN}/tai-khoan#thong-bao>`);
    expect(headerOf(got, 'Auto-Submitted')).toBe('auto-generated');

    const text = partOf(got, 'text/plain');
    expect(text).toContain('còn 3 số liệu tháng 6 năm 2026 chưa gửi, hạn 06/7/2026');
    expect(text).toContain(`${ORIGIN}/so-lieu/m?tu=2026-06-01&den=2026-06-30`);
    expect(text).toContain(`Không muốn nhận thư nữa: ${ORIGIN}/tai-khoan#thong-bao`);
    const html = partOf(got, 'text/html');
    expect(html).toContain('Kế hoạch &lt;b&gt;“Xanh”&lt;/b&gt; &amp; sạch');
    expect(html).toContain(`href="${ORIGIN}/so-lieu/m?tu=2026-06-01&amp;den=2026-06-30"`);
  });

  it('about several matters says how many, and lists them', async () => {
    const matters = Array.from({ length: 60 }, () => matter);
    const { subject, text } = noticeLetterVi({ origin: ORIGIN, day: '2026-07-03', matters });
    expect(subject).toBe('Thi Đua: 60 việc cần xem, ngày 03/7/2026');
    expect(text.match(/^- /gm)).toHaveLength(40);
    expect(text).toContain('Và 20 việc khác.');
  });

  it('goes through a server that wants a name and a password', async () => {
    const account = { user: 'thidua', password: 'mật khẩu' };
    const { server, mail } = await begin(account);
    await mail.send(letter());
    expect(server.letters).toHaveLength(1);
    const wrong = await begin(account, { password: 'khác' });
    await expect(wrong.mail.send(letter())).rejects.toThrow(/^SMTP 535$/);
  });

  it('that is refused for good is told from one that may go later, without the address', async () => {
    const { server, mail } = await begin();
    server.refuse({ code: 550, words: 'no such mailbox truong.ban@example.vn' });
    await expect(mail.send(letter())).rejects.toThrow(LetterRefused);
    await expect(mail.send(letter())).rejects.toThrow(/^SMTP 550$/);
    server.refuse({ code: 451, words: 'later' });
    const later = await mail.send(letter()).catch((error: unknown) => error);
    expect(later).not.toBeInstanceOf(LetterRefused);
    expect((later as Error).message).toBe('SMTP 451');
    server.refuse(null);
    await server.stop();
    opened.pop();
    await expect(mail.send(letter())).rejects.toThrow(/^SMTP ECONNREFUSED$|^SMTP ESOCKET$|^SMTP ECONNECTION$/);
  });
});
