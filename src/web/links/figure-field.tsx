import { Button, Checkbox, Textarea } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { readTyped, shownFigure, typedOnce } from '../../core/rules/figure-entry.ts';
import { ratioTicked } from '../../core/rules/target-details.ts';
import { compareDecimals, formatDecimal } from '../../core/text/numbers.ts';
import { useText } from '../language.tsx';
import type { Asked, Field, Wrong } from './figure-draft.ts';

type Props = {
  asked: Asked;
  /** It changes no more: approved, or the period is closed. */
  shut: boolean;
  field: Field;
  wrong: Wrong | null;
  change: (field: Field) => void;
  /** What stands below: its evidence. */
  children?: ReactNode;
};

/** One figure of a link: its name, what is known of it, a large field, what is wrong with it, a note. */
export function FigureField({ asked, shut, field, wrong, change, children }: Props) {
  const text = useText();
  const words = text.figureLinks;
  const id = useId();
  const { target, figure } = asked;
  const faulty = wrong !== null && (wrong.faults.length > 0 || wrong.conflict);
  return (
    <section className="link-figure" aria-labelledby={`${id}-name`}>
      <label id={`${id}-name`} htmlFor={id} className="link-name">
        {target.name}
        {target.figure.unit ? <span className="link-unit"> ({target.figure.unit})</span> : null}
      </label>
      <Known asked={asked} id={`${id}-known`} />
      {shut ? (
        <p className="link-value" id={id}>
          {shownFigure(figure) === '' ? '—' : shownFigure(figure)}
        </p>
      ) : target.things.length > 0 ? (
        <Ticks id={id} asked={asked} field={field} change={change} />
      ) : (
        <input
          id={id}
          className={faulty ? 'link-input link-input-wrong' : 'link-input'}
          inputMode={target.asFraction ? 'text' : 'decimal'}
          autoComplete="off"
          maxLength={60}
          placeholder={target.asFraction ? '7/8' : ''}
          aria-invalid={faulty}
          aria-describedby={`${id}-known ${id}-about`}
          value={field.typed}
          onChange={(event) => change({ ...field, typed: event.currentTarget.value })}
        />
      )}
      <div id={`${id}-about`} className="link-about">
        {faulty ? (
          <Faults wrong={wrong} figure={figure} typed={field.typed} choose={(typed) => change({ ...field, typed })} />
        ) : null}
        {figure?.state === 'returned' && figure.returnedReason ? (
          <p className="link-fault">{words.returned(figure.returnedReason)}</p>
        ) : figure && figure.state !== 'draft' ? (
          <p className={`figure-state figure-${figure.state}`}>{text.figures.states[figure.state]}</p>
        ) : null}
        {figure?.correctionReason ? (
          <p className="link-known">{text.figurePages.details.corrected(figure.correctionReason)}</p>
        ) : null}
        {target.addsUp && figure && figure.enteredAs === 'period' && figure.cumulative !== null ? (
          <p className="link-known">{words.cumulative(formatDecimal(figure.cumulative))}</p>
        ) : null}
        {shut ? null : <Outlook asked={asked} typed={field.typed} />}
      </div>
      {shut ? (
        figure?.note ? (
          <p className="link-known">{figure.note}</p>
        ) : null
      ) : (
        <More field={field} change={change} />
      )}
      {children}
    </section>
  );
}

