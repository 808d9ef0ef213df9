/** Prices of the benchmark's plans: the recorded ones, scaled, in the provider's currency, with the terms it sells. */
import type { Price } from '../../domain/offer.ts';
import type { Random } from '../random.ts';

/** How a provider asks for money. */
export interface PriceHabits {
  readonly currency: string;
  /** Billing terms beside the recorded ones, with what a month costs then, in percent. */
  readonly terms: readonly (readonly [number, number])[];
  readonly setupFee: boolean;
  /** Percent of the regular price in the first term; null: no introductory prices. */
  readonly introductoryPct: number | null;
  readonly hourly: boolean;
}

/** Habits of one provider. */
export function priceHabits(random: Random): PriceHabits {
  const terms = random.weighted<PriceHabits['terms']>([
    [[], 6],
    [[[12, 90]], 2],
    [
      [
        [3, 97],
        [12, 85],
        [24, 80],
      ],
      2,
    ],
  ]);
  return {
    currency: random.weighted([
      ['USD', 55],
      ['EUR', 33],
      ['GBP', 7],
      ['PLN', 3],
      ['INR', 2],
    ]),
    terms,
    setupFee: random.chance(0.1),
    introductoryPct: terms.length > 0 && random.chance(0.3) ? random.pick([50, 70]) : null,
    hourly: random.chance(0.6),
  };
}

/** A plan's prices; `pct`: of the recorded ones. */
export function pricesAfter(recorded: readonly Price[], pct: number, habits: PriceHabits): readonly Price[] {
  const scaled = recorded
    .filter((price) => habits.hourly || !price.hourly)
    .map((price) => ({ ...price, currency: habits.currency, micros: whole((price.micros * BigInt(pct)) / 100n, price.hourly) }));
  const month = scaled.find((price) => price.termMonths === 1);
  if (!month) return scaled;
  const setup = habits.setupFee ? month.micros : null;
  const { introductoryPct } = habits;
  const longer = habits.terms.flatMap(([termMonths, percent]): Price[] => {
    const regular = { ...month, termMonths, micros: whole((month.micros * BigInt(termMonths * percent)) / 100n, false) };
    if (introductoryPct === null) return [regular];
    const micros = whole((regular.micros * BigInt(introductoryPct)) / 100n, false);
    return [{ ...regular, phase: 'introductory', micros, renewalMicros: regular.micros, promoCode: 'FIRST' }, regular];
  });
  return [...scaled, ...longer].map((price) => (price.hourly ? price : { ...price, setupFeeMicros: setup }));
}

/** Cents, or hundredths of a cent for an hour. */
function whole(micros: bigint, hourly: boolean): bigint {
  const step = hourly ? 100n : 10_000n;
  return (micros / step) * step + step;
}
