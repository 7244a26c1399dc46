import { Button } from '@mantine/core';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import './figures.css';
import { type FiguresByLink, openFigureLink } from '../../contract/figure-links.ts';
import { call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { isOpen } from './figure-draft.ts';
import { FigureField } from './figure-field.tsx';
import { openOrKept } from './kept-link.ts';
import { LinkEvidence } from './link-evidence.tsx';
import { ObstaclePart } from './obstacle-part.tsx';
import { type Opening, opening, ShutDoor } from './opening.tsx';
import { useFigures } from './use-figures.ts';

export function figureLinkLoader({ params, request }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const ask = () => call(openFigureLink, { token }, { signal: request.signal });
  return opening(openOrKept(openFigureLink.name, token, ask).then(withFiles));
}

/** What an older program has kept tells nothing of files. */
const withFiles = (found: FiguresByLink): FiguresByLink => ({
  ...found,
  figures: found.figures.map((one) => ({ ...one, evidence: one.evidence ?? [] })),
});

/** Gửi số liệu: the figures a link asks of one unit for one period; nothing else of the product. */
export function FiguresByLinkPage() {
  const text = useText();
  const data = useLoaderData<Opening<FiguresByLink>>();
  return 'refused' in data ? (
    <ShutDoor refused={data.refused} about={text.figureLinks.gone} />
  ) : (
    <OpenFigures found={data.found} />
  );
}

const EMPTY = { typed: '', note: '', estimated: false };

function OpenFigures({ found: first }: { found: FiguresByLink }) {
  const text = useText();
  const words = text.figureLinks;
  const { found, fields, wrongs, said, busy, change, send, files, changeFiles, token } = useFigures(first);
  const open = found.closed ? [] : found.figures.filter(isOpen);
  const sentBefore = found.figures.some(({ figure }) => figure !== null && figure.state !== 'draft');
  return (
    <Door title={words.title(found.organisationName)} about={words.about(found.movementTitle)}>
      <p className="link-period">
        <b>{text.figurePages.period(found.period)}</b>
        {found.closed || open.length === 0 ? null : <span>{words.dueOn(found.dueOn)}</span>}
      </p>
      {found.closed ? <p className="link-over">{words.closed}</p> : null}
      {!found.closed && open.length === 0 ? <p className="link-over">{words.allApproved}</p> : null}
      <form
        noValidate
        className="link-figures"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {found.figures.map((asked) => (
          <FigureField
            key={asked.target.id}
            asked={asked}
            shut={found.closed || !isOpen(asked)}
            field={fields[asked.target.id] ?? EMPTY}
            wrong={wrongs[asked.target.id] ?? null}
            change={(field) => change(asked.target.id, field)}
          >
            <LinkEvidence
              asked={asked}
              shut={found.closed || !isOpen(asked)}
              files={files}
              token={token}
              take={changeFiles}
            />
          </FigureField>
        ))}
        {said === null ? null : 'wrong' in said ? (
          <p className="form-error" role="alert">
            {said.wrong}
          </p>
        ) : (
          <p className="door-sent" role="status">
            <b>{said.done}</b> {said.about}
          </p>
        )}
        {open.length > 0 ? (
          <Button type="submit" size="lg" fullWidth loading={busy}>
            {sentBefore ? words.sendAgain : words.send}
          </Button>
        ) : null}
      </form>
      <ObstaclePart token={token} linkId={found.id} />
      <div className="link-foot">
        {open.length > 0 ? (
          <p>
            {words.keptHere} {words.fileHint}
          </p>
        ) : null}
        <p>{words.until(formatMoment(found.expiresAt))}</p>
        <p>{words.ask(found.madeBy.post, found.madeBy.organisation)}</p>
      </div>
    </Door>
  );
}
