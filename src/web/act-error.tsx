import type { ActError } from './use-act.ts';

/** What went wrong with the deed just tried, beside its button. */
export function ActErrorNote({ error }: { error: ActError | null }) {
  if (!error) return null;
  return (
    <p className="form-error" role="alert">
      <b>{error.title}</b> {error.about}
    </p>
  );
}
