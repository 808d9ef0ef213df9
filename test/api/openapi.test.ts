import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../api/document.ts';
import { CRITERIA } from '../../domain/filter/criteria.ts';
import { useDatabase } from '../support/database.ts';
import { testApp } from './support.ts';

const database = useDatabase();
const document = JSON.parse(JSON.stringify(openApiDocument()));

interface Operation {
  operationId?: string;
  summary?: string;
  parameters?: { name: string; in: string; description?: string; schema?: unknown }[];
  responses: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
}
const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, operation })),
);

/** What routes answer with that have more, or something else, than JSON. */
const OTHER_TYPES: Readonly<Record<string, readonly string[]>> = {
  '/v1/offers': ['application/json', 'text/csv', 'application/x-ndjson'],
  '/v1/offers.csv': ['text/csv'],
  '/v1/offers.ndjson': ['application/x-ndjson'],
  '/v1/feeds/offers.atom': ['application/atom+xml'],
  '/v1/feeds/offers.json': ['application/feed+json'],
  '/v1/feeds/changes.atom': ['application/atom+xml'],
  '/v1/feeds/changes.json': ['application/feed+json'],
  '/metrics': ['text/plain'],
};

/** Every object within, with the path that leads to it. */
function* objectsIn(value: unknown, path = '#'): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${path}/${key}`);
}

describe('openapi.json', () => {
  it('is served, is OpenAPI 3.1, and is the file in the repository', async () => {
    const answer = await testApp(database).app.request('/openapi.json');
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    const served = await answer.json();
    expect(served).toEqual(document);
    expect(served).toMatchObject({ openapi: '3.1.0', info: { title: 'Stealtime' } });
    expect(JSON.parse(await readFile('api/openapi.json', 'utf8'))).toEqual(document);
  });

  it('refers to nothing that is not there', () => {
    const components = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    for (const [path, object] of objectsIn(document)) {
      if (typeof object.$ref === 'string') expect(components, path).toContain(object.$ref);
    }
  });

  it('describes every operation, its parameters, its answers and its errors', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      expect(operation.summary, path).toBeTruthy();
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        expect(operation.parameters, path).toContainEqual(expect.objectContaining({ name, in: 'path', required: true }));
      }
      for (const parameter of operation.parameters ?? []) {
        expect(parameter.description, `${path} ${parameter.name}`).toBeTruthy();
        expect(parameter.schema, `${path} ${parameter.name}`).toBeTruthy();
      }
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        const types =
          Number(status) >= 400
            ? ['application/problem+json']
            : status === '204'
              ? []
              : (OTHER_TYPES[path] ?? ['application/json']);
        expect(Object.keys(content), `${path} ${status}`).toEqual(types);
      }
    }
  });

  it('names every criterion of the filter, once', () => {
    const search = operations.find(({ path }) => path === '/v1/offers');
    const names = search?.operation.parameters?.map(({ name }) => name) ?? [];
    expect(names).toEqual([...Object.keys(CRITERIA), 'sort', 'limit', 'cursor', 'facets', 'view']);
  });

  it('describes every field of a row in one line', () => {
    for (const name of [
      'Row',
      'Offer',
      'Price',
      'RowLocation',
      'Origin',
      'Source',
      'Provider',
      'PriceHistory',
      'Comparison',
      'CostLine',
      'Explanation',
      'SimilarRow',
      'ChangeEvent',
    ]) {
      for (const [path, object] of objectsIn(document.components.schemas[name])) {
        for (const [field, property] of Object.entries((object.properties as Record<string, object>) ?? {})) {
          expect('description' in property || '$ref' in property, `${name} ${path} ${field}`).toBe(true);
        }
      }
    }
  });
});
