import type { Handler } from 'hono';
import type { WebDeps, WebEnv } from '../env.ts';
import { answerPage } from '../http/answer.ts';
import { asksForJson } from '../http/negotiation.ts';
import { tidied } from './address.ts';
import { answerSearch } from './answer.ts';
import { SearchPage } from './page.tsx';

/** `/`: the search. Whoever asks for JSON is left to the API. */
export function searchPage({ database, count, now, watching }: WebDeps): Handler<WebEnv> {
  return async (c, next) => {
    if (asksForJson(c)) return next();
    const params = new URL(c.req.url).searchParams;
    const tidy = tidied(params);
    if (tidy !== null) return c.redirect(tidy === '' ? '/' : `/?${tidy}`);
    const view = await answerSearch({ sql: database.sql, count }, params, now());
    const page = <SearchPage view={view} cursor={params.get('cursor')} watchable={watching !== undefined} />;
    return answerPage(c, page, view.errors.length > 0 ? 400 : 200);
  };
}
