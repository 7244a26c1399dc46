import { Button, Group, Modal, Radio, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { answerTargets, type Comparison, type ComparisonRow } from '../../contract/comparisons.ts';
import { TARGET_ANSWERS, type TargetAnswerKind } from '../../core/rules/compare-with-parent.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

type Props = { comparison: Comparison; row: ComparisonRow; close: () => void };

const kindOf = (state: ComparisonRow['state']): TargetAnswerKind =>
  TARGET_ANSWERS.find((kind) => kind === state) ?? 'answered';

/** Says how the plan answers one target of the level above. */
export function AnswerDialog({ comparison, row, close }: Props) {
  const text = useText();
  const words = text.comparisons;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const [how, setHow] = useState<TargetAnswerKind>(kindOf(row.state));
  const [own, setOwn] = useState<string | null>(row.own?.id ?? null);
  const [reason, setReason] = useState(row.reason ?? '');
  const keep = async (chosen: TargetAnswerKind | null) => {
    const done = await run((actionId) =>
      call(answerTargets, {
        movementId: comparison.movement.id,
        actionId,
        answers: [
          {
            targetId: row.target.id,
            version: row.version,
            how: chosen,
            ownTargetId:
              chosen === 'not-applicable' || chosen === null
                ? null
                : (comparison.own.find(({ id }) => id === own)?.id ?? null),
            reason: chosen === 'answered' || chosen === null || reason.trim() === '' ? null : reason.trim(),
          },
        ],
      }),
    );
    await revalidator.revalidate();
    if (done === null) return;
    sayDone(words.saved);
    close();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void keep(how);
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.decideOf(row.target.name)}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={save}>
        <p className="form-note">
          {words.asked}: {row.target.figure ? text.movements.figure(row.target.figure) : row.target.name}
          {row.share === null ? null : `. ${words.share(row.share, row.target.figure?.unit ?? null)}`}
        </p>
        <Radio.Group
          label={words.how}
          value={how}
          onChange={(value) => setHow(TARGET_ANSWERS.find((kind) => kind === value) ?? 'answered')}
        >
          <Stack gap={6} mt={4}>
            {TARGET_ANSWERS.map((kind) => (
              <Radio key={kind} value={kind} label={words.answers[kind]} />
            ))}
          </Stack>
        </Radio.Group>
        {how === 'not-applicable' ? null : (
          <Select
            label={words.ownTarget}
            required={how === 'answered'}
            searchable
            clearable
            placeholder={words.ownNone}
            value={own}
            data={comparison.own.map(({ id, name, figure }) => ({
              value: id,
              label: figure ? `${name} (${text.movements.figure(figure)})` : name,
            }))}
            onChange={setOwn}
          />
        )}
        {how === 'answered' ? null : (
          <Textarea
            label={words.reason}
            description={words.reasonAbout}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <ActErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          {row.version > 0 ? (
            <Button variant="subtle" disabled={busy} onClick={() => void keep(null)}>
              {words.takeBack}
            </Button>
          ) : null}
          <Button variant="default" onClick={close}>
            {text.frame.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {text.frame.save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
