import { Alert } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import type { Sheet } from './use-sheet.ts';

/** Whether what is typed is kept, and where. */
export function SheetStatus({ sheet, filled }: { sheet: Sheet; filled: boolean }) {
  const text = useText();
  const words = text.figurePages;
  const waiting = Object.values(sheet.cells).filter((cell) => cell.waiting).length;
  const said = () => {
    if (sheet.saving) return words.saving;
    if (sheet.marked > 0) return words.unsaved(sheet.marked);
    if (waiting > 0) return text.offline.waitingCells(waiting);
    return filled && sheet.open === 0 ? words.savedAll : null;
  };
  return (
    <span className="quiet" role="status">
      {said()}
    </span>
  );
}

/** Figures of an earlier hour, and what could not be sent. */
export function OfflineNotes({ sheet, keptAt }: { sheet: Sheet; keptAt: string | null }) {
  const words = useText().offline;
  const stuck = sheet.waiting.some(({ trouble }) => trouble?.is === 'problem');
  return (
    <>
      {keptAt === null ? null : (
        <Alert variant="light" color="yellow" icon={<IconCloudOff size={18} />} className="page-note">
          {words.keptFrom(formatMoment(keptAt))}
        </Alert>
      )}
      {stuck ? (
        <Alert variant="light" color="red" className="page-note">
          {words.stuck} <Link to="/cho-gui">{words.toOutbox}</Link>
        </Alert>
      ) : null}
    </>
  );
}
