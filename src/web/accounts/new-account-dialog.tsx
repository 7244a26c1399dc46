import { Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { createAccount } from '../../contract/accounts.ts';
import type { Role } from '../../core/rules/access.ts';
import { ACCOUNT_NAME, proposedName } from '../../core/rules/accounts.ts';
import { foldedWords } from '../../core/text/search.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { useAct } from '../use-act.ts';
import { NameFields } from './name-fields.tsx';
import { EMPTY_POST, PostFields, type PostForm, readyPost } from './post-fields.tsx';
import type { SlipData } from './slip.tsx';

type Props = { grantable: readonly Role[]; close: () => void; done: (slip: SlipData) => void };
type How = 'link' | 'password';

/** Somebody new, with the first post and how they come in. */
export function NewAccountDialog({ grantable, close, done }: Props) {
  const text = useText();
  const words = text.accountPages;
  const { busy, error, run } = useAct();
  const [post, setPost] = useState<PostForm>(EMPTY_POST);
  const [typed, setTyped] = useState<string | null>(null);
  const [email, setEmail] = useState('');
  const [how, setHow] = useState<How>('link');
  const proposed = post.organisation && post.role ? proposedName(post.role, foldedWords(post.organisation.name)) : '';
  const name = (typed ?? proposed).trim();
  const ready = readyPost(post);
  const submit = async () => {
    if (ready === null || !ACCOUNT_NAME.test(name)) return;
    const address = email.trim() === '' ? null : email.trim();
    const made = await run((actionId) => call(createAccount, { actionId, ...ready, name, email: address, how }));
    if (made === null) return;
    done({
      name,
      posts: [{ title: ready.title, organisationName: post.organisation?.name ?? '' }],
      opening: made.opening,
    });
  };
  return (
    <Modal opened onClose={close} size="lg" title={words.add} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form
        noValidate
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="account-note">{words.addAbout}</p>
        <PostFields post={post} grantable={grantable} change={setPost} />
        <div className="account-pair">
          <NameFields
            name={typed ?? proposed}
            wrong={name !== '' && !ACCOUNT_NAME.test(name) ? words.nameWrong : null}
            email={email}
            onName={setTyped}
            onEmail={setEmail}
          />
        </div>
        <Radio.Group label={words.how} value={how} onChange={(value) => setHow(value === 'link' ? 'link' : 'password')}>
          <Stack gap="xs" mt="xs">
            <Radio value="link" label={words.howLink} description={words.howLinkAbout} />
            <Radio value="password" label={words.howPassword} description={words.howPasswordAbout} />
          </Stack>
        </Radio.Group>
        <DialogEnd
          error={error}
          busy={busy}
          close={close}
          ready={ready !== null && ACCOUNT_NAME.test(name)}
          word={words.make}
        />
      </form>
    </Modal>
  );
}
