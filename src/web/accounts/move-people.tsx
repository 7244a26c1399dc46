import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { type AccountRow, movePosts } from '../../contract/accounts.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { PostId } from '../../contract/ids.ts';
import type { getOrganisation, OrganisationRef } from '../../contract/organisations.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

type Props = {
  /** An organisation that has ended, with what it became. */
  ended: OutputOf<typeof getOrganisation>;
  accounts: readonly AccountRow[];
  done: () => void;
};

/** Who still holds a post where nothing stands any more, and a way on for them. */
export function MovePeople({ ended, accounts, done }: Props) {
  const words = useText().accountPages;
  const { today } = useSession();
  const { busy, error, run } = useAct();
  const { organisation, successors } = ended;
  const [only] = successors;
  const [to, setTo] = useState<OrganisationRef | null>(only && successors.length === 1 ? only : null);
  const [on, setOn] = useState<string | null>(today);
  const [left, setLeft] = useState<ReadonlySet<PostId>>(new Set());
  const held = accounts.flatMap(({ name, posts }) =>
    posts
      .filter((post) => post.mayEnd && post.organisation.id === organisation.id)
      .map((post) => ({ id: post.id, words: `${post.title} (${name})` })),
  );
  const chosen = held.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const move = async () => {
    if (to === null || on === null || chosen.length === 0) return;
    const answer = await run((actionId) =>
      call(movePosts, { actionId, organisationId: organisation.id, toOrganisationId: to.id, on, postIds: chosen }),
    );
    if (answer === null) return;
    sayDone(words.moved(answer.moved));
    setLeft(new Set());
    done();
  };
  const title = words.ended(organisation.name, organisation.validUntil ?? today);
  return (
    <section className="card account-move" aria-label={title}>
      <h2>{title}</h2>
      {held.length === 0 ? (
        <p className="card-body quiet">{words.endedNone}</p>
      ) : (
        <form
          noValidate
          className="card-body account-form"
          onSubmit={(event) => {
            event.preventDefault();
            void move();
          }}
        >
          <p className="account-note">{words.endedAbout}</p>
          <fieldset>
            <legend className="visually-hidden">{words.moveWho}</legend>
            {held.map((post) => (
              <Checkbox
                key={post.id}
                label={post.words}
                checked={!left.has(post.id)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.currentTarget.checked) next.delete(post.id);
                  else next.add(post.id);
                  setLeft(next);
                }}
              />
            ))}
          </fieldset>
          <div className="account-pair">
            <OrganisationPicker label={words.moveTo} required value={to} onChange={setTo} />
            <DateField label={words.moveOn} required value={on} onChange={setOn} />
          </div>
          <ActErrorNote error={error} />
          <Group justify="flex-end" gap="sm">
            <Button type="submit" loading={busy} disabled={to === null || on === null || chosen.length === 0}>
              {words.moveDeed(chosen.length)}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );
}
