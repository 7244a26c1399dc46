import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { arrangeTarget, type TargetDetails } from '../../contract/target-details.ts';
import { ENTERED_AS } from '../../core/rules/figure-series.ts';
import { PERIOD_KINDS } from '../../core/rules/progress.ts';
import { PLAN_LEVELS, YEAR_KINDS } from '../../core/rules/target-details.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { DecimalField } from '../decimal-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationsPicker } from '../organisation-picker.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { type ThingRow, ThingsFields } from './things-fields.tsx';

/** Levels, who supports, when and how figures come, and the things to tick: one form, saved at once. */
export function ArrangementForm({ details }: { details: TargetDetails }) {
  const text = useText();
  const words = text.targetDetails;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const { target, mayEdit } = details;
  const [levels, setLevels] = useState(details.levels);
  const [measured, setMeasured] = useState(details.measured);
  const [supporters, setSupporters] = useState(details.supporters);
  const [dataSource, setDataSource] = useState(details.dataSource ?? '');
  const [dataPeriod, setDataPeriod] = useState(details.dataPeriod);
  const [enteredAs, setEnteredAs] = useState(details.enteredAs);
  const [yearKind, setYearKind] = useState(details.yearKind);
  const [things, setThings] = useState<ThingRow[]>(
    details.things.map(({ id, ...thing }) => ({ ...thing, thingId: id })),
  );
  const unit = target.figure?.unit ?? null;
  const isFraction = target.figure?.measure === 'fraction' || (target.figure?.numerator ?? null) !== null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run((actionId) =>
      call(arrangeTarget, {
        targetId: target.id,
        version: target.version,
        actionId,
        levels,
        measured,
        supporterIds: supporters.map(({ id }) => id),
        dataSource: dataSource.trim() === '' ? null : dataSource.trim(),
        dataPeriod,
        enteredAs,
        yearKind,
        things: things.filter(({ name }) => name.trim() !== '').map((thing) => ({ ...thing, name: thing.name.trim() })),
      }),
    );
    await revalidator.revalidate();
    if (done !== null) sayDone(words.saved);
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <fieldset className="bare" disabled={!mayEdit}>
        {target.figure && target.figure.value !== null ? (
          <section className="card" aria-labelledby="levels">
            <h2 id="levels">{words.levelsTitle}</h2>
            <div className="form card-body">
              <div className="form-pair">
                {PLAN_LEVELS.map((level) => (
                  <DecimalField
                    key={level}
                    label={unit === null ? words.levels[level] : `${words.levels[level]} (${unit})`}
                    value={levels[level]}
                    onChange={(value) => setLevels({ ...levels, [level]: value })}
                  />
                ))}
                <Select
                  label={words.measured}
                  value={measured ?? ''}
                  allowDeselect={false}
                  data={[
                    { value: '', label: words.measuredPlain },
                    ...PLAN_LEVELS.map((level) => ({ value: level as string, label: words.levels[level] })),
                  ]}
                  onChange={(value) => setMeasured(PLAN_LEVELS.find((level) => level === value) ?? null)}
                />
              </div>
            </div>
          </section>
        ) : null}
        <section className="card" aria-labelledby="who">
          <h2 id="who">{words.whoTitle}</h2>
          <div className="form card-body">
            <p className="form-note">
              {words.lead}: {target.leadOrganisation?.name ?? target.owner ?? '—'}
            </p>
            <OrganisationsPicker label={words.supporters} value={supporters} onChange={setSupporters} />
            <div className="form-pair">
              <TextInput
                label={words.dataSource}
                placeholder={words.dataSourceHint}
                maxLength={200}
                value={dataSource}
                onChange={(event) => setDataSource(event.currentTarget.value)}
              />
              <Select
                label={words.dataPeriod}
                value={dataPeriod}
                allowDeselect={false}
                data={PERIOD_KINDS.map((kind) => ({ value: kind, label: words.periodKinds[kind] }))}
                onChange={(value) => setDataPeriod(PERIOD_KINDS.find((kind) => kind === value) ?? dataPeriod)}
              />
              <Select
                label={words.enteredAs}
                value={enteredAs}
                allowDeselect={false}
                data={ENTERED_AS.map((kind) => ({ value: kind, label: text.figures.enteredAs[kind] }))}
                onChange={(value) => setEnteredAs(ENTERED_AS.find((kind) => kind === value) ?? enteredAs)}
              />
              <Select
                label={words.yearKind}
                value={yearKind}
                allowDeselect={false}
                data={YEAR_KINDS.map((kind) => ({ value: kind, label: words.yearKinds[kind] }))}
                onChange={(value) => setYearKind(YEAR_KINDS.find((kind) => kind === value) ?? yearKind)}
              />
            </div>
          </div>
        </section>
        {isFraction || things.length > 0 ? <ThingsFields things={things} change={setThings} /> : null}
        <ActErrorNote error={error} />
        {mayEdit ? (
          <Button type="submit" loading={busy}>
            {words.save}
          </Button>
        ) : null}
      </fieldset>
    </form>
  );
}
