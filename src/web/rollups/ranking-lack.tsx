import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { OrganisationRef } from '../../contract/organisations.ts';
import type { ActName } from '../../core/rules/access.ts';
import { POPULATION } from '../../core/rules/rolled-figures.ts';
import { Empty } from '../../ui/page.tsx';
import { useText } from '../language.tsx';
import { mayAtAll, useSession } from '../session.tsx';
import { useCatalogue } from '../use-catalogue.ts';
import type { RankingTold } from './ranking.ts';
import { figureWords } from './rolled-figure.tsx';

type Lack = 'figure' | 'heads' | 'plan';

/** What most places lack before they can be compared. */
function lackOf(text: ReturnType<typeof useText>, { question, ranking }: RankingTold): Lack {
  const { by } = question;
  if (by === 'plan' && ranking.organisations.every(({ plan }) => plan === null)) return 'plan';
  const told = ranking.organisations.some(({ figure }) => figureWords(text, figure) !== null);
  return by === 'heads' && told ? 'heads' : 'figure';
}

/** How many can be compared; where nobody can, or somebody lacks what is compared by, why and where it is entered. */
export function RankingLack({ place, ...told }: RankingTold & { place: OrganisationRef }) {
  const text = useText();
  const words = text.rollups;
  const { question, ranking } = told;
  const lack = lackOf(text, told);
  const counted = words.comparedBy[question.by ?? 'whole'](ranking.compared, ranking.count);
  const deed = <Deed {...told} place={place} lack={lack} />;
  if (ranking.compared === 0)
    return (
      <div className="card ranking-none">
        <Empty title={words.lack[lack]} deed={deed}>
          {words.lack[`${lack}About`]}
        </Empty>
      </div>
    );
  // Some are compared: only what the others lack, and where that is told already, is worth a deed.
  const isWorthSaying =
    ranking.compared < ranking.count && (lack === 'heads' || (question.by === 'plan' && ranking.toldIn?.targetId));
  return (
    <p className="quiet ranking-lack">
      {counted} {isWorthSaying ? deed : null}
    </p>
  );
}

function Deed({ question, ranking, indicator, place, lack }: RankingTold & { place: OrganisationRef; lack: Lack }) {
  const words = useText().rollups;
  const catalogue = useCatalogue();
  const { person } = useSession();
  const may = (act: ActName) => person.organisation.id === place.id && mayAtAll(person, act);
  const { toldIn } = ranking;
  const code = question.by === 'heads' ? POPULATION : question.indicator;
  const to = (address: string, word: string, title?: string) => (
    <Button component={Link} to={address} title={title} variant="default" size="xs" className="no-print">
      {word}
    </Button>
  );
  if (toldIn === null)
    return (
      <>
        <span className="below">{words.lack.noMovement(place.name, question.until.slice(0, 4))}</span>
        {may('createMovement') ? to('/phong-trao/moi', words.lack.make) : null}
      </>
    );
  const { movement, targetId } = toldIn;
  const name = catalogue.find(code)?.name ?? indicator?.name ?? '';
  const targets = `/phong-trao/${movement.id}/chi-tieu`;
  if (targetId === null)
    return may('addTarget')
      ? to(`${targets}?${new URLSearchParams({ them: code })}`, words.lack.add(name), movement.title)
      : to(targets, words.lack.open, movement.title);
  if (lack === 'plan') return to(`${targets}/${targetId}/phan-bo`, words.lack.planDeed);
  const { from, until } = question;
  // Population has periods of its own.
  const period = lack === 'heads' ? '' : `?${new URLSearchParams({ tu: from, den: until })}`;
  return to(`/so-lieu/${movement.id}${period}`, words.lack[`${lack}Deed`]);
}
