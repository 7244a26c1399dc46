import { Modal, Select, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answerObstacle, type Obstacle } from '../../contract/obstacles.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { OBSTACLE_LIMITS, OBSTACLE_STATES, type ObstacleState } from '../../core/rules/obstacles.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { ObstacleContent } from '../obstacle-content.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { useAct } from '../use-act.ts';

/** Who solves it, how far it is, and what is answered. */
export function AnswerDialog({ row, close, done }: { row: Obstacle; close: () => void; done: () => void }) {
  const text = useText();
  const words = text.obstacles;
  const { busy, error, run } = useAct();
  const [state, setState] = useState<ObstacleState>(row.answer.state === 'open' ? 'answered' : row.answer.state);
  const [owner, setOwner] = useState<OrganisationRef | null>(row.answer.owner);
  const [answer, setAnswer] = useState(row.answer.answer ?? '');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const said = answer.trim() === '' ? null : answer.trim();
    const saved = await run((actionId) =>
      call(answerObstacle, {
        ...{ obstacleId: row.id, version: row.version, actionId },
        ...{ state, ownerId: owner?.id ?? null, answer: said },
      }),
    );
    if (saved === null) return;
    close();
    done();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={words.replyTitle(row.organisation.name)}
      size="lg"
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ObstacleContent row={row} />
        <Select
          label={words.state}
          allowDeselect={false}
          value={state}
          data={OBSTACLE_STATES.map((one) => ({ value: one, label: words.states[one] }))}
          onChange={(value) => setState(OBSTACLE_STATES.find((one) => one === value) ?? state)}
        />
        <OrganisationPicker label={words.owner} clearable value={owner} onChange={setOwner} />
        <Textarea
          label={words.answer}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={OBSTACLE_LIMITS.text}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <DialogEnd error={error} busy={busy} close={close} word={words.replySave} />
      </form>
    </Modal>
  );
}
