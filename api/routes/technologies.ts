/** `GET /v1/technologies` and `/{id}`: what is known of each technology, and which of them serve what somebody needs. */
import { createRoute, z } from '@hono/zod-openapi';
import { wordsOf } from '../../domain/filter/kinds.ts';
import { CAPABILITY_NAMES, type Capability } from '../../domain/technologies/capability.ts';
import { NAT } from '../../domain/technologies/nat.ts';
import { KNOWLEDGE } from '../../domain/technologies/technologies.ts';
import { cachedFor } from '../http/headers.ts';
import { idParams } from '../http/ids.ts';
import { invalidRequest, problem } from '../http/problem.ts';
import { presentNat, presentNeeds, presentTechnology } from '../present/technology.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { modifierSchema, needsSchema, technologiesSchema, technologySchema } from '../schemas/technology.ts';

const needs = wordsOf(CAPABILITY_NAMES);

const technologies = createRoute({
  method: 'get',
  path: '/v1/technologies',
  operationId: 'listTechnologies',
  summary: 'Technologies, or which of them serve some needs',
  description:
    'What each virtualization technology is, allows and lets providers oversell; every sentence with what it rests on. With `need` instead: which technologies serve, where the provider decides, which cannot, and why in a sentence.',
  tags: ['technologies'],
  request: {
    query: z.strictObject({
      need: z
        .string()
        .optional()
        .describe(`What must be possible, separated by commas: ${CAPABILITY_NAMES.join(', ')}.`),
    }),
  },
  middleware: [cachedFor(3600)] as const,
  responses: {
    200: {
      description: 'All technologies, or the answer to the needs',
      content: { 'application/json': { schema: z.union([technologiesSchema, needsSchema]) } },
    },
    400: problemResponse('A parameter is wrong'),
  },
});

const technology = createRoute({
  method: 'get',
  path: '/v1/technologies/{id}',
  operationId: 'getTechnology',
  summary: 'One technology',
  tags: ['technologies'],
  request: { params: idParams, query: z.strictObject({}) },
  middleware: [cachedFor(3600)] as const,
  responses: {
    200: {
      description: 'The technology',
      content: { 'application/json': { schema: z.union([technologySchema, modifierSchema]) } },
    },
    400: problemResponse('A parameter is wrong'),
    404: problemResponse('There is no such technology'),
  },
});

export const technologiesRoutes = createRouter()
  .openapi(technologies, (c) => {
    const { need } = c.req.valid('query');
    if (need === undefined)
      return c.json({ data: Object.values(KNOWLEDGE).map(presentTechnology), modifiers: [presentNat()] }, 200);
    const read = needs.schema.safeParse(need);
    if (!read.success)
      return invalidRequest(
        c,
        read.error.issues.map(({ message }) => ({ field: 'need', message })),
      );
    return c.json(presentNeeds(read.data as readonly Capability[]), 200);
  })
  .openapi(technology, (c) => {
    const { id } = c.req.valid('param');
    if (id === NAT.id) return c.json(presentNat(), 200);
    const known = Object.values(KNOWLEDGE).find((one) => one.id === id);
    return known ? c.json(presentTechnology(known), 200) : problem(c, 'not-found', { detail: `There is no technology ${id}.` });
  });
