import { Button, FileButton, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  getOrganisationTemplate,
  type ImportPreview,
  importOrganisations,
  ORGANISATION_FILE_BYTES,
  previewOrganisationImport,
} from '../../contract/organisation-acts.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call, fileAddress } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { FileDrop } from '../file-drop.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { ChangesTable, EffectCounts, FaultsExport, FaultsTable } from './import-tables.tsx';

/** A file as it was when it was chosen: saved again meanwhile, it would not be what was shown. */
type Chosen = { name: string; bytes: Blob };
type Shown = { file: Chosen; preview: ImportPreview; on: string };

/** A list of organisations from Excel: chosen, shown as what it would change, then written whole or not at all. */
export function ImportDialog({ close, done }: { close: () => void; done: () => void }) {
  const text = useText();
  const words = text.organisationPages;
  const { today } = useSession();
  const { busy, error, run, clear } = useAct();
  useFocusBack();
  const [shown, setShown] = useState<Shown | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [paper, setPaper] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const check = async (file: Chosen, day: string) => {
    const preview = await run(() =>
      call(previewOrganisationImport, { name: file.name, on: day }, { bytes: file.bytes }),
    );
    if (preview) setShown({ file, preview, on: day });
  };
  const choose = async (file: File) => {
    clear();
    setShown(null);
    setTooLarge(file.size > ORGANISATION_FILE_BYTES);
    if (file.size > ORGANISATION_FILE_BYTES) return;
    await check({ name: file.name.slice(-255), bytes: new Blob([await file.arrayBuffer()]) }, on ?? today);
  };
  const apply = async () => {
    if (!shown?.preview.token) return;
    const { file, preview } = shown;
    const token = preview.token ?? '';
    const why = paper.trim() === '' ? {} : { paper: paper.trim() };
    const answer = await run((actionId) =>
      call(importOrganisations, { actionId, name: file.name, on: shown.on, token, ...why }, { bytes: file.bytes }),
    );
    if (!answer) return;
    sayDone(words.importDone(answer.changed));
    done();
  };
  const steps = shown ? shown.preview.counts : null;
  const count = steps ? steps.new + steps.renamed + steps.moved + steps.ended : 0;
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={words.importList}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <Stack gap="sm">
        {shown ? null : <p className="form-note">{words.importAbout}</p>}
        <div className="form-pair">
          <DateField
            label={words.importOn}
            description={words.importOnAbout}
            value={on}
            onChange={(day) => {
              setOn(day);
              if (day !== null && shown && day !== shown.on) void check(shown.file, day);
            }}
          />
          <TextInput
            label={words.paper}
            description={words.paperAbout}
            maxLength={300}
            value={paper}
            onChange={(event) => setPaper(event.currentTarget.value)}
          />
        </div>
        {shown ? (
          <Preview shown={shown} count={count} />
        ) : (
          <FileDrop
            accept=".xlsx"
            busy={busy}
            choose={(file) => void choose(file)}
            words={{
              drop: words.importDrop,
              dropNow: words.importDropNow,
              reading: words.importReading,
              pick: words.importPick,
              formats: words.importFormats,
            }}
          />
        )}
        {tooLarge ? (
          <p className="form-error" role="alert">
            {words.importTooLarge}
          </p>
        ) : null}
        <ActErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          {shown ? (
            <>
              <FileButton onChange={(file) => file && void choose(file)} accept=".xlsx">
                {(props) => (
                  <Button variant="default" disabled={busy} {...props}>
                    {words.importAnother}
                  </Button>
                )}
              </FileButton>
              {shown.preview.token ? (
                <Button loading={busy} disabled={on !== shown.on} onClick={() => void apply()}>
                  {words.importApply(count)}
                </Button>
              ) : null}
            </>
          ) : (
            <Button component="a" variant="default" href={fileAddress(getOrganisationTemplate, {})} download>
              {words.template}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** What the file would change, or what in it has to be mended first. */
function Preview({ shown, count }: { shown: Shown; count: number }) {
  const text = useText();
  const words = text.organisationPages;
  const { preview, file } = shown;
  if (preview.failure)
    return (
      <p className="form-error" role="alert">
        {words.importFile(file.name)} {text.reading.failures[preview.failure.code](preview.failure.facts)}
      </p>
    );
  const which = words.importSheet(file.name, preview.sheet ?? '');
  if (preview.faultCount > 0)
    return (
      <>
        <p className="form-error" role="alert">
          {which} <b>{words.importFaults(preview.faultCount)}</b>
        </p>
        <Group justify="flex-end">
          <FaultsExport faults={preview.faults} />
        </Group>
        <FaultsTable faults={preview.faults} />
        <ShownOf shown={preview.faults.length} count={preview.faultCount} />
      </>
    );
  return (
    <>
      <p className="form-note" role="status">
        {which} {preview.token ? null : words.importNothing}
      </p>
      <EffectCounts counts={preview.counts} />
      {count > 0 ? <ChangesTable changes={preview.changes} /> : null}
      <ShownOf shown={preview.changes.length} count={count} />
    </>
  );
}

function ShownOf({ shown, count }: { shown: number; count: number }) {
  const words = useText().organisationPages;
  return shown < count ? <p className="quiet">{words.importShown(shown, count)}</p> : null;
}
