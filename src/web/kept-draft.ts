/** Words that are typed and not sent, kept on this machine, so that a page that is closed or killed loses none. */

const keyOf = (name: string) => `thidua.${name}`;

/** What was kept under a name, where it has all these texts. */
export function findDraft<F extends string>(name: string | undefined, fields: readonly F[]): Record<F, string> | null {
  if (name === undefined) return null;
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const texts = kept as Record<F, unknown>;
    return fields.every((field) => typeof texts[field] === 'string') ? (texts as Record<F, string>) : null;
  } catch {
    // The browser keeps nothing, or an older page kept something else.
    return null;
  }
}

/** Keeps texts under a name; null forgets them. */
export function keepDraft(name: string | undefined, texts: Readonly<Record<string, string>> | null): void {
  if (name === undefined) return;
  try {
    if (texts === null) window.localStorage.removeItem(keyOf(name));
    else window.localStorage.setItem(keyOf(name), JSON.stringify(texts));
  } catch {
    // What is typed stays on the page alone.
  }
}
