/** Port to a mail server (SMTP). Whoever sends gets to know whether trying again can help. */

import { createTransport } from 'nodemailer';

export type MailServer = {
  host: string;
  port: number;
  /** TLS from the first byte on; else it is asked for once connected (STARTTLS). */
  secure: boolean;
  user: string | null;
  password: string | null;
  /** "Thi Đua <thi-dua@laichau.gov.vn>" */
  from: string;
};

export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** By which the receiving side knows a second copy: "…@host". */
  id: string;
  /** The page on which letters are turned off. */
  preferences: string;
};

/** The mail server will never take this letter: the address does not exist, or the letter is not wanted. */
export class LetterRefused extends Error {}

export type Mail = {
  /** Resolves once the mail server has taken the letter. Throws `LetterRefused`, or what may be over later. */
  send: (letter: Letter) => Promise<void>;
  close: () => void;
};

const PATIENCE_MS = 20_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Opens the way to a mail server; nothing is asked of it before the first letter. */
export function openMail({ host, port, secure, user, password, from }: MailServer): Mail {
  const transport = createTransport({
    host,
    port,
    secure,
    // A password goes over the line only where nobody else can listen.
    requireTLS: !secure && user !== null && !LOOPBACK.has(host),
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, html, id, preferences }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}>`,
          headers: {
            'List-Unsubscribe': `<${preferences}>`,
            'Auto-Submitted': 'auto-generated',
            'Content-Language': 'vi',
          },
        });
      } catch (error) {
        throw plain(error);
      }
    },
    close: () => transport.close(),
  };
}

/** What went wrong, without the address it was for: that is nobody's business who looks at the server. */
function plain(error: unknown): Error {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const said = responseCode === undefined ? `SMTP ${code ?? 'error'}` : `SMTP ${responseCode}`;
  // 4xx may be over later, and so may a wrong password (535); an address that is none is refused before it is sent.
  const forGood = responseCode === undefined ? code === 'EENVELOPE' : responseCode >= 550 && responseCode < 560;
  return forGood ? new LetterRefused(said) : new Error(said);
}
