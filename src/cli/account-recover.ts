/** Lets somebody in again who forgot the password and has nobody to ask: whoever runs the server may. */

import { parseArgs } from 'node:util';
import { accountCommandEn } from '../core/text/en/account-command.ts';
import { accountCommandVi } from '../core/text/vi/account-command.ts';
import { connect } from '../server/db/connect.ts';
import { newId } from '../server/new-id.ts';
import { hashPassword } from '../server/password.ts';
import { accountCalled, recoverAccount } from '../server/recovery.ts';
import { randomGroups } from '../server/secrets.ts';
import { FINE, NOT_READABLE, NOTHING_USABLE, type Terminal } from './command.ts';
import { explained, openData } from './open-data.ts';

const words = process.env['THIDUA_LANGUAGE'] === 'en' ? accountCommandEn : accountCommandVi;

export async function runRecovery(args: string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { demo: { type: 'boolean' } },
    });
    const [what, name, ...more] = positionals;
    if (what !== 'recover' || name === undefined || more.length > 0) throw new Error(words.summary);
    const opened = await openData(values.demo ?? false, terminal);
    if (!opened) return NOT_READABLE;
    const { db, close } = connect(opened.url, { max: 1 });
    try {
      const account = await accountCalled(db, name);
      if (!account) {
        terminal.error(words.unknown(name));
        return NOTHING_USABLE;
      }
      const password = randomGroups(3);
      const passwordHash = await hashPassword(password);
      const world = { db, now: () => new Date().toISOString(), newId, failed: () => undefined };
      await recoverAccount(world, account, { passwordHash });
      for (const line of words.done(name, password)) terminal.out(line);
      return FINE;
    } finally {
      await close();
      await opened.stop();
    }
  } catch (error) {
    terminal.error(explained(error));
    for (const line of words.usage) terminal.error(line);
    return NOT_READABLE;
  }
}
