import { useEffect, useMemo } from 'react';
import type { SavedDraft } from '../../contract/documents.ts';
import type { ReadingContent } from '../../contract/reading.ts';
import type { Highlight } from './sheet-lines.ts';

/** Where the facts of a document stand: on which tab, and in which places of the text. */

export type FactTab = 'head' | 'targets' | 'tasks' | 'citations' | 'dues' | 'recipients' | 'findings';

/** The tab on which a fact stands. */
export function useTabOf(draft: SavedDraft['draft']): (key: string) => FactTab {
  return useMemo(() => {
    const tabs = new Map<string, FactTab>();
    for (const row of draft.targets) tabs.set(row.key, 'targets');
    for (const row of draft.tasks) tabs.set(row.key, 'tasks');
    for (const row of [...draft.citations, ...draft.answers]) tabs.set(row.key, 'citations');
    for (const row of draft.reportDue) tabs.set(row.key, 'dues');
    for (const row of draft.recipients) tabs.set(row.key, 'recipients');
    return (key: string) => tabs.get(key) ?? 'findings';
  }, [draft]);
}

/** Lights up the row of the active fact. */
export function useActiveRow(active: string | null): void {
  useEffect(() => {
    if (active === null) return;
    const row = document.getElementById(`row-${active}`);
    row?.classList.add('row-active');
    return () => row?.classList.remove('row-active');
  }, [active]);
}

/** The places of all facts in the text. */
export function useHighlights(draft: SavedDraft['draft'], content: ReadingContent): Highlight[] {
  return useMemo(() => {
    const found: Highlight[] = [];
    const lists = [
      ['target', draft.targets],
      ['task', draft.tasks],
      ['citation', draft.citations],
      ['citation', draft.answers],
      ['due', draft.reportDue],
      ['recipient', draft.recipients],
    ] as const;
    for (const [kind, rows] of lists)
      for (const { key, place, kept: isKept } of rows) {
        if (!place) continue;
        const spans = place.mentions.length > 0 ? place.mentions : [place.span];
        for (const span of spans) found.push({ key, kind, span, struck: !isKept });
      }
    content.findings.forEach(({ span }, index) => {
      if (span) found.push({ key: `f${index}`, kind: 'finding', span, struck: false });
    });
    return found;
  }, [draft, content]);
}