/** The few named things it counts, ticked one by one, so that the missing one has a name. */
function Ticks({ id, asked, field, change }: Pick<Props, 'asked' | 'field' | 'change'> & { id: string }) {
  const words = useText().figureLinks;
  const { target, figure } = asked;
  const ticked = field.things ?? figure?.ticked ?? [];
  const standing = shownFigure(figure);
  // A ratio that was typed ticks nothing; it stands until something is ticked.
  const said =
    field.things === undefined && standing !== ''
      ? standing
      : `${ratioTicked(target.things, ticked).numerator}/${target.things.length}`;
  return (
    <fieldset id={id} className="link-ticks" aria-labelledby={`${id}-name`}>
      <p className="link-value" aria-live="polite">
        {said}
      </p>
      <p className="link-known">{words.tickAbout}</p>
      {target.things.map((thing) => (
        <Checkbox
          key={thing.id}
          size="md"
          label={thing.name}
          checked={ticked.includes(thing.id)}
          onChange={(event) => {
            const others = ticked.filter((one) => one !== thing.id);
            change({ ...field, things: event.currentTarget.checked ? [...others, thing.id] : others });
          }}
        />
      ))}
    </fieldset>
  );
}

/** What helps to get the figure right: how it is counted, what was asked and what was before. */
function Known({ asked, id }: { asked: Asked; id: string }) {
  const words = useText().figureLinks;
  const { target, share, planned, before, lastYear } = asked;
  const counted = !target.addsUp ? words.asLevel : target.enteredAs === 'period' ? words.asPeriod : words.asCumulative;
  return (
    <p className="link-known" id={id}>
      <span>{target.asFraction && target.things.length === 0 ? `${counted}. ${words.fraction}` : counted}</span>
      {share === null ? null : <span>{words.share(formatDecimal(share))}</span>}
      {planned === null ? null : <span>{words.planned(formatDecimal(planned))}</span>}
      {before === null ? null : (
        <span>{(target.addsUp ? words.before : words.beforeLevel)(formatDecimal(before))}</span>
      )}
      {lastYear === null ? null : <span>{words.lastYear(formatDecimal(lastYear))}</span>}
    </p>
  );
}

type FaultsProps = { wrong: Wrong; figure: Asked['figure']; typed: string; choose: (typed: string) => void };

function Faults({ wrong, figure, typed, choose }: FaultsProps) {
  const text = useText();
  const words = text.figureLinks;
  return (
    <div role="alert">
      {wrong.conflict ? (
        <p className="link-fault">{figure?.state === 'returned' ? words.conflictReturned : words.conflict}</p>
      ) : null}
      {/* The field shows the approved figure again: what was typed would be gone. */}
      {wrong.faults.includes('approved') && typed.trim() !== '' ? (
        <p className="link-fault">{text.figurePages.correction.typed(typed)}</p>
      ) : null}
      {wrong.faults.map((fault) => (
        <p key={fault} className="link-fault">
          {text.figures.faults[fault]}
        </p>
      ))}
      {wrong.readings.length > 1 ? (
        <p className="link-choose">
          {words.chooseReading}
          {wrong.readings.map((reading) => (
            <Button key={reading} size="sm" variant="default" onClick={() => choose(typedOnce(reading))}>
              {formatDecimal(reading)}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** Before it is sent: whether a cumulative falls. */
function Outlook({ asked, typed }: { asked: Asked; typed: string }) {
  const words = useText().figureLinks;
  const { target, before } = asked;
  const read = readTyped(typed);
  if (!target.addsUp || target.enteredAs === 'period' || before === null) return null;
  if (read.is !== 'figure' || read.figure.value === null) return null;
  return compareDecimals(read.figure.value, before) < 0 ? (
    <p className="link-doubt">{words.falls(formatDecimal(before))}</p>
  ) : null;
}

function More({ field, change }: { field: Field; change: (field: Field) => void }) {
  const words = useText().figureLinks;
  const [open, setOpen] = useState(field.note !== '' || field.estimated);
  if (!open)
    return (
      <Button variant="subtle" size="compact-md" className="link-more" onClick={() => setOpen(true)}>
        {words.addNote}
      </Button>
    );
  return (
    <div className="link-note">
      <Checkbox
        label={words.estimated}
        checked={field.estimated}
        onChange={(event) => change({ ...field, estimated: event.currentTarget.checked })}
      />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxLength={1000}
        value={field.note}
        onChange={(event) => change({ ...field, note: event.currentTarget.value })}
      />
    </div>
  );
}
