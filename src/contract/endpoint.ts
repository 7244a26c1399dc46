import type { z } from 'zod';
import type { TokenRight } from '../core/rules/access-tokens.ts';

/**
 * One question the browser may ask. `input` is one flat object: names that stand in `path` as ":name" travel in the
 * path, the rest in the query (GET) or the JSON body (all others). `upload` marks an endpoint whose body is a file's
 * raw bytes; its input then travels in path and query.
 */
export type Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  /** The operation's name, the same word as the function that answers it: `listMovements`. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/${string}`;
  input: I;
  /** What comes back; fields that are not declared here never leave the server. */
  output: O;
  /** 'public' needs no sign-in; 'session' needs one; rights beyond that are the act's own. */
  access: 'public' | 'session';
  /** Answered also to a program that brings an access token with this right. */
  byToken?: TokenRight;
  /** Answered also to somebody who has to choose a password of their own first. */
  whileBound?: true;
  /** One English sentence for the OpenAPI document. */
  summary: string;
  /** 'file': the answer is a file's bytes rather than JSON; `output` is then z.void(). */
  answers?: 'json' | 'file';
  /** Body is a file's raw bytes, at most this many. */
  upload?: { maxBytes: number };
};

/** Declares an endpoint; the types of its input and output follow. */
export function endpoint<I extends z.ZodObject, O extends z.ZodType>(definition: Endpoint<I, O>): Endpoint<I, O> {
  return definition;
}

export type InputOf<E> = E extends Endpoint<infer I, z.ZodType> ? z.infer<I> : never;
export type OutputOf<E> = E extends Endpoint<z.ZodObject, infer O> ? z.infer<O> : never;
