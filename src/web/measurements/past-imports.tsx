import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { type FigureImport, listFigureImports, undoFigureImport } from '../../contract/figure-imports.ts';
import type { MovementId } from '../../contract/ids.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone, sayError } from '../say.ts';

/** What was taken over before, to be taken back as long as it is a draft. */
export function PastImports({ movementId, changed }: { movementId: MovementId; changed: () => void }) {
  const text = useText();
  const words = text.figureTemplates;
  const [imports, setImports] = useState<FigureImport[]>([]);
  const [asking, setAsking] = useState<FigureImport | null>(null);
  const load = useCallback(async () => {
    try {
      setImports((await call(listFigureImports, { movementId })).imports);
    } catch (error) {
      sayError(text, error);
    }
  }, [movementId, text]);
  useEffect(() => void load(), [load]);
  if (imports.length === 0) return null;
  const nameOf = ({ fileName, kind }: FigureImport) => fileName ?? words.importKinds[kind];
  return (
    <section aria-labelledby="past-imports">
      <h3 id="past-imports" className="past-imports-head">
        {words.imports}
      </h3>
      <ul className="past-imports">
        {imports.map((one) => (
          <li key={one.id}>
            <span>
              {words.importsOf(one.figures, nameOf(one))}
              <span className="quiet"> {words.importBy(one.byPost, dayInVietnam(one.at))}</span>
            </span>
            {one.undoneAt === null ? null : <span className="quiet">{words.importUndone}</span>}
            {one.mayUndo ? (
              <Button size="compact-sm" variant="default" onClick={() => setAsking(one)}>
                {words.undo}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Confirm
        opened={asking !== null}
        close={() => setAsking(null)}
        question={asking ? words.undoAsk(nameOf(asking)) : ''}
        deedWord={words.undo}
        deed={async (actionId) => (asking ? call(undoFigureImport, { actionId, importId: asking.id }) : null)}
        done={(answer) => {
          if (answer) sayDone(words.undone(answer.undone, answer.left));
          changed();
          void load();
        }}
      />
    </section>
  );
}
