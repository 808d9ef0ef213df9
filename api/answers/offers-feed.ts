/** Answers the newest rows of a filter as a feed. */
import type { Context } from 'hono';
import { consistentRead, newestPublication } from '../../db/queries/catalogue-meta.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { findPage } from '../../db/queries/search-offers.ts';
import { costQuestionOf } from '../../domain/filter/conditions.ts';
import type { OfferFilter } from '../../domain/filter/criteria.ts';
import type { Parsed } from '../../domain/filter/params.ts';
import { DEFAULT_CURRENCY, filterHash, filterToParams, parseFilter } from '../../domain/filter/parse.ts';
import { presentRow } from '../../domain/present-row.ts';
import type { ApiEnv } from '../env.ts';
import { type Feed, feedId, LARGEST_FEED, newestOf } from '../feeds/feed.ts';
import { addressOf, baseUrl } from '../http/links.ts';
import { contextOf } from '../http/question.ts';
import { offerEntry } from '../present/offer-entry.ts';

/** The feed, or what is wrong with the filter. */
export function offersFeed(c: Context<ApiEnv>): Promise<Parsed<Feed>> {
  return consistentRead(c.get('deps').database.sql, async (sql): Promise<Parsed<Feed>> => {
    const rates = await newestRates(sql);
    const asked = parseFilter(new URL(c.req.url).searchParams, { rates });
    if (!asked.ok) return asked;
    const filter = asked.value;
    const question = { filter, sort: { name: 'newest', reversed: false }, limit: LARGEST_FEED, cursor: null } as const;
    const page = await findPage(sql, question, contextOf(c, rates));
    const base = baseUrl(c);
    const shown = { ...costQuestionOf(filter), currency: filter.currency ?? DEFAULT_CURRENCY, rates };
    const rows = typeof page === 'string' ? [] : page.rows;
    const entries = rows.map(({ row, ...seen }) => offerEntry(presentRow(row, { ...shown, ...seen }), base));
    const updated = newestOf(entries, await newestPublication(sql));
    return { ok: true, value: { ...headOf(filter, base), self: addressOf(c), updated, entries } };
  });
}

function headOf(filter: OfferFilter, base: string): Pick<Feed, 'id' | 'title' | 'about' | 'home'> {
  const params = new URLSearchParams(filterToParams(filter));
  const words = [...params].map(([name, value]) => `${name}=${value}`).join(', ');
  return {
    id: feedId(`offers ${filterHash(filter)}`),
    title: `Stealtime: new offers${words === '' ? '' : ` with ${words}`}`,
    about: 'VPS offers, the newest first. What is not known of an offer is said to be unknown.',
    home: `${base}/${params.size === 0 ? '' : `?${params}`}`,
  };
}
