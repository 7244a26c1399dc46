import { Button, Checkbox, CopyButton, Group, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { makeAccessToken } from '../../contract/access-tokens.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { TOKEN_DAYS, TOKEN_RIGHTS, type TokenRight } from '../../core/rules/access-tokens.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { useFocusBack } from '../use-focus-back.ts';

/** Makes a token and shows it once. */
export function TokenDialog({ close }: { close: () => void }) {
  const text = useText();
  const words = text.accessTokens;
  const { person } = useSession();
  const { busy, error, run } = useAct();
  useFocusBack();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<OrganisationRef | null>(person.organisation);
  const [rights, setRights] = useState<TokenRight[]>(['read']);
  const [days, setDays] = useState(90);
  const [made, setMade] = useState<{ token: string | null } | null>(null);
  const make = async () => {
    if (unit === null) return;
    const answer = await run((actionId) =>
      call(makeAccessToken, { actionId, name: name.trim(), organisationId: unit.id, rights, days }),
    );
    if (answer) setMade(answer);
  };
  const ready = name.trim() !== '' && unit !== null && rights.length > 0;
  return (
    <Modal opened onClose={close} title={words.make} closeButtonProps={{ 'aria-label': text.frame.close }}>
      {made ? (
        <Shown token={made.token} close={close} />
      ) : (
        <form
          className="keep-form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <TextInput
            label={words.name}
            description={words.nameHint}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <OrganisationPicker label={words.unit} required value={unit} onChange={setUnit} />
          <Checkbox.Group
            label={words.may}
            value={rights}
            onChange={(chosen) => setRights(TOKEN_RIGHTS.filter((right) => chosen.includes(right)))}
          >
            {TOKEN_RIGHTS.map((right) => (
              <Checkbox key={right} mt="xs" value={right} label={words.rights[right]} />
            ))}
          </Checkbox.Group>
          <Select
            label={words.days}
            allowDeselect={false}
            value={String(days)}
            data={TOKEN_DAYS.map((one) => ({ value: String(one), label: words.daysOf(one) }))}
            onChange={(next) => setDays(Number(next ?? days))}
          />
          <DialogEnd error={error} busy={busy} close={close} ready={ready} word={words.make} />
        </form>
      )}
    </Modal>
  );
}

function Shown({ token, close }: { token: string | null; close: () => void }) {
  const text = useText();
  const words = text.accessTokens;
  return (
    <div className="keep-form">
      <p className="form-note" role="status">
        {token === null ? words.twice : words.once}
      </p>
      {token === null ? null : <TextInput label={words.token} readOnly value={token} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={close}>
          {text.frame.close}
        </Button>
        {token === null ? null : (
          <CopyButton value={token}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
          </CopyButton>
        )}
      </Group>
    </div>
  );
}
