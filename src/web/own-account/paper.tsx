import { Button, CopyButton } from '@mantine/core';
import { PageHead } from '../../ui/page.tsx';
import { useText } from '../language.tsx';
import type { Paper } from './codes-card.tsx';

/** The recovery codes, shown once: kept in the page alone, to print or copy. */
export function RecoveryPaper({ paper: { codes }, name, finish }: { paper: Paper; name: string; finish: () => void }) {
  const text = useText();
  const words = text.ownAccount;
  return (
    <>
      <title>{`${words.paper} · ${text.frame.product}`}</title>
      <PageHead title={words.paper} about={codes ? words.paperAbout : words.paperNone}>
        {codes ? (
          <>
            <CopyButton value={codes.join('\n')}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
            <Button variant="default" onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        ) : null}
        <Button onClick={finish}>{words.paperKept}</Button>
      </PageHead>
      {codes ? (
        <article className="card own-paper">
          <h2>
            {text.frame.product}: {words.paper}
          </h2>
          <p>{words.paperOf(name)}</p>
          <ol>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </article>
      ) : null}
    </>
  );
}
