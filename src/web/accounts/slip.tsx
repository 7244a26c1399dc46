import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Opening } from '../../contract/accounts.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';

/** What somebody gets to come in with. Kept in the page alone: leaving it forgets it. */
export type SlipData = {
  name: string;
  posts: readonly { title: string; organisationName: string }[];
  opening: Opening;
};

/** Phiếu cấp tài khoản: shown once, to copy, or to print and hand over. */
export function Slip({ slip, finish }: { slip: SlipData; finish: () => void }) {
  const words = useText().accountPages;
  const { name, posts, opening } = slip;
  const home = window.location.origin;
  const link = opening.path === null ? null : `${home}${opening.path}`;
  const secret = link ?? opening.password;
  const recovery = opening.path?.startsWith('/khoi-phuc/') ?? false;
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (secret !== null && shown.current) setCopied(await copyText(secret, shown.current));
  };
  return (
    <section aria-label={words.slipTitle}>
      <div className="account-deeds no-print">
        {secret === null ? null : (
          <Button variant="default" onClick={() => void copy()}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
        {secret === null ? null : <Button onClick={() => window.print()}>{words.print}</Button>}
        <Button variant="default" onClick={finish}>
          {words.finish}
        </Button>
      </div>
      <p className="account-note no-print" role="status">
        {secret === null ? words.slipNone : words.slipAbout}
      </p>
      {secret === null ? null : (
        <article className="account-paper">
          <h2>{words.slipTitle}</h2>
          <p className="account-centre">{words.slipOf}</p>
          <dl>
            <dt>{words.posts}</dt>
            <dd>
              {posts.map((post) => (
                <span key={`${post.title} ${post.organisationName}`} className="account-post">
                  {post.title}, {post.organisationName}
                </span>
              ))}
            </dd>
            <dt>{words.slipAddress}</dt>
            <dd>{home}</dd>
            <dt>{words.name}</dt>
            <dd className="account-secret">{name}</dd>
            <dt>{link === null ? words.slipPassword : recovery ? words.slipRecovery : words.slipLink}</dt>
            <dd className="account-secret" ref={shown}>
              {secret}
            </dd>
          </dl>
          {opening.expiresAt ? <p>{words.slipLinkUntil(formatMoment(opening.expiresAt))}</p> : null}
          <p>
            <b>{words.slipSteps}.</b> {link ? words.slipStepsLink : words.slipStepsPassword}
          </p>
          <p>{words.slipKeep}</p>
          <div className="account-sign">
            <b>{words.slipGiver}</b>
            <b>{words.slipReceiver}</b>
          </div>
        </article>
      )}
    </section>
  );
}

/** Copies a text that stands in `place`. On a plain local address browsers have no clipboard of the newer kind: there it is selected and copied the older way. */
async function copyText(text: string, place: HTMLElement): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here; the older way may be.
    }
  }
  window.getSelection()?.selectAllChildren(place);
  return document.execCommand('copy');
}
