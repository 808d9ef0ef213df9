/** A watch as asked for, read and checked: what it looks at, by which rule, where and when it tells. */
import type { RateTable } from '../exchange-rates.ts';
import { ratePerEuro } from '../exchange-rates.ts';
import type { OfferFilter } from '../filter/criteria.ts';
import type { FieldError, Parsed } from '../filter/params.ts';
import { DEFAULT_CURRENCY, filterToParams, parseFilter } from '../filter/parse.ts';
import { isId } from '../identity.ts';
import { type Currency, type Micros, parseMicros } from '../money.ts';
import { utcTime } from '../utc-time.ts';
import { readChannel, type WatchChannel } from './channel.ts';
import { type DigestTime, isTimeZone, WEEKDAYS } from './digest-time.ts';
import { RULES, type WatchRule } from './rules.ts';
import type { Delivery, NewWatchBody } from './watch-body.ts';
import { watchedFilter } from './watched-filter.ts';

/** A watch that can be stored. */
export interface WatchAsked {
  /** A search, or one offer or plan by its id. */
  readonly subject: { readonly filter: OfferFilter } | { readonly id: string };
  readonly rule: WatchRule;
  readonly thresholdMicros: Micros | null;
  readonly thresholdPpm: number | null;
  readonly currency: Currency;
  readonly channel: WatchChannel;
  readonly delivery: Delivery;
  readonly digest: DigestTime | null;
  /** Canonical UTC time. */
  readonly expiresAt: string | null;
  readonly paused: boolean;
}

/** Reads a watch, or says everything that is wrong with it. `now`: canonical UTC time. */
export function readWatch(body: NewWatchBody, now: string, rates: RateTable): Parsed<WatchAsked> {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string): null => {
    errors.push({ field, message });
    return null;
  };
  const currency = currencyOf(body, rates, wrong);
  const thresholds = thresholdsOf(body, wrong);
  const subject = subjectOf(body, rates, errors);
  const channel = readChannel(body.channel, body.template ?? null);
  if (typeof channel === 'string') wrong('channel', channel);
  const digest = digestOf(body, wrong);
  const expiresAt = expiryOf(body.expiresAt ?? null, now, wrong);
  if (subject !== null && 'filter' in subject) againstEachOther(body, subject.filter, thresholds.micros, currency, wrong);
  if (errors.length > 0 || subject === null || typeof channel === 'string') return { ok: false, errors };
  return {
    ok: true,
    value: {
      subject,
      rule: body.rule,
      thresholdMicros: thresholds.micros,
      thresholdPpm: thresholds.ppm,
      currency,
      channel,
      delivery: body.delivery,
      digest,
      expiresAt,
      paused: body.paused,
    },
  };
}

type Wrong = (field: string, message: string) => null;

function subjectOf({ filter, offerId }: NewWatchBody, rates: RateTable, errors: FieldError[]): WatchAsked['subject'] | null {
  if ((filter ?? null) !== null && (offerId ?? null) !== null) {
    errors.push({ field: 'offerId', message: 'is given beside a filter: a watch looks at one or the other' });
    return null;
  }
  if (typeof offerId === 'string') {
    if (isId(offerId)) return { id: offerId };
    errors.push({ field: 'offerId', message: 'is no id of an offer' });
    return null;
  }
  if ((filter ?? null) === null) {
    errors.push({ field: 'filter', message: 'is missing: give the parameters of a search, or an offerId' });
    return null;
  }
  const read = parseFilter(filter ?? {}, { rates });
  if (read.ok) return { filter: read.value };
  errors.push(...read.errors.map(({ field, message }) => ({ field: `filter.${field}`, message })));
  return null;
}

function currencyOf({ currency, filter }: NewWatchBody, rates: RateTable, wrong: Wrong): Currency {
  const asked = currency ?? filter?.currency;
  if (typeof asked !== 'string') return DEFAULT_CURRENCY;
  const code = asked.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code) || ratePerEuro(rates, code) === null) {
    if (currency !== undefined && currency !== null) wrong('currency', `there is no exchange rate for "${asked}"`);
    return DEFAULT_CURRENCY;
  }
  return code;
}

function thresholdsOf({ rule, threshold }: NewWatchBody, wrong: Wrong): { micros: Micros | null; ppm: number | null } {
  const none = { micros: null, ppm: null };
  const kind = RULES[rule].threshold;
  if (kind === null) {
    if ((threshold ?? null) !== null) wrong('threshold', `is nothing that ${rule} knows: leave it out`);
    return none;
  }
  const micros = threshold === undefined || threshold === null ? null : parseMicros(threshold);
  if (kind === 'amount') {
    if (micros === null || micros <= 0n || micros > 10n ** 15n) {
      wrong('threshold', 'is to be an amount above zero, such as 5 or "4.99"');
      return none;
    }
    return { micros, ppm: null };
  }
  if (micros === null || micros < 1_000_000n || micros > 99_000_000n) {
    wrong('threshold', 'is to be per cent, from 1 to 99');
    return none;
  }
  return { micros: null, ppm: Number(micros / 100n) };
}

function digestOf({ digest, delivery }: NewWatchBody, wrong: Wrong): DigestTime | null {
  if (digest === undefined || digest === null) {
    if (delivery !== 'immediate') wrong('digest', 'is missing: say weekday, hour and timeZone');
    return null;
  }
  if (!isTimeZone(digest.timeZone)) return wrong('digest.timeZone', 'is no time zone, such as Europe/Berlin');
  const weekday = typeof digest.weekday === 'number' ? digest.weekday : WEEKDAYS.indexOf(digest.weekday) + 1;
  return { weekday, hour: digest.hour, timeZone: digest.timeZone };
}

function expiryOf(text: string | null, now: string, wrong: Wrong): string | null {
  if (text === null) return null;
  const time = utcTime(text);
  if (time === null) return wrong('expiresAt', 'is no time, such as 2027-01-31T12:00:00Z');
  return time > now ? time : wrong('expiresAt', 'is over already');
}

/** What the filter says must fit what the watch says. */
function againstEachOther(
  body: NewWatchBody,
  filter: OfferFilter,
  thresholdMicros: Micros | null,
  currency: Currency,
  wrong: Wrong,
): void {
  const amounts = filter.maxPrice ?? filter.minPrice ?? filter.maxSetupFee;
  if (amounts !== undefined && (filter.currency ?? DEFAULT_CURRENCY) !== currency) {
    wrong('currency', `is another one than that of the filter's amounts (${filter.currency ?? DEFAULT_CURRENCY})`);
    return;
  }
  if (thresholdMicros === null) return;
  const params = filterToParams(watchedFilter({ rule: body.rule, filter, thresholdMicros, currency }));
  const together = parseFilter(params);
  if (!together.ok) wrong('threshold', `is below the filter's minPrice (${filter.minPrice})`);
}
