import { ActionIcon, Button, FileButton, Modal } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import {
  type Evidence,
  getEvidenceFile,
  listEvidence,
  removeEvidence,
  restoreEvidence,
} from '../../contract/evidence.ts';
import type { AskedTarget, FigureGrid, FigureRow } from '../../contract/measurements.ts';
import { EVIDENCE_LIMITS } from '../../core/rules/evidence.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call, fileAddress, newActionId } from '../call.ts';
import { callOrKept } from '../call-or-kept.ts';
import { useText } from '../language.tsx';
import { formatBytes, formatMoment } from '../moment.ts';
import { onAnswered, putInOutbox, takeOut } from '../outbox.ts';
import { sendOutbox } from '../outbox-sender.ts';
import { sayUndo } from '../say-undo.tsx';
import { shrinkPicture } from '../shrink-picture.ts';
import { useAct } from '../use-act.ts';
import type { Sheet } from './use-sheet.ts';

const ACCEPTED = 'image/*,.pdf,.doc,.docx,.xls,.xlsx';

type Files = { all: readonly Evidence[]; reload: () => Promise<void> };
const Around = createContext<Files>({ all: [], reload: async () => undefined });

/** The files beside the figures of a sheet, for each of its cells. */
export function EvidenceAround({ grid, children }: { grid: FigureGrid; children: ReactNode }) {
  const [all, setAll] = useState<readonly Evidence[]>([]);
  const { movement, period } = grid;
  const [from, until] = [period?.from ?? '', period?.until ?? ''];
  const reload = useCallback(async () => {
    if (from === '') return;
    try {
      const { answer } = await callOrKept(listEvidence, { movementId: movement.id, from, until });
      setAll(answer.evidence);
    } catch {
      // The figures themselves say that there is no network; what was known of their files stays.
    }
  }, [movement.id, from, until]);
  useEffect(() => {
    void reload();
    return onAnswered(({ sent }) => {
      if (sent.is === 'file') void reload();
    });
  }, [reload]);
  return <Around value={{ all, reload }}>{children}</Around>;
}

type Cell = { grid: FigureGrid; target: AskedTarget; row: FigureRow; sheet: Sheet };

/** How many files stand beside a figure, and the way to them; nothing where there are none and none can be added. */
export function EvidenceClip({ grid, target, row, sheet }: Cell) {
  const words = useText().figurePages.evidence;
  const [opened, setOpened] = useState(false);
  const { all } = useContext(Around);
  const own = all.filter((one) => one.targetId === target.id && one.organisationId === row.organisation.id);
  const waiting = sheet.waiting.filter(
    (one) => one.is === 'file' && one.targetId === target.id && one.place.organisationId === row.organisation.id,
  );
  const figure = row.cells.find(({ targetId }) => targetId === target.id)?.figure;
  const mayAdd = row.mayEnter && grid.closed === null && (figure?.state !== 'approved' || grid.mayApprove);
  const count = own.filter(({ removed }) => removed === null).length + waiting.length;
  if (own.length === 0 && waiting.length === 0 && !mayAdd) return null;
  const name = `${words.title}: ${target.name}, ${row.organisation.name}`;
  return (
    <>
      <button type="button" className="evidence-clip no-print" onClick={() => setOpened(true)}>
        <IconPaperclip size={15} aria-hidden="true" /> {count > 0 ? count : words.add}
        <span className="visually-hidden">{` ${name}`}</span>
      </button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={name}
        size="lg"
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <EvidenceList own={own} waiting={waiting} />
        {mayAdd ? <AddFiles target={target} row={row} sheet={sheet} left={EVIDENCE_LIMITS.files - count} /> : null}
      </Modal>
    </>
  );
}

function EvidenceList({ own, waiting }: { own: readonly Evidence[]; waiting: Sheet['waiting'] }) {
  const text = useText();
  const words = text.figurePages.evidence;
  const { reload } = useContext(Around);
  const { busy, error, run } = useAct();
  const take = async ({ id, name }: Evidence) => {
    const done = await run((actionId) => call(removeEvidence, { evidenceId: id, actionId }));
    await reload();
    if (done)
      sayUndo(text, words.removed(name), async () => {
        await call(restoreEvidence, { evidenceId: id, actionId: newActionId() });
        await reload();
      });
  };
  const back = async ({ id }: Evidence) => {
    await run((actionId) => call(restoreEvidence, { evidenceId: id, actionId }));
    await reload();
  };
  if (own.length === 0 && waiting.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <>
      <ul className="evidence-list">
        {own.map((one) => {
          const address = fileAddress(getEvidenceFile, { evidenceId: one.id });
          return (
            <li key={one.id} className={one.removed ? 'evidence-gone' : undefined}>
              {one.kind === 'picture' ? <img src={address} alt="" loading="lazy" /> : null}
              <span>
                <a href={address} download>
                  {one.name}
                </a>
                <small className="quiet below">
                  {formatBytes(one.bytes)} · {formatMoment(one.addedAt)} · {one.addedByPost}
                </small>
                {one.removed ? (
                  <small className="below">{words.goneBy(formatMoment(one.removed.at), one.removed.byPost)}</small>
                ) : null}
              </span>
              {one.mayChange && one.removed ? (
                <Button size="compact-sm" variant="default" loading={busy} onClick={() => void back(one)}>
                  {words.restore}
                </Button>
              ) : one.mayChange ? (
                <ActionIcon
                  variant="subtle"
                  color="red"
                  loading={busy}
                  aria-label={words.remove(one.name)}
                  onClick={() => void take(one)}
                >
                  <IconTrash size={17} />
                </ActionIcon>
              ) : null}
            </li>
          );
        })}
        {waiting.map((one) => (
          <li key={one.id}>
            <span>
              {one.is === 'file' ? one.name : ''}
              <small className="figure-waiting below">
                {one.trouble ? text.offline.stuck : text.offline.waitingCell}
              </small>
            </span>
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={words.remove(one.is === 'file' ? one.name : '')}
              onClick={() => void takeOut(one.id)}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ActErrorNote error={error} />
    </>
  );
}

/** Files go through the outbox, so that a picture taken without a network goes later. */
function AddFiles({ target, row, sheet, left }: Omit<Cell, 'grid'> & { left: number }) {
  const words = useText().figurePages.evidence;
  const [busy, setBusy] = useState(false);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const add = async (files: File[]) => {
    setBusy(true);
    setTooLarge(null);
    try {
      for (const file of files.slice(0, left)) {
        const { name, bytes } = await shrinkPicture(file);
        if (bytes.size > EVIDENCE_LIMITS.fileBytes) {
          setTooLarge(file.name);
          continue;
        }
        await putInOutbox({
          ...sheet.entryFor(row.organisation.id),
          is: 'file',
          targetId: target.id,
          target: target.name,
          name: name.slice(-200),
          bytes: await bytes.arrayBuffer(),
        });
      }
      await sendOutbox();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="evidence-add">
      <FileButton multiple accept={ACCEPTED} onChange={(files) => void add(files)}>
        {(props) => (
          <Button {...props} variant="default" loading={busy} disabled={left <= 0}>
            {words.choose}
          </Button>
        )}
      </FileButton>
      <p className="quiet">{left <= 0 ? words.full(EVIDENCE_LIMITS.files) : words.hint}</p>
      {tooLarge === null ? null : (
        <p className="form-error" role="alert">
          {words.tooLarge(tooLarge, formatBytes(EVIDENCE_LIMITS.fileBytes))}
        </p>
      )}
    </div>
  );
}
