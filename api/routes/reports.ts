/** `POST /v1/reports`: a reader says that a value is wrong, or what happened at a provider. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Db } from '../../db/bulk.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { listProviders } from '../../db/queries/providers.ts';
import { addReport, type NewReport } from '../../db/queries/reports.ts';
import { isId } from '../../domain/identity.ts';
import type { ApiEnv } from '../env.ts';
import { clientOf } from '../http/client-address.ts';
import { invalidRequest } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { reportRequestSchema, reportTakenSchema } from '../schemas/reports.ts';

const report = createRoute({
  method: 'post',
  path: '/v1/reports',
  operationId: 'sendReport',
  summary: 'Report a wrong value, or an experience',
  description:
    'Operators read it; nothing is shown or counted before one of them accepted it. An experience needs a public link. The author is kept as a hash, so that nobody counts twice; the same report again changes nothing.',
  tags: ['reports'],
  request: { body: { required: true, content: { 'application/json': { schema: reportRequestSchema } } } },
  responses: {
    202: { description: 'Taken', content: { 'application/json': { schema: reportTakenSchema } } },
    400: problemResponse('The report is wrong'),
  },
});

/** Without a key of the service, authors are told apart as long as the process lives. */
const PROCESS_KEY = randomBytes(32).toString('hex');

export const reportsRoutes = createRouter().openapi(report, async (c) => {
  const { database, now } = c.get('deps');
  const asked = c.req.valid('json');
  const reportedAt = new Date(now()).toISOString();
  if (asked.about === 'experience' && asked.date > reportedAt.slice(0, 10))
    return invalidRequest(c, [{ field: 'date', message: 'is in the future' }]);
  const reportId = randomUUID();
  const made = await recordOf(database.sql, asked, { reportId, reportedAt, author: authorOf(c, asked) });
  if ('field' in made && 'message' in made) return invalidRequest(c, [made]);
  await addReport(database.sql, made);
  return c.json({ id: reportId, state: 'pending' as const }, 202);
});

type Asked = z.output<typeof reportRequestSchema>;

async function recordOf(
  sql: Db,
  asked: Asked,
  rest: Pick<NewReport, 'reportId' | 'reportedAt' | 'author'>,
): Promise<NewReport | { readonly field: string; readonly message: string }> {
  const offerId = asked.offerId ?? null;
  const offer = offerId !== null && isId(offerId) ? await findByAnyId(sql, offerId) : null;
  if (offerId !== null && !offer) return { field: 'offerId', message: 'is no offer that is known here' };
  const { said } = asked;
  if (asked.about === 'value') {
    const providerId = offer?.providerId ?? '';
    return {
      ...rest,
      about: 'value',
      providerId,
      offerId,
      field: asked.field,
      kind: null,
      happenedOn: null,
      url: asked.url ?? null,
      said,
    };
  }
  const [provider] = await listProviders(sql, asked.provider);
  if (!provider) return { field: 'provider', message: 'is no provider that is known here' };
  if (offer && offer.providerId !== provider.facts.id) return { field: 'offerId', message: 'is no offer of this provider' };
  const { kind, date, url } = asked;
  return { ...rest, about: 'experience', providerId: provider.facts.id, offerId, field: null, kind, happenedOn: date, url, said };
}

/** Who says so: the author of the linked words where named, else the sender; told apart, not found out. */
function authorOf(c: Context<ApiEnv>, asked: Asked): string {
  const named = asked.about === 'experience' && asked.author ? `name ${asked.author.trim().toLowerCase()}` : null;
  const who = named ?? `address ${clientOf(c) ?? ''}`;
  return createHmac('sha256', c.get('deps').authorKey ?? PROCESS_KEY)
    .update(who)
    .digest('hex')
    .slice(0, 32);
}
