import './movements.css';
import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FormEvent, useRef, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { MovementId } from '../../contract/ids.ts';
import { createMovement } from '../../contract/movement-acts.ts';
import { getMovement, listTargets, type MovementRow, type TargetView } from '../../contract/movements.ts';
import { addYears } from '../../core/rules/calendar.ts';
import { PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { ARRIVED, focusFirstWrong } from '../arrival.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { HeadFields } from './head-fields.tsx';
import { type HeadDraft, headFaults, toHead } from './head-form.ts';
import { MovementPicker, type PickedMovement } from './movement-picker.tsx';
import { cleanNumber, NO_NUMBER, NumberFields } from './number-fields.tsx';

const STARTS = { empty: 'trong', copy: 'nam-truoc', parent: 'cap-tren' } as const;
type Start = keyof typeof STARTS;
const START_NAMES = Object.keys(STARTS) as Start[];

type Source = { detail: OutputOf<typeof getMovement>; targets: TargetView[] };
type Loaded = { start: Start; source: Source | null };

async function loadSource(movementId: MovementId, signal?: AbortSignal): Promise<Source> {
  const options = signal ? { signal } : {};
  const [detail, { targets }] = await Promise.all([
    call(getMovement, { movementId }, options),
    call(listTargets, { movementId }, options),
  ]);
  return { detail, targets };
}

/** `?tu=cap-tren&nguon=…` begins from a superior's movement, `?tu=nam-truoc&nguon=…` from an earlier one. */
export async function createLoader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const query = new URL(request.url).searchParams;
  const start = START_NAMES.find((name) => STARTS[name] === query.get('tu')) ?? 'empty';
  const id = MovementId.safeParse(query.get('nguon'));
  return { start, source: id.success && start !== 'empty' ? await loadSource(id.data, request.signal) : null };
}

/** A movement without a document: empty, from last year's, or from the targets of the level above. */
export function CreateMovementPage() {
  const text = useText();
  const words = text.workroom.movements;
  const navigate = useNavigate();
  const session = useSession();
  const loaded = useLoaderData<Loaded>();
  const own = session.person.organisation;
  const thisYear = Number(session.today.slice(0, 4));
  const empty: HeadDraft = {
    title: '',
    theme: '',
    kind: 'regular',
    year: String(thisYear),
    from: null,
    until: null,
    launcher: { id: own.id, name: own.name },
    joint: [],
  };
  const narrow = useMediaQuery('(max-width: 640px)') ?? false;
  const { busy, error, run } = useAct();
  const [start, setStart] = useState<Start>(loaded.start);
  const [source, setSource] = useState(loaded.source);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(loaded.source?.targets.map(({ id }) => id)));
  const [withTasks, setWithTasks] = useState(loaded.start === 'copy');
  const [draft, setDraft] = useState(() => (loaded.source ? prefilled(empty, loaded.source, loaded.start) : empty));
  const [number, setNumber] = useState(NO_NUMBER);
  const [tried, setTried] = useState(false);
  const typed = useRef(false);
  const faulty = tried && (toHead(draft) === null || (start !== 'empty' && source === null));
  const change = (next: HeadDraft) => {
    typed.current = true;
    setDraft(next);
  };
  const take = (next: Source | null) => {
    setSource(next);
    setChosen(new Set(next?.targets.map(({ id }) => id)));
    // What a person typed while the source was being fetched stays.
    if (next === null) typed.current = false;
    else if (!typed.current) setDraft((now) => prefilled({ ...empty, launcher: now.launcher }, next, start));
  };
  const make = async (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    setTried(true);
    const head = toHead(draft);
    if (!head || (start !== 'empty' && !source)) return focusFirstWrong(event.currentTarget);
    const made = await run((actionId) =>
      call(createMovement, {
        actionId,
        head,
        document: cleanNumber(number),
        from:
          start === 'empty' || !source
            ? null
            : {
                how: start,
                movementId: source.detail.movement.id,
                targetIds: source.targets.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
                tasks: withTasks,
              },
        respondsTo: start === 'parent' && source ? [source.detail.movement.id] : [],
      }),
    );
    if (made === null) return;
    sayDone(words.created);
    await navigate(`/phong-trao/${made.movementId}`, { state: ARRIVED });
  };
  return (
    <form className="create" noValidate onSubmit={(event) => void make(event)}>
      <title>{`${words.createTitle} · ${text.frame.product}`}</title>
      <PageHead title={words.createTitle} about={words.createAbout} />
      <section className="card card-body form" aria-label={words.createFrom}>
        <div>
          <h2 className="card-title">{words.createFrom}</h2>
          <SegmentedControl
            fullWidth
            orientation={narrow ? 'vertical' : 'horizontal'}
            aria-label={words.createFrom}
            value={start}
            data={[
              { value: 'empty', label: words.createEmpty },
              { value: 'copy', label: words.createCopy },
              { value: 'parent', label: words.createParent },
            ]}
            onChange={(value) => {
              const next = START_NAMES.find((name) => name === value) ?? 'empty';
              setStart(next);
              setWithTasks(next === 'copy');
              setSource(null);
              setChosen(new Set());
            }}
          />
          <p className="form-note">{text.movementPages.createHow[start]}</p>
        </div>
        {start === 'empty' ? null : (
          <SourceFields
            key={start}
            start={start}
            source={source}
            take={take}
            chosen={chosen}
            choose={setChosen}
            withTasks={withTasks}
            setWithTasks={setWithTasks}
            missing={tried && !source}
          />
        )}
      </section>
      <section className="card card-body form" aria-label={text.movementPages.createHead}>
        <h2 className="card-title">{text.movementPages.createHead}</h2>
        <HeadFields draft={draft} change={change} faults={tried ? headFaults(draft) : null} />
      </section>
      <section className="card card-body form" aria-label={text.movementPages.createNumber}>
        <h2 className="card-title">{text.movementPages.createNumber}</h2>
        <NumberFields value={number} change={setNumber} />
      </section>
      <div className="create-end">
        <ActErrorNote error={error} />
        {faulty ? (
          <span className="form-error" role="alert">
            {text.movementPages.lookAgain}
          </span>
        ) : null}
        {start !== 'empty' && source ? (
          <span className="quiet">{text.movementPages.createWill(chosen.size)}</span>
        ) : null}
        <Button type="submit" size="md" loading={busy}>
          {words.createDeed}
        </Button>
      </div>
    </form>
  );
}

