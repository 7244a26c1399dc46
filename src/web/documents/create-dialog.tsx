import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MovementDraft } from '../../contract/documents.ts';
import { createMovementFromReading } from '../../contract/documents.ts';
import type { MovementId, ReadingId } from '../../contract/ids.ts';
import { formatDate } from '../../core/text/dates.ts';
import { CallProblem, call, newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { errorWords } from '../say.ts';
import { ROW_LISTS } from './draft.ts';

type Props = {
  readingId: ReadingId;
  draft: MovementDraft;
  launcher: string;
  /** Who issued it, by the document, where that is somebody else. */
  otherIssuer: string | null;
  opened: boolean;
  close: () => void;
  flush: () => Promise<number | null>;
  made: (movementId: MovementId) => void;
};

const kept = <R extends { kept: boolean }>(rows: readonly R[]): R[] => rows.filter((row) => row.kept);

/** Shows exactly what will be made, and makes it: all of it or nothing. */
export function CreateDialog({ readingId, draft, launcher, otherIssuer, opened, close, flush, made }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const [actionId] = useState(newActionId);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ title: string; about: string | null; known: boolean } | null>(null);
  const [why, setWhy] = useState('');
  const struck = ROW_LISTS.flatMap((list) => draft[list] as { kept: boolean }[]).filter((row) => !row.kept).length;
  const targets = kept(draft.targets);
  const { period } = draft.head;
  const make = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const draftVersion = await flush();
      if (draftVersion === null) setWrong({ title: words.notSaved, about: null, known: false });
      else
        made(
          (
            await call(createMovementFromReading, {
              readingId,
              actionId: why === '' ? actionId : newActionId(),
              draftVersion,
              ...(why.trim() === '' ? {} : { override: why.trim() }),
            })
          ).movementId,
        );
    } catch (error) {
      const known = error instanceof CallProblem && error.body.reasons.some(({ code }) => code === 'document-known');
      setWrong({ ...errorWords(text, error), known });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.createTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <div className="create-sum">
        <h3>{draft.head.title}</h3>
        <p className="quiet">
          {launcher} · {text.movements.kinds[draft.head.kind]} ·{' '}
          {period.from || period.until
            ? `${period.from ? formatDate(period.from) : '…'} – ${period.until ? formatDate(period.until) : '…'}`
            : text.workroom.movements.perYear(draft.head.year)}
        </p>
        {otherIssuer === null ? null : (
          <p className="note tone-warning" role="status">
            <strong>{words.issuerOther(otherIssuer, launcher)}</strong> {words.issuerOtherDo(launcher)}
          </p>
        )}
        {targets.length + kept(draft.tasks).length === 0 ? (
          <p className="note tone-warning">{words.createNothing}</p>
        ) : null}
        <p>
          {words.createWill(
            targets.length,
            kept(draft.tasks).length,
            kept(draft.citations).length,
            kept(draft.reportDue).length,
            kept(draft.recipients).length,
          )}
        </p>
        {struck > 0 ? <p className="quiet">{words.createLeft(struck)}</p> : null}
        {draft.document.number === null ? <p className="quiet">{words.createNumberLater}</p> : null}
        <ol className="create-targets figures">
          {targets.map((target) => (
            <li key={target.key}>
              <span>{target.name}</span>
              <b>{target.figure ? text.movements.figure(target.figure) : '–'}</b>
            </li>
          ))}
        </ol>
        {wrong ? (
          <div className="form-error" role="alert">
            <strong>{wrong.title}</strong>
            {wrong.about ? <p>{wrong.about}</p> : null}
          </div>
        ) : null}
        {wrong?.known ? (
          <Textarea
            label={words.createWhy}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            autosize
            minRows={2}
          />
        ) : null}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {text.frame.cancel}
          </Button>
          <Button onClick={() => void make()} loading={busy} data-autofocus>
            {words.createDeed}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
