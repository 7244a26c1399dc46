import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { MovementId } from '../../contract/ids.ts';
import { getMovementHistory, type HistoryLine } from '../../contract/movement-acts.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { FieldValueWords } from '../field-value.tsx';
import { useText } from '../language.tsx';
import { sayError } from '../say.ts';

type Page = OutputOf<typeof getMovementHistory>;

/** Who changed what and when, with what stood there before; the newest first. */
export function HistoryTab({ first, movementId }: { first: Page; movementId: MovementId }) {
  const text = useText();
  const [older, setOlder] = useState<{ after: Page; pages: Page[] }>({ after: first, pages: [] });
  const [busy, setBusy] = useState(false);
  // A fresh first page (something was just changed) begins the list anew.
  const pages = [first, ...(older.after === first ? older.pages : [])];
  const lines = pages.flatMap((page) => page.lines);
  const next = pages.at(-1)?.next ?? null;
  const more = async () => {
    if (next === null) return;
    setBusy(true);
    try {
      const page = await call(getMovementHistory, { movementId, before: next });
      setOlder((now) => ({ after: first, pages: [...(now.after === first ? now.pages : []), page] }));
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy(false);
    }
  };
  if (lines.length === 0)
    return (
      <div className="card">
        <Empty title={text.workroom.movements.historyNone} />
      </div>
    );
  return (
    <section className="card" aria-label={text.workroom.movements.tabs.history}>
      <ol className="history">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {next === null ? null : (
        <p className="card-body">
          <Button variant="default" loading={busy} onClick={() => void more()}>
            {text.workroom.movements.historyMore}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The clock of Vietnam, wherever the browser stands. */
const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

function Line({ line }: { line: HistoryLine }) {
  const text = useText();
  const words = text.workroom.movements;
  const at = new Date(line.at);
  return (
    <li>
      <time dateTime={line.at} className="quiet">
        {formatDate(calendar.format(at))} {clock.format(at)}
      </time>
      <div>
        <b>{text.movements.deeds[line.deed]}</b>
        {line.subjectName ? (
          <>
            {' '}
            {text.movements.subjects[line.subject].toLocaleLowerCase('vi')} “{line.subjectName}”
          </>
        ) : null}
        <span className="quiet">
          {' '}
          · {line.byPost}, {line.organisationName}
        </span>
        {line.changes.length > 0 ? (
          <ul className="changes">
            {line.changes.map((change) => (
              <li key={change.field}>
                <span className="quiet">{text.movements.fields[change.field]}:</span>{' '}
                {change.before === null ? null : (
                  <>
                    <del>
                      <FieldValueWords field={change.field} value={change.before} />
                    </del>{' '}
                    →{' '}
                  </>
                )}
                <FieldValueWords field={change.field} value={change.after} />
              </li>
            ))}
          </ul>
        ) : null}
        {line.reason ? (
          <p className="changes quiet">
            {words.archiveReason}: {line.reason}
          </p>
        ) : null}
      </div>
    </li>
  );
}
