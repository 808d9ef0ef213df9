/** The API on a test database, asked without a socket. */
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import type { ApiDeps, Pages } from '../../api/env.ts';
import type { Database } from '../../db/client.ts';
import { rememberedCounts } from '../../db/queries/remembered-counts.ts';
import { createSigner } from '../../domain/watch/signed-token.ts';
import { ACME_API } from '../support/publish-fixture.ts';

/** The hour of all requests. */
export const NOW = '2026-11-23T12:00:00.000Z';

/** An app without a rate limit; what it logs is collected in `lines`. */
export function testApp(database: Database, more: Partial<ApiDeps> = {}, pages: Pages | null = null) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const deps: ApiDeps = {
    database,
    count: rememberedCounts(),
    now: () => Date.parse(NOW),
    log,
    sources: [ACME_API],
    hasCredential: () => false,
    adapterOf: () => null,
    queue: { enqueue: () => Promise.reject(new Error('nothing is to be enqueued here')) },
    adminToken: null,
    signer: createSigner('a secret of the tests'),
    addressKind: async () => 'public',
    version: '0.0.0-test',
    rateLimit: 'off',
    ...more,
  };
  return { app: createApp(deps, pages), lines };
}
