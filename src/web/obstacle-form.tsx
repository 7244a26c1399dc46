import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ActionId } from '../contract/ids.ts';
import { DomainCode } from '../contract/indicators.ts';
import type { Obstacle } from '../contract/obstacles.ts';
import { DOMAIN_CODES } from '../core/rules/indicators.ts';
import { OBSTACLE_LIMITS } from '../core/rules/obstacles.ts';
import { DialogEnd } from './dialog-end.tsx';
import { useText } from './language.tsx';
import { useAct } from './use-act.ts';

/** What is said, as fields hold it: an empty one is null when it is sent. */
export type SaidContent = Pick<Obstacle, 'domain' | 'obstacle' | 'cause' | 'recommendation'>;

type Props<T> = {
  title: string;
  about?: string;
  first: SaidContent;
  /** What stands before the texts: whose it is, where that can be chosen. */
  before?: ReactNode;
  /** Who said it is asked for too. */
  forOther?: boolean;
  word: string;
  close: () => void;
  deed: (actionId: ActionId, said: SaidContent & { saidBy: string | null }) => Promise<T>;
  done: (answer: T) => void;
};

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Says, rewords or puts together what hinders, why, and what is asked for. */
export function ObstacleForm<T>({ title, about, first, before, forOther = false, word, close, deed, done }: Props<T>) {
  const text = useText();
  const words = text.obstacles;
  const { busy, error, run } = useAct();
  const [domain, setDomain] = useState(first.domain);
  const [said, setSaid] = useState({
    obstacle: first.obstacle ?? '',
    cause: first.cause ?? '',
    recommendation: first.recommendation ?? '',
  });
  const [saidBy, setSaidBy] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { obstacle, cause, recommendation } = said;
    const content = { obstacle: orNull(obstacle), cause: orNull(cause), recommendation: orNull(recommendation) };
    const answer = await run((actionId) => deed(actionId, { domain, ...content, saidBy: orNull(saidBy) }));
    if (answer === null) return;
    close();
    done(answer);
  };
  return (
    <Modal opened onClose={close} title={title} size="lg" closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        {about ? <p className="form-note">{about}</p> : null}
        {before}
        <DomainSelect domain={domain} change={setDomain} />
        {(['obstacle', 'cause', 'recommendation'] as const).map((field) => (
          <Textarea
            key={field}
            label={words[field]}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={OBSTACLE_LIMITS.text}
            value={said[field]}
            onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
          />
        ))}
        {forOther ? (
          <TextInput
            label={words.saidBy}
            placeholder={text.figurePages.saidByHint}
            maxLength={200}
            value={saidBy}
            onChange={(event) => setSaidBy(event.currentTarget.value)}
          />
        ) : null}
        <DialogEnd error={error} busy={busy} close={close} word={word} />
      </form>
    </Modal>
  );
}

function DomainSelect({
  domain,
  change,
}: Pick<SaidContent, 'domain'> & { change: (domain: SaidContent['domain']) => void }) {
  const text = useText();
  return (
    <Select
      label={text.obstacles.domain}
      placeholder={text.obstacles.noDomain}
      searchable
      clearable
      value={domain}
      data={DOMAIN_CODES.map((code) => ({ value: code, label: text.movements.domains[code] }))}
      onChange={(value) => change(value === null ? null : DomainCode.parse(value))}
    />
  );
}
