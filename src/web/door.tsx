import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useText } from './language.tsx';
import { Mark } from './mark.tsx';

/** A page before one is in: one card, and the other language. */
export function Door({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const text = useText();
  const { language, speak } = useLanguage();
  return (
    <main className="door">
      <title>{`${title} · ${text.frame.product}`}</title>
      <div className="card door-card">
        <Mark />
        <h1>{title}</h1>
        {about ? <p>{about}</p> : null}
        {children}
      </div>
      <Button
        className="no-print"
        variant="subtle"
        color="gray"
        size="xs"
        mt="md"
        onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
        title={text.frame.languageLabel}
      >
        {text.frame.language}
      </Button>
    </main>
  );
}
