import { Checkbox, Modal, Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  type AccountDetails,
  addPost,
  editAccount,
  endPost,
  type PostView,
  resetAccount,
} from '../../contract/accounts.ts';
import { ACCOUNT_NAME } from '../../core/rules/accounts.ts';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { type ActError, useAct } from '../use-act.ts';
import { NameFields } from './name-fields.tsx';
import { EMPTY_POST, PostFields, readyPost } from './post-fields.tsx';
import type { SlipData } from './slip.tsx';

type ShellProps = {
  title: string;
  deedWord: string;
  ready: boolean;
  busy: boolean;
  error: ActError | null;
  close: () => void;
  submit: () => void;
  children: ReactNode;
};

function Shell({ title, deedWord, ready, busy, error, close, submit, children }: ShellProps) {
  const text = useText();
  return (
    <Modal opened onClose={close} size="lg" title={title} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form
        noValidate
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) submit();
        }}
      >
        {children}
        <DialogEnd error={error} busy={busy} close={close} ready={ready} word={deedWord} />
      </form>
    </Modal>
  );
}

type Props = { account: AccountDetails; close: () => void; done: () => void };

/** What somebody signs in by. */
export function EditDialog({ account, close, done }: Props) {
  const text = useText();
  const words = text.accountPages;
  const { busy, error, run } = useAct();
  const [name, setName] = useState(account.name);
  const [email, setEmail] = useState(account.email ?? '');
  const submit = async () => {
    const address = email.trim() === '' ? null : email.trim();
    const { id: accountId, version } = account;
    const edited = await run((actionId) =>
      call(editAccount, { actionId, accountId, version, name: name.trim(), email: address }),
    );
    if (edited === null) return;
    sayDone(words.edited);
    done();
  };
  const fits = ACCOUNT_NAME.test(name.trim());
  return (
    <Shell
      title={words.editAsk(account.name)}
      deedWord={text.frame.save}
      ready={fits}
      busy={busy}
      error={error}
      close={close}
      submit={() => void submit()}
    >
      <NameFields name={name} wrong={fits ? null : words.nameWrong} email={email} onName={setName} onEmail={setEmail} />
    </Shell>
  );
}

/** A way back in, as a link or a slip. */
export function AgainDialog({ account, close, done }: Omit<Props, 'done'> & { done: (slip: SlipData) => void }) {
  const words = useText().accountPages;
  const { busy, error, run } = useAct();
  const [how, setHow] = useState<'link' | 'password'>('link');
  const [codesToo, setCodesToo] = useState(false);
  const submit = async () => {
    const given = await run((actionId) => call(resetAccount, { actionId, accountId: account.id, how, codesToo }));
    if (given === null) return;
    const posts = account.posts.filter(({ when }) => when !== 'past');
    done({
      name: account.name,
      posts: posts.map(({ title, organisation }) => ({ title, organisationName: organisation.name })),
      opening: given.opening,
    });
  };
  return (
    <Shell
      title={words.againAsk(account.name)}
      deedWord={words.give}
      ready
      busy={busy}
      error={error}
      close={close}
      submit={() => void submit()}
    >
      <p className="account-note">{words.againAbout}</p>
      <Radio.Group label={words.how} value={how} onChange={(value) => setHow(value === 'link' ? 'link' : 'password')}>
        <Stack gap="xs" mt="xs">
          <Radio value="link" label={words.againLink} description={words.againLinkAbout} />
          <Radio value="password" label={words.howPassword} description={words.againPasswordAbout} />
        </Stack>
      </Radio.Group>
      <Checkbox
        label={words.codesToo}
        description={words.codesTooAbout}
        checked={codesToo}
        onChange={(event) => setCodesToo(event.currentTarget.checked)}
      />
    </Shell>
  );
}

/** One more post for somebody who has an account. */
export function AddPostDialog({ account, close, done }: Props) {
  const words = useText().accountPages;
  const { busy, error, run } = useAct();
  const [post, setPost] = useState(EMPTY_POST);
  const ready = readyPost(post);
  const submit = async () => {
    if (ready === null) return;
    const added = await run((actionId) => call(addPost, { actionId, accountId: account.id, ...ready }));
    if (added === null) return;
    sayDone(words.postAdded);
    done();
  };
  return (
    <Shell
      title={words.addPostTo(account.name)}
      deedWord={words.addPost}
      ready={ready !== null}
      busy={busy}
      error={error}
      close={close}
      submit={() => void submit()}
    >
      <PostFields post={post} grantable={account.grantable} change={setPost} />
    </Shell>
  );
}

/** The last day of a post. */
export function EndPostDialog({ post, close, done }: { post: PostView; close: () => void; done: () => void }) {
  const words = useText().accountPages;
  const { today } = useSession();
  const { busy, error, run } = useAct();
  const [lastDay, setLastDay] = useState<string | null>(post.lastDay ?? today);
  const submit = async () => {
    if (lastDay === null) return;
    const ended = await run((actionId) => call(endPost, { actionId, postId: post.id, lastDay }));
    if (ended === null) return;
    sayDone(words.postEnded);
    done();
  };
  return (
    <Shell
      title={words.endPostAsk(post.title, post.organisation.name)}
      deedWord={words.endPost}
      ready={lastDay !== null}
      busy={busy}
      error={error}
      close={close}
      submit={() => void submit()}
    >
      <p className="account-note">
        {words.endPostAbout} {words.endPostWork}
      </p>
      <DateField label={words.lastDayOf} required value={lastDay} onChange={setLastDay} />
    </Shell>
  );
}
