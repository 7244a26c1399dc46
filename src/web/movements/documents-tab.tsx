import { Button, Group } from '@mantine/core';
import { IconDownload, IconFilePlus, IconFileText } from '@tabler/icons-react';
import { Link } from 'react-router';
import { getDocumentFile } from '../../contract/documents.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { fileAddress } from '../call.ts';
import { useText } from '../language.tsx';
import { kindWords } from '../sentence.ts';
import type { MovementData } from './movement-data.ts';

/** The documents behind the movement, as they came, and the way to bring a newer version in. */
export function DocumentsTab({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.workroom.movements;
  const { documents, movement } = data.detail;
  const newer = movement.may.edit ? (
    <Button component={Link} to="/van-ban" variant="default" leftSection={<IconFilePlus size={16} />}>
      {text.movementPages.newVersionDeed}
    </Button>
  ) : null;
  if (documents.length === 0)
    return (
      <div className="card">
        <Empty title={words.documentsNone} deed={newer}>
          {words.documentsNoneAbout}
        </Empty>
      </div>
    );
  return (
    <div className="cards">
      {documents.map((document) => (
        <section key={document.id} className="card card-body" aria-label={document.fileName}>
          <h2 className="card-title">
            {document.kindName ? `${kindWords(document.kindName)} ` : ''}
            {document.numberSymbol ?? ''}
            {document.issuedOn ? `, ${formatDate(document.issuedOn)}` : ''}
          </h2>
          {document.title ? <p>{document.title}</p> : null}
          <p className="quiet small">
            {[
              document.issuer,
              document.fileName,
              text.movementPages.size(Math.max(1, Math.round(document.bytes / 1024))),
              text.movementPages.addedBy(document.addedBy, formatDate(dayInVietnam(document.addedAt))),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
          <Group gap="sm" className="no-print">
            <Button
              component={Link}
              to={`/van-ban/tai-lieu/${document.id}`}
              variant="default"
              leftSection={<IconFileText size={16} />}
            >
              {text.movementPages.openText}
            </Button>
            <Button
              component="a"
              href={fileAddress(getDocumentFile, { documentId: document.id })}
              download
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              {text.workroom.reading.documentFile}
            </Button>
          </Group>
        </section>
      ))}
      {newer ? (
        <section className="card card-body no-print">
          <p className="quiet small">{text.movementPages.newVersionAbout}</p>
          {newer}
        </section>
      ) : null}
    </div>
  );
}
