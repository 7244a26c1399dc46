/** Pictures and papers that wait to go by a link: kept on this telephone until the server has them. */

import { useEffect, useState } from 'react';
import { addEvidenceByLink, type FiguresByLink } from '../../contract/figure-links.ts';
import type { LinkId, TargetId } from '../../contract/ids.ts';
import { EVIDENCE_LIMITS } from '../../core/rules/evidence.ts';
import { CallProblem, call, newActionId } from '../call.ts';
import { dropLinkFile, keepLinkFile, type LinkFile, linkFilesOf } from '../kept.ts';
import { useText } from '../language.tsx';
import { errorWords } from '../say.ts';
import { shrinkPicture } from '../shrink-picture.ts';

/** The server is there but cannot, now: tried again later. */
const LATER = new Set(['broken', 'unavailable', 'too-many']);

type Sent = { count: number; refused: number; now: FiguresByLink | null };

export type LinkFiles = {
  waiting: readonly LinkFile[];
  /** Why the server did not take a file, by its id. */
  troubles: Readonly<Record<string, string>>;
  /** Keeps files beside a figure; the name of the first that is too large. */
  add: (targetId: TargetId, files: readonly File[]) => Promise<string | null>;
  drop: (id: string) => Promise<void>;
  /** Sends one after the other. Throws where there is no network; what was not taken stays and says why. */
  sendAll: (token: string) => Promise<Sent>;
};

export function useLinkFiles(linkId: LinkId): LinkFiles {
  const text = useText();
  const [waiting, setWaiting] = useState<readonly LinkFile[]>([]);
  const [troubles, setTroubles] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    let left = false;
    void linkFilesOf(linkId).then((kept) => {
      if (!left) setWaiting((now) => [...kept.filter(({ id }) => !now.some((one) => one.id === id)), ...now]);
    });
    return () => {
      left = true;
    };
  }, [linkId]);
  const drop = async (id: string) => {
    await dropLinkFile(id);
    setWaiting((now) => now.filter((one) => one.id !== id));
    setTroubles(({ [id]: _, ...others }) => others);
  };
  const add = async (targetId: TargetId, files: readonly File[]) => {
    let tooLarge: string | null = null;
    for (const file of files) {
      const { name, bytes } = await shrinkPicture(file);
      if (bytes.size > EVIDENCE_LIMITS.linkBytes) {
        tooLarge ??= file.name;
        continue;
      }
      const kept = {
        ...{ id: newActionId(), linkId, targetId, name: name.slice(-200) },
        ...{ bytes: await bytes.arrayBuffer(), at: new Date().toISOString() },
      };
      await keepLinkFile(kept);
      setWaiting((now) => [...now, kept]);
    }
    return tooLarge;
  };
  const sendAll = async (token: string): Promise<Sent> => {
    const sent: Sent = { count: 0, refused: 0, now: null };
    for (const { id, targetId, name, bytes } of waiting) {
      try {
        sent.now = await call(addEvidenceByLink, { token, targetId, name, file: await base64Of(bytes) });
        sent.count += 1;
        await drop(id);
      } catch (error) {
        if (!(error instanceof CallProblem) || LATER.has(error.body.kind)) throw error;
        const { title, about } = errorWords(text, error);
        setTroubles((now) => ({ ...now, [id]: [title, about].filter((part) => part !== null).join(' ') }));
        sent.refused += 1;
      }
    }
    return sent;
  };
  return { waiting, troubles, add, drop, sendAll };
}

async function base64Of(bytes: ArrayBuffer): Promise<string> {
  const reader = new FileReader();
  const address = await new Promise<string>((done, failed) => {
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  });
  return address.slice(address.indexOf(',') + 1);
}
