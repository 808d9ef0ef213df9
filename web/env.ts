/** What the pages are given at start, and what every request of theirs carries. */
import type { HttpBindings } from '@hono/node-server';
import type { Database } from '../db/client.ts';
import type { CountFilter } from '../db/queries/remembered-counts.ts';
import type { AddressKind } from '../db/queries/watches/make-watch.ts';
import type { Signer } from '../domain/watch/signed-token.ts';
import type { Queue } from '../jobs/queue.ts';

/** Everything that the pages work with. */
export interface WebDeps {
  readonly database: Database;
  /** Counts the matches of searches. */
  readonly count: CountFilter;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What the pages of watches work with; absent: there are none. */
  readonly watching?: WebWatching;
}

/** A mail in the operator's outbox. */
export interface WebOutboxMail {
  readonly id: string;
  /** ISO time. */
  readonly writtenAt: string;
  readonly to: string;
  readonly subject: string;
}

/** The folder that mail is written into where no server is set. */
export interface WebOutbox {
  list(limit: number): Promise<readonly WebOutboxMail[]>;
  read(id: string): Promise<
    | (WebOutboxMail & {
        readonly headers: readonly { readonly name: string; readonly value: string }[];
        readonly text: string;
        readonly html: string;
      })
    | null
  >;
}

/** What pages of watches work with. */
export interface WebWatching {
  readonly signer: Signer;
  readonly addressKind: AddressKind;
  readonly queue: Pick<Queue, 'enqueue'>;
  /** Null: mail goes to a server. */
  readonly outbox: WebOutbox | null;
  readonly adminToken: string | null;
  /** Address under which people reach this service, where one is set. */
  readonly publicUrl: string | null;
}

/** Types of a request's context: what the app that the pages are mounted in has set. */
export interface WebEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string };
}
