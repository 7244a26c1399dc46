import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../contract/endpoint.ts';
import { makeApi } from './api.ts';
import { openApiDocument } from './openapi.ts';

type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  summary: string;
  security?: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>;
};

const api = makeApi({ production: false, demo: null, wakeReadings: () => undefined });
const document = openApiDocument(
  api.map((binding) => binding.endpoint),
  '1.2.3',
);
const paths = document['paths'] as Record<string, Record<string, Operation>>;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

async function contractEndpoints(): Promise<Endpoint[]> {
  const folder = join(import.meta.dirname, '../contract');
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is Endpoint => typeof value === 'object' && value !== null && 'summary' in value);
}

describe('the api table', () => {
  it('answers every endpoint of the contract, each once', async () => {
    const wanted = (await contractEndpoints()).map((endpoint) => endpoint.name).sort();
    expect(api.map((binding) => binding.endpoint.name).sort()).toEqual(wanted);
    expect(new Set(wanted).size).toBe(wanted.length);
  });
});

describe('the OpenAPI document', () => {
  it('has every endpoint, and marks the public ones', async () => {
    for (const endpoint of await contractEndpoints()) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      const operation = paths[path]?.[endpoint.method.toLowerCase()];
      expect(operation?.operationId, path).toBe(endpoint.name);
      const both = endpoint.byToken ? [{ session: [] }, { token: [] }] : undefined;
      expect(operation?.security, path).toEqual(endpoint.access === 'public' ? [] : both);
    }
    expect(document).toMatchObject({ openapi: '3.1.0', security: [{ session: [] }], info: { version: '1.2.3' } });
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect((await new Validator().validate({ ...document, paths: { 'no-slash': {} } })).valid).toBe(false);
  });

  it('declares every name of a path, and no body on a GET', () => {
    for (const { path, method, operation } of operations) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((one) => one.in === 'path');
      expect(declared.map((one) => one.name).sort(), path).toEqual(names.sort());
      expect(declared.every((one) => one.required)).toBe(true);
      if (method === 'get') expect(operation.requestBody, path).toBeUndefined();
      expect(operation.summary.length, path).toBeGreaterThan(10);
      expect(operation.responses['default']?.content['application/problem+json']).toBeDefined();
    }
  });

  it('holds nothing that JSON Schema does not know, and only references that lead somewhere', () => {
    const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
    const wrong: string[] = [];
    const walk = (value: unknown, at: string): void => {
      if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, `${at}/${index}`);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      for (const [key, inner] of Object.entries(value)) {
        if (
          key === 'type' &&
          typeof inner === 'string' &&
          at.includes('schema') &&
          !at.endsWith('/properties') &&
          !types.has(inner)
        )
          wrong.push(`${at}: type ${inner}`);
        if (key === '$ref' && !(typeof inner === 'string' && inner.startsWith('#/components/') && find(inner)))
          wrong.push(`${at}: ${String(inner)}`);
        if (inner === undefined) wrong.push(`${at}/${key} is undefined`);
        walk(inner, `${at}/${key}`);
      }
    };
    const find = (ref: string) =>
      ref
        .slice(2)
        .split('/')
        .reduce<unknown>((found, step) => (found as Schema | undefined)?.[step], document);
    walk(document, '');
    expect(wrong).toEqual([]);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('says what bodies are: JSON, or the bytes of a file with their limit', () => {
    const upload = operations.find(({ operation }) => operation.operationId === 'uploadDocument')?.operation;
    const bytes = upload?.requestBody?.content['application/octet-stream']?.schema;
    expect(bytes).toMatchObject({ format: 'binary' });
    expect(Number(bytes?.['maxLength'])).toBeGreaterThan(1_000_000);
    const download = operations.find(({ operation }) => operation.operationId === 'getDocumentFile')?.operation;
    expect(Object.keys(download?.responses['200']?.content ?? {})).toEqual(['application/octet-stream']);
    const signIn = operations.find(({ operation }) => operation.operationId === 'signIn')?.operation;
    expect(signIn?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['name', 'password'],
    });
  });
});
