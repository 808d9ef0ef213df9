/** The shape of a watch as it comes in from outside. What it means is read by `read-watch.ts`. */
import { z } from 'zod';
import { WEEKDAYS } from './digest-time.ts';
import { WATCH_RULES } from './rules.ts';

/** Where a watch tells: each is one channel. */
export const WEBHOOK_TEMPLATES = ['standard', 'ntfy', 'discord', 'slack'] as const;
export type WebhookTemplate = (typeof WEBHOOK_TEMPLATES)[number];

/** When a watch tells. */
export const DELIVERIES = ['immediate', 'digest', 'both'] as const;
export type Delivery = (typeof DELIVERIES)[number];

const weekday = z.union([z.enum(WEEKDAYS), z.int().min(1).max(7)]);

/** When the weekly digest is wanted. */
export const digestBody = z.strictObject({
  weekday: weekday.describe('Name, or its number in ISO 8601: 1 is Monday'),
  hour: z.int().min(0).max(23).describe('On the wall clock of the time zone'),
  timeZone: z.string().min(1).max(64).describe('IANA name, such as Europe/Berlin'),
});

const common = {
  threshold: z
    .union([z.number().nonnegative(), z.string().max(40)])
    .nullable()
    .describe('price-below: an amount a month; price-drop-pct: per cent'),
  currency: z.string().max(3).nullable().describe('ISO 4217; of the threshold and of amounts told (USD where none is given)'),
  delivery: z.enum(DELIVERIES),
  digest: digestBody.nullable(),
  expiresAt: z.string().max(40).nullable().describe('RFC 3339; the watch ends then, and says so'),
  paused: z.boolean(),
  template: z.enum(WEBHOOK_TEMPLATES).nullable().describe('Of a webhook; absent: by its host, else standard'),
};

const filter = z.record(z.string().max(40), z.unknown()).describe('Parameters of a search, by name');

/** A new watch. */
export const newWatchBody = z.strictObject({
  filter: filter.nullish(),
  offerId: z.string().min(1).max(300).nullish().describe('Of an offer, or of a row for all of its plan; in place of a filter'),
  rule: z.enum(WATCH_RULES),
  channel: z.string().min(1).max(2000).default('email').describe('"email", or the https address of a webhook'),
  threshold: common.threshold.optional(),
  currency: common.currency.optional(),
  delivery: common.delivery.default('immediate'),
  digest: common.digest.optional(),
  expiresAt: common.expiresAt.optional(),
  paused: common.paused.default(false),
  template: common.template.optional(),
});
export type NewWatchBody = z.infer<typeof newWatchBody>;

/** Changes to a watch: what is not given stays. */
export const watchPatchBody = z.strictObject({
  filter: filter.optional(),
  rule: z.enum(WATCH_RULES).optional(),
  threshold: common.threshold.optional(),
  currency: common.currency.optional(),
  channel: z.string().min(1).max(2000).optional(),
  delivery: common.delivery.optional(),
  digest: common.digest.optional(),
  expiresAt: common.expiresAt.optional(),
  paused: common.paused.optional(),
  template: common.template.optional(),
});
export type WatchPatchBody = z.infer<typeof watchPatchBody>;
