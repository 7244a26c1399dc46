import type { ReactNode } from 'react';
import type { HandOverRecord } from '../../contract/accounts.ts';
import { useText } from '../language.tsx';

type Line = { key: string; words: ReactNode; note: string };

/** What goes over and what stays, for the preview and for the paper. */
export function OpenWork({ record }: { record: Omit<HandOverRecord, 'to'> }) {
  const text = useText();
  const words = text.accountPages;
  const list = (title: string, lines: Line[]) => (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? <p className="quiet">{words.nothingOf}</p> : null}
      <ul>
        {lines.map(({ key, words: said, note }) => (
          <li key={key}>
            {said} <small className="quiet">{note}</small>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <>
      {list(
        words.goPosts,
        record.posts.map(({ title, role, organisationName }, at) => ({
          key: `${at} ${title}`,
          words: title,
          note: `${organisationName}, ${text.roles.names[role]}`,
        })),
      )}
      {list(
        words.goReadings,
        record.readings.map(({ fileName, organisationName }, at) => ({
          key: `${at} ${fileName}`,
          words: fileName,
          note: organisationName,
        })),
      )}
      {list(
        words.goTasks,
        record.tasks.map(({ content, movement, dueOn }, at) => ({
          key: `${at} ${content}`,
          words: content,
          note: dueOn ? `${movement}, ${words.dueOn(dueOn)}` : movement,
        })),
      )}
      {record.deputations > 0 ? <p>{words.goLoans(record.deputations)}</p> : null}
      <p className="account-stays">{words.stays}</p>
      {list(
        words.goMovements,
        record.movements.map(({ title, organisationName }, at) => ({
          key: `${at} ${title}`,
          words: title,
          note: organisationName,
        })),
      )}
      {record.links > 0 ? <p>{words.goLinks(record.links)}</p> : null}
    </>
  );
}
