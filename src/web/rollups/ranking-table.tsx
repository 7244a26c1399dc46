import { Link } from 'react-router';
import type { RankedOrganisation } from '../../contract/rollups.ts';
import { useText } from '../language.tsx';
import type { RankingQuestion, RankingTold } from './ranking.ts';
import { coverageWords, figureWords } from './rolled-figure.tsx';

/** What the column of figures is headed with, where it is compared as it is or per head. */
export function figureTitleOf(text: ReturnType<typeof useText>, { indicator, question }: RankingTold): string {
  const words = text.rollups;
  const unit = question.by === 'heads' ? words.perHead(indicator?.unit ?? null) : indicator?.unit;
  return unit ? `${words.figure} (${unit})` : words.figure;
}

export function RankingTable(told: RankingTold) {
  const text = useText();
  const words = text.rollups;
  const { question, ranking, when } = told;
  const figureTitle = figureTitleOf(text, told);
  const { by } = question;
  return (
    <div className="table-frame ranking-frame">
      <table className="table stacking">
        <caption className="visually-hidden">{when}</caption>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.organisation}</th>
            {by === 'plan' ? (
              <>
                <th scope="col" className="number">
                  {words.reached}
                </th>
                <th scope="col" className="number">
                  {words.given}
                </th>
              </>
            ) : null}
            <th scope="col" className="number">
              {figureTitle}
            </th>
            {by === 'heads' ? (
              <th scope="col" className="number">
                {words.heads}
              </th>
            ) : null}
            <th scope="col">{words.coverage}</th>
          </tr>
        </thead>
        <tbody>
          {ranking.organisations.map((one) => (
            <Row
              key={one.organisation.id}
              one={one}
              by={by}
              figureTitle={figureTitle}
              year={question.until.slice(0, 4)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { one: RankedOrganisation; by: RankingQuestion['by']; figureTitle: string; year: string };

function Row({ one, by, figureTitle, year }: RowProps) {
  const text = useText();
  const words = text.rollups;
  const number = text.movementPages.number;
  const { rank, organisation, figure, compared, heads, plan } = one;
  const told = figureWords(text, figure);
  return (
    <tr>
      <td data-label={words.place} className="figures">
        {rank ?? '–'}
      </td>
      <th scope="row">
        <Link to={`/so-lieu/tong-hop?${new URLSearchParams({ 'don-vi': organisation.id, nam: year })}`}>
          {organisation.name}
        </Link>
      </th>
      {by === 'plan' ? (
        <>
          <td data-label={words.reached} className="number">
            {compared === null ? '–' : <b>{number(compared)}</b>}
          </td>
          <td data-label={words.given} className="number">
            <span>
              {plan ? text.movements.figure(plan.figure) : <span className="quiet">{words.notGiven}</span>}
              {plan?.own ? <small className="quiet below">{words.setItself}</small> : null}
            </span>
          </td>
        </>
      ) : null}
      <td data-label={figureTitle} className="number">
        {(by === 'heads' ? compared && number(rounded(compared)) : told) ?? (
          <span className="quiet">{by === 'heads' && told ? words.noHeads : words.noFigure}</span>
        )}
      </td>
      {by === 'heads' ? (
        <td data-label={words.heads} className="number">
          {heads === null ? '–' : number(heads)}
        </td>
      ) : null}
      <td data-label={words.coverage}>{coverageWords(text, figure)}</td>
    </tr>
  );
}

/** For reading alone: two places, and three digits of what is smaller than ten. */
const rounded = (value: string): string =>
  String(Number(Math.abs(Number(value)) < 10 ? Number(value).toPrecision(3) : Number(value).toFixed(2)));
