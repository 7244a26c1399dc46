import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { OrganisationId } from '../../contract/ids.ts';
import { type BoardIndicator, type FigurePart, type FigureParts, getFigureParts } from '../../contract/rollups.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayError } from '../say.ts';
import { numberCell, TableExport } from '../table-export.tsx';
import { coverageWords, figureWords } from './rolled-figure.tsx';

type Props = {
  place: { id: OrganisationId; name: string };
  indicator: BoardIndicator;
  period: BoardIndicator['periods'][number];
  close: () => void;
};

/** Cách tính: the formula of a figure and the parts directly below that it is made of, each leading to its own board. */
export function PartsDialog({ place, indicator, period, close }: Props) {
  const text = useText();
  const words = text.rollups.parts;
  const [made, setMade] = useState<FigureParts | null>(null);
  const { from, until } = period;
  const { code, name } = indicator;
  useEffect(() => {
    const gone = new AbortController();
    setMade(null);
    call(getFigureParts, { organisationId: place.id, indicator: code, from, until }, { signal: gone.signal })
      .then(setMade)
      .catch((error: unknown) => {
        if (gone.signal.aborted) return;
        sayError(text, error);
        close();
      });
    return () => gone.abort();
  }, [place.id, code, from, until, text, close]);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={`${name}, ${place.name}`}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <p>
        {period.own ? `${words.own} ` : ''}
        {text.targetCourse.formula[indicator.rollUp]}{' '}
        {indicator.weighedBy ? words.weighedBy(indicator.weighedBy) : null}
      </p>
      {made === null ? (
        <p role="status">{text.frame.loading}</p>
      ) : (
        <Parts made={made} indicator={indicator} period={period} place={place.name} />
      )}
    </Modal>
  );
}

type PartsProps = {
  made: FigureParts;
  indicator: BoardIndicator;
  period: Props['period'];
  place: string;
};

function Parts({ made, indicator, period, place }: PartsProps) {
  const text = useText();
  const words = text.rollups.parts;
  const { parts, weighedBy, rollUp, figure, more, correctionReason } = made;
  const number = text.movementPages.number;
  const unweighed = weighedBy ? parts.filter((part) => part.figure?.own && part.weight === null) : [];
  const below = weighedBy ? parts.filter((part) => part.figure && !part.figure.own && part.figure.unweighed > 0) : [];
  const weightTitle = weighedBy
    ? [weighedBy.name, weighedBy.unit && `(${weighedBy.unit})`].filter(Boolean).join(' ')
    : '';
  const told = figure && figureWords(text, figure);
  const corrected = correctionReason ? <p>{text.figurePages.details.corrected(correctionReason)}</p> : null;
  if (parts.length === 0)
    return (
      <>
        {corrected}
        <p className="quiet">{words.none}</p>
      </>
    );
  return (
    <>
      {corrected}
      {told && figure ? (
        <p>
          <b>{words.together(told, indicator.unit ?? '', coverageWords(text, figure))}</b>
        </p>
      ) : null}
      {unweighed.length + below.length > 0 && weighedBy ? (
        <p className="parts-left-out">
          {words.unweighed(
            weighedBy.name,
            [...unweighed, ...below].map(({ organisation }) => organisation.name),
          )}
        </p>
      ) : null}
      <div className="table-frame parts-frame">
        <table className="table stacking">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.rollups.organisation}</th>
              <th scope="col">{text.rollups.figure}</th>
              {weighedBy ? <th scope="col">{weightTitle}</th> : null}
              {rollUp === 'share-of-units' ? <th scope="col">{words.met}</th> : null}
              <th scope="col">{text.rollups.coverage}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.organisation.id}>
                <th scope="row">
                  <Link
                    to={`/so-lieu/tong-hop?${new URLSearchParams({ 'don-vi': part.organisation.id, nam: period.until.slice(0, 4) })}`}
                  >
                    {part.organisation.name}
                  </Link>
                </th>
                <td data-label={text.rollups.figure} className="figures">
                  {(part.figure && figureWords(text, part.figure)) ?? (
                    <span className="quiet">{text.rollups.noFigure}</span>
                  )}
                  {part.correctionReason ? (
                    <small className="quiet below">{text.figurePages.details.corrected(part.correctionReason)}</small>
                  ) : null}
                </td>
                {weighedBy ? (
                  <td data-label={weightTitle} className="figures">
                    {part.weight === null ? '–' : number(part.weight)}
                  </td>
                ) : null}
                {rollUp === 'share-of-units' ? (
                  <td data-label={words.met}>{part.met === null ? '–' : words.metWords[part.met ? 'yes' : 'no']}</td>
                ) : null}
                <td data-label={text.rollups.coverage}>
                  {part.figure ? coverageWords(text, part.figure) : words.silent}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? <p className="quiet">{words.more(more)}</p> : null}
      <TableExport
        title={`${words.title}, ${indicator.name}`}
        lines={[place, text.figurePages.period(period)]}
        columns={[
          { title: text.rollups.organisation, cell: ({ organisation }: FigurePart) => organisation.name },
          { title: text.rollups.figure, cell: ({ figure: one }) => numberCell(one?.value ?? null) },
          { title: text.tableExport.numerator, cell: ({ figure: one }) => numberCell(one?.numerator ?? null) },
          { title: text.tableExport.denominator, cell: ({ figure: one }) => numberCell(one?.denominator ?? null) },
          { title: weightTitle || words.weight, cell: ({ weight }) => numberCell(weight) },
          { title: text.tableExport.reported, cell: ({ figure: one }) => numberCell(one?.reported ?? 0) },
          { title: text.tableExport.asked, cell: ({ figure: one }) => numberCell(one?.asked ?? 1) },
          { title: text.figurePages.correction.reason, cell: (part) => part.correctionReason },
        ]}
        rows={parts}
      />
    </>
  );
}
