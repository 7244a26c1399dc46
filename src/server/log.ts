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

/** What may be said of a thrown thing: its kind, its words and where it came from; never the values it carried. */
export function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: 'not an Error' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const where = (error.stack ?? '')
    .split('\n')
    .slice(1, 8)
    .map((line) => line.trim())
    .join(' < ');
  return { error: error.name, message: error.message.slice(0, 500), ...code, where };
}
