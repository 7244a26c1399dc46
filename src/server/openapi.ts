/** OpenAPI 3.1 of the whole contract, made from the contract itself. */

import { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { ProblemBody } from '../contract/problem.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Json;
  return rest;
};

const namesInPath = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

function operation(endpoint: Endpoint): Json {
  const { properties = {}, required = [] } = schemaOf(endpoint.input, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inPath = namesInPath(endpoint.path);
  const names = Object.keys(properties).filter((name) => !inPath.includes(name));
  const inQuery = endpoint.method === 'GET' || endpoint.upload !== undefined ? names : [];
  const inBody = names.filter((name) => !inQuery.includes(name));
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
    ...inQuery.map((name) => ({ name, in: 'query', required: required.includes(name), schema: properties[name] })),
  ];
  const body = endpoint.upload
    ? {
        required: true,
        content: {
          'application/octet-stream': {
            schema: { type: 'string', format: 'binary', maxLength: endpoint.upload.maxBytes },
          },
        },
      }
    : inBody.length > 0
      ? {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: Object.fromEntries(inBody.map((name) => [name, properties[name]])),
                required: required.filter((name) => inBody.includes(name)),
              },
            },
          },
        }
      : undefined;
  const content =
    endpoint.answers === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(endpoint.output, 'output') } };
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    ...(endpoint.byToken ? { security: [{ session: [] }, { token: [] }] } : {}),
    parameters,
    ...(body ? { requestBody: body } : {}),
    responses: {
      '200': { description: 'Answered.', content },
      default: {
        description: 'A problem (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The document served at /api/openapi.json. */
export function openApiDocument(endpoints: Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Thi Đua', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'thidua_session' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token (mã truy cập), made under Quản trị; see docs/api-tokens.md.',
        },
      },
      schemas: { Problem: schemaOf(ProblemBody, 'output') },
    },
    paths,
  };
}
