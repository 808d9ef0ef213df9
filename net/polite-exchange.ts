import type { Dispatcher } from 'undici';
import { type Answer, type Exchange, exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';
import type { Politeness } from './politeness.ts';
import { statusFailure } from './status-failure.ts';

/** One GET when the host's turn has come; `minDelayMs` is the least time since the last start of a request to that host. */
export type PoliteExchange = (asked: Exchange & { readonly minDelayMs: number }) => Promise<Outcome<Answer>>;

interface Options {
  readonly dispatcher: Dispatcher;
  readonly politeness: Politeness;
  readonly now: () => number;
}

/** Joins exchange and politeness: an answer that asks for a pause becomes `rate-limited`, and the host is left alone until then. */
export function createPoliteExchange({ dispatcher, politeness, now }: Options): PoliteExchange {
  return (asked) => {
    const { host } = asked.url;
    return politeness.run(host, asked.minDelayMs, async () => {
      const outcome = await exchange(dispatcher, asked);
      if (!outcome.ok) return outcome;
      const { status, headers } = outcome.value;
      const failure = statusFailure({ status, headers, host, now: now() });
      if (failure?.code !== 'rate-limited' || failure.notBefore === undefined) return outcome;
      politeness.pause(host, failure.notBefore);
      return { ok: false, failure };
    });
  };
}
