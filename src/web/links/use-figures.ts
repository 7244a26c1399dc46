import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { type FiguresByLink, openFigureLink, sendByFigureLink } from '../../contract/figure-links.ts';
import type { Text } from '../../core/text/vi.ts';
import { CallOffline, CallProblem, call } from '../call.ts';
import { useText } from '../language.tsx';
import { errorWords } from '../say.ts';
import {
  answered,
  type Fields,
  fieldsOf,
  goingOut,
  isOpen,
  keepFields,
  readFields,
  standing,
  type Wrongs,
  wrongsOf,
} from './figure-draft.ts';
import { keepOpened, useSendLater } from './kept-link.ts';
import { type LinkFiles, useLinkFiles } from './use-link-files.ts';

export type Said = { done: string; about: string | null } | { wrong: string };

/** What is typed and chosen on the page of a link, and how it is sent: now, or by itself when there is a network. */
export function useFigures(first: FiguresByLink) {
  const text = useText();
  const words = text.figureLinks;
  const token = useParams()['token'] ?? '';
  const [found, setFound] = useState(first);
  const [fields, setFields] = useState<Fields>(() => fieldsOf(first));
  const [wrongs, setWrongs] = useState<Wrongs>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const kept = useLinkFiles(first.id);
  const files: LinkFiles = {
    ...kept,
    add: (targetId, chosen) => {
      setSaid(null);
      return kept.add(targetId, chosen);
    },
  };
  // Declared here, since sending waits and waiting sends.
  const again = useRef<() => Promise<void>>(async () => undefined);
  const wait = useSendLater(first.id, busy, () => again.current());
  const change = (targetId: string, field: Fields[string]) => {
    const next = { ...fields, [targetId]: field };
    setFields(next);
    setSaid(null);
    const { [targetId]: _, ...others } = wrongs;
    setWrongs(others);
    keepFields(found, next);
  };
  /** What could not be kept, or was not sent yet (`unsent`), stays as it was typed, on the page and on the telephone. */
  const take = (now: FiguresByLink, left: Wrongs, unsent: Fields = {}) => {
    const next = Object.fromEntries(
      now.figures.map((asked) => {
        const { id } = asked.target;
        const typed = id in left ? fields[id] : isOpen(asked) ? unsent[id] : undefined;
        return [id, typed ?? standing(asked)];
      }),
    );
    setFound(now);
    setFields(next);
    setWrongs(left);
    keepFields(now, next);
    // Where nothing can be kept the page alone has it.
    void keepOpened(openFigureLink.name, token, now).catch(() => undefined);
  };
  const send = async () => {
    const { cells, wrongs: unclear } = readFields(found, fields);
    if (Object.keys(unclear).length > 0) {
      setWrongs(unclear);
      setSaid({ wrong: words.mend });
      return;
    }
    if (cells.length === 0 && files.waiting.length === 0) {
      setSaid({ wrong: words.nothing });
      return;
    }
    setBusy(true);
    try {
      // Pictures first: whoever is told of the figures finds them there.
      const sent = await files.sendAll(token);
      if (sent.now) take(sent.now, {}, fields);
      const answer =
        cells.length === 0 ? null : await call(sendByFigureLink, { token, cells: goingOut(found.id, cells) });
      answered(found.id);
      wait(false);
      const left = wrongsOf(answer?.cells ?? []);
      if (answer) take(answer.now, left);
      if (Object.keys(left).length > 0)
        setSaid({ wrong: Object.values(left).some(({ conflict }) => conflict) ? words.conflict : words.mend });
      else if (sent.refused > 0) setSaid({ wrong: words.filesWrong });
      else setSaid({ done: doneWords(words, answer?.sent ?? 0, sent.count), about: words.sentAbout });
    } catch (error) {
      if (error instanceof CallOffline) {
        wait(true);
        setSaid({ wrong: words.offline });
      } else {
        wait(false);
        const { title, about } = errorWords(text, error);
        setSaid({ wrong: [title, about].filter((part) => part !== null).join(' ') });
        if (!(error instanceof CallProblem)) throw error;
      }
    } finally {
      setBusy(false);
    }
  };
  again.current = send;
  const changeFiles = (now: FiguresByLink) => take(now, wrongs, fields);
  return { found, fields, wrongs, said, busy, change, send, files, changeFiles, token };
}

/** "Đã gửi 3 số liệu. Cảm ơn bạn! Đã gửi 1 ảnh, giấy tờ." */
function doneWords(words: Text['figureLinks'], figures: number, files: number): string {
  const parts = [figures > 0 ? words.sent(figures) : null, files > 0 ? words.sentFiles(files) : null];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? words.sentSame : said.join(' ');
}
