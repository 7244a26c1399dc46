import '../administration/administration.css';
import './accounts.css';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import {
  type AccountDetails,
  disableAccount,
  enableAccount,
  getAccount,
  type PostView,
} from '../../contract/accounts.ts';
import type { AccountId } from '../../contract/ids.ts';
import { ROLES } from '../../core/rules/access.ts';
import { accountWarnings } from '../../core/rules/accounts.ts';
import { COMBINATIONS, combinationsIn } from '../../core/rules/matters.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { mayAtAll, useSession } from '../session.tsx';
import { AddPostDialog, AgainDialog, EditDialog, EndPostDialog } from './account-dialogs.tsx';
import { LendDialog, type LentPost, LoanCard } from './loans.tsx';
import { Slip, type SlipData } from './slip.tsx';
import { StateBadge } from './state-badge.tsx';

export const accountLoader = ({ params, request }: LoaderFunctionArgs): Promise<AccountDetails> =>
  call(getAccount, { accountId: params['accountId'] as AccountId }, { signal: request.signal });

/** One account: its posts, who acts for whom, what was handed over, and what its keeper can do. */
export function AccountPage() {
  const text = useText();
  const words = text.accountPages;
  const account = useLoaderData<AccountDetails>();
  const { person } = useSession();
  const { revalidate } = useRevalidator();
  const [slip, setSlip] = useState<SlipData | null>(null);
  const changed = () => void revalidate();
  if (slip) return <Slip slip={slip} finish={() => setSlip(null)} />;
  const own = account.id === person.id;
  return (
    <section aria-labelledby="account-head">
      <title>{`${account.name} · ${text.frame.product}`}</title>
      <Link to="/quan-tri/tai-khoan">{words.backToList}</Link>
      <div className="account-head">
        <h2 id="account-head">{account.name}</h2>
        <StateBadge state={account.state} />
        <span className="quiet">{account.email ?? words.emailNone}</span>
      </div>
      <p className="keep-quiet">
        {own ? words.own : account.mayKeep ? null : words.notYours}{' '}
        {account.madeByPost ? words.madeBy(account.madeByPost) : null}
      </p>
      <Deeds account={account} own={own} changed={changed} opened={setSlip} />
      <div className="account-cards">
        <Notes account={account} />
        <Posts account={account} changed={changed} />
        <LoanCard side="lent" title={words.lent} loans={account.lent} mayEnd={account.mayHandOver} ended={changed} />
        <LoanCard side="borrowed" title={words.borrowed} loans={account.borrowed} mayEnd={own} ended={changed} />
        <HandOvers account={account} />
      </div>
    </section>
  );
}

type Asked = 'edit' | 'again' | 'disable';
type DeedsProps = { account: AccountDetails; own: boolean; changed: () => void; opened: (slip: SlipData) => void };

function Deeds({ account, own, changed, opened }: DeedsProps) {
  const text = useText();
  const words = text.accountPages;
  const { person } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const done = () => {
    close();
    changed();
  };
  const shut = account.state === 'disabled';
  const deed = (word: string, ask: Asked) => (
    <Button variant="default" onClick={() => setAsked(ask)}>
      {word}
    </Button>
  );
  const { id: accountId, version, mayKeep } = account;
  return (
    <div className="account-deeds no-print">
      {mayKeep ? deed(words.edit, 'edit') : null}
      {mayKeep && !own && !shut ? deed(words.again, 'again') : null}
      {account.mayHandOver ? (
        <Button component={Link} to={`/ban-giao/${accountId}`} variant="default">
          {words.handOver}
        </Button>
      ) : null}
      {mayAtAll(person, 'erasePersonalPayloads') ? (
        <Button component={Link} to={`/du-lieu-ca-nhan/${accountId}`} variant="default">
          {words.personal}
        </Button>
      ) : null}
      {mayAtAll(person, 'readAudit') ? (
        <Button component={Link} to={`/quan-tri/nhat-ky?nguoi=${accountId}`} variant="default">
          {words.log}
        </Button>
      ) : null}
      {mayKeep && !own ? deed(shut ? words.enable : words.disable, 'disable') : null}
      {asked === 'edit' ? <EditDialog account={account} close={close} done={done} /> : null}
      {asked === 'again' ? (
        <AgainDialog
          account={account}
          close={close}
          done={(slip) => {
            done();
            opened(slip);
          }}
        />
      ) : null}
      <Confirm
        opened={asked === 'disable'}
        close={close}
        question={shut ? `${words.enable}: ${account.name}` : words.disableAsk(account.name)}
        {...(shut ? {} : { about: words.disableAbout })}
        deedWord={shut ? words.enable : words.disable}
        harmless={shut}
        deed={(actionId) => call(shut ? enableAccount : disableAccount, { actionId, accountId, version })}
        done={() => {
          sayDone(shut ? words.enabled : words.disabled);
          done();
        }}
      />
    </div>
  );
}

