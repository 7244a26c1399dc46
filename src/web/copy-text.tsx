import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from './language.tsx';
import { sayDone } from './say.ts';

type Props = {
  /** What is copied. */
  content: string;
  word: string;
  /** For screen readers, where the word alone does not say of what. */
  label?: string;
  quiet?: boolean;
};

/** One press copies a ready text for a chat group. Where the browser forbids it the text is shown to be copied by hand. */
export function CopyText({ content, word, label, quiet = false }: Props) {
  const words = useText().figurePages;
  const [refused, setRefused] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(content);
      sayDone(words.copied);
    } catch {
      // No clipboard over plain HTTP.
      setRefused(true);
    }
  };
  return (
    <>
      <Button
        variant="default"
        size={quiet ? 'xs' : 'sm'}
        leftSection={<IconCopy size={16} />}
        {...(label ? { 'aria-label': label } : {})}
        onClick={() => void copy()}
      >
        {word}
      </Button>
      {refused ? <Textarea w="100%" label={words.copyFailed} readOnly autosize value={content} /> : null}
    </>
  );
}
