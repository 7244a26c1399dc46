import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ActName } from '../core/rules/access.ts';
import { mayAtAll, useSession } from './session.tsx';

/** The first step where a place is still empty, for whom may take it. */
export function NextStep({ act, to, word }: { act: ActName; to: string; word: string }) {
  const { person } = useSession();
  if (!mayAtAll(person, act)) return null;
  return (
    <Button component={Link} to={to} variant="default" className="no-print">
      {word}
    </Button>
  );
}
