/** The prices of a plan from the amounts in its words; two candidates for one price are a rejection, never a pick of the first. */
import type { BillingTerm, ListedPrice, RejectionCode } from '../../domain/listing.ts';
import { formatMicros, parseMicros } from '../../domain/money.ts';
import type { PriceMention } from './price-mentions.ts';

/** What was settled about prices. */
export type PricesSettled =
  | { readonly ok: true; readonly prices: readonly ListedPrice[] }
  | {
      readonly ok: false;
      readonly code: Extract<RejectionCode, 'no-price' | 'ambiguous-price' | 'bad-price'>;
      readonly said: string;
    };

/** What holds for amounts that do not say otherwise. */
export interface PriceGround {
  readonly page: string;
  /** What "$" means here, and "¥". */
  readonly dollar: string;
  readonly yen: string;
  /** What "kr" means; null: any crown of the north. */
  readonly krone: string | null;
  /** Currency of bare figures; null: they are none. */
  readonly term: BillingTerm | null;
  readonly setupFee: { readonly amount: string; readonly said: string } | null;
  readonly promoCode: { readonly code: string; readonly said: string } | null;
  readonly taxIncluded: { readonly is: boolean; readonly said: string } | null;
  /** The discount is said not to recur. */
  readonly onceOnly?: boolean;
  /** `given` where the structure of a page pointed the price out and its term. */
  readonly how: 'stated' | 'given';
}

interface Priced extends Omit<PriceMention, 'per'> {
  /** The amount is computed from what is written. */
  readonly computed?: boolean;
  readonly amount: string;
  readonly per: ListedPrice['per'];
}

/** Settles the mentions of one plan, in the order of the text. */
export function settlePrices(all: readonly PriceMention[], ground: PriceGround): PricesSettled {
  const said = all
    .map((one) => one.said)
    .filter((text, index, texts) => texts.indexOf(text) === index)
    .join(' … ');
  const mentions = withTerms(
    all.filter(({ part }) => part !== 'setup'),
    ground,
  );
  const setup = all.find(({ part }) => part === 'setup');
  if (mentions.length === 0) return { ok: false, code: 'no-price', said };
  const unclear = mentions.find(({ amount, currency }) => amount === null || (currency === 'kr' && ground.krone === null));
  if (unclear) return { ok: false, code: 'bad-price', said: unclear.said };
  const priced = mentions.flatMap((one) =>
    one.amount === null || one.per === null
      ? []
      : [{ ...one, amount: one.amount, per: one.per, currency: currencyIn(one, ground) }],
  );
  if (priced.length === 0) {
    const only = unstatedPrice(mentions, ground);
    return only ? { ok: true, prices: listed([only], setup, ground) } : { ok: false, code: 'ambiguous-price', said };
  }
  const clear = priced.some(({ torn }) => !torn) ? priced.filter(({ torn }) => !torn) : priced;
  const kept = withoutOld(boundApart(ground.onceOnly ? clear.map(asFirst(clear)) : clear));
  const one = singled(kept);
  if (one === null) return { ok: false, code: 'ambiguous-price', said };
  return { ok: true, prices: listed(one, setup, ground) };
}

/** The one amount of a plan, in its first currency, that says nowhere what it is for: known, but not for how long. */
function unstatedPrice(mentions: readonly PriceMention[], ground: PriceGround): Priced | null {
  const paid = mentions.filter(({ part }) => part === 'plain' || part === 'from');
  const [only, ...others] = paid;
  if (
    !only ||
    only.amount === null ||
    others.some(({ amount, currency }) => Number(amount) !== Number(only.amount) && currency === only.currency)
  )
    return null;
  return { ...only, part: 'plain', amount: only.amount, per: { unstated: true }, currency: currencyIn(only, ground) };
}

function currencyIn({ currency }: PriceMention, ground: PriceGround): string {
  if (currency === 'kr') return ground.krone ?? currency;
  return currency === '$' ? ground.dollar : currency === '¥' ? ground.yen : currency;
}

/** Amounts without a term take that of the amount beside them: "£6 / $8.07 per month", "£20 / YEAR ($27)", "$15 first year, then $30". */
function withTerms(mentions: readonly PriceMention[], ground: PriceGround): PriceMention[] {
  return mentions.map((mention, index) => {
    if (mention.per !== null) return mention;
    const before = mentions[index - 1];
    const after = mentions[index + 1];
    if (
      before &&
      before.said === mention.said &&
      before.per &&
      (before.currency !== mention.currency || mention.part === 'renewal' || mention.taxIncluded !== null)
    ) {
      return { ...mention, per: before.per, part: mention.part === 'plain' ? before.part : mention.part };
    }
    if (before?.part === 'old' && before.per && before.said === mention.said && before.currency === mention.currency)
      return { ...mention, per: before.per, part: before.first ? 'intro' : mention.part };
    if (after && after.said === mention.said && after.per && after.currency !== mention.currency)
      return { ...mention, per: after.per };
    if (mention.part === 'old') return mention;
    // "€3.99 / €1.99 (50% off for the first month)": it is paid by the month.
    if (ground.term === null && mentions.every(({ per }) => per === null) && /\bfirst month\b/i.test(mention.said))
      return { ...mention, per: { months: 1 } };
    return ground.term === null ? mention : { ...mention, per: ground.term };
  });
}

