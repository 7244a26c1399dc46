import './accounts.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import type { DeputationView } from '../../contract/accounts.ts';
import { getOwnAccount, type OwnAccount } from '../../contract/own-account.ts';
import type { Seat } from '../../contract/session.ts';
import { PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';
import { useSeat } from '../use-seat.ts';
import { LendDialog, type LentPost, LoanCard } from './loans.tsx';

export const deputyLoader = ({ request }: LoaderFunctionArgs): Promise<OwnAccount> =>
  call(getOwnAccount, {}, { signal: request.signal });

/** Ủy quyền: one's own posts lent to others, and posts of others that one acts in. */
export function DeputyPage() {
  const text = useText();
  const words = text.accountPages;
  const own = useLoaderData<OwnAccount>();
  const { person } = useSession();
  const { revalidate } = useRevalidator();
  const { sit, busy } = useSeat();
  const changed = () => void revalidate();
  const seatOf = ({ id }: DeputationView): Seat | undefined =>
    person.seats.find(({ deputationId, current }) => deputationId === id && !current);
  return (
    <>
      <title>{`${words.deputyTitle} · ${text.frame.product}`}</title>
      <PageHead title={words.deputyTitle} about={words.deputyAbout} />
      <div className="account-cards">
        <OwnPosts own={own} acting={person.actingFor !== null} changed={changed} />
        <LoanCard side="lent" title={words.lent} loans={own.lent} mayEnd={person.actingFor === null} ended={changed} />
        <LoanCard
          side="borrowed"
          title={words.borrowed}
          loans={own.borrowed}
          mayEnd
          ended={() => (person.actingFor === null ? changed() : window.location.assign('/'))}
          deed={(loan) => {
            const seat = seatOf(loan);
            return seat ? (
              <Button
                size="xs"
                loading={busy}
                aria-label={words.sitInOf(loan.postTitle)}
                onClick={() => void sit(seat)}
              >
                {words.sitIn}
              </Button>
            ) : null;
          }}
        />
        {person.actingFor === null ? (
          <section className="card" aria-labelledby="deputy-leave">
            <h2 id="deputy-leave">{words.handOverMine}</h2>
            <div className="card-body">
              <p>{words.handOverMineAbout}</p>
              <Button component={Link} to={`/ban-giao/${person.id}`} variant="default">
                {words.handOverMine}
              </Button>
            </div>
          </section>
        ) : null}
      </div>
    </>
  );
}

function OwnPosts({ own, acting, changed }: { own: OwnAccount; acting: boolean; changed: () => void }) {
  const text = useText();
  const words = text.accountPages;
  const { person } = useSession();
  const [lending, setLending] = useState<LentPost | null>(null);
  return (
    <section className="card" aria-labelledby="deputy-own">
      <h2 id="deputy-own">{words.ownPosts}</h2>
      {acting ? <p className="card-body quiet">{words.lentOnly}</p> : null}
      <ul className="thing-lines">
        {own.posts
          .filter(({ when }) => when !== 'past')
          .map((post) => (
            <li key={post.id}>
              <div>
                {post.title}
                <small>
                  {post.organisation.name} · {text.roles.names[post.role]}
                  {post.when === 'future' && post.from ? ` · ${words.since(post.from)}` : ''}
                  {post.lastDay ? ` · ${words.until(post.lastDay)}` : ''}
                </small>
              </div>
              {acting ? null : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={words.lendOf(post.title)}
                  onClick={() =>
                    setLending({ id: post.id, title: post.title, organisationName: post.organisation.name })
                  }
                >
                  {words.lend}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {lending ? (
        <LendDialog
          post={lending}
          holderId={person.id}
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
