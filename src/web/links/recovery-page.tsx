import { Button } from '@mantine/core';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { openAccountLink, takeRecovery } from '../../contract/links.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { PasswordField } from '../password-field.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { type Opening, opening, ShutDoor } from './opening.tsx';

type Recovery = OutputOf<typeof openAccountLink>;

export const recoveryLoader = ({ params, request }: LoaderFunctionArgs) =>
  opening(call(openAccountLink, { token: params['token'] ?? '', kind: 'recovery' }, { signal: request.signal }));

/** Khôi phục: a new password for an account that has lost its own. */
export function RecoveryPage() {
  const text = useText();
  const data = useLoaderData<Opening<Recovery>>();
  return 'refused' in data ? (
    <ShutDoor refused={data.refused} about={text.links.goneAccount} />
  ) : (
    <OpenRecovery recovery={data.found} />
  );
}

function OpenRecovery({ recovery }: { recovery: Recovery }) {
  const words = useText().links;
  const token = useParams()['token'] ?? '';
  const navigate = useNavigate();
  const { busy, error, run } = useAct();
  const [password, setPassword] = useState('');
  const take = async () => {
    const taken = await run(() => call(takeRecovery, { token, password }));
    if (taken === null) return;
    sayDone(taken.signedIn ? words.recovered : words.recoveredSignIn);
    await navigate('/', { replace: true });
  };
  return (
    <Door title={words.recoveryTitle} about={words.recoveryAbout(recovery.name)}>
      <form
        noValidate
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        {/* For the browser's store of passwords: whose this one is. */}
        <input hidden readOnly name="username" autoComplete="username" value={recovery.name} />
        <PasswordField
          label={words.password}
          description={words.passwordAbout}
          name="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ActErrorNote error={error} />
        <Button type="submit" fullWidth loading={busy} disabled={password === ''}>
          {words.recover}
        </Button>
      </form>
      <p className="door-foot">{words.until(formatMoment(recovery.expiresAt))}</p>
    </Door>
  );
}
