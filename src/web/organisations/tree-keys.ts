import { fold, foldedWords } from '../../core/text/search.ts';

/** One line of a tree as it is shown, in reading order. */
export type TreeLine = {
  id: string;
  depth: number;
  name: string;
  parentId: string | null;
  opens: boolean;
  open: boolean;
};

export type TreeMove = { focus: string } | { open: string } | { shut: string } | { choose: string };

/**
 * What a key does on a line of a tree (the pattern of WAI-ARIA): up and down, right into a branch, left out of it, to
 * both ends, Enter or the space bar to choose, a letter to the next line that begins with it. Null for any other key.
 */
export function treeMove(lines: readonly TreeLine[], at: string, key: string): TreeMove | null {
  const place = lines.findIndex(({ id }) => id === at);
  const line = lines[place];
  if (!line) return null;
  const to = (next: TreeLine | undefined): TreeMove | null => (next ? { focus: next.id } : null);
  switch (key) {
    case 'ArrowDown':
      return to(lines[place + 1]);
    case 'ArrowUp':
      return to(lines[place - 1]);
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines.at(-1));
    case 'ArrowRight':
      if (!line.opens) return null;
      if (!line.open) return { open: line.id };
      return to(lines[place + 1]?.parentId === line.id ? lines[place + 1] : undefined);
    case 'ArrowLeft':
      if (line.opens && line.open) return { shut: line.id };
      return to(lines.find(({ id }) => id === line.parentId));
    case 'Enter':
    case ' ':
      return { choose: line.id };
    default:
      return to(byLetter([...lines.slice(place + 1), ...lines.slice(0, place)], key));
  }
}

/** Names of organisations begin with their kind ("Xã"): any of their words counts. */
function byLetter(lines: readonly TreeLine[], key: string): TreeLine | undefined {
  if ([...key].length !== 1) return undefined;
  const letter = fold(key);
  return lines.find(({ name }) => foldedWords(name).some((word) => word.startsWith(letter)));
}
