import { ActionIcon } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Origin } from '../../contract/facts.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { useText } from '../language.tsx';
import { originAddress } from '../target-line.tsx';
import type { MovementData } from './movement-data.ts';

/** What the movement rests on and refers to, when it is reported, and to whom its document went. */
export function CitationsTab({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.workroom.movements;
  const { citations, recipients, reportDue } = data.detail;
  if (citations.length + recipients.length + reportDue.length === 0)
    return (
      <div className="card">
        <Empty title={words.citationsNone} />
      </div>
    );
  const groups = [
    { role: 'basis' as const, title: text.movementPages.basisTitle },
    { role: 'reference' as const, title: text.movementPages.referenceTitle },
  ];
  return (
    <div className="cards">
      {groups.map(({ role, title }) => {
        const own = citations.filter((citation) => citation.role === role);
        if (own.length === 0) return null;
        return (
          <section key={role} className="card" aria-label={title}>
            <h2>
              {title} <span className="quiet">{own.length}</span>
            </h2>
            <ul className="plain">
              {own.map((citation) => (
                <li key={citation.id} className="plain-row">
                  <span>
                    <b>
                      {citation.kind} {citation.numberSymbol}
                    </b>
                    {citation.date ? `, ${formatDate(citation.date)}` : ''}
                    {citation.issuer ? `, ${citation.issuer}` : ''}
                    {citation.subject ? <small className="quiet below">{citation.subject}</small> : null}
                  </span>
                  <SourceLink origin={citation.origin} of={`${citation.kind} ${citation.numberSymbol ?? ''}`} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <section className="card" aria-label={text.movementPages.dueTitle}>
        <h2>{text.movementPages.dueTitle}</h2>
        {reportDue.length === 0 ? <p className="card-body quiet">{text.movementPages.dueNone}</p> : null}
        <ul className="plain">
          {reportDue.map((due) => (
            <li key={due.id} className="plain-row">
              <span>
                <b>
                  {due.on ? `${text.movements.dueRelations[due.relation]} ${formatDate(due.on)}` : text.frame.notSet}
                </b>
                {due.to ? `, ${words.reportTo(due.to)}` : ''}
                {due.via ? (
                  <small className="quiet below">
                    {text.movements.fields.via}: {due.via}
                  </small>
                ) : null}
              </span>
              <SourceLink origin={due.origin} of={text.movementPages.dueTitle} />
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-label={words.recipients}>
        <h2>
          {words.recipients} <span className="quiet">{recipients.length}</span>
        </h2>
        {recipients.length === 0 ? <p className="card-body quiet">{text.movementPages.recipientsNone}</p> : null}
        <ul className="plain plain-dense">
          {recipients.map((recipient) => (
            <li key={recipient.id}>{recipient.text}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function SourceLink({ origin, of }: { origin: Origin | null; of: string }) {
  const text = useText();
  if (!origin) return null;
  return (
    <ActionIcon
      component={Link}
      to={originAddress(origin)}
      variant="subtle"
      aria-label={text.movementPages.sourceOf(of)}
      title={text.workroom.movements.source}
    >
      <IconFileText size={17} />
    </ActionIcon>
  );
}
