import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { type ObstacleByLink, openObstacleByLink, sendObstacleByLink } from '../../contract/obstacles.ts';
import { OBSTACLE_LIMITS } from '../../core/rules/obstacles.ts';
import { CallOffline, call } from '../call.ts';
import { findDraft, keepDraft } from '../kept-draft.ts';
import { useText } from '../language.tsx';
import { ObstacleFields, orNull } from '../obstacle-form.tsx';
import { errorWords } from '../say.ts';

const FIELDS = ['obstacle', 'recommendation'] as const;
type Texts = Record<(typeof FIELDS)[number], string>;

/** What is typed on this telephone and not sent; `asked`: somebody pressed send without a network. */
const nameOf = (linkId: string) => `obstacle.${linkId}`;
const askedOf = (linkId: string) => `obstacle.${linkId}.send`;
const readKept = (linkId: string): (Texts & { asked: boolean }) | null => {
  const kept = findDraft(nameOf(linkId), FIELDS);
  return kept && { ...kept, asked: findDraft(askedOf(linkId), []) !== null };
};
function keep(linkId: string, kept: (Texts & { asked: boolean }) | null): void {
  const { obstacle, recommendation, asked } = kept ?? { obstacle: '', recommendation: '', asked: false };
  keepDraft(nameOf(linkId), kept === null ? null : { obstacle, recommendation });
  keepDraft(askedOf(linkId), asked ? {} : null);
}

const textsOf = ({ open, obstacle, recommendation }: ObstacleByLink): Texts =>
  open ? { obstacle: obstacle ?? '', recommendation: recommendation ?? '' } : { obstacle: '', recommendation: '' };
const AGAIN_AFTER_MS = 10_000;

/** A few words besides the figures of a link: what hinders, what is asked for, and the answer to it. */
export function ObstaclePart({ token, linkId }: { token: string; linkId: string }) {
  const text = useText();
  const words = text.obstacles;
  const [found, setFound] = useState<ObstacleByLink | null>(null);
  const [texts, setTexts] = useState<Texts>(() => readKept(linkId) ?? { obstacle: '', recommendation: '' });
  const [later, setLater] = useState(() => readKept(linkId)?.asked ?? false);
  const [said, setSaid] = useState<{ done: string } | { wrong: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState(() => readKept(linkId) !== null);
  useEffect(() => {
    call(openObstacleByLink, { token }).then(
      (now) => {
        setFound(now);
        if (readKept(linkId) === null) setTexts(textsOf(now));
      },
      // Without a network what was typed is there; the figures above say the rest.
      () => undefined,
    );
  }, [token, linkId]);
  const change = (next: Texts) => {
    setTexts(next);
    setSaid(null);
    keep(linkId, { ...next, asked: later });
  };
  const send = useCallback(async () => {
    setBusy(true);
    try {
      const now = await call(sendObstacleByLink, {
        token,
        obstacle: orNull(texts.obstacle),
        recommendation: orNull(texts.recommendation),
      });
      keep(linkId, null);
      setLater(false);
      setFound(now);
      setTexts(textsOf(now));
      setSaid({ done: words.linkSent });
    } catch (error) {
      const offline = error instanceof CallOffline;
      keep(linkId, { ...texts, asked: offline });
      setLater(offline);
      const { title, about } = errorWords(text, error);
      setSaid({ wrong: offline ? words.linkOffline : [title, about].filter((part) => part !== null).join(' ') });
    } finally {
      setBusy(false);
    }
  }, [token, linkId, texts, text, words]);
  useEffect(() => {
    if (!later || busy) return undefined;
    const again = () => void send();
    const timer = setInterval(again, AGAIN_AFTER_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [later, busy, send]);
  // Most have nothing to say: figures come first, and there are no more fields than asked for.
  if (!opened && !found?.state)
    return (
      <Button variant="subtle" className="link-more" onClick={() => setOpened(true)}>
        {words.linkOpen}
      </Button>
    );
  return (
    <form
      noValidate
      className="link-figures link-figure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 className="link-name">{words.linkTitle}</h2>
      {found?.state ? (
        <p className="link-known">
          {[words.states[found.state], found.answer === null ? null : words.linkAnswer(found.answer)]
            .filter((part) => part !== null)
            .join('. ')}
        </p>
      ) : null}
      {found && !found.open ? <p className="link-known">{words.linkTakenUp}</p> : null}
      <ObstacleFields fields={FIELDS} most={OBSTACLE_LIMITS.linkText} said={texts} change={change} />
      {said === null ? null : 'wrong' in said ? (
        <p className="form-error" role="alert">
          {said.wrong}
        </p>
      ) : (
        <p className="door-sent" role="status">
          {said.done}
        </p>
      )}
      <Button type="submit" size="md" variant="default" fullWidth loading={busy}>
        {words.linkSend}
      </Button>
    </form>
  );
}
