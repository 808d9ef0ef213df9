/**
 * Listings: what a page said about one plan, in the page's own words and units. Readers make them, `normalizeListing` turns
 * them into offers. Nothing here is converted: an amount keeps the unit that the source counts in.
 */
import type { AvailabilityState } from './offer.ts';
import type { Architecture, How, ProductType, ResourceModel, StorageType } from './plan.ts';
import type { StatedCapability } from './technologies/stated-capability.ts';
import type { Confidence, Technology } from './technology.ts';

/** A value as read, with the words or the field it was read from. An absent reading means that the page does not say. */
export interface Reading<T> {
  readonly is: T;
  /** "memory = 2048": the API field with its value, or the page's words. */
  readonly said: string;
  readonly how: Exclude<How, 'unknown' | 'provider-fact'>;
  /** Key of the page it stands on. */
  readonly page: string;
  /** Name of the rule for `inferred`. */
  readonly rule?: string;
}

/**
 * Units that sources count in. `MiB`/`GiB` are what most APIs mean by MB and GB of memory. For disks and transfer the
 * advertised figure is kept: 25600 MiB is the "25 GB" of the price list, 1024 GiB of transfer its "1 TB" (= 1000).
 */
export type SizeUnit = 'B' | 'KiB' | 'MiB' | 'GiB' | 'TiB' | 'MB' | 'GB' | 'TB';

/** An amount with its unit. */
export interface Size {
  readonly amount: number;
  readonly unit: SizeUnit;
}

/** A bit rate in the unit of the source. */
export interface Rate {
  readonly amount: number;
  readonly unit: 'bit/s' | 'Kbit/s' | 'Mbit/s' | 'Gbit/s';
}

/** One kind of disk in a plan. */
export interface ListedDisk {
  readonly size: Size;
  readonly count: number;
  readonly type: StorageType;
}

/** What an amount is paid for: one hour, or so many months. */
export type BillingTerm = { readonly hours: 1 } | { readonly months: number };

/** A price as listed. */
export interface ListedPrice {
  /** Plain decimal of the currency, counted in `scale`. */
  readonly amount: Reading<string | number>;
  /** Power of ten that this price and its fees are counted in (-2: cents); absent: whole units of the currency. */
  readonly scale?: number;
  /** `unstated`: the source does not say what the amount is for; such a price is shown and compared with none. */
  readonly per: BillingTerm | { readonly unstated: true };
  /** ISO 4217; the source's convention where the page names none. */
  readonly currency?: Reading<string>;
  readonly setupFee?: Reading<string | number>;
  readonly phase: 'introductory' | 'regular';
  readonly renewal?: Reading<string | number>;
  readonly taxIncluded?: Reading<boolean>;
  readonly promoCode?: Reading<string>;
  readonly expiresAt?: Reading<string>;
}

/** One place that sells the plan; its own prices replace the plan's where the source lists them. */
export interface ListedPlace {
  /** The provider's own location id; null where the plan is listed without any place. */
  readonly location: string | null;
  readonly availability?: Reading<AvailabilityState> | undefined;
  readonly quantity?: Reading<number> | undefined;
  readonly prices?: readonly ListedPrice[] | undefined;
}

/** One plan as a page lists it. */
export interface Listing {
  /** The provider's own id; never a row number. */
  readonly planKey: string | null;
  /** What tells a plan without a key from every other of its source, the same at each reading (a post's id and the plan's name). */
  readonly identity?: string | undefined;
  readonly name?: Reading<string> | undefined;
  readonly url?: string | undefined;
  /** The provider's own class words ("class": "standard"), by which curated facts are matched. */
  readonly words: Readonly<Record<string, string>>;
  readonly productType?: Reading<ProductType> | undefined;
  readonly technology?: Reading<{ readonly value: Technology; readonly confidence: Confidence }> | undefined;
  readonly vcpu?: Reading<number> | undefined;
  readonly cpuResourceModel?: Reading<ResourceModel> | undefined;
  readonly cpuBaselinePct?: Reading<number> | undefined;
  readonly cpuModel?: Reading<string> | undefined;
  readonly architecture?: Reading<Architecture> | undefined;
  readonly frequencyMhz?: Reading<number> | undefined;
  readonly memory?: Reading<Size> | undefined;
  readonly guaranteedMemory?: Reading<Size> | undefined;
  readonly burstMemory?: Reading<Size> | undefined;
  readonly vswap?: Reading<Size> | undefined;
  readonly memoryResourceModel?: Reading<ResourceModel> | undefined;
  readonly disks?: Reading<readonly ListedDisk[]> | undefined;
  readonly storageType?: Reading<StorageType> | undefined;
  readonly raid?: Reading<string> | undefined;
  readonly transfer?: Reading<Size | 'unmetered'> | undefined;
  readonly port?: Reading<Rate> | undefined;
  readonly ipv4?: Reading<number> | undefined;
  readonly hasIpv6?: Reading<boolean> | undefined;
  readonly ipv6?: Reading<number> | undefined;
  readonly ipv6Prefix?: Reading<string> | undefined;
  readonly natIpv4?: Reading<boolean> | undefined;
  readonly ddos?: Reading<boolean> | undefined;
  /** `count`: cards, a share of a card as a fraction; `memory`: of each card, or of the share. */
  readonly gpu?:
    | Reading<{ readonly name: string | null; readonly count: number; readonly memory?: Size | undefined }>
    | undefined;
  readonly guests?: Reading<readonly string[]> | undefined;
  readonly managed?: Reading<boolean> | undefined;
  /** What the plan says that can or cannot run on it (`readStatedCapabilities` reads it from words). */
  readonly statedCapabilities?: Reading<readonly StatedCapability[]> | undefined;
  readonly prices: readonly ListedPrice[];
  readonly places: readonly ListedPlace[];
  /** How it is known where the plan is sold. */
  readonly placesFrom?: Reading<readonly string[]> | undefined;
}

/** A location as the source describes it. */
export interface ListedLocation {
  /** The provider's own id ("us-east", "fra", "fr-par-1"). */
  readonly key: string;
  readonly name: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2 in any case. */
  readonly country: string | null;
}

/** Why a listing did not become an offer. */
export const REJECTION_CODES = [
  'no-price',
  'ambiguous-price',
  'bad-price',
  'bad-currency',
  'bad-size',
  'bad-count',
  'no-key',
  'duplicate-key',
  'not-a-plan',
  'unreadable-plan',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** One listing that was not understood: which field, what it said. Never silence. */
export interface Rejection {
  readonly code: RejectionCode;
  /** Path of the field in the source ("price.hourly"), or in the listing. */
  readonly field: string;
  readonly said: string;
  /** What is known of the plan: its key or name, for people. */
  readonly listing: { readonly planKey: string | null; readonly name: string | null };
}

/** What a reader noticed about the pages as a whole. */
export const FINDING_CODES = [
  'missing-role',
  'incomplete',
  'unreadable-page',
  'challenge-page',
  'login-page',
  'needs-browser',
  'empty',
  'unknown-location',
  'spec-mismatch',
  'skipped',
  'count-drop',
  'count-rise',
  'rejections-rise',
  'duplicate-plan',
  'price-jump',
  'price-slip',
  'zero-price',
  'absurd-price',
  'uniform-change',
  'median-move',
  'term-change',
  'currency-change',
  'identity-churn',
  'facts-lost',
  'first-batch',
  'old-baseline',
  'confirmed',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/**
 * One judgement on a batch. `info`: worth knowing; `soft`: held until a second run says the same or a person releases it;
 * `hard`: held until a person releases it.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'info' | 'soft' | 'hard';
  readonly message: string;
}
