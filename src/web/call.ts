import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import type { ActionId } from '../contract/ids.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { serverReached } from './connection.ts';

/** The server said no, in words for the person. */
export class CallProblem extends Error {
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(body.title);
    this.name = 'CallProblem';
    this.body = body;
  }
}

/** The server could not be reached; nothing was sent, or nobody knows whether it arrived (the action id makes a second try safe). */
export class CallOffline extends Error {
  constructor() {
    super('offline');
    this.name = 'CallOffline';
  }
}

const UNREACHED = new Set([502, 503, 504]);

type Options = { signal?: AbortSignal; bytes?: Blob };

/** Asks the server; the types of question and answer come from the contract. Throws {@link CallProblem} or {@link CallOffline}. */
export async function call<I extends z.ZodObject, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.input<I>,
  options: Options = {},
): Promise<z.output<O>> {
  const { url, rest } = address(endpoint, input as Record<string, unknown>);
  const request: RequestInit = {
    method: endpoint.method,
    headers: { accept: 'application/json' },
    ...(options.signal ? { signal: options.signal } : {}),
  };
  if (options.bytes) {
    request.body = options.bytes;
    request.headers = { ...request.headers, 'content-type': 'application/octet-stream' };
  } else if (endpoint.method !== 'GET') {
    request.body = JSON.stringify(rest);
    request.headers = { ...request.headers, 'content-type': 'application/json' };
  }
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    serverReached(false);
    throw new CallOffline();
  }
  // A proxy that does not reach the server answers in its name, and not in our form.
  if (UNREACHED.has(response.status) && !(response.headers.get('content-type') ?? '').includes('json')) {
    serverReached(false);
    throw new CallOffline();
  }
  serverReached(true);
  if (response.ok) return await bodyOf(response, options.signal);
  throw new CallProblem(await problemOf(response));
}

/** The answer may break off on its way. */
async function bodyOf<T>(response: Response, signal: AbortSignal | undefined): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (signal?.aborted) throw error;
    serverReached(false);
    throw new CallOffline();
  }
}

/** Asks for a file by a deed (POST) and hands it to the browser to be kept. Throws as {@link call} does. */
export async function downloadFile<I extends z.ZodObject>(
  endpoint: Endpoint<I, z.ZodVoid>,
  input: z.input<I>,
): Promise<void> {
  const { url, rest } = address(endpoint, input as Record<string, unknown>);
  let response: Response;
  try {
    response = await fetch(url, {
      method: endpoint.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rest),
    });
  } catch {
    throw new CallOffline();
  }
  if (!response.ok) throw new CallProblem(await problemOf(response));
  const named = /filename\*=UTF-8''([^;]{1,600})/.exec(response.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(named?.[1] ?? 'thidua');
  link.click();
  URL.revokeObjectURL(link.href);
}

function address(endpoint: Endpoint, input: Record<string, unknown>): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (endpoint.method !== 'GET' && !endpoint.upload) return { url: path, rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  const tail = query.toString();
  return { url: tail === '' ? path : `${path}?${tail}`, rest: {} };
}

async function problemOf(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {
      type: 'about:blank',
      status: response.status,
      kind: 'broken',
      code: 'broken',
      title: '',
      detail: null,
      fields: [],
      reasons: [],
      requestId: response.headers.get('x-request-id'),
    };
  }
}

/** Where a file of the server can be fetched. */
export const fileAddress = (endpoint: Endpoint, input: Record<string, unknown>): string => address(endpoint, input).url;

/** Random, version 4. `crypto.randomUUID` would be there only over HTTPS; offices also work on plain local addresses. */
export function newActionId(): ActionId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ];
  return groups.join('-') as ActionId;
}
