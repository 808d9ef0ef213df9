import { type Failure, handlingOf } from '../../domain/failure.ts';
import type { Handler } from '../handler.ts';
import type { JobLog } from '../queue.ts';

/** What refreshing rates comes to; null: they are as new as they can be. */
export interface RatesEnd {
  readonly failure: Failure | null;
}

/** What a rates job works with. */
export interface RefreshRatesDeps {
  readonly refreshRates: () => Promise<RatesEnd>;
  readonly log: JobLog;
}

/** Refreshes the exchange rates. Rates have no plan of their own: a failure that may pass is left to the queue to try again. */
export function refreshRates(deps: RefreshRatesDeps): Handler<'refresh-rates'> {
  return async () => {
    const { failure } = await deps.refreshRates();
    if (failure === null) return;
    if (handlingOf(failure.code).retry === 'soon') throw new Error(`exchange rates: ${failure.message}`);
    deps.log.warn({ failure }, 'exchange rates were not refreshed; the next try is by schedule');
  };
}
