import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Person } from '../../contract/session.ts';
import { useText } from '../language.tsx';
import { mayAtAll, useSession } from '../session.tsx';

/** What there is so far, where the person is one who sets a place up. */
export type Beginnings = { below: number; people: number; movements: number };

export const setsUp = (person: Person): boolean =>
  mayAtAll(person, 'createOrganisation') && mayAtAll(person, 'createAccount');

type Step = {
  key: 'tree' | 'people' | 'movement';
  done: boolean;
  note: string;
  word: string;
  deed: string;
  to: string;
};

/** The first steps of a new installation, until they are done or put away. */
export function FirstSteps({ beginnings }: { beginnings: Beginnings }) {
  const words = useText().accountPages.first;
  const { person } = useSession();
  const kept = `first-steps ${person.organisation.id}`;
  const [hidden, setHidden] = useState(() => localStorage.getItem(kept) !== null);
  const { below, people, movements } = beginnings;
  const steps: Step[] = [
    {
      key: 'tree',
      done: below > 0,
      word: words.tree,
      note: below > 0 ? words.treeDone(below) : words.treeAbout,
      deed: words.treeDeed,
      to: `/quan-tri/don-vi?dv=${person.organisation.id}`,
    },
    {
      key: 'people',
      done: people > 0,
      word: words.people,
      note: people > 0 ? words.peopleDone(people) : words.peopleAbout,
      deed: words.peopleDeed,
      to: '/quan-tri/tai-khoan',
    },
  ];
  if (mayAtAll(person, 'uploadDocument') && !person.modulesOff.includes('module.reading'))
    steps.push({
      key: 'movement',
      done: movements > 0,
      word: words.movement,
      note: movements > 0 ? words.movementDone : words.movementAbout,
      deed: words.movementDeed,
      to: '/van-ban',
    });
  if (hidden || steps.every(({ done }) => done)) return null;
  const hide = () => {
    localStorage.setItem(kept, 'hidden');
    setHidden(true);
  };
  return (
    <section className="card first-steps" aria-labelledby="first-steps-head">
      <div className="card-head">
        <h2 id="first-steps-head">{words.title}</h2>
        <Button variant="subtle" size="xs" onClick={hide}>
          {words.hide}
        </Button>
      </div>
      <p className="card-body quiet">{words.about}</p>
      <ol className="lines">
        {steps.map(({ key, done, word, note, deed, to }) => (
          <li key={key}>
            <span
              className={done ? 'first-steps-mark done' : 'first-steps-mark'}
              role="img"
              aria-label={done ? words.done : words.toDo}
            >
              {done ? <IconCircleCheck size={22} /> : <IconCircle size={22} />}
            </span>
            <div>
              <b>{word}</b>
              <p className="quiet">{note}</p>
            </div>
            {done ? null : (
              <Button component={Link} to={to} variant="default" size="xs">
                {deed}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
