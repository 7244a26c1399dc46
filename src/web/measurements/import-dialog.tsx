import { Button, FileButton, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import {
  FIGURE_FILE_BYTES,
  type FigureImportPreview,
  importFigures,
  previewFigureImport,
  REPORT_BYTES,
  undoFigureImport,
} from '../../contract/figure-imports.ts';
import type { FigureImportId } from '../../contract/ids.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call, newActionId } from '../call.ts';
import { FileDrop } from '../file-drop.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { sayUndo } from '../say-undo.tsx';
import { useAct } from '../use-act.ts';
import { useFocusBack } from '../use-focus-back.ts';
import type { Chosen, ImportPlace } from './import-place.ts';
import { CellsTable, FaultsExport, FaultsTable, ImportCounts } from './import-tables.tsx';
import { PastImports } from './past-imports.tsx';
import { ReportPart } from './report-part.tsx';

type Shown = { file: Chosen; preview: FigureImportPreview };

type Props = {
  where: ImportPlace;
  /** Those one enters figures for. */
  units: readonly OrganisationRef[];
  saidBy: string;
  close: () => void;
  changed: () => void;
};

/** A filled-in template: chosen, shown cell by cell, then entered whole or not at all. */
export function ImportDialog({ where, units, saidBy, close, changed }: Props) {
  const text = useText();
  const words = text.figureTemplates;
  const { busy, error, run, clear } = useAct();
  useFocusBack();
  const [shown, setShown] = useState<Shown | null>(null);
  const [report, setReport] = useState<Chosen | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const choose = async (file: File) => {
    clear();
    setShown(null);
    setReport(null);
    const template = file.name.toLowerCase().endsWith('.xlsx');
    const most = template ? FIGURE_FILE_BYTES : REPORT_BYTES;
    setTooLarge(file.size > most);
    if (file.size > most) return;
    const chosen = { name: file.name.slice(-255), bytes: new Blob([await file.arrayBuffer()]) };
    if (!template) {
      setReport(chosen);
      return;
    }
    const preview = await run(() =>
      call(previewFigureImport, { ...where, name: chosen.name }, { bytes: chosen.bytes }),
    );
    if (preview) setShown({ file: chosen, preview });
  };
  const enter = async () => {
    const { token } = shown?.preview ?? {};
    if (!shown || !token) return;
    const { file } = shown;
    const said = saidBy.trim() === '' ? {} : { saidBy: saidBy.trim() };
    const answer = await run((actionId) =>
      call(importFigures, { ...where, actionId, name: file.name, token, ...said }, { bytes: file.bytes }),
    );
    if (answer) entered(answer);
  };
  const entered = ({ importId, written }: { importId: FigureImportId; written: number }) => {
    close();
    changed();
    sayUndo(text, words.takeDone(written), async () => {
      const { undone, left } = await call(undoFigureImport, { actionId: newActionId(), importId });
      sayDone(words.undone(undone, left));
      changed();
    });
  };
  const { counts } = shown?.preview ?? {};
  return (
    <Modal opened onClose={close} size="xl" title={words.take} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <Stack gap="sm">
        {report ? (
          <ReportPart where={where} units={units} file={report} another={() => setReport(null)} entered={entered} />
        ) : shown ? (
          <Preview shown={shown} />
        ) : (
          <>
            <p className="form-note">{words.takeAbout}</p>
            <FileDrop
              accept=".xlsx,.docx,.doc,.pdf"
              busy={busy}
              choose={(file) => void choose(file)}
              words={{
                drop: words.takeDrop,
                dropNow: words.takeDropNow,
                reading: words.takeReading,
                pick: words.takePick,
                formats: words.takeFormats,
              }}
            />
          </>
        )}
        {tooLarge ? (
          <p className="form-error" role="alert">
            {words.takeTooLarge}
          </p>
        ) : null}
        <ActErrorNote error={error} />
        {report ? null : shown ? (
          <Group justify="flex-end" gap="sm">
            <FileButton onChange={(file) => file && void choose(file)} accept=".xlsx,.docx,.doc,.pdf">
              {(props) => (
                <Button variant="default" disabled={busy} {...props}>
                  {words.takeAnother}
                </Button>
              )}
            </FileButton>
            {shown.preview.token ? (
              <Button loading={busy} onClick={() => void enter()}>
                {words.takeApply((counts?.new ?? 0) + (counts?.changed ?? 0))}
              </Button>
            ) : null}
          </Group>
        ) : (
          <PastImports movementId={where.movementId} changed={changed} />
        )}
      </Stack>
    </Modal>
  );
}

/** What the file would write, or what in it has to be mended first. */
function Preview({ shown: { preview, file } }: { shown: Shown }) {
  const text = useText();
  const words = text.figureTemplates;
  const { failure, faults, faultCount, cells, counts, hiddenSheets, otherSheets, linksOutside } = preview;
  if (failure)
    return (
      <p className="form-error" role="alert">
        {words.takeFile(file.name)} {text.reading.failures[failure.code](failure.facts)}
      </p>
    );
  const minded = [
    ...(hiddenSheets.length > 0 ? [words.hiddenSheets(hiddenSheets)] : []),
    ...(otherSheets.length > 0 && faultCount === 0 ? [words.otherSheets(otherSheets)] : []),
    ...(linksOutside ? [words.linksOutside] : []),
  ];
  const all = counts.new + counts.changed + counts.unchanged;
  return (
    <>
      {faultCount > 0 ? (
        <p className="form-error" role="alert">
          {words.takeFile(file.name)} <b>{words.takeFaults(faultCount)}</b>
        </p>
      ) : (
        <p className="form-note" role="status">
          {words.takeFile(file.name)} {preview.token ? null : words.takeNothing}
        </p>
      )}
      {minded.map((sentence) => (
        <p key={sentence} className="form-note">
          {sentence}
        </p>
      ))}
      {faultCount > 0 ? (
        <>
          <Group justify="flex-end">
            <FaultsExport faults={faults} name={file.name} />
          </Group>
          <FaultsTable faults={faults} />
          {faults.length < faultCount ? <p className="quiet">{words.takeShown(faults.length, faultCount)}</p> : null}
        </>
      ) : (
        <>
          <ImportCounts counts={counts} />
          {cells.length > 0 ? <CellsTable cells={cells} /> : null}
          {cells.length < all ? <p className="quiet">{words.takeShown(cells.length, all)}</p> : null}
        </>
      )}
    </>
  );
}
