import { Button, Modal } from '@mantine/core';
import { Link } from 'react-router';
import type { DocumentMatch, SavedDraft } from '../../contract/documents.ts';
import { useText } from '../language.tsx';
import type { SaveState } from './saving.ts';

/** What is said around a document while it is checked: whether it is kept, what it resembles, what the colours mean. */

export function SaveWords({ state }: { state: SaveState }) {
  const words = useText().workroom.reading;
  const time = (at: string) => new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  if (state.kind === 'saved') return <span role="status">{words.savedAt(time(state.at))}</span>;
  return <span role="status">{state.kind === 'saving' ? words.saving : words.notSaved}</span>;
}

/** Somebody else checked the same reading meanwhile: nothing is lost, the person decides. */
export function Conflict({
  state,
  takeNewer,
  keepMine,
}: {
  state: SaveState;
  takeNewer: (newer: SavedDraft) => void;
  keepMine: (newer: SavedDraft) => void;
}) {
  const text = useText();
  if (state.kind !== 'stale') return null;
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={text.problems.stale}>
      <p>{state.newer.savedBy}</p>
      <Button onClick={() => takeNewer(state.newer)} mr="sm">
        {text.workroom.reading.compareAfter}
      </Button>
      <Button variant="default" onClick={() => keepMine(state.newer)}>
        {text.workroom.reading.compareKeep}
      </Button>
    </Modal>
  );
}

export function Matches({ matches, readingId }: { matches: readonly DocumentMatch[]; readingId: string }) {
  const text = useText();
  const words = text.workroom.reading;
  if (matches.length === 0) return null;
  return (
    <div className="note tone-warning" role="status">
      <strong>{words.matchTitle}</strong>
      <ul>
        {matches.map((match) => (
          <li key={match.documentId}>
            {text.documents.matches[match.kind]}: {[match.numberSymbol, match.title].filter(Boolean).join(' · ')}
            {match.movement ? (
              <>
                {' '}
                <Link to={`/van-ban/${readingId}/so-sanh/${match.movement.id}`}>{words.matchCompare}</Link> ·{' '}
                <Link to={`/phong-trao/${match.movement.id}`}>{words.matchOpen}</Link>
              </>
            ) : match.readingId && match.readingId !== readingId ? (
              <>
                {' '}
                <Link to={`/van-ban/${match.readingId}`}>{text.frame.open}</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Legend() {
  const words = useText().workroom.reading;
  const kinds = [
    ['target', words.tabs.targets],
    ['task', words.tabs.tasks],
    ['citation', words.tabs.citations],
    ['due', words.tabs.dues],
    ['recipient', words.tabs.recipients],
    ['finding', words.tabs.findings],
  ] as const;
  return (
    <ul className="legend" aria-label={words.legend}>
      {kinds.map(([kind, word]) => (
        <li key={kind}>
          <span className={`hl hl-${kind}`}>{word}</span>
        </li>
      ))}
    </ul>
  );
}
