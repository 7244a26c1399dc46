import { Button, FileButton, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLoaderData, useNavigate } from 'react-router';
import './data-requests.css';
import { createDataRequest, listDataRequests, uploadRequestForm } from '../../contract/data-requests.ts';
import { COLUMN_KINDS, ROWS_HOW } from '../../core/rules/data-requests.ts';
import { PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationsPicker } from '../organisation-picker.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { EMPTY_LAYOUT, emptyDraft, keepDraft, layoutOf, type MakeDraft, readDraft } from './make-draft.ts';

export const makeRequestLoader = () => call(listDataRequests, {});

/** Tạo phiếu: the table, to whom, by when. */
export function MakeRequestPage() {
  const text = useText();
  const words = text.dataRequests;
  const { mayAsk } = useLoaderData<typeof makeRequestLoader>();
  const { person } = useSession();
  const owner = `${person.id} ${person.organisation.id}`;
  const [draft, setDraft] = useState<MakeDraft>(() => readDraft(owner) ?? emptyDraft('villages'));
  const change = (more: Partial<MakeDraft>) => {
    const next = { ...draft, ...more };
    setDraft(next);
    keepDraft(owner, next);
  };
  const navigate = useNavigate();
  const { busy, error, run } = useAct();
  const send = async () => {
    const done = await run((actionId) =>
      call(createDataRequest, {
        actionId,
        title: draft.title.trim(),
        about: draft.about.trim() === '' ? null : draft.about.trim(),
        dueOn: draft.dueOn ?? '',
        layout: layoutOf(draft),
        formId: draft.form?.id ?? null,
        to: draft.to,
        organisationIds: draft.to === 'chosen' ? draft.units.map(({ id }) => id) : [],
      }),
    );
    if (done === null) return;
    keepDraft(owner, null);
    sayDone(words.madeDone);
    await navigate(`/so-lieu/phieu/${done.requestId}`);
  };
  return (
    <>
      <title>{`${words.makeTitle} · ${text.frame.product}`}</title>
      <PageHead
        title={words.makeTitle}
        trail={<Link to="/so-lieu/phieu">{words.title}</Link>}
        about={mayAsk ? words.makeAbout : text.problems.forbidden}
      />
      {mayAsk ? (
        <form
          noValidate
          className="card form request-make"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Source draft={draft} change={change} />
          <TextInput
            label={words.name}
            required
            maxLength={300}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <Columns draft={draft} change={change} />
          <Rows draft={draft} change={change} />
          <Recipients draft={draft} change={change} />
          <DateField label={words.due} required maw={200} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
          <Textarea
            label={words.help}
            description={text.frame.optional}
            autosize
            minRows={2}
            maxLength={2000}
            value={draft.about}
            onChange={(event) => change({ about: event.currentTarget.value })}
          />
          <ActErrorNote error={error} />
          <div>
            <Button type="submit" loading={busy} disabled={draft.title.trim() === '' || draft.dueOn === null}>
              {words.send}
            </Button>
          </div>
        </form>
      ) : null}
    </>
  );
}

type Part = { draft: MakeDraft; change: (more: Partial<MakeDraft>) => void };

/** An Excel of somebody's, or a table of one's own. */
function Source({ draft, change }: Part) {
  const words = useText().dataRequests;
  const { busy, error, run } = useAct();
  const read = async (file: File) => {
    const found = await run((actionId) =>
      call(uploadRequestForm, { actionId, name: file.name.slice(0, 255) }, { bytes: file }),
    );
    if (found === null) return;
    change({
      layout: found.layout,
      form: { id: found.formId, name: file.name },
      fixed: '',
      title: draft.title.trim() === '' ? found.title : draft.title,
    });
  };
  return (
    <div>
      <div className="request-source">
        <FileButton onChange={(file) => file && void read(file)} accept=".xlsx">
          {(props) => (
            <Button {...props} variant="default" loading={busy} leftSection={<IconFileSpreadsheet size={18} />}>
              {words.drop}
            </Button>
          )}
        </FileButton>
        {draft.form === null ? (
          <span className="quiet">{words.dropAbout}</span>
        ) : (
          <Button variant="subtle" onClick={() => change({ layout: EMPTY_LAYOUT, form: null })}>
            {words.drawAgain}
          </Button>
        )}
      </div>
      {draft.form === null ? null : (
        <p className="form-note" role="status">
          {words.recognised(draft.form.name)}{' '}
          {draft.layout.form && draft.layout.form.units.length > 0
            ? words.formUnits(draft.layout.form.units.length)
            : ''}{' '}
          {draft.layout.form?.totalRow ? words.formTotal : ''}
        </p>
      )}
      <ActErrorNote error={error} />
    </div>
  );
}