/** The head as the source suggests it: a copy moves its dates and the year in its title. */
function prefilled(empty: HeadDraft, { detail }: Source, start: Start): HeadDraft {
  const { head, organisation } = detail.movement;
  const shift = start === 'copy' ? Math.max(0, Number(empty.year) - head.year) : 0;
  const moved = (day: string | null) => (day === null ? null : addYears(day, shift));
  return {
    ...empty,
    title: shift > 0 ? head.title.replaceAll(String(head.year), String(head.year + shift)) : head.title,
    theme: head.theme ?? '',
    kind: head.kind,
    year: String(head.year + shift),
    from: moved(head.period.from),
    until: moved(head.period.until),
    launcher: start === 'copy' ? organisation : empty.launcher,
  };
}

type SourceProps = {
  start: Exclude<Start, 'empty'>;
  source: Source | null;
  take: (source: Source | null) => void;
  chosen: ReadonlySet<string>;
  choose: (ids: ReadonlySet<string>) => void;
  withTasks: boolean;
  setWithTasks: (take: boolean) => void;
  missing: boolean;
};

function SourceFields({ start, source, take, chosen, choose, withTasks, setWithTasks, missing }: SourceProps) {
  const text = useText();
  const words = text.workroom.movements;
  const session = useSession();
  const own = session.person.organisation;
  const thisYear = Number(session.today.slice(0, 4));
  const { busy, error, run } = useAct();
  const [picked, setPicked] = useState<PickedMovement | null>(source ? pickedOf(source) : null);
  const pick = async (movement: PickedMovement | null) => {
    setPicked(movement);
    take(null);
    const found = movement ? await run(() => loadSource(movement.id)) : null;
    if (found) take(found);
  };
  return (
    <>
      <MovementPicker
        label={words.createSource}
        error={missing ? text.movementPages.createNoSource : null}
        value={picked}
        onChange={(movement) => void pick(movement)}
        {...(start === 'copy' ? { yearFirst: thisYear - 1 } : {})}
        among={start === 'copy' ? { organisationId: own.id, reach: 'subtree', archived: 'all' } : {}}
        {...(start === 'parent' ? { allow: ({ organisation }: MovementRow) => organisation.id !== own.id } : {})}
      />
      <ActErrorNote error={error} />
      {busy ? <p className="form-note">{text.frame.loading}</p> : null}
      {source ? <TargetChoice targets={source.targets} chosen={chosen} choose={choose} /> : null}
      {source && source.detail.counts.tasks > 0 ? (
        <Checkbox
          label={`${words.createTasks} (${source.detail.counts.tasks})`}
          checked={withTasks}
          onChange={(event) => setWithTasks(event.currentTarget.checked)}
        />
      ) : null}
    </>
  );
}

const pickedOf = ({ detail: { movement } }: Source): PickedMovement => ({
  id: movement.id,
  title: movement.head.title,
  year: movement.head.year,
  organisation: movement.organisation,
});

type ChoiceProps = { targets: TargetView[]; chosen: ReadonlySet<string>; choose: (ids: ReadonlySet<string>) => void };

function TargetChoice({ targets, chosen, choose }: ChoiceProps) {
  const text = useText();
  if (targets.length === 0) return <p className="form-note">{text.movementPages.createNoTargets}</p>;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <fieldset className="choice">
      <legend>
        {text.movementPages.createTargets} ({chosen.size}/{targets.length})
      </legend>
      <Checkbox
        label={text.movementPages.createAll}
        checked={chosen.size === targets.length}
        indeterminate={chosen.size > 0 && chosen.size < targets.length}
        onChange={() => choose(new Set(chosen.size === targets.length ? [] : targets.map(({ id }) => id)))}
      />
      {targets.map((target) => (
        <Checkbox
          key={target.id}
          label={`${target.name}${target.figure ? `: ${text.movements.figure(target.figure)}` : ''}`}
          checked={chosen.has(target.id)}
          onChange={() => toggle(target.id)}
        />
      ))}
    </fieldset>
  );
}
