/** Ties an endpoint of the contract to the function that answers it. */

import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { type ActName, type ReadName, scopesOf } from '../core/rules/access.ts';
import { type ActContext, act, type Tx, type World } from './act.ts';
import { type KeptAnswers, keyOfAnswer, type WrittenAnswer } from './kept-answers.ts';
import { Problem } from './problem.ts';
import { type Read, reading, type Viewer } from './read.ts';
import type { Visit } from './session.ts';

/** A request as an answer sees it. */
export type Ask = {
  world: World;
  /** Null only on public endpoints. */
  viewer: Viewer | null;
  visit: Visit;
  /** How people open the server: "https://thidua.example". */
  origin: string;
  /** Session token of the request's cookie, and what the answer wants it to be afterwards. */
  token: string | null;
  setToken: (token: string | null) => void;
  /** The body of an upload; empty otherwise. */
  bytes: Uint8Array;
};

/** A file as an answer. */
export type FileAnswer = { name: string; type: string; bytes: Uint8Array };

export type Binding = {
  endpoint: Endpoint;
  answer: (ask: Ask, input: unknown) => Promise<unknown>;
  /** The answer comes written out, as a {@link WrittenAnswer}. */
  written?: true;
};

/** The general form: anything a request may ask. */
export function bind<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  answer: (ask: Ask, input: z.infer<I>) => Promise<z.input<O> | FileAnswer>,
): Binding {
  return { endpoint, answer: (ask, input) => answer(ask, input as z.infer<I>) };
}

/** A question: `ask` reads in one snapshot as the viewer, who needs `right` (or one of several) at all; how far it reaches is the view's to ask. */
export function view<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  ask: (read: Read, viewer: Viewer, input: z.infer<I>) => Promise<z.input<O> | FileAnswer>,
  right: ReadName | readonly ReadName[] = 'read',
): Binding {
  return bind(endpoint, ({ world, viewer }, input) => {
    const signedIn = present(viewer);
    if ([right].flat().every((one) => scopesOf(one, signedIn.roles).length === 0))
      throw new Problem('forbidden', 'forbidden');
    return reading(world.db, signedIn, (read) => ask(read, signedIn, input));
  });
}

/**
 * A question whose answer follows from the acts of the province and the figures put together, and is the same for
 * everybody in a seat: it is kept until either moves. Not for what is one person's, nor for what jobs write.
 */
export function keptView<I extends z.ZodObject, O extends z.ZodType>(
  kept: KeptAnswers,
  endpoint: Endpoint<I, O> & { name: string },
  ask: (read: Read, viewer: Viewer, input: z.infer<I>) => Promise<z.input<O>>,
): Binding {
  const answer = async ({ world, viewer }: Ask, input: unknown): Promise<WrittenAnswer> => {
    const signedIn = present(viewer);
    if (scopesOf('read', signedIn.roles).length === 0) throw new Problem('forbidden', 'forbidden');
    return reading(world.db, signedIn, async (read) => {
      const key = await keyOfAnswer(read, signedIn, { name: endpoint.name, input });
      const known = kept.find(key);
      if (known) return known;
      const fresh = { json: JSON.stringify(endpoint.output.parse(await ask(read, signedIn, input as z.infer<I>))) };
      kept.keep(key, fresh);
      return fresh;
    });
  };
  return { endpoint, answer, written: true };
}

/** A deed: the endpoint's name is the act's, and its input carries the sender's action id. */
export function deed<I extends z.ZodObject<{ actionId: z.ZodType<string> }>, O extends z.ZodType>(
  endpoint: Endpoint<I, O> & { name: string },
  does: (tx: Tx, input: z.infer<I>, context: ActContext) => Promise<z.input<O>>,
): Binding {
  const name = endpoint.name as ActName;
  return bind(endpoint, ({ world, viewer }, input) =>
    act(
      world,
      { viewer: present(viewer), name, actionId: String((input as { actionId: string }).actionId), input },
      does,
    ),
  );
}

export function present(viewer: Viewer | null): Viewer {
  if (!viewer) throw new Problem('unauthenticated', 'unauthenticated');
  return viewer;
}
