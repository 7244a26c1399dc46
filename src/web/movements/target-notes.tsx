import type { TargetView } from '../../contract/movements.ts';
import { formatDate } from '../../core/text/dates.ts';
import { useText } from '../language.tsx';

/** What has to be known beside a target's figure: its level, its last adjustment, what is missing by name, its rating. */
export function TargetNotes({ target }: { target: TargetView }) {
  const words = useText().targetDetails;
  const { planLevel, adjustedBy, missingNames, verdictRating, verdictText } = target;
  return (
    <>
      {planLevel ? <small className="quiet below">{words.measuredShown(words.levels[planLevel])}</small> : null}
      {adjustedBy ? (
        <small className="quiet below">
          {words.adjustedLine(adjustedBy.resolution, formatDate(adjustedBy.resolutionOn))}
        </small>
      ) : null}
      {missingNames.length > 0 ? (
        <small className="below missing-names">{words.missing(missingNames.join(', '))}</small>
      ) : null}
      {verdictRating ? <small className="below">{verdictRating}</small> : null}
      {verdictText ? <small className="quiet below">{verdictText}</small> : null}
    </>
  );
}
