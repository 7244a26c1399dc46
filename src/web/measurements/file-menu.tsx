import { Button, Menu } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { getFigureTemplate } from '../../contract/figure-imports.ts';
import type { FigureGrid, PeriodRef } from '../../contract/measurements.ts';
import { fileAddress } from '../call.ts';
import { useText } from '../language.tsx';
import { ImportDialog } from './import-dialog.tsx';

/** Templates out and filled-in files in. Only for who enters figures here. */
export function FileMenu({ grid, period, saidBy }: { grid: FigureGrid; period: PeriodRef; saidBy: string }) {
  const words = useText().figureTemplates;
  const { revalidate } = useRevalidator();
  const [taking, setTaking] = useState(false);
  const entered = grid.rows.filter(({ mayEnter }) => mayEnter);
  if (entered.length === 0) return null;
  const where = { movementId: grid.movement.id, from: period.from, until: period.until };
  const template = (as: 'book' | 'files', word: string) => (
    <Menu.Item component="a" href={fileAddress(getFigureTemplate, { ...where, as })} download>
      {word}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileImport size={16} />}>
            {words.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {entered.length === 1 ? (
            template('book', words.templateOwn)
          ) : (
            <>
              {template('book', words.templateBook)}
              {template('files', words.templateFiles)}
            </>
          )}
          {grid.closed === null ? <Menu.Item onClick={() => setTaking(true)}>{words.take}</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {taking ? (
        <ImportDialog
          where={where}
          units={entered.map(({ organisation }) => organisation)}
          saidBy={saidBy}
          close={() => setTaking(false)}
          changed={() => void revalidate()}
        />
      ) : null}
    </>
  );
}
