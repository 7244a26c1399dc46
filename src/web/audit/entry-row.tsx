import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type AuditEntry, openAuditOrigin } from '../../contract/audit.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type FieldChange, fieldChanges } from '../../core/rules/flat-fields.ts';
import { formatDate } from '../../core/text/dates.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { call, newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayError } from '../say.ts';

type Set = (changes: { accountId?: string; subjectId?: string }) => void;

/** One entry; its details open below what they are about. */
export function EntryRow({ entry, set }: { entry: AuditEntry; set: Set }) {
  const words = useText().auditLog;
  const { subject } = entry;
  return (
    <tr>
      <td data-label={words.row} className="number">
        {formatDecimal(entry.seq)}
      </td>
      <td data-label={words.at}>{formatMoment(entry.at)}</td>
      <td data-label={words.who}>
        <span>
          {entry.accountId === null ? words.system : entry.post}
          {entry.organisation ? <span className="keep-quiet">{entry.organisation.name}</span> : null}
          {entry.deputised ? <span className="keep-quiet">{words.deputised}</span> : null}
        </span>
      </td>
      <td data-label={words.what}>{words.acts[entry.act] ?? entry.act}</td>
      <td className="whole">
        <span>
          {words.subjects[subject.kind] ?? subject.kind}
          {subject.name === null ? null : (
            <span className="keep-quiet">
              {subject.kind === 'movement' && subject.id ? (
                <Link to={`/phong-trao/${subject.id}`}>{subject.name}</Link>
              ) : (
                subject.name
              )}
            </span>
          )}
        </span>
        <Details entry={entry} set={set} />
      </td>
    </tr>
  );
}

type Origin = OutputOf<typeof openAuditOrigin>;

function Details({ entry, set }: { entry: AuditEntry; set: Set }) {
  const words = useText().auditLog;
  const { accountId, subject } = entry;
  const subjectId = subject.id;
  return (
    <details>
      <summary>{words.details}</summary>
      {entry.erasedAt === null ? (
        <Kept before={entry.before} after={entry.after} />
      ) : (
        <p className="keep-quiet">{words.erased(formatMoment(entry.erasedAt))}</p>
      )}
      <Group gap="xs">
        {accountId ? (
          <Button size="xs" variant="default" onClick={() => set({ accountId })}>
            {words.thisPerson}
          </Button>
        ) : null}
        {subjectId ? (
          <Button size="xs" variant="default" onClick={() => set({ subjectId })}>
            {words.thisSubject}
          </Button>
        ) : null}
        {entry.hasOrigin ? <OriginButton seq={entry.seq} /> : null}
      </Group>
    </details>
  );
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What it was and what it became, line by line; ids say nothing to people. */
function Kept({ before, after }: { before: unknown; after: unknown }) {
  const words = useText().auditLog;
  const lines = fieldChanges(before, after).filter(
    (line) => ![line.before, line.after].some((value) => typeof value === 'string' && UUID.test(value)),
  );
  if (lines.length === 0) return <p className="keep-quiet">{words.noDetails}</p>;
  const said = (value: FieldChange['after']) => {
    if (value === undefined || value === null || value === '') return '–';
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return formatDecimal(String(value));
    if (DAY.test(value)) return formatDate(value);
    return MOMENT.test(value) ? formatMoment(value) : value;
  };
  const sides = [
    { word: words.before, of: (line: FieldChange) => line.before },
    { word: words.after, of: (line: FieldChange) => line.after },
  ].filter(({ of }) => lines.some((line) => of(line) !== undefined));
  return (
    <table className="keep-kept">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          {sides.map(({ word }) => (
            <th scope="col" key={word}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.path.join('.')}>
            <th scope="row">{line.path.map((key) => words.fields[key] ?? key).join(' › ')}</th>
            {sides.map(({ word, of }) => (
              <td key={word}>{said(of(line))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From where it was done is asked for by itself, because asking stands in the log. */
function OriginButton({ seq }: { seq: string }) {
  const text = useText();
  const words = text.auditLog;
  const [busy, setBusy] = useState(false);
  const [origin, setOrigin] = useState<{ found: Origin } | null>(null);
  const open = async () => {
    setBusy(true);
    try {
      setOrigin({ found: await call(openAuditOrigin, { actionId: newActionId(), seq }) });
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy(false);
    }
  };
  if (origin)
    return (
      <span className="keep-quiet" role="status">
        {origin.found
          ? `${words.address}: ${origin.found.address}. ${words.device}: ${origin.found.device}`
          : words.originGone}
      </span>
    );
  return (
    <Button size="xs" variant="default" loading={busy} title={words.originAbout} onClick={() => void open()}>
      {words.origin}
    </Button>
  );
}
