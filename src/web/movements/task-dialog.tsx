import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { TaskContent } from '../../contract/facts.ts';
import type { MovementId } from '../../contract/ids.ts';
import { DomainCode } from '../../contract/indicators.ts';
import { addTask, reviseTask } from '../../contract/movement-acts.ts';
import type { TaskView } from '../../contract/movements.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { DUE_RELATIONS, type DueRelation } from '../../core/rules/calendar.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { DUTY_ROLES, type DutyRole } from '../../core/rules/movements.ts';
import { focusFirstWrong } from '../arrival.ts';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

type Props = { movementId: MovementId; task: TaskView | null; close: () => void };

const EMPTY: TaskContent = {
  content: '',
  assignee: null,
  assigneeId: null,
  role: 'lead',
  dueOn: null,
  dueRelation: null,
  via: null,
  domain: null,
  person: null,
  product: null,
  authority: null,
};

const filled = (value: string | null): string | null => {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

function contentOf(task: TaskView): TaskContent {
  const { content, assignee, assigneeId, role, dueOn, dueRelation, via, domain, person, product, authority } = task;
  return { content, assignee, assigneeId, role, dueOn, dueRelation, via, domain, person, product, authority };
}

function clean(task: TaskContent): TaskContent {
  return {
    ...task,
    content: task.content.trim(),
    assignee: filled(task.assignee),
    dueRelation: task.dueOn === null ? null : (task.dueRelation ?? 'by'),
    via: filled(task.via),
    person: filled(task.person),
    product: filled(task.product),
    authority: filled(task.authority),
  };
}

/** Adds a task or changes one: who, what, by when, with which product, under whose authority. */
export function TaskDialog({ movementId, task, close }: Props) {
  const text = useText();
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const [content, setContent] = useState(task ? contentOf(task) : EMPTY);
  const [tried, setTried] = useState(false);
  const save = async (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    setTried(true);
    const sent = clean(content);
    if (sent.content === '') return focusFirstWrong(event.currentTarget);
    const saved = await run((actionId) =>
      task
        ? call(reviseTask, { taskId: task.id, version: task.version, actionId, task: sent })
        : call(addTask, { movementId, actionId, task: sent }),
    );
    await revalidator.revalidate();
    if (saved === null) return;
    sayDone(text.frame.saved);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={task ? text.movementPages.editOf(task.content.slice(0, 60)) : text.workroom.movements.addTask}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <TaskFields
          content={content}
          change={setContent}
          organisation={task?.assigneeOrganisation ?? null}
          missing={tried && content.content.trim() === ''}
        />
        {error?.stale ? <p className="form-note">{text.movementPages.versionNote}</p> : null}
        <DialogEnd error={error} busy={busy} close={close} word={text.frame.save} />
      </form>
    </Modal>
  );
}

type FieldProps = {
  content: TaskContent;
  change: (content: TaskContent) => void;
  organisation: OrganisationRef | null;
  missing: boolean;
};

function TaskFields({ content, change, organisation, missing }: FieldProps) {
  const text = useText();
  const words = text.workroom.reading;
  const fields = text.movements.fields;
  const [chosen, setChosen] = useState(organisation);
  const put = (part: Partial<TaskContent>) => change({ ...content, ...part });
  return (
    <>
      <Textarea
        label={words.task}
        required
        autosize
        minRows={2}
        maxLength={5000}
        data-autofocus
        value={content.content}
        error={missing ? text.movementPages.contentMissing : null}
        onChange={(event) => put({ content: event.currentTarget.value })}
      />
      <div className="form-pair">
        <OrganisationPicker
          label={words.assignee}
          clearable
          placeholder={text.frame.notSet}
          value={chosen}
          onChange={(one) => {
            setChosen(one);
            put({ assigneeId: one?.id ?? null });
          }}
        />
        <TextInput
          label={text.movementPages.ownerPrinted}
          maxLength={300}
          value={content.assignee ?? ''}
          onChange={(event) => put({ assignee: event.currentTarget.value })}
        />
        <Select
          label={words.role}
          value={content.role}
          data={DUTY_ROLES.map((role) => ({ value: role, label: text.movements.dutyRoles[role] }))}
          onChange={(role: DutyRole | null) => put({ role: role ?? 'lead' })}
        />
        <TextInput
          label={fields.person}
          maxLength={200}
          value={content.person ?? ''}
          onChange={(event) => put({ person: event.currentTarget.value })}
        />
        <DateField label={words.dueOn} value={content.dueOn} onChange={(dueOn) => put({ dueOn })} />
        <Select
          label={words.dueRelation}
          disabled={content.dueOn === null}
          value={content.dueRelation ?? 'by'}
          data={DUE_RELATIONS.map((one) => ({ value: one, label: text.movements.dueRelations[one] }))}
          onChange={(dueRelation: DueRelation | null) => put({ dueRelation })}
        />
        <TextInput
          label={fields.product}
          maxLength={500}
          value={content.product ?? ''}
          onChange={(event) => put({ product: event.currentTarget.value })}
        />
        <TextInput
          label={fields.authority}
          maxLength={500}
          value={content.authority ?? ''}
          onChange={(event) => put({ authority: event.currentTarget.value })}
        />
        <Select
          label={words.domain}
          clearable
          searchable
          placeholder={text.movements.noDomain}
          value={content.domain}
          data={DOMAIN_CODES.map((code) => ({ value: code, label: text.movements.domains[code] }))}
          onChange={(domain) => put({ domain: domain === null ? null : DomainCode.parse(domain) })}
        />
        <TextInput
          label={words.via}
          maxLength={300}
          value={content.via ?? ''}
          onChange={(event) => put({ via: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
