import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { judgeGoal, type TargetDetails } from '../../contract/target-details.ts';
import { GIVEN_VERDICTS, type GivenVerdict } from '../../core/rules/progress.ts';
import { formatDate } from '../../core/text/dates.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

const filled = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** Kết quả đánh giá of a goal without a figure: the verdict, a rating, words and evidence. */
export function VerdictCard({ details }: { details: TargetDetails }) {
  const words = useText().targetDetails;
  return (
    <section className="card" aria-labelledby="verdict">
      <h2 id="verdict">{words.verdictTitle}</h2>
      {details.mayEdit ? <VerdictForm details={details} /> : <VerdictWords details={details} />}
    </section>
  );
}

function VerdictWords({ details: { verdict } }: { details: TargetDetails }) {
  const words = useText().targetDetails;
  if (!verdict) return <p className="card-body quiet">{words.verdictNone}</p>;
  return (
    <ul className="plain">
      <li>
        <b>{[words.verdicts[verdict.verdict], verdict.rating].filter(Boolean).join(', ')}</b>
        <span className="plain-facts">
          {verdict.text ? <span>{verdict.text}</span> : null}
          {verdict.evidence ? <span>{verdict.evidence}</span> : null}
          {verdict.on ? <span>{formatDate(verdict.on)}</span> : null}
          {verdict.byPost ? <span>{verdict.byPost}</span> : null}
        </span>
      </li>
    </ul>
  );
}

function VerdictForm({ details: { target, verdict: given } }: { details: TargetDetails }) {
  const text = useText();
  const words = text.targetDetails;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const [verdict, setVerdict] = useState<GivenVerdict | null>(given?.verdict ?? null);
  const [rating, setRating] = useState(given?.rating ?? '');
  const [result, setResult] = useState(given?.text ?? '');
  const [evidence, setEvidence] = useState(given?.evidence ?? '');
  const [on, setOn] = useState(given?.on ?? null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run((actionId) =>
      call(judgeGoal, {
        targetId: target.id,
        version: target.version,
        actionId,
        verdict,
        rating: filled(rating),
        text: filled(result),
        evidence: filled(evidence),
        on,
      }),
    );
    await revalidator.revalidate();
    if (done !== null) sayDone(words.saved);
  };
  return (
    <form className="form card-body" noValidate onSubmit={(event) => void save(event)}>
      <p className="form-note">{words.verdictAbout}</p>
      <Radio.Group
        label={words.verdict}
        value={verdict ?? ''}
        onChange={(value) => setVerdict(GIVEN_VERDICTS.find((one) => one === value) ?? null)}
      >
        <Stack gap={6} mt={4}>
          {GIVEN_VERDICTS.map((one) => (
            <Radio key={one} value={one} label={words.verdicts[one]} />
          ))}
          <Radio value="" label={words.verdictNone} />
        </Stack>
      </Radio.Group>
      <div className="form-pair">
        <TextInput
          label={words.rating}
          placeholder={words.ratingHint}
          maxLength={200}
          value={rating}
          onChange={(event) => setRating(event.currentTarget.value)}
        />
        <DateField label={words.verdictOn} value={on} onChange={setOn} />
      </div>
      <Textarea
        label={words.verdictText}
        autosize
        maxLength={2000}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
      <TextInput
        label={words.evidence}
        maxLength={1000}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <ActErrorNote error={error} />
      <div>
        <Button type="submit" loading={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
