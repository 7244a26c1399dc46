import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActErrorNote } from './act-error.tsx';
import { useText } from './language.tsx';
import type { ActError } from './use-act.ts';

type Props = {
  error: ActError | null;
  busy: boolean;
  close: () => void;
  /** What the button does. */
  word: ReactNode;
  /** False while something is still missing. */
  ready?: boolean;
};

/** How every form in a dialog ends: what went wrong, the way out, and the deed. */
export function DialogEnd({ error, busy, close, word, ready = true }: Props) {
  const text = useText();
  return (
    <>
      <ActErrorNote error={error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={close}>
          {text.frame.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={!ready}>
          {word}
        </Button>
      </Group>
    </>
  );
}
