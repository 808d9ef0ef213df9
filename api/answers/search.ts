import type { Context } from 'hono';
import { consistentRead } from '../../db/queries/catalogue-meta.ts';
import { facetCounts } from '../../db/queries/facet-counts.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { searchOffers } from '../../db/queries/search-offers.ts';
import type { Parsed } from '../../domain/filter/params.ts';
import type { ApiEnv } from '../env.ts';
import { contextOf, readSearch } from '../http/question.ts';
import type { AnsweredSearch } from '../present/search.ts';

const BAD_CURSOR = 'is no cursor of this filter and order, or its first page was more than an hour ago: begin again without it';

/** Answers the search that the request asks, or says what is wrong with it. */
export function answerSearch(c: Context<ApiEnv>): Promise<Parsed<AnsweredSearch>> {
  return consistentRead(c.get('deps').database.sql, async (sql): Promise<Parsed<AnsweredSearch>> => {
    const rates = await newestRates(sql);
    const asked = readSearch(c, rates);
    if (!asked.ok) return asked;
    const found = await searchOffers(sql, asked.value, contextOf(c, rates), c.get('deps').count);
    if (found === 'bad-cursor') return { ok: false, errors: [{ field: 'cursor', message: BAD_CURSOR }] };
    const { context } = found;
    const facets = await facetCounts(sql, asked.value.filter, asked.value.facets, context);
    return { ok: true, value: { asked: asked.value, found, facets, version: context.asOf.version, rates: context.rates } };
  });
}
