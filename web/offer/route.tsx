import type { Handler } from 'hono';
import type { WebDeps, WebEnv } from '../env.ts';
import { answerPage } from '../http/answer.ts';
import { answerOffer } from './answer.ts';
import { OfferPage } from './page.tsx';

/** `/offers/{id}`: one row, or one offer of it. */
export function offerPage({ database, now, watching }: WebDeps): Handler<WebEnv> {
  return async (c) => {
    const params = new URL(c.req.url).searchParams;
    const view = await answerOffer(database.sql, c.req.param('id') ?? '', tidy(params), now());
    if (view === null) return c.notFound();
    return answerPage(c, <OfferPage view={view} watchable={watching !== undefined} />, view.errors.length > 0 ? 400 : 200);
  };
}

/** Fields left empty are not asked. */
function tidy(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...params].flatMap(([name, text]): [string, string][] => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
}
