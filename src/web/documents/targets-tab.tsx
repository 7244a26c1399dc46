import { Button, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { DraftTarget } from '../../contract/documents.ts';
import type { ReadingContent } from '../../contract/reading.ts';
import { DOMAIN_CODES, type Indicator } from '../../core/rules/indicators.ts';
import { CHANGES, COMPARATORS } from '../../core/rules/targets.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { DateField } from '../date-field.tsx';
import { DecimalField } from '../decimal-field.tsx';
import { IndicatorPicker } from '../indicator-picker.tsx';
import { useText } from '../language.tsx';
import { type Drafting, newTarget } from './draft.ts';
import { ChoiceCell, ConfidenceDots, KeepCell, levelOf, OptionalCell, TextCell } from './fields.tsx';
import { FindingMark } from './finding-mark.tsx';
import type { RowLinks } from './links.ts';
import { DraftTargetExport } from './target-export.tsx';

type Finding = ReadingContent['findings'][number];
type Props = { drafting: Drafting; links: RowLinks; findings: readonly Finding[] };
type Figure = NonNullable<DraftTarget['figure']>;

/** A row that a person should look at first. */
export const isDoubtful = (row: DraftTarget): boolean =>
  !row.edited && ((row.place?.confidence ?? 1) < 0.8 || (row.figure !== null && row.indicator === null));

export function TargetsTab({ drafting, links, findings }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const [doubtfulOnly, setDoubtfulOnly] = useState(false);
  const { targets } = drafting.draft;
  const doubtful = targets.filter(isDoubtful).length;
  const shown = doubtfulOnly ? targets.filter(isDoubtful) : targets;
  const add = () =>
    drafting.addRow(
      'targets',
      newTarget(
        null,
        {
          measure: 'amount',
          comparator: 'eq',
          change: 'level',
          value: null,
          low: null,
          high: null,
          numerator: null,
          denominator: null,
          unit: null,
          better: 'higher',
          baseline: null,
        },
        '',
      ),
    );
  const line = (row: DraftTarget) => (
    <TargetRow
      key={row.key}
      row={row}
      changeRow={drafting.changeRow}
      links={links}
      findings={findingsAt(findings, row)}
    />
  );
  return (
    <>
      <div className="tab-tools">
        {doubtful > 0 || doubtfulOnly ? (
          <Checkbox
            size="xs"
            label={`${words.lookFirstOnly} (${doubtful})`}
            checked={doubtfulOnly}
            onChange={(event) => setDoubtfulOnly(event.currentTarget.checked)}
          />
        ) : (
          <span className="quiet">{words.selectHint}</span>
        )}
        <div className="tool-deeds">
          {shown.length > 0 ? <DraftTargetExport targets={shown} /> : null}
          <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
            {words.addTarget}
          </Button>
        </div>
      </div>
      {targets.length === 0 ? (
        <Empty title={words.tabs.targets}>{words.rowNone}</Empty>
      ) : (
        <table className="table stacking facts">
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{words.keep}</span>
              </th>
              <th>{words.target}</th>
              <th>{words.comparator}</th>
              <th>{words.value}</th>
              <th>{words.unit}</th>
              <th>
                <span className="visually-hidden">{words.confidence(2)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.filter(({ figure }) => figure !== null).map(line)}
            {shown.some(({ figure }) => figure === null) ? (
              <tr className="table-group">
                <th colSpan={6} scope="colgroup">
                  {words.statementsTitle}
                </th>
              </tr>
            ) : null}
            {shown.filter(({ figure }) => figure === null).map(line)}
          </tbody>
        </table>
      )}
    </>
  );
}

function findingsAt(findings: readonly Finding[], row: DraftTarget): Finding[] {
  const spans = row.place?.mentions.length ? row.place.mentions : row.place ? [row.place.span] : [];
  return findings.filter(({ span }) => span !== null && spans.some((own) => span[0] < own[1] && span[1] > own[0]));
}

type RowProps = { row: DraftTarget; changeRow: Drafting['changeRow']; links: RowLinks; findings: Finding[] };

const TargetRow = memo(function TargetRow({ row, changeRow, links, findings }: RowProps) {
  const text = useText();
  const words = text.workroom.reading;
  const [open, setOpen] = useState(false);
  const change = (field: string, patch: Partial<DraftTarget>) => changeRow('targets', row.key, field, patch);
  const changeFigure = (field: string, patch: Partial<Figure>) =>
    row.figure && change(field, { figure: { ...row.figure, ...patch } });
  const choose = (indicator: Indicator | null) =>
    change(
      'indicator',
      indicator ? { indicator: indicator.code, name: indicator.name, domain: indicator.domain } : { indicator: null },
    );
  const domains = DOMAIN_CODES.map((code) => [code, text.movements.domains[code]] as const);
  return (
    <>
      <tr id={`row-${row.key}`} className={rowClass(row)} {...links.row(row.key)}>
        <td className="whole">
          <KeepCell
            label={`${words.keep}: ${row.name}`}
            kept={row.kept}
            onChange={(kept) => change('kept', { kept })}
          />
        </td>
        <td className="whole fact-name">
          <TextCell label={words.target} value={row.name} required onChange={(name) => change('name', { name })} />
          <span className="fact-line">
            <ChoiceCell
              label={words.domain}
              value={row.domain}
              options={domains}
              empty="–"
              onChange={(domain) => change('domain', { domain })}
            />
            <button
              type="button"
              className={row.indicator === null && row.figure !== null ? 'indicator indicator-new' : 'indicator'}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? (
                <IconChevronDown size={12} aria-hidden="true" />
              ) : (
                <IconChevronRight size={12} aria-hidden="true" />
              )}
              {row.figure === null ? words.noFigure : row.indicator === null ? words.indicatorNew : words.indicator}
              {row.figure && row.figure.change !== 'level' ? ` · ${words.changes[row.figure.change]}` : ''}
              {row.scope ? ` · ${row.scope}` : ''}
              {row.owner ? ` · ${row.owner}` : ''}
              {row.dueOn ? ` · ${words.dueOn} ${formatDate(row.dueOn)}` : ''}
            </button>
          </span>
        </td>
        <td data-label={words.comparator} className="fact-compare">
          {row.figure ? (
            <ChoiceCell
              label={words.comparator}
              value={row.figure.comparator}
              options={COMPARATORS.map((one) => [one, words.comparators[one]] as const)}
              onChange={(comparator) => comparator && changeFigure('comparator', { comparator })}
            />
          ) : null}
        </td>
        <td data-label={words.value} className="fact-value">
          {row.figure ? <FigureCells figure={row.figure} change={changeFigure} /> : null}
        </td>
        <td data-label={words.unit} className="fact-unit">
          {row.figure ? (
            <TextCell
              label={words.unit}
              value={row.figure.unit ?? ''}
              onChange={(unit) => changeFigure('unit', { unit: unit.trim() === '' ? null : unit })}
            />
          ) : null}
        </td>
        <td data-label={words.confidence(levelOf(row.place?.confidence ?? 1))} className="fact-sure">
          {row.edited ? null : <ConfidenceDots confidence={row.place?.confidence ?? null} />}
          <FindingMark findings={findings} />
        </td>
      </tr>
      {open ? (
        <tr className="fact-more">
          <td />
          <td colSpan={5} className="whole">
            <div className="fact-fields">
              <IndicatorPicker label={words.indicatorPick} value={row.indicator} onChange={choose} />
              {row.figure ? (
                <div>
                  <span aria-hidden="true">{words.change}</span>
                  <ChoiceCell
                    label={words.change}
                    value={row.figure.change}
                    options={CHANGES.map((one) => [one, words.changes[one]] as const)}
                    onChange={(way) => way && changeFigure('change', { change: way })}
                  />
                </div>
              ) : null}
              <div>
                <span aria-hidden="true">{words.scope}</span>
                <OptionalCell label={words.scope} value={row.scope} onChange={(scope) => change('scope', { scope })} />
              </div>
              <div>
                <span aria-hidden="true">{words.owner}</span>
                <OptionalCell label={words.owner} value={row.owner} onChange={(owner) => change('owner', { owner })} />
              </div>
              <DateField
                size="xs"
                label={words.dueOn}
                value={row.dueOn}
                onChange={(dueOn) => change('dueOn', { dueOn })}
              />
            </div>
            {row.place ? <blockquote>{row.place.quote}</blockquote> : null}
          </td>
        </tr>
      ) : null}
    </>
  );
});

