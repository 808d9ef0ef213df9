/**
 * Prices of OVHcloud's order catalogues: what a plan with its mandatory options costs in each payment mode. A month without
 * commitment is mode "default"; "upfrontN" is prepaid for N months, "degressivityN" bound for N months and paid month by
 * month. An interval of 1 repeated N times and an interval of N are both seen: the price of the whole term is given here.
 */
import { z } from 'zod';
import type { ListedPrice, Reading } from '../../domain/listing.ts';
import { utcTime } from '../../domain/utc-time.ts';
import type { PageReadings } from './readings.ts';

/** Whole 1e-8 of the currency. */
const units = z.int().nonnegative();

const promotionSchema = z.object({
  name: z.string().nullish(),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
  isForTestingPurpose: z.boolean().nullish(),
  discount: z.object({ value: units.nullish() }).nullish(),
  total: z.object({ value: units.nullish() }).nullish(),
});
type Promotion = z.infer<typeof promotionSchema>;

/** One price of a plan or an option (`order.catalog.public.Pricing`). */
export const pricingSchema = z.object({
  capacities: z.array(z.string()).nullish(),
  mode: z.string().nullish(),
  commitment: z.int().min(0).max(120),
  interval: z.int().min(0).max(1000),
  intervalUnit: z.string().nullish(),
  quantity: z.object({ min: z.number().nullish() }).nullish(),
  price: units.nullish(),
  promotions: z.array(promotionSchema).nullish(),
});
/** One price of a plan or an option. */
export type OvhPricing = z.infer<typeof pricingSchema>;

/** The plan itself, or an option that has to be ordered with it. */
export interface PricedPart {
  /** "plan", or family and code of the option. */
  readonly what: string;
  readonly pricings: readonly OvhPricing[];
}

/** What is asked: the plan, the options ordered with it, and the rule that chose them. */
export interface PriceQuestion {
  readonly plan: PricedPart;
  readonly options: readonly PricedPart[];
  readonly rule: string;
  readonly currency: Reading<string> | undefined;
}

/** 1e-8 of a currency as its plain decimal ("7.60"). */
export function decimalOf(value: bigint): string {
  const fraction = (value % 100_000_000n).toString().padStart(8, '0');
  return `${value / 100_000_000n}.${fraction.replace(/0{1,6}$/, '')}`;
}

/** A price of one quantity, for that capacity. */
function isFor(pricing: OvhPricing, capacity: string): boolean {
  return (pricing.capacities ?? []).includes(capacity) && (pricing.quantity?.min ?? 1) <= 1;
}

/**
 * Prices of the plan with its options, in the order of the catalogue, each with its installation fee; promotions as introductory
 * prices. A mode without an installation price is for those who have the plan already; one without a price says nothing.
 */
export function ovhPrices(readings: PageReadings, question: PriceQuestion): ListedPrice[] {
  const renewals = question.plan.pricings.filter(
    (one) => isFor(one, 'renew') && one.intervalUnit === 'month' && one.interval > 0,
  );
  const prices = renewals.flatMap((renewal) => pricesOf(readings, question, renewal));
  const asked = (price: ListedPrice) => JSON.stringify([price.phase, price.per, price.amount.is, price.setupFee?.is]);
  return [...new Map([...prices].reverse().map((price) => [asked(price), price])).values()].reverse();
}

function pricesOf(readings: PageReadings, question: PriceQuestion, renewal: OvhPricing): ListedPrice[] {
  const parts = [question.plan, ...question.options];
  const installed = parts.map((part) => part.pricings.find((one) => isFor(one, 'installation') && one.mode === renewal.mode));
  const recurring = parts.map((part) => (part === question.plan ? renewal : matching(part, renewal))?.price);
  const months = renewal.commitment || renewal.interval;
  const [total, setup] = [sum(recurring), sum(installed.map((one, index) => (index > 0 && !one ? 0 : one?.price)))];
  if (installed[0] === undefined || total === null || total === 0n || months % renewal.interval !== 0) return [];
  const times = BigInt(months / renewal.interval);
  const terms = parts.map((part, index) => `${part.what} ${decimalOf(BigInt(recurring[index] ?? 0))}`).join(' + ');
  const said = `mode ${renewal.mode}: ${terms} for ${renewal.interval} month${renewal.interval > 1 ? 's' : ''}${times > 1n ? `, ${times} times` : ''}`;
  const amount = (value: bigint, words: string) => {
    const rule = parts.length > 1 ? question.rule : times > 1n ? 'ovh-commitment-total' : null;
    const is = decimalOf(value * times);
    return rule === null ? readings.together(words, is) : readings.inferred(rule, words, is);
  };
  const setupFee = setup === null ? undefined : readings.together(`installation, mode ${renewal.mode}`, decimalOf(setup));
  const shared = {
    per: { months },
    ...(question.currency ? { currency: question.currency } : {}),
    ...(setupFee ? { setupFee } : {}),
  };
  const regular = amount(total, said);
  const introductory = (renewal.promotions ?? []).flatMap((promotion): ListedPrice[] => {
    const reduced = reducedBy(promotion, renewal);
    if (reduced === null) return [];
    const words = `${said}, less ${decimalOf(reduced)} by promotion "${promotion.name}" from ${promotion.startDate}`;
    const until = readings.given('promotions.endDate', promotion.endDate, (date) => utcTime(date) ?? undefined);
    const price = amount(total - reduced, words);
    return [{ ...shared, amount: price, phase: 'introductory', renewal: regular, ...(until ? { expiresAt: until } : {}) }];
  });
  return [...introductory, { ...shared, amount: regular, phase: 'regular' }];
}

function matching(part: PricedPart, { mode, interval }: OvhPricing): OvhPricing | undefined {
  return part.pricings.find(
    (one) => isFor(one, 'renew') && one.mode === mode && one.interval === interval && one.intervalUnit === 'month',
  );
}

function sum(values: readonly (number | null | undefined)[]): bigint | null {
  return values.reduce<bigint | null>((total, one) => (total === null || one == null ? null : total + BigInt(one)), 0n);
}

/** What a promotion takes off; null where its discount and its total do not add up to the price, or it is none. */
function reducedBy({ discount, total, endDate, isForTestingPurpose }: Promotion, { price }: OvhPricing): bigint | null {
  const [less, left] = [discount?.value, total?.value];
  if (isForTestingPurpose || !less || left == null || price == null || less + left !== price) return null;
  return endDate && utcTime(endDate) === null ? null : BigInt(less);
}
