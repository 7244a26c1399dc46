import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { type Goal, GoalFigure } from '../../contract/facts.ts';
import { DomainCode } from '../../contract/indicators.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { BETTER, CHANGES, COMPARATORS } from '../../core/rules/targets.ts';
import { DateField } from '../date-field.tsx';
import { DecimalField } from '../decimal-field.tsx';
import { IndicatorPicker } from '../indicator-picker.tsx';
import { useText } from '../language.tsx';
import { useCatalogue } from '../use-catalogue.ts';
import { EMPTY_FIGURE, type goalFaults, withIndicator } from './goal-form.ts';

type Props = { goal: Goal; change: (goal: Goal) => void; faults: ReturnType<typeof goalFaults> | null };

/** The fields of a target. */
export function GoalFields({ goal, change, faults }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const catalogue = useCatalogue();
  const { figure } = goal;
  return (
    <>
      <Textarea
        label={text.workroom.movements.targets}
        autosize
        required
        maxLength={500}
        data-autofocus
        value={goal.name}
        error={faults?.name ? text.movementPages.nameMissing : null}
        onChange={(event) => change({ ...goal, name: event.currentTarget.value })}
      />
      <div className="form-pair">
        <IndicatorPicker
          label={words.indicator}
          value={goal.indicator}
          onChange={(indicator) => change(withIndicator(goal, indicator))}
        />
        <Select
          label={words.domain}
          clearable
          searchable
          placeholder={text.movements.noDomain}
          value={goal.domain}
          data={DOMAIN_CODES.map((code) => ({ value: code, label: text.movements.domains[code] }))}
          onChange={(domain) => change({ ...goal, domain: domain === null ? null : DomainCode.parse(domain) })}
        />
      </div>
      <Checkbox
        label={text.movementPages.hasFigure}
        checked={figure !== null}
        onChange={(event) => change({ ...goal, figure: event.currentTarget.checked ? EMPTY_FIGURE : null })}
      />
      {figure ? (
        <FigureFields
          figure={figure}
          units={goal.indicator === null ? [] : (catalogue.find(goal.indicator)?.units ?? [])}
          change={(next) => change({ ...goal, figure: next })}
          faults={faults?.figure ?? []}
        />
      ) : null}
      <div className="form-pair">
        <TextInput
          label={words.scope}
          maxLength={300}
          value={goal.scope ?? ''}
          onChange={(event) => change({ ...goal, scope: event.currentTarget.value })}
        />
        <DateField label={words.dueOn} value={goal.dueOn} onChange={(dueOn) => change({ ...goal, dueOn })} />
      </div>
      <TextInput
        label={text.movementPages.ownerPrinted}
        maxLength={300}
        value={goal.owner ?? ''}
        onChange={(event) => change({ ...goal, owner: event.currentTarget.value })}
      />
    </>
  );
}

type FigureProps = {
  figure: GoalFigure;
  units: readonly string[];
  change: (figure: GoalFigure) => void;
  faults: ReturnType<typeof goalFaults>['figure'];
};

function FigureFields({ figure, units, change, faults }: FigureProps) {
  const text = useText();
  const words = text.workroom.reading;
  const range = figure.comparator === 'between';
  const fraction = figure.numerator !== null || figure.denominator !== null;
  return (
    <fieldset className="form-figure">
      <legend className="visually-hidden">{text.workroom.movements.goal}</legend>
      <Select
        label={words.change}
        value={figure.change}
        data={CHANGES.map((one) => ({ value: one, label: words.changes[one] }))}
        onChange={(value) => change({ ...figure, change: GoalFigure.shape.change.parse(value) })}
      />
      <Select
        label={words.comparator}
        value={figure.comparator}
        data={COMPARATORS.map((one) => ({ value: one, label: words.comparators[one] }))}
        onChange={(value) => change({ ...figure, comparator: GoalFigure.shape.comparator.parse(value) })}
      />
      {range ? (
        <>
          <DecimalField label={words.low} value={figure.low} onChange={(low) => change({ ...figure, low })} />
          <DecimalField label={words.high} value={figure.high} onChange={(high) => change({ ...figure, high })} />
        </>
      ) : (
        <DecimalField label={words.value} value={figure.value} onChange={(value) => change({ ...figure, value })} />
      )}
      <Autocomplete
        label={words.unit}
        data={[...units]}
        maxLength={100}
        value={figure.unit ?? ''}
        onChange={(unit) => change({ ...figure, unit })}
      />
      <Select
        label={text.movementPages.better}
        value={figure.better}
        data={BETTER.map((one) => ({ value: one, label: text.movementPages.betters[one] }))}
        onChange={(value) => change({ ...figure, better: GoalFigure.shape.better.parse(value) })}
      />
      <Checkbox
        className="form-wide"
        label={text.movementPages.fraction}
        checked={fraction}
        onChange={(event) =>
          change(
            event.currentTarget.checked
              ? { ...figure, numerator: '0', denominator: '1' }
              : { ...figure, numerator: null, denominator: null },
          )
        }
      />
      {fraction ? (
        <>
          <DecimalField
            label={words.numerator}
            value={figure.numerator}
            onChange={(numerator) => change({ ...figure, numerator: numerator ?? '0' })}
          />
          <DecimalField
            label={words.denominator}
            value={figure.denominator}
            onChange={(denominator) => change({ ...figure, denominator: denominator ?? '0' })}
          />
        </>
      ) : null}
      {faults.length > 0 ? (
        <p className="form-error form-wide" role="alert">
          {faults.map((fault) => text.movements.figureFaults[fault]).join('; ')}
        </p>
      ) : null}
    </fieldset>
  );
}
