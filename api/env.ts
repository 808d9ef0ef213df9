/** What the API is given at start, and what every request carries. */
import type { HttpBindings } from '@hono/node-server';
import type { Hono, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Database } from '../db/client.ts';
import type { CountFilter } from '../db/queries/remembered-counts.ts';
import type { AddressKind } from '../db/queries/watches/make-watch.ts';
import type { Subscriber } from '../db/queries/watches/subscribers.ts';
import type { Signer } from '../domain/watch/signed-token.ts';
import type { Queue } from '../jobs/queue.ts';
import type { SourceAdapter, SourceManifest } from '../scrapers/contract.ts';
import type { HasCredential } from '../scrapers/source-off.ts';

/** How many requests a client may send, and in how many seconds. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

/** Everything that the API works with. */
export interface ApiDeps {
  readonly database: Database;
  /** Counts the matches of searches. */
  readonly count: CountFilter;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  /** The registered sources: what the database does not know of them (kind, cadence, title). */
  readonly sources: readonly SourceManifest[];
  /** Which credentials of sources this process has; a source that lacks its own is off. */
  readonly hasCredential: HasCredential;
  /** Reader of a source, by which an operator sees what a held batch would change; null: this version has none. */
  readonly adapterOf: (sourceId: string) => SourceAdapter | null;
  /** Where work for others is left; the API itself never runs it. */
  readonly queue: Pick<Queue, 'enqueue'>;
  /** What operators prove themselves by; null: the operator's view is off. */
  readonly adminToken: string | null;
  /** Key of the hashes by which authors of reports are told apart; absent: one of this process. */
  readonly authorKey?: string | null;
  /** Makes and reads the tokens of mailed links. */
  readonly signer: Signer;
  /** Where the address of a webhook leads; the API itself connects to nothing. */
  readonly addressKind: AddressKind;
  /** Of this program, shown in its document. */
  readonly version: string;
  /** Address under which clients reach it, for links; absent: the one they used. */
  readonly publicUrl?: string | null;
  /** Absent: {@link DEFAULT_RATE_LIMIT}. */
  readonly rateLimit?: 'off' | RateLimit;
  /** Whether a proxy of ours stands in front, so that the last X-Forwarded-For is the client. */
  readonly trustProxy?: boolean;
  /** What must be true, beyond a filled database, before requests are sent here. */
  readonly readiness?: () => Promise<boolean>;
}

/** Ten requests a second for a minute: no person and no polite program notices it. */
export const DEFAULT_RATE_LIMIT: RateLimit = { points: 600, seconds: 60 };

/** For operators: plenty for a person and a script, few for somebody who guesses tokens. */
export const OPERATOR_RATE_LIMIT: RateLimit = { points: 120, seconds: 60 };

/** Types of a request's context. Bindings are absent where a test calls the app without a socket. */
export interface ApiEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    deps: ApiDeps;
    /** Set behind the subscribers' door. */
    subscriber: Subscriber;
    /** Set where the answer is a stream: nothing may wait for its end. */
    streamed?: true;
  };
}

/** Pages for people, mounted beside the API: they share its request ids, log, metrics, limits and compression. */
export interface Pages {
  readonly routes: Hono<PagesEnv>;
  /** Those of them that ask the database. */
  readonly paths: readonly string[];
  /** Tells errors as pages to whoever wants a page. */
  readonly problems: MiddlewareHandler<PagesEnv>;
}

/** What pages can rely on in a request's context. */
export interface PagesEnv {
  Bindings: Partial<HttpBindings>;
  Variables: Pick<ApiEnv['Variables'], 'requestId'>;
}
