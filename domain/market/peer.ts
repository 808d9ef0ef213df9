/** One offer as others compare with it: what peers are chosen by, and its price. */
import type { CostOption } from '../comparable.ts';
import { convert, type RateTable } from '../exchange-rates.ts';
import type { ResourceModel } from '../plan.ts';
import type { Technology } from '../technology.ts';

/** Technologies that compete as one kind. */
export type TechnologyFamily =
  | 'openvz'
  | 'lxc'
  | 'xen'
  | Exclude<Technology, 'openvz6' | 'openvz7' | 'xen-pv' | 'xen-hvm' | 'xen-pvh'>;

/** One offer of the market. */
export interface Peer {
  readonly id: string;
  readonly family: TechnologyFamily;
  readonly dedicated: boolean;
  /** Continents; empty: not known. */
  readonly regions: readonly string[];
  readonly memoryMib: number | null;
  readonly vcpu: number | null;
  readonly storageGb: number | null;
  /** Regular price, set-up fee spread over the term; US dollars a month. */
  readonly perMonthUsd: number;
  /** ISO time. */
  readonly observedAt: string;
}

/** The family of a technology. */
export function familyOf(technology: Technology): TechnologyFamily {
  if (technology === 'openvz6' || technology === 'openvz7') return 'openvz';
  return technology === 'xen-pv' || technology === 'xen-hvm' || technology === 'xen-pvh' ? 'xen' : technology;
}

/** Whether a plan competes with dedicated ones. */
export function isDedicated(model: ResourceModel): boolean {
  return model === 'dedicated';
}

/**
 * What a plan costs a month when its introductory price is over, the set-up fee spread over the term (a year at least): the cheapest
 * of its terms, in US dollars; null where there is no price or no rate. By the rates given, whenever the price was seen.
 */
export function regularPerMonthUsd(options: readonly CostOption[], rates: RateTable): { usd: number; termMonths: number } | null {
  const all = options.flatMap((option) => {
    const regular = convert(option.regularMicros, option.currency, 'USD', rates);
    const fee = convert(option.setupFeeMicros, option.currency, 'USD', rates);
    if (regular === null || fee === null) return [];
    const usd = (Number(regular) / option.termMonths + Number(fee) / Math.max(option.termMonths, 12)) / 1e6;
    return [{ usd, termMonths: option.termMonths }];
  });
  return all.reduce<{ usd: number; termMonths: number } | null>(
    (best, one) => (best === null || one.usd < best.usd ? one : best),
    null,
  );
}
