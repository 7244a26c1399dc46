import { Button, CopyButton, Group, Modal, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { listTaskLinks, makeTaskLink, revokeTaskLink, type TaskLink } from '../../contract/links.ts';
import type { TaskView } from '../../contract/movements.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { Qr } from '../qr.tsx';
import { sayDone, sayError } from '../say.ts';
import { capitalised } from '../sentence.ts';
import { useAct } from '../use-act.ts';

type Made = { organisationName: string; address: string | null; expiresAt: string };

/** Links with which one unit reports on this task without a password: one more, and those there are. */
export function TaskLinkDialog({ task, close }: { task: TaskView; close: () => void }) {
  const text = useText();
  const [made, setMade] = useState<Made | null>(null);
  const { links, ask } = useLinks(task);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={text.links.send}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      {made ? (
        <LinkSlip made={made} task={task} finish={() => setMade(null)} />
      ) : (
        <>
          <MakeLink
            task={task}
            done={(one) => {
              setMade(one);
              ask();
            }}
          />
          <SentLinks links={links} changed={ask} />
        </>
      )}
    </Modal>
  );
}

function useLinks(task: TaskView) {
  const text = useText();
  const [links, setLinks] = useState<TaskLink[] | null>(null);
  const ask = useCallback(() => {
    call(listTaskLinks, { taskId: task.id }).then(
      (found) => setLinks(found.links),
      (error) => sayError(text, error),
    );
  }, [task.id, text]);
  useEffect(ask, [ask]);
  return { links, ask };
}

function MakeLink({ task, done }: { task: TaskView; done: (made: Made) => void }) {
  const words = useText().links;
  const { busy, error, run } = useAct();
  const [unit, setUnit] = useState(task.assigneeOrganisation);
  const make = async () => {
    if (unit === null) return;
    const made = await run((actionId) => call(makeTaskLink, { actionId, taskId: task.id, organisationId: unit.id }));
    if (made === null) return;
    const address = made.path === null ? null : `${window.location.origin}${made.path}`;
    done({ organisationName: unit.name, address, expiresAt: made.expiresAt });
  };
  return (
    <form
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p className="form-note">{words.sendAbout}</p>
      <OrganisationPicker
        label={words.sendTo}
        description={words.sendToAbout}
        required
        value={unit}
        onChange={setUnit}
      />
      <ActErrorNote error={error} />
      <Group justify="flex-end">
        <Button type="submit" loading={busy} disabled={unit === null}>
          {words.make}
        </Button>
      </Group>
    </form>
  );
}

function LinkSlip({ made, task, finish }: { made: Made; task: TaskView; finish: () => void }) {
  const text = useText();
  const words = text.links;
  const { address } = made;
  if (address === null)
    return (
      <div className="form">
        <p className="form-note">{words.madeNone}</p>
        <Button onClick={finish}>{text.frame.back}</Button>
      </div>
    );
  return (
    <div className="form link-slip">
      <p className="form-note no-print" role="status">
        {words.madeOnce}
      </p>
      <article>
        <h3>{words.made(made.organisationName)}</h3>
        <p>{capitalised(task.content)}</p>
        <Qr content={address} label={words.qr} />
        <p>{words.slipHow}</p>
        <p className="link-slip-address">{address}</p>
        <p className="quiet">{words.taskUntil(formatMoment(made.expiresAt))}</p>
      </article>
      <TextInput className="no-print" label={words.address} readOnly value={address} />
      <Group className="no-print" justify="flex-end" gap="sm">
        <Button variant="default" onClick={finish}>
          {text.frame.back}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
        <CopyButton value={address}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
        </CopyButton>
      </Group>
    </div>
  );
}

function SentLinks({ links, changed }: { links: TaskLink[] | null; changed: () => void }) {
  const text = useText();
  const words = text.links;
  const [revoking, setRevoking] = useState<TaskLink | null>(null);
  if (links === null) return <p className="quiet">{text.frame.loading}</p>;
  return (
    <section className="link-sent" aria-label={words.sent}>
      <h3>{words.sent}</h3>
      {links.length === 0 ? (
        <p className="quiet">{words.sentNone}</p>
      ) : (
        <ul>
          {links.map((link) => (
            <li key={link.id}>
              <div>
                {link.organisation.name}
                <small className="below quiet">{sentence(words, link)}</small>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={words.revokeOf(link.organisation.name)}
                onClick={() => setRevoking(link)}
              >
                {words.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {revoking ? (
        <Confirm
          opened
          close={() => setRevoking(null)}
          question={words.revokeAsk(revoking.organisation.name)}
          about={words.revokeAbout}
          deedWord={words.revoke}
          deed={(actionId) => call(revokeTaskLink, { actionId, linkId: revoking.id })}
          done={() => {
            setRevoking(null);
            sayDone(words.revoked);
            changed();
          }}
        />
      ) : null}
    </section>
  );
}

function sentence(words: ReturnType<typeof useText>['links'], { madeAt, expiresAt, usedAt }: TaskLink): string {
  const end = formatMoment(expiresAt);
  return [
    words.sentMade(formatMoment(madeAt)),
    Date.parse(expiresAt) > Date.now() ? words.sentUntil(end) : words.sentEnded(end),
    usedAt ? words.sentUsed(formatMoment(usedAt)) : words.sentUnused,
  ].join(', ');
}
