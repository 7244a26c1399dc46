import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import './documents.css';
import { compareReading, getReading, type ReadingChange, updateMovementFromReading } from '../../contract/documents.ts';
import type { MovementId, ReadingId } from '../../contract/ids.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { FieldValueWords, fieldWords } from '../field-value.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { TableExport } from '../table-export.tsx';
import { useAct } from '../use-act.ts';

export async function compareLoader({ params, request }: LoaderFunctionArgs) {
  const readingId = params['readingId'] as ReadingId;
  const movementId = params['movementId'] as MovementId;
  const [comparison, answer] = await Promise.all([
    call(compareReading, { readingId, movementId }, { signal: request.signal }),
    call(getReading, { readingId }, { signal: request.signal }),
  ]);
  return { comparison, readingId, movementId, draftVersion: answer.draft?.version ?? null };
}

/** A newer version of a document beside the movement made from the earlier one: what to take, what to keep. */
export function ComparePage() {
  const text = useText();
  const words = text.workroom.reading;
  const navigate = useNavigate();
  const { comparison, readingId, movementId, draftVersion } = useLoaderData<typeof compareLoader>();
  const [taken, setTaken] = useState(
    () => new Set(comparison.changes.filter(({ suggested }) => suggested === 'update').map(({ key }) => key)),
  );
  const { run, busy, error } = useAct();
  const choose = (key: string, take: boolean) =>
    setTaken((before) => {
      const after = new Set(before);
      if (take) after.add(key);
      else after.delete(key);
      return after;
    });
  const update = async () => {
    if (draftVersion === null) return;
    const done = await run((actionId) =>
      call(updateMovementFromReading, {
        readingId,
        movementId,
        actionId,
        draftVersion,
        movementVersion: comparison.movement.version,
        take: [...taken],
      }),
    );
    if (!done) return;
    sayDone(words.compareDone(done.taken, done.kept));
    await navigate(`/phong-trao/${movementId}`);
  };
  return (
    <>
      <PageHead
        title={words.compareTitle}
        trail={<Link to={`/van-ban/${readingId}`}>{text.frame.back}</Link>}
        about={comparison.movement.title}
      >
        {comparison.changes.length > 0 ? (
          <ChangeExport changes={comparison.changes} movement={comparison.movement.title} />
        ) : null}
        <Button onClick={() => void update()} loading={busy} disabled={taken.size === 0}>
          {words.compareTake(taken.size)}
        </Button>
      </PageHead>
      <ActErrorNote error={error} />
      {comparison.changes.length === 0 ? (
        <Empty title={words.compareNone} />
      ) : (
        <div className="table-frame">
          <table className="table stacking">
            <thead>
              <tr>
                <th>{words.finding}</th>
                <th>{words.compareBefore}</th>
                <th>{words.compareAfter}</th>
                <th>
                  <span className="visually-hidden">{words.compareUpdate}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {comparison.changes.map((change) => (
                <ChangeRow
                  key={change.key}
                  change={change}
                  taken={taken.has(change.key)}
                  choose={(take) => choose(change.key, take)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet">{words.compareSame(comparison.unchanged)}</p>
    </>
  );
}

/** Field by field what the newer version says otherwise. */
function ChangeExport({ changes, movement }: { changes: readonly ReadingChange[]; movement: string }) {
  const text = useText();
  const words = text.workroom.reading;
  const rows = changes.flatMap((change) => change.fields.map((field) => ({ change, field })));
  type Row = (typeof rows)[number];
  const said = ({ field }: Row, value: Row['field']['before']) =>
    value === null ? null : fieldWords(text, field.field, value);
  return (
    <TableExport
      title={words.compareTitle}
      lines={[movement]}
      columns={[
        { title: text.tableExport.change, cell: ({ change }: Row) => text.documents.changeKinds[change.kind] },
        {
          title: words.finding,
          cell: ({ change }) => `${text.documents.changeSubjects[change.subject]}: ${change.label}`,
        },
        { title: text.tableExport.field, cell: ({ field }) => text.movements.fields[field.field] },
        { title: words.compareBefore, cell: (row) => said(row, row.field.before) },
        { title: words.compareAfter, cell: (row) => said(row, row.field.after) },
      ]}
      rows={rows}
    />
  );
}

function ChangeRow({
  change,
  taken,
  choose,
}: {
  change: ReadingChange;
  taken: boolean;
  choose: (take: boolean) => void;
}) {
  const text = useText();
  const words = text.workroom.reading;
  return (
    <tr>
      <th scope="row" className="whole">
        <span className="badge">
          {text.documents.changeKinds[change.kind]} · {text.documents.changeSubjects[change.subject]}
        </span>
        <br />
        {change.label}
        {change.editedByHand ? <small className="quiet"> {words.compareByHand}</small> : null}
      </th>
      <td data-label={words.compareBefore}>
        <div>
          {change.fields.map((field) => (
            <p key={field.field} className="change-field">
              <small className="quiet">{text.movements.fields[field.field]}</small>{' '}
              <FieldValueWords field={field.field} value={field.before} />
            </p>
          ))}
        </div>
      </td>
      <td data-label={words.compareAfter}>
        <div>
          {change.fields.map((field) => (
            <p key={field.field} className="change-field">
              <small className="quiet">{text.movements.fields[field.field]}</small>{' '}
              <FieldValueWords field={field.field} value={field.after} />
            </p>
          ))}
        </div>
      </td>
      <td className="whole">
        <SegmentedControl
          size="xs"
          value={taken ? 'update' : 'keep'}
          onChange={(value) => choose(value === 'update')}
          data={[
            { value: 'keep', label: words.compareKeep },
            { value: 'update', label: words.compareUpdate },
          ]}
        />
      </td>
    </tr>
  );
}
