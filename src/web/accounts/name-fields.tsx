import { TextInput } from '@mantine/core';
import { useText } from '../language.tsx';

type Props = {
  name: string;
  /** What is wrong with the name, where something is. */
  wrong: string | null;
  email: string;
  onName: (name: string) => void;
  onEmail: (email: string) => void;
};

/** What somebody signs in by, and where letters go. */
export function NameFields({ name, wrong, email, onName, onEmail }: Props) {
  const words = useText().accountPages;
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameAbout}
        required
        maxLength={50}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={name}
        error={wrong}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={words.email}
        description={words.emailAbout}
        maxLength={200}
        autoComplete="off"
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
      />
    </>
  );
}
