import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ActionId } from '../contract/ids.ts';
import { DomainCode } from '../contract/indicators.ts';
import type { Obstacle } from '../contract/obstacles.ts';
import { DOMAIN_CODES } from '../core/rules/indicators.ts';
import { OBSTACLE_LIMITS } from '../core/rules/obstacles.ts';
import { DialogEnd } from './dialog-end.tsx';
import { findDraft, keepDraft } from './kept-draft.ts';
import { useText } from './language.tsx';
import { useAct } from './use-act.ts';

/** What is said, as fields hold it: an empty one is null when it is sent. */
export type SaidContent = Pick<Obstacle, 'domain' | 'obstacle' | 'cause' | 'recommendation'>;

type Texts = Record<'obstacle' | 'cause' | 'recommendation', string>;

type FieldsProps<F extends keyof Texts> = {
  fields: readonly F[];
  /** Characters of one text. */
  most: number;
  said: Pick<Texts, F>;
  change: (said: Pick<Texts, F>) => void;
};

/** What hinders, why, and what is asked for: the same fields in a dialog and on the page of a link. */
export function ObstacleFields<F extends keyof Texts>({ fields, most, said, change }: FieldsProps<F>) {
  const words = useText().obstacles;
  return fields.map((field) => (
    <Textarea
      key={field}
      label={words[field]}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={most}
      value={said[field]}
      onChange={(event) => change({ ...said, [field]: event.currentTarget.value })}
    />
  ));
}

type Props<T> = {
  title: string;
  about?: string;
  first: SaidContent;
  /** What stands before the texts: whose it is, where that can be chosen. */
  before?: ReactNode;
  /** Who said it is asked for too. */
  forOther?: boolean;
  /** What is typed and not saved is kept on this machine under this name. */
  draft?: string;
  word: string;
  close: () => void;
  deed: (actionId: ActionId, said: SaidContent & { saidBy: string | null }) => Promise<T>;
  done: (answer: T) => void;
};

const FIELDS = ['obstacle', 'cause', 'recommendation'] as const;
export const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Says, rewords or puts together what hinders, why, and what is asked for. */
export function ObstacleForm<T>(props: Props<T>) {
  const { title, about, first, before, forOther = false, draft, word, close, deed, done } = props;
  const text = useText();
  const words = text.obstacles;
  const { busy, error, run } = useAct();
  const [domain, setDomain] = useState(first.domain);
  const [said, setSaid] = useState<Texts>(
    () =>
      findDraft(draft, FIELDS) ?? {
        obstacle: first.obstacle ?? '',
        cause: first.cause ?? '',
        recommendation: first.recommendation ?? '',
      },
  );
  const keep = (now: Texts) => {
    setSaid(now);
    keepDraft(draft, FIELDS.every((field) => now[field].trim() === '') ? null : now);
  };
  const [saidBy, setSaidBy] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { obstacle, cause, recommendation } = said;
    const content = { obstacle: orNull(obstacle), cause: orNull(cause), recommendation: orNull(recommendation) };
    const answer = await run((actionId) => deed(actionId, { domain, ...content, saidBy: orNull(saidBy) }));
    if (answer === null) return;
    keepDraft(draft, null);
    close();
    done(answer);
  };
  return (
    <Modal opened onClose={close} title={title} size="lg" closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        {about ? <p className="form-note">{about}</p> : null}
        {before}
        <DomainSelect domain={domain} change={setDomain} />
        <ObstacleFields fields={FIELDS} most={OBSTACLE_LIMITS.text} said={said} change={keep} />
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
