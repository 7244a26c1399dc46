/** People who write as fast as they are answered, and remember what they were told was done. */
import { randomUUID } from 'node:crypto';

export type Sent = { actionId: string; title: string };

export type Ledger = {
  /** Answered with success: must be there for ever. */
  acknowledged: Map<string, { title: string; movementId: string }>;
  /** Sent and never answered: done or not, but never half and never twice. */
  open: Map<string, Sent>;
};

export type Person = { url: string; cookie: string; organisationId: string };

const body = (person: Person, { actionId, title }: Sent) => ({
  actionId,
  head: {
    title,
    theme: null,
    kind: 'regular',
    year: 2026,
    period: { from: null, until: null },
    organisationId: person.organisationId,
    jointOrganisationIds: [],
  },
  document: { number: null, symbol: null, issuedOn: null, place: null },
  from: null,
  respondsTo: [],
});

/** Sends one act; true when it was answered. A refusal is a fault of the bench and throws. */
export async function send(person: Person, sent: Sent, ledger: Ledger): Promise<boolean> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${person.url}/api/movements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: person.url, cookie: person.cookie },
      body: JSON.stringify(body(person, sent)),
    });
    text = await response.text();
  } catch {
    return false;
  }
  // A server whose database was killed first may still find words for it; nothing was promised then.
  if (response.status >= 500) return false;
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  const { movementId } = JSON.parse(text) as { movementId: string };
  ledger.open.delete(sent.actionId);
  ledger.acknowledged.set(sent.actionId, { title: sent.title, movementId });
  return true;
}

/** Several at once until `stopped`. */
export async function write(person: Person, ledger: Ledger, many: number, stopped: () => boolean): Promise<void> {
  const one = async () => {
    while (!stopped()) {
      const sent = { actionId: randomUUID(), title: `Phong trào thử ${randomUUID()}` };
      ledger.open.set(sent.actionId, sent);
      if (!(await send(person, sent, ledger))) return;
    }
  };
  await Promise.all(Array.from({ length: many }, one));
}

/** Makes the first account by the link that the program printed, and signs in. */
export async function setUp(url: string, said: string): Promise<void> {
  const code = /code=([\w-]{43})/.exec(said)?.[1] ?? '';
  const fields = { code, province: 'Lai Châu', level: 'commune', commune: 'Xã Thử', name: 'nguoi.thu', ...PASSWORDS };
  const answer = await fetch(`${url}/set-up`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams(fields),
  });
  if (!answer.ok) throw new Error(`set-up: ${answer.status} ${await answer.text()}`);
}

const PASSWORDS = { password: 'mật khẩu của máy thử', again: 'mật khẩu của máy thử' };

export async function signIn(url: string): Promise<Person> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'nguoi.thu', password: PASSWORDS.password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const { person } = (await answer.json()) as { person: { organisation: { id: string } } };
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { url, cookie, organisationId: person.organisation.id };
}
