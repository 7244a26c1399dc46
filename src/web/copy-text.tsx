import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from './language.tsx';
import { sayDone, sayError } from './say.ts';

type Props = {
  /** What is copied, or how it is asked for. */
  content: string | (() => Promise<string>);
  word: string;
  /** For screen readers, where the word alone does not say of what. */
  label?: string;
  quiet?: boolean;
};

/** One press copies a ready text for a chat group. Where the browser forbids it the text is shown to be copied by hand. */
export function CopyText({ content, word, label, quiet = false }: Props) {
  const text = useText();
  const words = text.figurePages;
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async () => {
    let written = '';
    try {
      written = typeof content === 'string' ? content : await content();
    } catch (error) {
      sayError(text, error);
      return;
    }
    try {
      await navigator.clipboard.writeText(written);
      sayDone(words.copied);
    } catch {
      // No clipboard over plain HTTP.
      setRefused(written);
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
      {refused === null ? null : <Textarea w="100%" label={words.copyFailed} readOnly autosize value={refused} />}
    </>
  );
}
