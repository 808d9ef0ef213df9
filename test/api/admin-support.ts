/** The operator's part of the API, asked with its token. */
import type { ApiDeps } from '../../api/env.ts';
import type { Database } from '../../db/client.ts';
import { adapterOf, SOURCES } from '../../scrapers/registry.ts';
import { testApp } from './support.ts';

/** The token of the tests. */
export const TOKEN = 'a-token-of-sixteen-and-more';

/** Asks as an operator; a body makes it a POST. */
export function operator(database: Database, more: Partial<ApiDeps> = {}) {
  const { app, lines } = testApp(database, {
    adminToken: TOKEN,
    sources: SOURCES.map(({ manifest }) => manifest),
    adapterOf,
    ...more,
  });
  const headers = { Authorization: `Bearer ${TOKEN}` };
  return {
    lines,
    get: (path: string) => app.request(path, { headers }),
    post: (path: string, body?: unknown) =>
      app.request(path, {
        method: 'POST',
        headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