function Columns({ draft, change }: Part) {
  const words = useText().dataRequests;
  const { columns } = draft.layout;
  const set = (next: typeof columns) => change({ layout: { ...draft.layout, columns: next } });
  return (
    <fieldset>
      <legend>{words.columns}</legend>
      <ol className="request-columns">
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is told apart by its place alone
          <li key={at}>
            <TextInput
              aria-label={words.columnName(at + 1)}
              maxLength={300}
              value={column.name}
              onChange={(event) => {
                const name = event.currentTarget.value;
                set(columns.map((one, other) => (other === at ? { ...one, name } : one)));
              }}
            />
            <Select
              aria-label={words.columnKind(at + 1)}
              allowDeselect={false}
              value={column.kind}
              data={COLUMN_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              onChange={(value) => {
                const kind = COLUMN_KINDS.find((one) => one === value) ?? 'text';
                set(columns.map((one, other) => (other === at ? { ...one, kind } : one)));
              }}
            />
            <Button
              variant="subtle"
              color="gray"
              px="xs"
              aria-label={words.removeColumn(column.name === '' ? String(at + 1) : column.name)}
              onClick={() => set(columns.filter((_, other) => other !== at))}
            >
              <IconX size={16} />
            </Button>
          </li>
        ))}
      </ol>
      {draft.form === null && columns.length < 40 ? (
        <Button
          mt="sm"
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => set([...columns, { name: '', kind: 'whole', place: null }])}
        >
          {words.addColumn}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Rows({ draft, change }: Part) {
  const words = useText().dataRequests;
  const { layout, form } = draft;
  if (form !== null)
    return layout.rows === 'fixed' ? (
      <p className="form-note">
        {words.rows.fixed}: {layout.fixed.map(({ name }) => name).join(', ')}
      </p>
    ) : null;
  return (
    <>
      <Radio.Group
        label={words.rowsHow}
        value={layout.rows}
        onChange={(value) =>
          change({ layout: { ...layout, rows: ROWS_HOW.find((one) => one === value) ?? 'per-unit' } })
        }
      >
        <Stack gap="xs" mt="xs">
          {ROWS_HOW.map((how) => (
            <Radio key={how} value={how} label={words.rows[how]} />
          ))}
        </Stack>
      </Radio.Group>
      {layout.rows === 'fixed' ? (
        <Textarea
          label={words.fixedRows}
          autosize
          minRows={3}
          maxLength={20_000}
          value={draft.fixed}
          onChange={(event) => change({ fixed: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

function Recipients({ draft, change }: Part) {
  const words = useText().dataRequests;
  const { level } = useSession().person.organisation;
  const ways = {
    villages: words.toVillages,
    ...(level === 'province' ? { communes: words.toCommunes } : {}),
    chosen: words.toChosen,
  };
  return (
    <>
      <Radio.Group
        label={words.to}
        value={draft.to}
        onChange={(value) => change({ to: value === 'communes' || value === 'chosen' ? value : 'villages' })}
      >
        <Stack gap="xs" mt="xs">
          {Object.entries(ways).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {draft.to === 'chosen' ? (
        <OrganisationsPicker label={words.units} required value={draft.units} onChange={(units) => change({ units })} />
      ) : null}
    </>
  );
}
