import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { listHolidays, type SpecialDay, setHoliday } from '../../contract/catalogues.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { DAY_KINDS, type DayKind } from '../../core/rules/working-days.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { DateField } from '../date-field.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { dateCell, TableExport } from '../table-export.tsx';
import { useAct } from '../use-act.ts';

export function daysLoader({ request }: LoaderFunctionArgs) {
  const year = new URL(request.url).searchParams.get('nam');
  return call(listHolidays, year && /^\d{4}$/.test(year) ? { year: Number(year) } : {}, { signal: request.signal });
}

/** Days off and days worked instead, by year. */
export function DaysPage() {
  const text = useText();
  const words = text.catalogues;
  const { year, days, workingDays, maySet } = useLoaderData<OutputOf<typeof listHolidays>>();
  const [, setQuery] = useSearchParams();
  const [editing, setEditing] = useState<SpecialDay | 'new' | null>(null);
  const { revalidate } = useRevalidator();
  const saved = () => {
    setEditing(null);
    sayDone(words.saved);
    void revalidate();
  };
  const years = Array.from({ length: 7 }, (_, at) => String(year - 3 + at));
  return (
    <>
      <p className="keep-quiet">
        {words.daysAbout} {maySet ? '' : words.notYours}
      </p>
      <div className="keep-deeds">
        <Group gap="md" align="end">
          <Select
            label={words.year}
            w={110}
            allowDeselect={false}
            value={String(year)}
            data={years}
            onChange={(next) => setQuery(next ? { nam: next } : {}, { replace: true })}
          />
          <span className="keep-quiet" role="status">
            {words.workingDays(workingDays, year)}
          </span>
        </Group>
        {days.length > 0 ? (
          <TableExport
            title={`${words.parts.days} ${year}`}
            lines={[words.workingDays(workingDays, year)]}
            columns={[
              { title: words.day, cell: ({ day }: SpecialDay) => dateCell(day) },
              { title: words.dayName, cell: ({ name }) => name },
              { title: words.kind, cell: ({ kind }) => words.kinds[kind] },
              { title: words.source, cell: ({ source }) => source },
              { title: words.unverified, cell: ({ verified }) => (verified ? null : text.tableExport.yes) },
            ]}
            rows={days}
          />
        ) : null}
        {maySet ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {words.addDay}
          </Button>
        ) : null}
      </div>
      {days.length === 0 ? (
        <div className="card">
          <Empty icon={<IconCalendarEvent size={32} stroke={1.5} />} title={words.noDays}>
            {words.noDaysAbout}
          </Empty>
        </div>
      ) : (
        <Table days={days} edit={maySet ? setEditing : null} saved={saved} />
      )}
      {editing ? (
        <DayDialog
          day={editing === 'new' ? null : editing}
          first={`${year}-01-01`}
          close={() => setEditing(null)}
          done={saved}
        />
      ) : null}
    </>
  );
}

type TableProps = { days: SpecialDay[]; edit: ((day: SpecialDay) => void) | null; saved: () => void };

function Table({ days, edit, saved }: TableProps) {
  const words = useText().catalogues;
  const [leaving, setLeaving] = useState<SpecialDay | null>(null);
  return (
    <div className="table-frame">
      <table className="table stacking">
        <caption className="visually-hidden">{words.parts.days}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.dayName}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.source}</th>
            {edit ? (
              <th scope="col">
                <span className="visually-hidden">{words.edit}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <th scope="row">
                {words.weekdays[new Date(`${one.day}T00:00:00Z`).getUTCDay()]} {formatDate(one.day)}
              </th>
              <td data-label={words.dayName}>
                <span>
                  {one.name} {one.own ? <span className="badge tone-running">{words.own}</span> : null}{' '}
                  {one.verified ? null : <span className="badge tone-warning">{words.unverified}</span>}
                </span>
              </td>
              <td data-label={words.kind}>{words.kinds[one.kind]}</td>
              <td data-label={words.source}>{one.source ?? ''}</td>
              {edit ? (
                <td>
                  <Group gap="xs">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={words.editDay(formatDate(one.day))}
                      onClick={() => edit(one)}
                    >
                      {words.edit}
                    </Button>
                    {one.own ? (
                      <Button size="xs" variant="default" onClick={() => setLeaving(one)}>
                        {words.backToList}
                      </Button>
                    ) : null}
                  </Group>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <Confirm
        opened={leaving !== null}
        close={() => setLeaving(null)}
        question={words.backToListQuestion(formatDate(leaving?.day ?? ''))}
        deedWord={words.backToList}
        deed={(actionId) => call(setHoliday, { actionId, day: leaving?.day ?? '', kind: null, name: '', source: null })}
        done={saved}
      />
    </div>
  );
}

type DialogProps = { day: SpecialDay | null; first: string; close: () => void; done: () => void };

function DayDialog({ day, first, close, done }: DialogProps) {
  const text = useText();
  const words = text.catalogues;
  const { busy, error, run } = useAct();
  const [on, setOn] = useState<string | null>(day?.day ?? null);
  const [kind, setKind] = useState<DayKind>(day?.kind ?? 'holiday');
  const [name, setName] = useState(day?.name ?? '');
  const [source, setSource] = useState(day?.source ?? '');
  const save = async () => {
    if (on === null) return;
    const said = source.trim() === '' ? null : source.trim();
    if (await run((actionId) => call(setHoliday, { actionId, day: on, kind, name, source: said }))) done();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={day ? words.editDay(formatDate(day.day)) : words.addDay}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form
        className="keep-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DateField
          label={words.day}
          required
          disabled={day !== null}
          placeholder={formatDate(first)}
          value={on}
          onChange={setOn}
        />
        <Select
          label={words.kind}
          allowDeselect={false}
          value={kind}
          data={DAY_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(next) => setKind(DAY_KINDS.find((one) => one === next) ?? kind)}
        />
        <TextInput
          label={words.dayName}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.daySource}
          description={text.frame.optional}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <DialogEnd error={error} busy={busy} close={close} ready={on !== null} word={text.frame.save} />
      </form>
    </Modal>
  );
}
