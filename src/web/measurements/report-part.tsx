import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { importFigureReport, previewFigureReport, type ReportedResult } from '../../contract/figure-imports.ts';
import type { FigureImportId } from '../../contract/ids.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { figureFault } from '../../core/text/figure-fault.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import type { Chosen, ImportPlace } from './import-place.ts';

type Props = {
  where: ImportPlace;
  units: readonly OrganisationRef[];
  file: Chosen;
  another: () => void;
  entered: (answer: { importId: FigureImportId; written: number }) => void;
};

/** May be ticked: it belongs to one target, and nothing stands against it. */
const usable = ({ effect }: ReportedResult) => effect === 'new' || effect === 'changed';

/** Figures that a report tells, each with its sentence, ticked by a person. */
export function ReportPart({ where, units, file, another, entered }: Props) {
  const text = useText();
  const words = text.figureTemplates;
  const { person } = useSession();
  const { busy, error, run } = useAct();
  const [unit, setUnit] = useState(units.find(({ id }) => id === person.organisation.id) ?? units[0]);
  const [preview, setPreview] = useState<OutputOf<typeof previewFigureReport> | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const { movementId, from, until } = where;
  const organisationId = unit?.id;
  const { name, bytes } = file;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` is made anew with every drawing; what is asked depends on the file and the place alone.
  const load = useCallback(
    async (signal: { gone: boolean }) => {
      if (organisationId === undefined) return;
      const answer = await run(() =>
        call(previewFigureReport, { movementId, from, until, organisationId, name }, { bytes }),
      );
      if (answer === null || signal.gone) return;
      setPreview(answer);
      setTicked(new Set(answer.results.filter((one) => one.state === 'matched' && usable(one)).map(({ at }) => at)));
    },
    [movementId, from, until, organisationId, name, bytes],
  );
  useEffect(() => {
    const signal = { gone: false };
    void load(signal);
    return () => {
      signal.gone = true;
    };
  }, [load]);
  const tick = (one: ReportedResult, on: boolean) => {
    // One figure for a target: ticking another takes the first one off.
    const same = preview?.results.filter(({ target }) => target?.id === one.target?.id).map(({ at }) => at) ?? [];
    const next = new Set([...ticked].filter((at) => !same.includes(at)));
    if (on) next.add(one.at);
    setTicked(next);
  };
  const enter = async () => {
    if (organisationId === undefined) return;
    const answer = await run((actionId) =>
      call(
        importFigureReport,
        { movementId, from, until, organisationId, name, actionId, ticked: [...ticked].join(',') },
        { bytes },
      ),
    );
    if (answer) entered(answer);
  };
  return (
    <>
      {units.length > 1 ? (
        <Select
          label={words.reportUnit}
          allowDeselect={false}
          searchable
          value={unit?.id ?? null}
          data={units.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id) => {
            setPreview(null);
            setUnit(units.find((one) => one.id === id));
          }}
        />
      ) : null}
      {preview === null ? (
        error ? null : (
          <p className="quiet" role="status">
            {words.takeReading}
          </p>
        )
      ) : preview.failure ? (
        <p className="form-error" role="alert">
          {words.takeFile(name)} {text.reading.failures[preview.failure.code](preview.failure.facts)}
        </p>
      ) : preview.results.length === 0 ? (
        <p className="form-note" role="status">
          {words.takeFile(name)} {words.reportNone}
        </p>
      ) : (
        <>
          <p className="form-note" role="status">
            {words.takeFile(name)} {words.reportAbout}
          </p>
          <Results results={preview.results} ticked={ticked} tick={tick} />
        </>
      )}
      <ActErrorNote error={error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={another}>
          {words.takeAnother}
        </Button>
        <Button loading={busy} disabled={ticked.size === 0} onClick={() => void enter()}>
          {words.reportEnter(ticked.size)}
        </Button>
      </Group>
    </>
  );
}

type ResultsProps = {
  results: readonly ReportedResult[];
  ticked: ReadonlySet<number>;
  tick: (one: ReportedResult, on: boolean) => void;
};

function Results({ results, ticked, tick }: ResultsProps) {
  const text = useText();
  const words = text.figureTemplates;
  const sorted = [...results.filter(usable), ...results.filter((one) => !usable(one))];
  return (
    <section className="figure-frame" aria-label={words.report} tabIndex={0}>
      <ul className="report-results">
        {sorted.map((one) => (
          <li key={one.at}>
            {usable(one) ? (
              <Checkbox
                aria-label={words.reportTick(one.target?.name ?? one.name)}
                checked={ticked.has(one.at)}
                onChange={(event) => tick(one, event.currentTarget.checked)}
              />
            ) : (
              <span />
            )}
            <div>
              <b>{one.target?.name ?? one.name}</b>
              {one.after === null ? null : (
                <span>
                  {': '}
                  <b>{one.after}</b> {one.target?.unit}
                  {one.before === null ? null : (
                    <span className="quiet">
                      {' '}
                      ({words.before.toLowerCase()} {one.before})
                    </span>
                  )}
                </span>
              )}
              <p className="quiet">{mindOf(text, one).join('. ')}</p>
              <blockquote>
                {one.quote.before}
                <mark>{one.quote.words}</mark>
                {one.quote.after}
              </blockquote>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const mindOf = (text: ReturnType<typeof useText>, one: ReportedResult): string[] => [
  one.effect === 'unchanged' ? text.figureTemplates.effects.unchanged : text.figureTemplates.reportStates[one.state],
  ...one.faults.map((code) => figureFault(text, { code, facts: {} })),
  ...one.doubts.map((doubt) => text.figures.doubts[doubt]),
  ...(one.estimated ? [text.figureTemplates.estimate] : []),
];
