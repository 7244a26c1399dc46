import { useEffect, useRef, useState } from 'react';
import {
  type DataRequest,
  type RequestAnswer,
  saveRequestAnswer,
  sendRequestAnswer,
} from '../../contract/data-requests.ts';
import { shaped } from '../../core/rules/data-requests.ts';
import { type CellWrongs, wrongCells } from '../answer-sheet.tsx';
import { call, newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone, sayError } from '../say.ts';
import { useAct } from '../use-act.ts';

/** What one unit fills in: typed, kept as a draft when a cell is left, sent when every cell can be read. */
export function useAnswer(request: DataRequest, first: RequestAnswer, changed: () => Promise<void>) {
  const text = useText();
  const { layout } = request;
  const [cells, setCells] = useState<string[][]>(() => shaped(layout, first.cells));
  const [wrongs, setWrongs] = useState<CellWrongs>({});
  const [dirty, setDirty] = useState(false);
  const answer = useRef(first);
  const typed = useRef(cells);
  const saving = useRef<Promise<void> | null>(null);
  const { busy, error, run, clear } = useAct();
  // Somebody else may have returned it or sent it: their state is taken, what is typed here stays.
  if (first.version > answer.current.version) answer.current = first;
  const where = () => ({
    requestId: request.id,
    organisationId: first.organisation.id,
    version: answer.current.version,
    cells: typed.current,
  });
  const change = (next: string[][]) => {
    typed.current = next;
    setCells(next);
    setDirty(true);
    const left = wrongCells(layout, next);
    // What is wrong is said when sending; what was said goes away as it is mended.
    setWrongs((before) => Object.fromEntries(Object.entries(left).filter(([key]) => key in before)));
  };
  const save = async () => {
    const sent = typed.current;
    try {
      answer.current = await call(saveRequestAnswer, { ...where(), actionId: newActionId() });
      if (typed.current === sent) setDirty(false);
    } catch (thrown) {
      // What was typed stays on the page, marked as not kept.
      sayError(text, thrown);
    }
  };
  /** One saving after the other: each needs the version that the one before made. */
  const keep = () => {
    if (!dirty || answer.current.state === 'sent') return;
    saving.current = (saving.current ?? Promise.resolve()).then(save);
  };
  const send = async () => {
    await saving.current;
    const left = wrongCells(layout, typed.current);
    setWrongs(left);
    if (Object.keys(left).length > 0) return;
    const done = await run((actionId) => call(sendRequestAnswer, { ...where(), actionId }));
    if (done === null) {
      await changed();
      return;
    }
    answer.current = done;
    setDirty(false);
    sayDone(text.dataRequests.sentDone);
    await changed();
  };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
  return { cells, wrongs, dirty, busy, error, clear, change, keep, send, state: answer.current.state };
}
