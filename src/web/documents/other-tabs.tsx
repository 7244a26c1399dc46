import type { ReactNode } from 'react';
import type { ReadingContent } from '../../contract/reading.ts';
import { DUE_RELATIONS } from '../../core/rules/calendar.ts';
import { CITATION_ROLES } from '../../core/rules/movements.ts';
import { Empty } from '../../ui/page.tsx';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import type { Drafting } from './draft.ts';
import { DraftCitationExport, DraftDueExport, DraftRecipientExport, FindingExport } from './draft-exports.tsx';
import { ChoiceCell, ConfidenceDots, KeepCell, OptionalCell, TextCell } from './fields.tsx';
import type { RowLinks } from './links.ts';
import { rowClass } from './targets-tab.tsx';

type Props = { drafting: Drafting; links: RowLinks };

/** What can be done with the whole of a tab. */
const Tools = ({ children }: { children: ReactNode }) => (
  <div className="tab-tools">
    <span />
    <div className="tool-deeds">{children}</div>
  </div>
);

/** Legal bases and references, and the movements of superiors that this document answers. */
export function CitationsTab({ drafting, links }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const { citations, answers } = drafting.draft;
  if (citations.length === 0 && answers.length === 0)
    return <Empty title={words.tabs.citations}>{words.rowNone}</Empty>;
  return (
    <>
      <Tools>
        <DraftCitationExport citations={citations} />
      </Tools>
      <table className="table stacking facts">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{words.keep}</span>
            </th>
            <th>{words.citation}</th>
            <th>{words.date}</th>
            <th>{words.subject}</th>
            <th>{words.citationRole}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {citations.map((row) => {
            const change = (field: string, patch: Partial<typeof row>) =>
              drafting.changeRow('citations', row.key, field, patch);
            return (
              <tr key={row.key} id={`row-${row.key}`} className={rowClass(row)} {...links.row(row.key)}>
                <td className="whole">
                  <KeepCell
                    label={`${words.keep}: ${row.kind} ${row.numberSymbol ?? ''}`}
                    kept={row.kept}
                    onChange={(kept) => change('kept', { kept })}
                  />
                </td>
                <td data-label={words.citation} className="fact-who">
                  <OptionalCell
                    label={words.kind}
                    value={row.kind}
                    onChange={(kind) => kind && change('kind', { kind })}
                  />
                  <OptionalCell
                    label={words.number}
                    value={row.numberSymbol}
                    onChange={(numberSymbol) => change('numberSymbol', { numberSymbol })}
                  />
                  <OptionalCell
                    label={words.issuer}
                    value={row.issuer}
                    onChange={(issuer) => change('issuer', { issuer })}
                    placeholder={words.issuer}
                  />
                </td>
                <td data-label={words.date}>
                  <DateField
                    size="xs"
                    aria-label={words.date}
                    value={row.date}
                    onChange={(date) => change('date', { date })}
                  />
                </td>
                <td data-label={words.subject} className="whole fact-name">
                  <TextCell
                    label={words.subject}
                    value={row.subject ?? ''}
                    onChange={(subject) => change('subject', { subject: subject.trim() === '' ? null : subject })}
                  />
                </td>
                <td data-label={words.citationRole}>
                  <ChoiceCell
                    label={words.citationRole}
                    value={row.role}
                    options={CITATION_ROLES.map((role) => [role, words.roles[role]] as const)}
                    onChange={(role) => role && change('role', { role })}
                  />
                </td>
                <td className="fact-sure" data-label="">
                  {row.edited ? null : <ConfidenceDots confidence={row.place?.confidence ?? null} />}
                </td>
              </tr>
            );
          })}
          {answers.length > 0 ? (
            <tr className="table-group">
              <th colSpan={6} scope="colgroup">
                {text.workroom.movements.answersTo}
              </th>
            </tr>
          ) : null}
          {answers.map((row) => (
            <tr key={row.key} id={`row-${row.key}`} className={rowClass(row)} {...links.row(row.key)}>
              <td className="whole">
                <KeepCell
                  label={`${words.keep}: ${row.name}`}
                  kept={row.kept}
                  onChange={(kept) => drafting.changeRow('answers', row.key, 'kept', { kept })}
                />
              </td>
              <td colSpan={5} className="whole fact-name">
                <TextCell
                  label={text.workroom.movements.name}
                  value={row.name}
                  required
                  onChange={(name) => drafting.changeRow('answers', row.key, 'name', { name })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** When it ends, and when whom is to be reported to. */
export function DuesTab({ drafting, links }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const { reportDue, head } = drafting.draft;
  return (
    <>
      {reportDue.length > 0 ? (
        <Tools>
          <DraftDueExport reportDue={reportDue} />
        </Tools>
      ) : null}
      <table className="table stacking facts">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{words.keep}</span>
            </th>
            <th>{words.dueRelation}</th>
            <th>{words.dueOn}</th>
            <th>{words.to}</th>
            <th>{words.via}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className="whole" />
            <td data-label={words.dueRelation}>{words.periodEnd}</td>
            <td data-label={words.dueOn}>
              <DateField
                size="xs"
                aria-label={words.periodEnd}
                value={head.period.until}
                onChange={(until) =>
                  drafting.change('period', (draft) => ({
                    ...draft,
                    head: { ...draft.head, period: { ...draft.head.period, until } },
                  }))
                }
              />
            </td>
            <td className="whole" colSpan={2} />
          </tr>
          {reportDue.map((row) => {
            const change = (field: string, patch: Partial<typeof row>) =>
              drafting.changeRow('reportDue', row.key, field, patch);
            return (
              <tr key={row.key} id={`row-${row.key}`} className={rowClass(row)} {...links.row(row.key)}>
                <td className="whole">
                  <KeepCell
                    label={`${words.keep}: ${words.reportDue}`}
                    kept={row.kept}
                    onChange={(kept) => change('kept', { kept })}
                  />
                </td>
                <td data-label={words.reportDue}>
                  <ChoiceCell
                    label={words.dueRelation}
                    value={row.relation}
                    options={DUE_RELATIONS.map(
                      (relation) => [relation, text.movements.dueRelations[relation]] as const,
                    )}
                    onChange={(relation) => relation && change('relation', { relation })}
                  />
                </td>
                <td data-label={words.dueOn}>
                  <DateField
                    size="xs"
                    aria-label={words.reportDue}
                    value={row.on}
                    onChange={(on) => change('on', { on })}
                  />
                </td>
                <td data-label={words.to}>
                  <OptionalCell label={words.to} value={row.to} onChange={(to) => change('to', { to })} />
                </td>
                <td data-label={words.via}>
                  <OptionalCell label={words.via} value={row.via} onChange={(via) => change('via', { via })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

export function RecipientsTab({ drafting, links }: Props) {
  const words = useText().workroom.reading;
  const { recipients } = drafting.draft;
  if (recipients.length === 0) return <Empty title={words.tabs.recipients}>{words.rowNone}</Empty>;
  return (
    <>
      <Tools>
        <DraftRecipientExport recipients={recipients} />
      </Tools>
      <table className="table facts">
        <tbody>
          {recipients.map((row) => (
            <tr key={row.key} id={`row-${row.key}`} className={rowClass(row)} {...links.row(row.key)}>
              <td className="fact-keep">
                <KeepCell
                  label={`${words.keep}: ${row.text}`}
                  kept={row.kept}
                  onChange={(kept) => drafting.changeRow('recipients', row.key, 'kept', { kept })}
                />
              </td>
              <td className="fact-name">
                <TextCell
                  label={words.recipient}
                  value={row.text}
                  required
                  onChange={(value) => drafting.changeRow('recipients', row.key, 'text', { text: value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** The checker's words: errors first; a click shows the place. */
export function FindingsTab({
  findings,
  links,
  choose,
}: {
  findings: ReadingContent['findings'];
  links: RowLinks;
  choose: (key: string) => void;
}) {
  const words = useText().workroom.reading;
  if (findings.length === 0) return <Empty title={words.findingsNone} />;
  const sorted = findings
    .map((finding, index) => ({ finding, key: `f${index}` }))
    .sort((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity]);
  return (
    <>
      <Tools>
        <FindingExport findings={sorted.map(({ finding }) => finding)} />
      </Tools>
      <ul className="findings">
        {sorted.map(({ finding, key }) => (
          <li key={key} id={`row-${key}`} {...links.row(key)}>
            <span className={`badge tone-${finding.severity}`}>{words.severities[finding.severity]}</span>
            <div>
              <p>
                {finding.message} <small className="quiet">{finding.rule}</small>
              </p>
              {finding.quote ? (
                <button type="button" className="finding-quote" onClick={() => choose(key)}>
                  “{finding.quote}”
                </button>
              ) : null}
              {finding.suggestion ? (
                <p className="quiet">
                  {words.suggestion}: {finding.suggestion}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