/** A coupon that holds once makes the price after it one of the first term, and the price before it what follows. */
function asFirst(priced: readonly Priced[]): (one: Priced) => Priced {
  return (one) => {
    const rival = priced.find((other) => other !== one && other.currency === one.currency && sameTerm(other, one));
    if (!rival) return one;
    if (one.part === 'old' && rival.part === 'plain') return { ...one, part: 'renewal' };
    const first = one.part === 'plain' && (rival.part === 'old' || (rival.part === 'plain' && one.marked && !rival.marked));
    return first ? { ...one, part: 'intro' } : one;
  };
}

const sameTerm = (a: Priced, b: Priced) => JSON.stringify(a.per) === JSON.stringify(b.per);

/** Beside the price of a month that binds to nothing, one that binds for a year is that of the year. */
function boundApart(priced: readonly Priced[]): Priced[] {
  return priced.map((one) => {
    const months = one.commitment;
    const micros = months === null ? null : parseMicros(one.amount);
    if (months === null || micros === null) return one;
    const rival = priced.some(
      (other) => other.commitment === null && other.part === 'plain' && other.currency === one.currency && sameTerm(other, one),
    );
    return rival ? { ...one, amount: formatMicros(micros * BigInt(months)), per: { months }, computed: true } : one;
  });
}

/** Prices for comparison go where a price to pay stands beside them; "normal" prices after a first term are what follows it. */
function withoutOld(priced: readonly Priced[]): Priced[] {
  const paid = priced.some(({ part }) => part === 'plain');
  return priced.flatMap((one): Priced[] => {
    if (one.part === 'from') return paid ? [] : [{ ...one, part: 'plain' }];
    if (one.part !== 'old') return [one];
    const alike = priced.filter((other) => other.currency === one.currency && sameTerm(other, one));
    const first = alike.some(({ part }) => part === 'intro');
    if (first && !alike.some(({ part }) => part === 'plain' || part === 'renewal')) return [{ ...one, part: 'renewal' }];
    return paid || first ? [] : [{ ...one, part: 'plain' }];
  });
}

/** One amount for each currency, term and part; null where two compete and no word says which is paid. */
function singled(priced: readonly Priced[]): Priced[] | null {
  const groups = new Map<string, Priced[]>();
  for (const one of priced) {
    const phase = one.part === 'intro' ? 'intro' : 'regular';
    const key = `${one.currency} ${JSON.stringify(one.per)} ${phase}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const chosen = new Set<Priced>();
  for (const group of groups.values()) {
    const distinct = group.filter(
      (one, index) => group.findIndex((other) => Number(other.amount) === Number(one.amount)) === index,
    );
    const [only] = distinct;
    if (only && distinct.length === 1) {
      chosen.add(only);
      continue;
    }
    const taxes = new Set(distinct.map(({ taxIncluded }) => taxIncluded));
    const marked = distinct.filter((one) => one.marked);
    // A renewal beside an unmarked price makes that one the first term's.
    const renewals = distinct.filter(({ part }) => part === 'renewal');
    if (taxes.size === distinct.length) for (const one of distinct) chosen.add(one);
    else if (renewals.length === 1 && distinct.length === 2) for (const one of distinct) chosen.add(one);
    else if (marked.length === 1 && marked[0]) chosen.add(marked[0]);
    else return null;
  }
  return priced.filter((one) => chosen.has(one));
}

function listed(priced: readonly Priced[], setup: PriceMention | undefined, ground: PriceGround): ListedPrice[] {
  const renewalOf = (one: Priced) => {
    const candidates = priced.filter((other) => other !== one && other.currency === one.currency && other.part !== 'intro');
    return (
      candidates.find((other) => other.part === 'renewal' && sameTerm(other, one)) ??
      (one.part === 'intro' ? candidates.find((other) => sameTerm(other, one)) : undefined)
    );
  };
  const { page } = ground;
  return priced.map((one): ListedPrice => {
    const renewal = one.part === 'renewal' ? undefined : renewalOf(one);
    const introductory =
      one.part === 'intro' || (one.part === 'plain' && renewal !== undefined && Number(renewal.amount) !== Number(one.amount));
    const reading = <T>(is: T, said: string) => ({ is, said, how: ground.how, page });
    const around = setup && setup.amount !== null ? { amount: setup.amount, said: setup.said } : ground.setupFee;
    const fee = one.fee === undefined ? around : (one.fee ?? ground.setupFee);
    const tax = one.taxIncluded === null ? ground.taxIncluded : { is: one.taxIncluded, said: one.said };
    return {
      amount: one.computed
        ? { is: one.amount, said: one.said, how: 'inferred', rule: 'month-times-commitment', page }
        : reading(one.amount, one.said),
      per: one.per,
      currency: reading(one.currency, one.said),
      phase: introductory ? 'introductory' : 'regular',
      ...(introductory && renewal ? { renewal: reading(renewal.amount, renewal.said) } : {}),
      ...(fee ? { setupFee: reading(fee.amount, fee.said) } : {}),
      ...(tax ? { taxIncluded: reading(tax.is, tax.said) } : {}),
      ...(ground.promoCode ? { promoCode: reading(ground.promoCode.code, ground.promoCode.said) } : {}),
    };
  });
}
