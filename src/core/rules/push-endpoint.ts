/** Where a message for a device may be sent: browsers give the address, so anybody may send any. */

/** Longer than any push service's address, shorter than a burden. */
const LONGEST = 1_000;
/** Names that never belong to a push service. */
const INNER = ['localhost', 'local', 'internal', 'lan', 'home', 'corp', 'intranet', 'test', 'invalid', 'onion'];

/**
 * Whether an address looks like a push service on the open internet: https on its usual port, a name with a dot, no
 * address in figures, no credentials. What the name resolves to is looked at when it is called.
 */
export function isPushEndpoint(endpoint: string): boolean {
  if (endpoint.length > LONGEST || !URL.canParse(endpoint)) return false;
  const { protocol, port, username, password, hostname } = new URL(endpoint);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  const name = hostname.toLowerCase().replace(/\.$/, '');
  const last = name.split('.').at(-1) ?? '';
  return name.includes('.') && /^[a-z][a-z0-9-]*$/.test(last) && !INNER.includes(last) && !name.startsWith('[');
}
