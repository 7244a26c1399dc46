import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ActionId, OrganisationId } from '../../contract/ids.ts';
import { ActErrorNote } from '../act-error.tsx';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { useFocusBack } from '../use-focus-back.ts';

export type Timed = { on: string; paper: string | null };

type Props = {
  title: string;
  deedWord: string;
  destructive?: boolean;
  close: () => void;
  /** Tells that it was done, and whom to show then. */
  done: (organisationId: OrganisationId) => void;
  children?: ReactNode;
  /** What will happen, as a sentence; null while something is missing. */
  will: (on: string) => string | null;
  deed: (actionId: ActionId, timed: Timed) => Promise<OrganisationId>;
  /** No day or paper is asked for. */
  timeless?: boolean;
};

/** One change of the tree: what it needs, from which day, by which paper, and what it will do, before it does it. */
export function ChangeDialog({
  title,
  deedWord,
  destructive = false,
  close,
  done,
  children,
  will,
  deed,
  timeless,
}: Props) {
  const text = useText();
  const words = text.organisationPages;
  const { today } = useSession();
  const { busy, error, run } = useAct();
  useFocusBack();
  const [on, setOn] = useState<string | null>(today);
  const [paper, setPaper] = useState('');
  const sentence = on === null ? null : will(on);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (on === null || sentence === null) return;
    const timed = { on, paper: paper.trim() === '' ? null : paper.trim() };
    const organisationId = await run((actionId) => deed(actionId, timed));
    if (organisationId === null) return;
    sayDone(words.done);
    done(organisationId);
  };
  return (
    <Modal opened onClose={close} size="lg" title={title} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {children}
          {timeless ? null : (
            <>
              <DateField label={words.on} description={words.onAbout} required value={on} onChange={setOn} />
              <TextInput
                label={words.paper}
                description={words.paperAbout}
                maxLength={300}
                value={paper}
                onChange={(event) => setPaper(event.currentTarget.value)}
              />
            </>
          )}
          {sentence === null ? (
            <p className="form-note">{words.missing}</p>
          ) : (
            <p className="form-note" role="status">
              <b>{words.will}</b> {sentence}
            </p>
          )}
          <ActErrorNote error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>
              {text.frame.cancel}
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={sentence === null}
              {...(destructive ? { color: 'red' } : {})}
            >
              {deedWord}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
