/** One JSON object a line, to standard output. No names, no addresses, no contents: ids, counts and durations. */

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];
export type Log = (level: LogLevel, event: string, facts?: Record<string, string | number | boolean | null>) => void;

/** A log that writes lines of `least` and above. */
export function makeLog(least: LogLevel, write: (line: string) => void, now: () => string): Log {
  return (level, event, facts = {}) => {
    if (LEVELS.indexOf(level) >= LEVELS.indexOf(least))
      write(`${JSON.stringify({ at: now(), level, event, ...facts })}\n`);
  };
}

/** SQLSTATE: what PostgreSQL says besides quotes the values that were wrong, and those may be people's. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What may be said of a thrown thing: its kind, its words and where it came from; never the values it carried. */
export function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: 'not an Error' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  if (code.code && SQLSTATE.test(code.code)) {
    const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
    const table = 'table' in error && typeof error.table === 'string' ? error.table : '';
    return { error: 'DatabaseError', ...code, table, constraint, where: placeOf(error) };
  }
  return { error: error.name, message: error.message.slice(0, 500), ...code, where: placeOf(error) };
}

const placeOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s{1,8}at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' < ');
