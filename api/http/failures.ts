/** What becomes of requests that no route answered, and of errors that none foresaw. */

import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { ApiEnv } from '../env.ts';
import { invalidRequest, problem } from './problem.ts';

/** No such path. */
export const notFound: NotFoundHandler<ApiEnv> = (c) =>
  problem(c, 'not-found', { detail: `There is no ${c.req.path}; /openapi.json lists what there is.` });

/** The path exists, but not for this method. */
export const wrongMethod = (app: OpenAPIHono<ApiEnv>) =>
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const allow = [...methods, 'OPTIONS'].join(', ');
      return problem(c, 'method-not-allowed', { detail: `${c.req.path} takes ${allow}.`, headers: { Allow: allow } });
    },
  });

/** An error that nobody foresaw: logged in full, told without its words, which may hold what is nobody's business. */
export const unforeseen: ErrorHandler<ApiEnv> = (error, c) => {
  if (error instanceof HTTPException && error.status < 500) return invalidRequest(c, [{ field: '', message: error.message }]);
  const { log } = c.get('deps');
  log.error({ err: error, requestId: c.get('requestId'), method: c.req.method, path: c.req.path }, 'request failed');
  return problem(c, 'internal-error', { detail: `The error is noted under the request id ${c.get('requestId')}.` });
};