/** What to mind about all roles together. Nothing of it stands in the way. */
function Notes({ account }: { account: AccountDetails }) {
  const text = useText();
  const words = text.accountPages;
  const roles = ROLES.filter((role) => account.posts.some((post) => post.role === role && post.when !== 'past'));
  const warnings = accountWarnings(roles);
  const combined = combinationsIn(roles);
  if (warnings.length + combined.length === 0) return null;
  return (
    <section className="card account-whole" aria-labelledby="account-notes">
      <h2 id="account-notes">{words.notes}</h2>
      <ul className="thing-lines">
        {warnings.map((warning) => (
          <li key={warning}>
            <div>{text.accounts.warnings[warning]}</div>
          </li>
        ))}
        {COMBINATIONS.filter(({ code }) => combined.includes(code)).map(({ code }) => (
          <li key={code}>
            <div>
              <b>{text.roles.combinations[code].title}</b>
              <small>{text.roles.combinations[code].about}</small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Posts({ account, changed }: { account: AccountDetails; changed: () => void }) {
  const words = useText().accountPages;
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PostView | null>(null);
  const [lending, setLending] = useState<LentPost | null>(null);
  const mayAdd = account.state !== 'disabled' && account.grantable.length > 0;
  return (
    <section className="card account-whole" aria-labelledby="account-posts">
      <div className="card-head">
        <h2 id="account-posts">{words.postsHead}</h2>
        {mayAdd ? (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            {words.addPost}
          </Button>
        ) : null}
      </div>
      <ul className="thing-lines">
        {account.posts.map((post) => (
          <PostLine
            key={post.id}
            post={post}
            end={() => setEnding(post)}
            lend={
              account.mayHandOver && post.when !== 'past'
                ? () => setLending({ id: post.id, title: post.title, organisationName: post.organisation.name })
                : null
            }
          />
        ))}
      </ul>
      {account.postsElsewhere > 0 ? <p className="card-body quiet">{words.elsewhere(account.postsElsewhere)}</p> : null}
      {adding ? (
        <AddPostDialog
          account={account}
          close={() => setAdding(false)}
          done={() => {
            setAdding(false);
            changed();
          }}
        />
      ) : null}
      {ending ? (
        <EndPostDialog
          post={ending}
          close={() => setEnding(null)}
          done={() => {
            setEnding(null);
            changed();
          }}
        />
      ) : null}
      {lending ? (
        <LendDialog
          post={lending}
          holderId={account.id}
          close={() => setLending(null)}
          done={() => {
            setLending(null);
            changed();
          }}
        />
      ) : null}
    </section>
  );
}

function PostLine({ post, end, lend }: { post: PostView; end: () => void; lend: (() => void) | null }) {
  const text = useText();
  const words = text.accountPages;
  return (
    <li>
      <div>
        {post.title}
        <small>
          {post.organisation.name} · {text.roles.names[post.role]}
        </small>
        <small>
          {words.when[post.when]}: {post.from ? words.since(post.from) : words.always},{' '}
          {post.lastDay ? words.until(post.lastDay) : words.open}
        </small>
      </div>
      <Group gap="xs" className="no-print">
        {lend ? (
          <Button variant="default" size="xs" aria-label={words.lendOf(post.title)} onClick={lend}>
            {words.lend}
          </Button>
        ) : null}
        {post.mayEnd ? (
          <Button
            variant="default"
            size="xs"
            aria-label={words.endPostAsk(post.title, post.organisation.name)}
            onClick={end}
          >
            {words.endPost}
          </Button>
        ) : null}
      </Group>
    </li>
  );
}

function HandOvers({ account }: { account: AccountDetails }) {
  const words = useText().accountPages;
  if (account.handOvers.length === 0) return null;
  return (
    <section className="card" aria-labelledby="account-hand-overs">
      <h2 id="account-hand-overs">{words.handOvers}</h2>
      <ul className="thing-lines">
        {account.handOvers.map(({ id, from, to, on }) => (
          <li key={id}>
            <div>
              <Link to={`/ban-giao/bien-ban/${id}`}>{words.handOverLine(from, to, on)}</Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
