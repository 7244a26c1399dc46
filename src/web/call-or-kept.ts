import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { CallOffline, call, fileAddress } from './call.ts';
import { findAnswer, keepAnswer } from './kept.ts';
import { ownerKnown } from './session.tsx';

/** What was answered, and when, where it is not of now. */
export type Kept<T> = { answer: T; keptAt: string | null };

/**
 * Asks the server and keeps the answer for the account and post it was given to; where the server is not reached, the
 * answer that was kept. Throws as `call` does, and CallOffline where nothing was kept.
 */
export async function callOrKept<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.input<I>,
  signal?: AbortSignal,
): Promise<Kept<z.output<O>>> {
  const question = `${endpoint.name} ${fileAddress(endpoint, input as Record<string, unknown>)}`;
  try {
    const answer = await call(endpoint, input, signal ? { signal } : {});
    const owner = await ownerKnown();
    if (owner !== null) await keepAnswer({ owner, question, answer, at: new Date().toISOString() });
    return { answer, keptAt: null };
  } catch (error) {
    if (!(error instanceof CallOffline)) throw error;
    const owner = await ownerKnown();
    const kept = owner === null ? undefined : await findAnswer(owner, question);
    if (!kept) throw error;
    return { answer: kept.answer as z.output<O>, keptAt: kept.at };
  }
}
