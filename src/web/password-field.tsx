import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useText } from './language.tsx';

/** A password, with the eye that shows it named in the language spoken. */
export function PasswordField(props: PasswordInputProps) {
  const { showPassword } = useText().fields;
  return <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': showPassword }} />;
}
