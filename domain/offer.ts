/**
 * Offers: a plan, buyable in one location, at a set of prices. Rows: a plan at one set of prices with every location that
 * sells it so. Offer ids never change; rows are what a search answers.
 */
import type { Currency, Micros } from './money.ts';
import type { How, PlanSpec, Provenance } from './plan.ts';

export const AVAILABILITY_STATES = ['in-stock', 'limited', 'sold-out', 'pre-order', 'unknown'] as const;
export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];

export interface Availability {
  readonly state: AvailabilityState;
  /** Units left, where the shop publishes a number. Never forged from yes or no. */
  readonly quantity: number | null;
}

/** Freshness of a row: read from the live source, from a recording, too old to trust, or gone. */
export const ROW_STATES = ['live', 'recorded', 'stale', 'withdrawn'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A place where a provider sells. */
export interface Location {
  /** "<provider>/<its own location id>". */
  readonly id: string;
  readonly name: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
}

/** Money for one billing term, in one phase. */
export interface Price {
  /** Billing term in months; null for hourly billing. */
  readonly termMonths: number | null;
  readonly hourly: boolean;
  readonly micros: Micros;
  readonly currency: Currency;
  readonly setupFeeMicros: Micros | null;
  readonly phase: 'introductory' | 'regular';
  readonly renewalMicros: Micros | null;
  readonly taxIncluded: boolean | null;
  readonly promoCode: string | null;
  /** ISO time. */
  readonly expiresAt: string | null;
  readonly how: How;
}

/** One location of a plan with what it costs and whether it is in stock there. A null location: nowhere named. */
export interface Place {
  readonly offerId: string;
  readonly location: Location | null;
  readonly availability: Availability;
  readonly prices: readonly Price[];
}

/** A plan with everywhere it is sold: what reading one source yields, before anything is published. */
export interface PlanOffers {
  readonly planId: string;
  /** The provider's own id of the plan; null in free text. */
  readonly planKey: string | null;
  readonly providerId: string;
  readonly sourceId: string;
  readonly name: string | null;
  readonly url: string | null;
  readonly spec: PlanSpec;
  readonly places: readonly Place[];
  readonly provenance: Provenance;
}
