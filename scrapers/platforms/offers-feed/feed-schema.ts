/**
 * The offers feed that a provider publishes: field vocabulary of ServerHunter's Pull API, version 1
 * (https://www.serverhunter.com/providers/api), with optional fields of our own. `docs/provider-offers-feed.md` describes it.
 */
import { z } from 'zod';

/** Where a provider publishes its feed, below its host. */
export const FEED_PATH = '/.well-known/server-offers.json';

/** Entries of one feed. */
export const MOST_OFFERS = 10_000;

/** A count or an amount: a number, or a plain decimal in a string, as the vocabulary writes them ("1024"). Empty says nothing. */
const figure = z
  .union([z.number().nonnegative(), z.string().regex(/^(?:\d{1,12}(?:\.\d{1,6})?)?$/)])
  .transform((value) => (value === '' ? null : Number(value)));
const count = figure.refine((value) => value === null || Number.isInteger(value), 'a whole number');
/** Money stays the text it was, so that no digit is lost. */
const money = z.union([z.number().nonnegative(), z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/)]);
const word = z.string().max(200);
const words = z.union([z.array(word).max(200), word.transform((one) => (one === '' ? [] : [one]))]);
const yes = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

/** One offer: a plan at one billing interval in one location. */
export const offerSchema = z.object({
  name: word.min(1),
  /** The provider's own id of the plan; entries that share it are one plan. */
  internal: word.min(1),
  url: z.string().max(2000).nullish(),
  currency: z.string().regex(/^[A-Za-z]{3}$/),
  price: money,
  setup_fee: money.or(z.literal('')).nullish(),
  stock: word.nullish(),
  billing_interval: word,
  product_type: word.nullish(),
  virtualization: word.nullish(),
  visibility: word.nullish(),
  gpu_name: word.nullish(),
  cpu_type: word.nullish(),
  cpu_name: word.nullish(),
  cpu_amount: figure.nullish(),
  cpu_cores: figure.nullish(),
  cpu_speed: figure.nullish(),
  memory_amount: figure.nullish(),
  memory_type: word.nullish(),
  memory_ecc: word.nullish(),
  hdd_amount: count.nullish(),
  hdd_capacity: figure.nullish(),
  ssd_amount: count.nullish(),
  ssd_capacity: figure.nullish(),
  uplink: figure.nullish(),
  traffic: figure.nullish(),
  unmetered: words.nullish(),
  operating_systems: words.nullish(),
  control_panel: words.nullish(),
  country_code: z
    .string()
    .regex(/^(?:[A-Za-z]{2})?$/)
    .nullish(),
  location: word.nullish(),
  coordinates: word.nullish(),
  payment_methods: words.nullish(),
  features: words.nullish(),
  /** Ours: what the vocabulary has no word for. */
  nvme_amount: count.nullish(),
  nvme_capacity: figure.nullish(),
  cpu_allocation: z.enum(['dedicated', 'shared', 'burst', 'capped']).nullish(),
  ipv4: count.nullish(),
  ipv6_prefix: z
    .string()
    .regex(/^\/?\d{1,3}$/)
    .nullish(),
  renewal_price: money.nullish(),
  promo_code: word.nullish(),
  tax_included: yes.nullish(),
  stock_quantity: count.nullish(),
});
export type FeedOffer = z.infer<typeof offerSchema>;

/** A feed: its version and its entries, each checked for itself. */
export const feedSchema = z.object({
  version: z.union([z.literal(1), z.literal('1')]),
  offers: z.array(z.unknown()).max(MOST_OFFERS),
});
