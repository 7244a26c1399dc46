import { Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FigureCell, type FigureGrid, type FigureRow, returnFigures } from '../../contract/measurements.ts';
import { shownFigure } from '../../core/rules/figure-entry.ts';
import { matchesSearch } from '../../core/text/search.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { keyOf } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

type Props = {
  grid: FigureGrid;
  sheet: Sheet;
  /** Units whose figures can be chosen. */
  rows: readonly FigureRow[];
  /** The one somebody pointed at. */
  first: FigureCell['id'] | null;
  close: () => void;
  done: () => Promise<void>;
};

type Item = { figure: FigureCell; target: string; unit: string };

const SEARCHED_FROM = 12;
const MOST_SHOWN = 150;

/** Every figure of these units that may go back, those that wait first: what is approved only for the launcher. */
function itemsOf({ grid, sheet, rows }: Pick<Props, 'grid' | 'sheet' | 'rows'>): Item[] {
  const items = rows.flatMap((row) =>
    row.cells.flatMap((cell): Item[] => {
      if (!cell.mayApprove) return [];
      const figure = sheet.cells[keyOf(row.organisation.id, cell.targetId)]?.figure ?? cell.figure;
      const target = grid.targets.find(({ id }) => id === cell.targetId)?.name ?? '';
      return figure ? [{ figure, target, unit: row.organisation.name }] : [];
    }),
  );
  const waiting = items.filter(({ figure }) => figure.state === 'submitted');
  return grid.mayApprove ? [...waiting, ...items.filter(({ figure }) => figure.state === 'approved')] : waiting;
}

/** Which of these figures go back and why, and whether the others are approved in the same go. */
function useReturning({ grid, sheet, rows, first, close, done }: Props) {
  const words = useText().figurePages;
  const [items] = useState(() => itemsOf({ grid, sheet, rows }));
  const waiting = items.filter(({ figure }) => figure.state === 'submitted');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const only = waiting.length === 1 ? (waiting[0]?.figure.id ?? null) : null;
    const start = first ?? only;
    return new Set(start === null ? [] : [start]);
  });
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const [approving, setApproving] = useState(false);
  const { busy, error, run } = useAct();
  const own = (id: string) => (reasons[id] ?? '').trim() || null;
  const back = items.filter(({ figure }) => chosen.has(figure.id));
  const rest = waiting.filter(({ figure }) => !chosen.has(figure.id));
  const ready = back.length > 0 && (reason.trim() !== '' || back.every(({ figure }) => own(figure.id) !== null));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const seen = ({ figure: { id, version } }: Item) => ({ id, version });
    const answer = await run((actionId) =>
      call(returnFigures, {
        ...{ movementId: grid.movement.id, actionId, reason: reason.trim() || null },
        figures: back.map((item) => ({ ...seen(item), reason: own(item.figure.id) })),
        approve: approving ? rest.map(seen) : [],
      }),
    );
    if (answer === null) return;
    close();
    const { returned, approved, stale } = answer;
    sayDone(stale.length > 0 ? words.staleLeft(stale.length) : words.givenBack(returned, approved));
    await done();
  };
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  return {
    ...{ items, waiting, chosen, choose, back, rest, ready, send, busy, error },
    ...{ reason, setReason, reasons, approving, setApproving },
    setOwn: (id: string, said: string) => setReasons((now) => ({ ...now, [id]: said })),
  };
}

/** Trả lại, yêu cầu bổ sung: figure by figure or all of a unit, with one reason or one each. */
export function ReturnDialog(props: Props) {
  const text = useText();
  const words = text.figurePages;
  const { rows, close } = props;
  const returning = useReturning(props);
  const { back, rest, reason, approving } = returning;
  const [only] = rows;
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={rows.length === 1 && only ? words.giveBackAsk(only.organisation.name) : words.giveBackTitle}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void returning.send(event)}>
        <Choice returning={returning} named={rows.length > 1} />
        <Textarea
          label={words.giveBackReason}
          description={back.length > 1 ? words.giveBackReasonEach : null}
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => returning.setReason(event.currentTarget.value)}
        />
        {rest.length > 0 ? (
          <Checkbox
            label={words.approveRest(rest.length)}
            checked={approving}
            onChange={(event) => returning.setApproving(event.currentTarget.checked)}
          />
        ) : null}
        <DialogEnd
          error={returning.error}
          busy={returning.busy}
          close={close}
          ready={returning.ready}
          word={words.giveBackSome(back.length, approving ? rest.length : 0)}
        />
      </form>
    </Modal>
  );
}

type Returning = ReturnType<typeof useReturning>;

/** The figures to choose from, each with room for a reason of its own. */
function Choice({ returning, named }: { returning: Returning; named: boolean }) {
  const words = useText().figurePages;
  const { items, waiting, chosen, choose, back } = returning;
  const [sought, setSought] = useState('');
  const [withApproved, setWithApproved] = useState(waiting.length === 0);
  const offered = withApproved ? items : waiting;
  const found = offered.filter(({ target, unit }) => sought === '' || matchesSearch(`${unit} ${target}`, sought));
  const ids = found.map(({ figure }) => figure.id);
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <>
      {offered.length > SEARCHED_FROM ? (
        <TextInput
          label={words.giveBackSearch}
          maxLength={100}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      ) : null}
      <fieldset className="return-list">
        <legend className="visually-hidden">{words.giveBackWhich}</legend>
        {found.length > 1 ? (
          <Checkbox
            label={words.giveBackAll(found.length)}
            checked={all}
            indeterminate={!all && ids.some((id) => chosen.has(id))}
            onChange={() => choose(ids, !all)}
          />
        ) : null}
        {found.slice(0, MOST_SHOWN).map((item) => (
          <Choosable key={item.figure.id} item={item} returning={returning} named={named} alone={back.length < 2} />
        ))}
        {found.length > MOST_SHOWN ? <p className="quiet">{words.giveBackMore(found.length - MOST_SHOWN)}</p> : null}
      </fieldset>
      {items.length > waiting.length && waiting.length > 0 ? (
        <Checkbox
          label={words.giveBackApproved(items.length - waiting.length)}
          checked={withApproved}
          onChange={(event) => setWithApproved(event.currentTarget.checked)}
        />
      ) : null}
    </>
  );
}

function Choosable({
  item: { figure, target, unit },
  returning,
  named,
  alone,
}: {
  item: Item;
  returning: Returning;
  named: boolean;
  alone: boolean;
}) {
  const text = useText();
  const words = text.figurePages;
  const on = returning.chosen.has(figure.id);
  const name = named ? `${unit}: ${target}` : target;
  return (
    <div>
      <Checkbox
        checked={on}
        label={
          <>
            {name}: <b>{shownFigure(figure)}</b>
            {figure.state === 'approved' ? ` (${text.figures.states.approved.toLowerCase()})` : null}
          </>
        }
        onChange={(event) => returning.choose([figure.id], event.currentTarget.checked)}
      />
      {on && !alone ? (
        <TextInput
          className="return-own"
          aria-label={words.giveBackOwnOf(name)}
          placeholder={words.giveBackOwn}
          maxLength={1000}
          value={returning.reasons[figure.id] ?? ''}
          onChange={(event) => returning.setOwn(figure.id, event.currentTarget.value)}
        />
      ) : null}
    </div>
  );
}