export function rowClass(row: { kept: boolean; edited: boolean }): string {
  return [row.kept ? '' : 'struck', row.edited ? 'edited' : ''].join(' ').trim();
}

function FigureCells({ figure, change }: { figure: Figure; change: (field: string, patch: Partial<Figure>) => void }) {
  const words = useText().workroom.reading;
  const fraction = figure.numerator !== null || figure.denominator !== null;
  return (
    <>
      {figure.comparator === 'between' ? (
        <span className="cell-pair">
          <DecimalField
            size="xs"
            aria-label={`${words.value}, ${words.low}`}
            value={figure.low}
            onChange={(low) => change('low', { low })}
          />
          <DecimalField
            size="xs"
            aria-label={`${words.value}, ${words.high}`}
            value={figure.high}
            onChange={(high) => change('high', { high })}
          />
        </span>
      ) : fraction && figure.value === null ? null : (
        <DecimalField
          size="xs"
          aria-label={words.value}
          value={figure.value}
          onChange={(value) => change('value', { value })}
        />
      )}
      {fraction ? (
        <span className="cell-pair">
          <DecimalField
            size="xs"
            aria-label={words.numerator}
            value={figure.numerator}
            onChange={(numerator) => change('numerator', { numerator })}
          />
          <span aria-hidden="true">/</span>
          <DecimalField
            size="xs"
            aria-label={words.denominator}
            value={figure.denominator}
            onChange={(denominator) => change('denominator', { denominator })}
          />
        </span>
      ) : null}
    </>
  );
}
