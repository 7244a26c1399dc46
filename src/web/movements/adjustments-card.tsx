import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { adjustTarget, type TargetDetails } from '../../contract/target-details.ts';
import { formatDate } from '../../core/text/dates.ts';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { DecimalField } from '../decimal-field.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

/** Điều chỉnh chỉ tiêu: every change by a resolution, the newest first. */
export function AdjustmentsCard({ details }: { details: TargetDetails }) {
  const text = useText();
  const words = text.targetDetails;
  const [adjusting, setAdjusting] = useState(false);
  const { adjustments, mayEdit } = details;
  return (
    <section className="card" aria-labelledby="adjustments">
      <h2 id="adjustments">{words.adjustTitle}</h2>
      {adjustments.length === 0 ? <p className="card-body quiet">{words.adjustNone}</p> : null}
      <ul className="plain">
        {adjustments.map((one) => (
          <li key={one.id}>
            <b>{words.adjustedFrom(text.movements.figure(one.before), text.movements.figure(one.after))}</b>
            <span className="plain-facts">
              <span>{words.adjustedLine(one.resolution, formatDate(one.resolutionOn))}</span>
              <span>{words.inForceSince(formatDate(one.inForceOn))}</span>
              <span>{one.byPost}</span>
              {one.note ? <span>{one.note}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <p className="card-body">
          <Button variant="default" onClick={() => setAdjusting(true)}>
            {words.adjust}
          </Button>
        </p>
      ) : null}
      {adjusting ? <AdjustDialog details={details} close={() => setAdjusting(false)} /> : null}
    </section>
  );
}

const PARTS = ['value', 'low', 'high', 'numerator', 'denominator'] as const;
type Part = (typeof PARTS)[number];

function AdjustDialog({ details, close }: { details: TargetDetails; close: () => void }) {
  const text = useText();
  const words = text.targetDetails;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const { today } = useSession();
  const { target } = details;
  const { figure } = target;
  const [parts, setParts] = useState<Record<Part, string | null>>({
    value: figure?.value ?? null,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
  });
  const [resolution, setResolution] = useState('');
  const [resolutionOn, setResolutionOn] = useState<string | null>(null);
  const [inForceOn, setInForceOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  // Only what the figure has is asked for again.
  const asked = PARTS.filter((part) => figure !== null && figure[part] !== null);
  const labels: Record<Part, string> = {
    value: words.newValue,
    low: words.low,
    high: words.high,
    numerator: words.numerator,
    denominator: words.denominator,
  };
  const ready = resolution.trim() !== '' && resolutionOn !== null && inForceOn !== null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (resolutionOn === null || inForceOn === null) return;
    const done = await run((actionId) =>
      call(adjustTarget, {
        targetId: target.id,
        version: target.version,
        actionId,
        inForceOn,
        resolution: resolution.trim(),
        resolutionOn,
        ...parts,
        note: note.trim() === '' ? null : note.trim(),
      }),
    );
    await revalidator.revalidate();
    if (done === null) return;
    sayDone(words.adjusted);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={`${words.adjust}: ${target.name}`}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <p className="form-note">{words.adjustAbout}</p>
        <div className="form-pair">
          {asked.map((part) => (
            <DecimalField
              key={part}
              label={figure?.unit && part === 'value' ? `${labels[part]} (${figure.unit})` : labels[part]}
              value={parts[part]}
              onChange={(value) => setParts({ ...parts, [part]: value })}
            />
          ))}
          <DateField label={words.inForceOn} required value={inForceOn} onChange={setInForceOn} />
        </div>
        <div className="form-pair">
          <TextInput
            label={words.resolution}
            placeholder="25/NQ-HĐND"
            required
            maxLength={100}
            value={resolution}
            onChange={(event) => setResolution(event.currentTarget.value)}
          />
          <DateField label={words.resolutionOn} required value={resolutionOn} onChange={setResolutionOn} />
        </div>
        <TextInput
          label={words.note}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DialogEnd error={error} busy={busy} close={close} word={words.save} ready={ready} />
      </form>
    </Modal>
  );
}
