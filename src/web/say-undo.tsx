import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Text } from '../core/text/vi.ts';
import { sayError } from './say.ts';

/** Says what was done and offers to take it back while the word stands. */
export function sayUndo(text: Text, message: string, undo: () => Promise<void>): void {
  const id = crypto.getRandomValues(new Uint32Array(1)).join('');
  const take = async () => {
    notifications.hide(id);
    try {
      await undo();
    } catch (error) {
      sayError(text, error);
    }
  };
  notifications.show({
    id,
    color: 'green',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': text.frame.close },
    message: (
      <span className="toast-undo">
        {message}
        <Button size="compact-sm" variant="default" onClick={() => void take()}>
          {text.frame.undo}
        </Button>
      </span>
    ),
  });
}
