/** The pages of watches, and what their forms do. */
import { Hono } from 'hono';
import type { WebDeps, WebEnv, WebWatching } from '../env.ts';
import { linkRoutes } from './link-routes.tsx';
import { ownFormsOnly } from './session.ts';
import { watchRoutes } from './watch-routes.tsx';

/** `/alerts` and below, and the pages that mailed links open. */
export function alertsRoutes(deps: WebDeps, watching: WebWatching) {
  return new Hono<WebEnv>()
    .use('/alerts/*', ownFormsOnly)
    .route('/', linkRoutes(deps, watching))
    .route('/', watchRoutes(deps, watching));
}
