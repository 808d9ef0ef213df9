/** The door for webhooks: one POST, https only, to public addresses only, no redirects, everything within seconds. */
import { lookup as dnsLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { transportFailure } from './exchange.ts';
import { type AllowPrivate, createGuardedConnector } from './guarded-connector.ts';
import { failed, got, type Outcome } from './outcome.ts';
import { isPublicAddress } from './public-address.ts';

/** What the door is made from. */
export interface WebhookDoorOptions {
  /** Hosts that may be private: a test's server, an operator's own. Default: none. */
  readonly allowPrivate?: AllowPrivate | undefined;
  /** For everything from looking up the name to the answer's head, in milliseconds (10000). */
  readonly timeoutMs?: number | undefined;
  readonly lookup?: LookupFunction | undefined;
  /** PEM certificates to trust in place of the system's. */
  readonly trustedCa?: string | undefined;
}

/** A message to a webhook. */
export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is known of an address: `unknown` where its name does not resolve now. */
export type AddressKind = 'public' | 'private' | 'unknown';

/** The door. */
export interface WebhookDoor {
  /** Posts; the status, whatever it is. Failures: `private-address`, `unreachable`, `timed-out`, `host-not-allowed`. */
  post(message: WebhookPost): Promise<Outcome<{ readonly status: number }>>;
  /** Looks where an address leads, without connecting. */
  addressKind(url: string): Promise<AddressKind>;
  close(): Promise<void>;
}

/** Opens the door. */
export function createWebhookDoor(options: WebhookDoorOptions = {}): WebhookDoor {
  const { allowPrivate = () => false, timeoutMs = 10_000, lookup = dnsLookup } = options;
  const connect = createGuardedConnector({ allowPrivate, lookup, connectTimeoutMs: timeoutMs, trustedCa: options.trustedCa });
  const dispatcher = new Agent({ connect });

  return {
    async post({ url, headers, body }) {
      const target = new URL(url);
      if (target.protocol !== 'https:') return failed('host-not-allowed', `${target.host} is not reached by https`);
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await request(target, { dispatcher, method: 'POST', headers, body, signal: deadline });
        // Nothing of the answer is wanted, and what a stranger sends is not waited for.
        answer.body.on('error', () => undefined).destroy();
        return got({ status: answer.statusCode });
      } catch (error) {
        if (deadline.aborted) return failed('timed-out', `${target.host} did not answer within ${timeoutMs} ms`);
        return transportFailure(error, target.host);
      }
    },
    async addressKind(url) {
      const hostname = new URL(url).hostname.replace(/^\[|\]$/g, '');
      if (allowPrivate(hostname)) return 'public';
      if (isIP(hostname) !== 0) return isPublicAddress(hostname) ? 'public' : 'private';
      const found = await new Promise<readonly { readonly address: string }[]>((resolve) => {
        lookup(hostname, { all: true }, (error, addresses) => {
          resolve(error ? [] : typeof addresses === 'string' ? [{ address: addresses }] : addresses);
        });
      });
      if (found.length === 0) return 'unknown';
      return found.every(({ address }) => isPublicAddress(address)) ? 'public' : 'private';
    },
    close: () => dispatcher.destroy(),
  };
}
