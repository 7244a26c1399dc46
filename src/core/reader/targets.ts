/** Targets (chỉ tiêu) and results of a document, in running text, lists and tables. */

import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import type { Outline } from './outline.ts';
import type { Result, Target } from './reading.ts';
import { tableDrafts } from './target-tables.ts';
import { type DocumentContext, type LineContext, type Surroundings, surroundingsOf } from './targets-context.ts';
import { type Draft, draftsIn, type Parent, parentPhrase } from './targets-prose.ts';

/** Finds every numeric target and every figure already reached. Linear in the length of the text. */
export function findTargets(
  doc: JoinedText,
  outline: Outline,
  { document, contexts }: Surroundings = surroundingsOf(doc, outline),
): { targets: Target[]; results: Result[] } {
  if (document.lean === 'award') return { targets: [], results: [] };
  const tables = tableDrafts({ doc, document, contexts });
  const drafts = [...tables.drafts, ...proseDrafts(doc, outline, document, contexts, tables.taken)];
  drafts.sort((a, b) => a.fact.span[0] - b.fact.span[0]);
  return collect(drafts);
}

function proseDrafts(
  doc: JoinedText,
  outline: Outline,
  document: DocumentContext,
  contexts: LineContext[],
  taken: Set<number>,
): Draft[] {
  const drafts: Draft[] = [];
  let parent: (Parent & { label: string | null }) | null = null;
  let last: Draft | null = null;
  let tail = false;
  let part = 0;
  doc.lines.forEach((line, at) => {
    if (doc.parts[part]?.firstLine === at) {
      part += 1;
      tail = false;
    }
    if (/^noi nhan/.test(line.folded.slice(0, 10))) tail = true;
    const context = contexts[at];
    if (tail || !context || at < document.bodyFrom || !isRead(line)) return;
    if (line.row !== null) {
      if (!taken.has(line.row)) drafts.push(...cellDrafts(doc, document, context, line.row));
      return;
    }
    if (isTitle(outline, at) && !line.text.includes('%')) return;
    if (!isBelow(line, parent)) parent = null;
    const inside: Parent | null = startsInside(line) && last ? { phrase: last.phrase, draft: last } : parent;
    const found = draftsIn({ doc, document, context, parent: inside }, [line.start + line.bodyAt, line.end]);
    drafts.push(...found);
    last = found.findLast((draft) => draft.part === null) ?? (startsInside(line) ? last : null);
    const phrase = parentPhrase(doc, line);
    if (phrase !== null) parent = { phrase, draft: found[0] ?? null, label: line.label };
  });
  return drafts;
}

/** A title that stands alone may count its points ("Về kinh tế (11 chỉ tiêu)"), it sets no target. */
function isTitle(outline: Outline, at: number): boolean {
  const entry = outline.entries[outline.entryOfLine[at] ?? -1];
  return (
    entry?.line === at &&
    entry.titled &&
    ['heading', 'part', 'chapter', 'division', 'roman', 'capital'].includes(entry.kind)
  );
}

/** Cells of other tables, each read as a line of its own. */
function cellDrafts(doc: JoinedText, document: DocumentContext, context: LineContext, row: number): Draft[] {
  const cells = doc.rows[row]?.cells.filter((cell) => !cell.continued && cell.span[1] - cell.span[0] > 20) ?? [];
  return cells.flatMap((cell) => draftsIn({ doc, document, context, parent: null }, cell.span));
}

/** Comments and footnotes set no targets. */
const isRead = (line: Line): boolean => line.part === 'body' || line.part === 'textbox';

function isBelow(line: Line, parent: { label: string | null } | null): boolean {
  return parent !== null && line.label !== null && line.label !== parent.label && /^[-+*•–a-zđ]/.test(line.label);
}

/** A line that begins with "Trong đó". */
function startsInside(line: Line): boolean {
  return /^trong do/.test(line.folded.slice(line.bodyAt, line.bodyAt + 10));
}

/** One target stated twice is one with two mentions. */
function keyOf({ fact }: Draft): string {
  return [
    fact.indicator ?? fold(fact.name),
    fact.measure,
    fact.value,
    fact.low,
    fact.high,
    fact.numerator,
    fact.denominator,
    fact.unit,
    fold(fact.scope ?? ''),
  ].join('|');
}

function collect(drafts: Draft[]): { targets: Target[]; results: Result[] } {
  const targets: Target[] = [];
  const results: Result[] = [];
  const places = new Map<Draft, number>();
  const known = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.kind === 'result') {
      results.push(draft.fact);
      continue;
    }
    const key = keyOf(draft);
    const at = known.get(key);
    const first = at === undefined ? undefined : targets[at];
    if (first && at !== undefined) {
      first.mentions.push(draft.fact.span);
      if (first.dueOn === null) Object.assign(first, { dueOn: draft.fact.dueOn, dueRelation: draft.fact.dueRelation });
      places.set(draft, at);
      continue;
    }
    known.set(key, targets.length);
    places.set(draft, targets.length);
    const partOf = draft.part === null ? null : (places.get(draft.part) ?? null);
    targets.push({
      ...draft.fact,
      mentions: [...draft.fact.mentions],
      partOf: partOf === targets.length ? null : partOf,
    });
  }
  return { targets, results };
}
