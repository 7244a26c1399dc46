import { Button, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { askForPasskeyByLink, openAccountLink, takeInvitation } from '../../contract/links.ts';
import { ACCOUNT_NAME } from '../../core/rules/accounts.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { deviceName, makePasskey, passkeysHere } from '../passkey.ts';
import { PasswordField } from '../password-field.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { type Opening, opening, ShutDoor } from './opening.tsx';

type Invitation = OutputOf<typeof openAccountLink>;

export const invitationLoader = ({ params, request }: LoaderFunctionArgs) =>
  opening(call(openAccountLink, { token: params['token'] ?? '', kind: 'invitation' }, { signal: request.signal }));

/** Lời mời: who invites to which post; choosing what opens the account from now on. */
export function InvitationPage() {
  const text = useText();
  const data = useLoaderData<Opening<Invitation>>();
  return 'refused' in data ? (
    <ShutDoor refused={data.refused} about={text.links.goneAccount} />
  ) : (
    <OpenInvitation invitation={data.found} />
  );
}

function OpenInvitation({ invitation }: { invitation: Invitation }) {
  const text = useText();
  const words = text.links;
  const token = useParams()['token'] ?? '';
  const navigate = useNavigate();
  const { busy, error, run } = useAct();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const fits = ACCOUNT_NAME.test(name.trim());
  const through = async (way: () => Promise<unknown>, said: string) => {
    if ((await run(way)) === null) return;
    sayDone(said);
    await navigate('/', { replace: true });
  };
  const byPassword = () => through(() => call(takeInvitation, { token, name: name.trim(), password }), words.taken);
  const byPasskey = () =>
    through(async () => {
      const { challengeId, options } = await call(askForPasskeyByLink, { token });
      const response = await makePasskey(options);
      const passkey = { challengeId, response, name: deviceName() || words.device };
      return call(takeInvitation, { token, name: name.trim(), passkey });
    }, words.takenWithPasskey);
  return (
    <Door title={words.invitationTitle} about={words.invitedBy(invitation.madeByPost)}>
      <section aria-label={words.posts} className="door-posts">
        <h2>{words.posts}</h2>
        <ul>
          {invitation.posts.map((post) => (
            <li key={`${post.title} ${post.organisationName}`}>{words.post(post.title, post.organisationName)}</li>
          ))}
        </ul>
      </section>
      <form
        noValidate
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) void byPassword();
        }}
      >
        <TextInput
          label={words.name}
          description={words.nameAbout}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={50}
          value={name}
          error={fits ? null : words.nameWrong}
          onChange={(event) => setName(event.currentTarget.value)}
        />
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
        <Button type="submit" fullWidth loading={busy} disabled={!fits || password === ''}>
          {words.take}
        </Button>
      </form>
      {passkeysHere() ? (
        <div className="door-ways">
          <span className="door-or">{words.or}</span>
          <Button
            variant="default"
            fullWidth
            disabled={!fits || busy}
            leftSection={<IconFingerprint size={18} aria-hidden="true" />}
            onClick={() => void byPasskey()}
          >
            {words.takeWithPasskey}
          </Button>
          <p>{words.takeWithPasskeyAbout}</p>
        </div>
      ) : null}
      <p className="door-foot">{words.until(formatMoment(invitation.expiresAt))}</p>
    </Door>
  );
}
