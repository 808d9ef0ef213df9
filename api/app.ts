/** The HTTP API as one app: what every request goes through, then the routes. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { requestId } from 'hono/request-id';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { openApiDocument } from './document.ts';
import { type ApiDeps, type ApiEnv, DEFAULT_RATE_LIMIT, OPERATOR_RATE_LIMIT, type Pages } from './env.ts';
import { notFound, unforeseen, wrongMethod } from './http/failures.ts';
import { anyOrigin, dataHeaders } from './http/headers.ts';
import { linkLimit } from './http/link-limit.ts';
import { createMetrics } from './http/metrics.ts';
import { neverKept, operatorsOnly } from './http/operator.ts';
import { problem } from './http/problem.ts';
import { rateLimit } from './http/rate-limit.ts';
import { observeRequests } from './http/request-log.ts';
import { tagged } from './http/tagged.ts';
import { createRouter } from './router.ts';
import { docsRoutes } from './routes/docs.tsx';
import { mcpRoutes } from './routes/mcp.ts';
import { apiRoutes } from './routes.ts';

/** Paths with public data: for pages of any origin, with ETags, limited by client. */
const PUBLIC = ['/v1/*', '/mcp', '/openapi.json', '/docs', '/llms.txt', '/problems/*'];

/** Nothing that is asked today has a body; uploads to come set their own limit. */
const LARGEST_BODY = 64 * 1024;

/**
 * The API, and beside it the pages where some are given. Nothing is read from the environment, and no request of the public
 * ever makes anything be fetched.
 */
export function createApp(deps: ApiDeps, pages: Pages | null = null): OpenAPIHono<ApiEnv> {
  const app = createRouter();
  const metrics = createMetrics();
  app.onError(unforeseen);
  app.notFound(notFound);
  app.use(
    requestId(),
    given(deps),
    observeRequests(metrics),
    dataHeaders,
    compress(),
    ...(pages ? [pages.problems] : []),
    trimTrailingSlash(),
    wrongMethod(app),
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) => problem(c, 'too-large', { detail: `Bodies are limited to ${LARGEST_BODY} bytes.` }),
    }),
  );
  const limit = deps.rateLimit ?? DEFAULT_RATE_LIMIT;
  const limited = limit === 'off' ? [] : [rateLimit(limit)];
  for (const path of PUBLIC) app.use(path, anyOrigin, ...limited, tagged);
  const links = linkLimit();
  if (limit !== 'off') for (const path of ['/v1/subscriptions', '/alerts/subscribe']) app.use(path, links);
  const operatorsLimited = limit === 'off' ? [] : [rateLimit(OPERATOR_RATE_LIMIT)];
  app.use('/admin/*', ...operatorsLimited, neverKept, operatorsOnly);
  if (pages) {
    for (const path of pages.paths) app.use(path, ...limited, tagged);
    app.route('/', pages.routes);
  }
  app.route('/', apiRoutes(metrics));
  const within = createRouter();
  within.onError(unforeseen);
  within.use(requestId(), given(deps));
  within.route('/', apiRoutes(metrics));
  app.route('/', docsRoutes(documentOnce));
  app.route(
    '/',
    mcpRoutes((request) => within.fetch(request)),
  );
  return app;
}

function given(deps: ApiDeps) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set('deps', deps);
    await next();
  });
}

let document: ReturnType<typeof openApiDocument> | undefined;

function documentOnce() {
  document ??= openApiDocument();
  return document;
}
