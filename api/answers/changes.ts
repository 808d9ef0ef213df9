import type { Context } from 'hono';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { findChanges } from '../../db/queries/find-changes.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { type ChangeEvent, presentEvent } from '../../domain/changes/change-event.ts';
import { parseChanges } from '../../domain/changes/change-params.ts';
import type { Parsed } from '../../domain/filter/params.ts';
import type { ApiEnv } from '../env.ts';
import { contextOf } from '../http/question.ts';

/** A page of events in public JSON. */
export interface ChangesPage {
  readonly data: readonly ChangeEvent[];
  readonly page: { readonly next: string | null; readonly limit: number };
}

/** Answers the question about changes that the request asks, or says what is wrong with it. */
export function answerChanges(c: Context<ApiEnv>): Promise<Parsed<ChangesPage>> {
  return consistentRead(c.get('deps').database.sql, async (sql): Promise<Parsed<ChangesPage>> => {
    const context = contextOf(c, await newestRates(sql));
    const asked = parseChanges(new URL(c.req.url).searchParams, context.now, { rates: context.rates });
    if (!asked.ok) return asked;
    const found = await findChanges(sql, asked.value, context);
    if (found === 'bad-cursor') return { ok: false, errors: [{ field: 'cursor', message: 'is no cursor of this question' }] };
    const page = { next: found.next, limit: asked.value.limit };
    return { ok: true, value: { data: found.events.map(presentEvent), page } };
  });
}
