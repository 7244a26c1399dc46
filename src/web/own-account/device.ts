const BROWSERS = [
  ['Edg', 'Edge'],
  ['coc_coc_browser', 'Cốc Cốc'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const;

const named = (agent: string, known: readonly (readonly [string, string])[]) =>
  known.find(([mark]) => agent.includes(mark))?.[1] ?? null;

/** What a browser's long name says to a person; null where it is none we know. The order matters: most pretend to be others. */
export function deviceOf(agent: string): { browser: string; system: string } | null {
  const browser = named(agent, BROWSERS);
  const system = named(agent, SYSTEMS);
  return browser && system ? { browser, system } : null;
}
