/** The pages: rendered here, without any script, from the same queries as the API's answers. */
import { Hono } from 'hono';
import { alertsRoutes } from './alerts/routes.ts';
import type { WebDeps, WebEnv } from './env.ts';
import { FAVICON } from './favicon.ts';
import { problemPages } from './http/problem-pages.tsx';
import { offerPage } from './offer/route.tsx';
import { outboxRoutes } from './outbox/routes.tsx';
import { searchPage } from './search/route.tsx';

/** The pages, to be mounted beside the API: their routes, the paths to limit and to tag, and HTML for errors of any path. */
export function createWeb(deps: WebDeps) {
  const routes = new Hono<WebEnv>()
    .get('/', searchPage(deps))
    .get('/offers/:id', offerPage(deps))
    .get('/favicon.svg', (c) =>
      c.body(FAVICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
    );
  if (deps.watching) routes.route('/', alertsRoutes(deps, deps.watching)).route('/', outboxRoutes(deps.watching));
  const paths = ['/', '/offers/:id', '/alerts', '/alerts/*', '/outbox', '/outbox/*'] as const;
  return { routes, paths, problems: problemPages };
}
