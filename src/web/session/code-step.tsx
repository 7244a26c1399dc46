import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';

type Props = { busy: boolean; wrong: string | null; confirm: (code: string) => void; leave: () => void };

/** The second step: the code an app shows now, or one from the paper. */
export function CodeStep({ busy, wrong, confirm, leave }: Props) {
  const words = useText().session;
  const [paper, setPaper] = useState(false);
  const [code, setCode] = useState('');
  return (
    <Door title={words.codeTitle} about={paper ? words.paperAbout : words.codeAbout}>
      <form
        noValidate
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') confirm(code.trim());
        }}
      >
        <TextInput
          key={paper ? 'paper' : 'app'}
          label={paper ? words.paperCode : words.code}
          data-autofocus
          autoFocus
          name="code"
          autoComplete={paper ? 'off' : 'one-time-code'}
          inputMode={paper ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {wrong ? (
          <p className="form-error" role="alert">
            {wrong}
          </p>
        ) : null}
        <Button type="submit" fullWidth loading={busy} disabled={code.trim() === ''}>
          {words.confirm}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setPaper(!paper);
            setCode('');
          }}
        >
          {paper ? words.useApp : words.usePaper}
        </Button>
        <Button variant="subtle" color="gray" onClick={leave}>
          {words.otherAccount}
        </Button>
      </form>
    </Door>
  );
}
