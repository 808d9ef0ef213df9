/** Answers the newest changes as a feed. */
import type { Context } from 'hono';
import { consistentRead, newestPublication } from '../../db/queries/catalogue-meta.ts';
import { findChanges } from '../../db/queries/find-changes.ts';
import { newestRates } from '../../db/queries/rates.ts';
import { presentEvent } from '../../domain/changes/change-event.ts';
import { type ChangeQuestion, parseChanges } from '../../domain/changes/change-params.ts';
import type { Parsed } from '../../domain/filter/params.ts';
import type { ApiEnv } from '../env.ts';
import { type Feed, feedId, LARGEST_FEED, newestOf } from '../feeds/feed.ts';
import { addressOf, baseUrl } from '../http/links.ts';
import { contextOf } from '../http/question.ts';
import { changeEntry } from '../present/change-entry.ts';

/** The feed, or what is wrong with the question. */
export function changesFeed(c: Context<ApiEnv>): Promise<Parsed<Feed>> {
  return consistentRead(c.get('deps').database.sql, async (sql): Promise<Parsed<Feed>> => {
    const context = contextOf(c, await newestRates(sql));
    const params = new URL(c.req.url).searchParams;
    const asked = parseChanges(params, context.now, { rates: context.rates });
    const ofPages = ['limit', 'cursor'].filter((field) => params.has(field));
    if (ofPages.length > 0) {
      return {
        ok: false,
        errors: ofPages.map((field) => ({ field, message: `does not apply: a feed has its newest ${LARGEST_FEED}` })),
      };
    }
    if (!asked.ok) return asked;
    const found = await findChanges(sql, { ...asked.value, limit: LARGEST_FEED }, context);
    const events = typeof found === 'string' ? [] : found.events;
    const base = baseUrl(c);
    const entries = events.map((event) => changeEntry(presentEvent(event), base));
    const updated = newestOf(entries, await newestPublication(sql));
    return { ok: true, value: { ...headOf(asked.value, params), home: `${base}/`, self: addressOf(c), updated, entries } };
  });
}

function headOf({ asked }: ChangeQuestion, params: URLSearchParams): Pick<Feed, 'id' | 'title' | 'about'> {
  const words = [...params].map(([name, value]) => `${name}=${value}`).join(', ');
  return {
    id: feedId(`changes ${asked}`),
    title: `Stealtime: changes${words === '' ? '' : ` with ${words}`}`,
    about: 'What happened to VPS offers: prices, stock, specifications, new and withdrawn plans.',
  };
}
