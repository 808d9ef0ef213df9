import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../env.ts';

const tag = etag({
  retainedHeaders: [
    ...RETAINED_304_HEADERS,
    'access-control-allow-origin',
    'access-control-expose-headers',
    'link',
    'x-request-id',
  ],
});

/** Gives answers an ETag and answers 304 to who has them. Streams have none: it would be known only at their end. */
export const tagged = createMiddleware<ApiEnv>(async (c, next) => {
  await next();
  if (!c.get('streamed')) return tag(c, async () => undefined);
});
