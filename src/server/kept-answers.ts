/**
 * Answers that are kept while nothing changed. What a board shows in a province follows from acts, each of which moves
 * the head of the log, and from figures put together since, which are counted in rounds; so an answer given at one head
 * and round holds for everybody in the same seat until either moves. Nothing here is a guess with a time on it.
 */

import { sql } from 'kysely';
import type { Read, Viewer } from './read.ts';

/** An answer as it goes over the wire: checked against the contract and written out once. */
export type WrittenAnswer = { readonly json: string };

export type KeptAnswers = {
  find: (key: string) => WrittenAnswer | null;
  keep: (key: string, answer: WrittenAnswer) => void;
};

/** In characters, of a process: boards of a few hundred places. */
const MOST_KEPT = 16_000_000;

/** Keeps what was asked for last; the oldest go when there is too much. */
export function keepAnswers(most = MOST_KEPT): KeptAnswers {
  const kept = new Map<string, WrittenAnswer>();
  let size = 0;
  const drop = (key: string, answer: WrittenAnswer) => {
    kept.delete(key);
    size -= key.length + answer.json.length;
  };
  return {
    find: (key) => {
      const answer = kept.get(key);
      if (!answer) return null;
      kept.delete(key);
      kept.set(key, answer);
      return answer;
    },
    keep: (key, answer) => {
      const known = kept.get(key);
      if (known) drop(key, known);
      kept.set(key, answer);
      size += key.length + answer.json.length;
      for (const [oldest, one] of kept) {
        if (size <= most) break;
        drop(oldest, one);
      }
    },
  };
}

/** What the answer to `asked` follows from: who asks from which seat, on which day, and how far the province has come. */
export async function keyOfAnswer(
  read: Read,
  viewer: Viewer,
  asked: { name: string; input: unknown },
): Promise<string> {
  const { rows } = await sql<{ head: string | null; rounds: string | null }>`
    SELECT (SELECT encode(hash, 'hex') FROM audit_heads WHERE province_id = ${viewer.provinceId}) AS head,
      (SELECT count FROM rolled_rounds WHERE province_id = ${viewer.provinceId}) AS rounds`.execute(read);
  const seat = [viewer.provinceId, viewer.organisationId, viewer.roles, viewer.today];
  return JSON.stringify([asked.name, asked.input, ...seat, rows[0]?.head, rows[0]?.rounds]);
}
