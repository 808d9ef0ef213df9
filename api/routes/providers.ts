/** `GET /v1/providers` and `GET /v1/locations`: who sells, and where. */
import { createRoute, z } from '@hono/zod-openapi';
import { listLocations } from '../../db/queries/locations.ts';
import { listProviders } from '../../db/queries/providers.ts';
import { acceptedReports } from '../../db/queries/reports.ts';
import { isId } from '../../domain/identity.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { problem } from '../http/problem.ts';
import { presentLocation, presentProvider } from '../present/provider.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { locationSchema, providerSchema } from '../schemas/provider.ts';

const providers = createRoute({
  method: 'get',
  path: '/v1/providers',
  operationId: 'listProviders',
  summary: 'Providers',
  description: 'Every provider with its documented facts, how much of it is for sale and when it was last seen.',
  tags: ['providers'],
  request: { query: z.strictObject({}) },
  middleware: [cachedFor(60)] as const,
  responses: {
    200: {
      description: 'All providers',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(providerSchema) }) } },
    },
    400: problemResponse('A parameter is wrong'),
  },
});

const provider = createRoute({
  method: 'get',
  path: '/v1/providers/{id}',
  operationId: 'getProvider',
  summary: 'One provider',
  tags: ['providers'],
  request: { params: idParams, query: z.strictObject({}) },
  middleware: [cachedFor(60)] as const,
  responses: {
    200: { description: 'The provider', content: { 'application/json': { schema: providerSchema } } },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such provider'),
  },
});

const locations = createRoute({
  method: 'get',
  path: '/v1/locations',
  operationId: 'listLocations',
  summary: 'Locations',
  description: 'Every place where a provider sells. `facets=location` of a search counts what is sold there.',
  tags: ['providers'],
  request: { query: z.strictObject({}) },
  middleware: [cachedFor(60)] as const,
  responses: {
    200: {
      description: 'All locations',
      content: { 'application/json': { schema: z.strictObject({ data: z.array(locationSchema) }) } },
    },
    400: problemResponse('A parameter is wrong'),
  },
});

export const providersRoutes = createRouter()
  .openapi(providers, async (c) => {
    const { sql } = c.get('deps').database;
    const [found, reports] = await Promise.all([listProviders(sql), acceptedReports(sql)]);
    return c.json({ data: found.map((one) => presentProvider(one, reports.get(one.facts.id) ?? [])) }, 200);
  })
  .openapi(provider, async (c) => {
    const { id } = c.req.valid('param');
    const { sql } = c.get('deps').database;
    const [found] = isId(id) ? await listProviders(sql, id) : [];
    if (!found) return problem(c, 'not-found', { detail: `There is no provider ${id}.` });
    return c.json(presentProvider(found, (await acceptedReports(sql, id)).get(id) ?? []), 200);
  })
  .openapi(locations, async (c) => {
    const found = await listLocations(c.get('deps').database.sql);
    return c.json({ data: found.map(presentLocation) }, 200);
  });
