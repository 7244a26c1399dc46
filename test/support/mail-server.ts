import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it came over the line. */
export type GotLetter = { from: string; to: string[]; raw: string };

export type MailServerHere = {
  port: number;
  letters: GotLetter[];
  /** What to answer to recipients; null takes everybody. */
  refuse: (why: { code: number; words: string } | null) => void;
  stop: () => Promise<void>;
};

/** A real mail server on this machine: it takes letters and keeps them. */
export async function startMailServer(account?: { user: string; password: string }): Promise<MailServerHere> {
  const letters: GotLetter[] = [];
  let refusing: { code: number; words: string } | null = null;
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: ['STARTTLS', ...(account ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const right = username === account?.user && password === account?.password;
      done(right ? null : new Error('535 no'), right ? { user: username } : undefined);
    },
    onRcptTo: (_address, _session, done) => {
      if (refusing === null) return done();
      done(Object.assign(new Error(refusing.words), { responseCode: refusing.code }));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    refuse: (why) => {
      refusing = why;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** A header of a letter, unfolded and decoded (RFC 2047). */
export function headerOf({ raw }: GotLetter, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  const value = line
    .slice(name.length + 1)
    .trim()
    .replace(/\?= =\?/g, '?==?');
  return value
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_whole, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : bytesOf(text.replaceAll('_', ' ')),
    )
    .replace(/[\s\S]*/, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** The part of a letter with a content type, decoded. */
export function partOf({ raw }: GotLetter, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const part = raw.split(`--${boundary}`).find((one) => one.toLowerCase().includes(`content-type: ${type}`)) ?? '';
  const at = part.indexOf('\r\n\r\n');
  const body = part.slice(at + 4);
  if (/content-transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(bytesOf(body.replace(/=\r\n/g, '')), 'latin1').toString('utf8');
}

const bytesOf = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
