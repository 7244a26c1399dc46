import './movements.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { TargetId } from '../../contract/ids.ts';
import { getTarget, type TargetDetails } from '../../contract/target-details.ts';
import { formatDate } from '../../core/text/dates.ts';
import { PageHead } from '../../ui/page.tsx';
import { VerdictBadge } from '../../ui/verdict.tsx';
import { useArrival } from '../arrival.ts';
import { call } from '../call.ts';
import { NotFoundPage } from '../failed-page.tsx';
import { useText } from '../language.tsx';
import { actualWords } from '../target-line.tsx';
import { AdjustmentsCard } from './adjustments-card.tsx';
import { ArrangementForm } from './arrangement-form.tsx';
import { TargetNotes } from './target-notes.tsx';
import { VerdictCard } from './verdict-card.tsx';

export async function targetLoader({ params, request }: LoaderFunctionArgs): Promise<TargetDetails | null> {
  const id = TargetId.safeParse(params['targetId']);
  return id.success ? call(getTarget, { targetId: id.data }, { signal: request.signal }) : null;
}

/** One target: its levels, adjustments, who helps, the things it counts, and the verdict of a goal without a figure. */
export function TargetPage() {
  const details = useLoaderData<TargetDetails | null>();
  if (!details) return <NotFoundPage />;
  return <Shown key={details.target.id} details={details} />;
}

function Shown({ details }: { details: TargetDetails }) {
  useArrival();
  const text = useText();
  const { target, movement } = details;
  const { progress, figure } = target;
  return (
    <>
      <title>{`${target.name} · ${text.frame.product}`}</title>
      <PageHead
        title={target.name}
        trail={<Link to={`/phong-trao/${movement.id}/chi-tieu`}>{movement.title}</Link>}
        about={
          <span className="about-line">
            <VerdictBadge verdict={progress.verdict} word={text.movements.verdicts[progress.verdict]} />
            <span>{figure ? text.movements.figure(figure) : text.movementPages.goalWords}</span>
            {actualWords(text, target) ? <b>{actualWords(text, target)}</b> : null}
            {target.dueOn ? <span>{text.targetDetails.dueOn(formatDate(target.dueOn))}</span> : null}
          </span>
        }
      />
      <TargetNotes target={target} />
      <div className="target-cards">
        {figure ? <AdjustmentsCard details={details} /> : <VerdictCard key={target.version} details={details} />}
        <ArrangementForm key={`arranged ${target.version}`} details={details} />
      </div>
    </>
  );
}
