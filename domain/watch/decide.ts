/**
 * Whether a watch fires, and what it remembers: armed (nothing is remembered), fired, or cooling. Pure; one plan and one watch
 * at a time.
 */

import type { Currency, Micros } from '../money.ts';
import type { ChangeKind } from '../offer-changes.ts';
import { hoursLater } from '../utc-time.ts';
import { COOLING_HOURS, HYSTERESIS_PERMILLE, type WatchRule } from './rules.ts';

/** A price per month as the seller quotes it. */
export interface OwnPrice {
  readonly micros: Micros;
  readonly currency: Currency;
}

/** What a watch remembers of a plan that it has told. */
export type WatchMemory =
  | { readonly state: 'fired'; readonly at: string; readonly told: OwnPrice | null }
  | { readonly state: 'cooling'; readonly at: string; readonly until: string };

/** What a watch sees of a change that its filter lets through. */
export interface Sighting {
  readonly kind: ChangeKind;
  /** ISO time. */
  readonly observedAt: string;
  /** Comparable price of now, in the seller's currency; null: none. */
  readonly own: OwnPrice | null;
  /** Whether the seller lowered the price, in the seller's own currency. */
  readonly fell: boolean;
  /** Fall from the highest price of the last 30 days, in millionths; null: none. */
  readonly dropPpm: number | null;
  /** Whether the old price met the watch already, by the rates of now; null: it had none. */
  readonly heldBefore: boolean | null;
}

/** What of the watch itself decides. */
export interface Deciding {
  readonly rule: WatchRule;
  /** Of `price-drop-pct`, in millionths. */
  readonly thresholdPpm: number | null;
  /** Whether every plan that met it when it began is remembered; if not, only a crossing of the threshold counts. */
  readonly seeded: boolean;
}

/** Whether to tell, and what is remembered from then on. */
export interface Decision {
  readonly fires: boolean;
  readonly memory: WatchMemory | null;
}

/** Decides about a change that the watch's filter (with its price limit) lets through. */
export function decide(watch: Deciding, memory: WatchMemory | null, seen: Sighting): Decision {
  const fire: Decision = { fires: true, memory: { state: 'fired', at: seen.observedAt, told: seen.own } };
  const rest: Decision = { fires: false, memory };
  switch (watch.rule) {
    case 'price-below':
      return memory === null && isSellersDoing(watch, seen) ? fire : rest;
    case 'price-drop-pct': {
      if (!seen.fell || seen.dropPpm === null || seen.dropPpm < (watch.thresholdPpm ?? 0)) return rest;
      if (memory === null) return fire;
      return memory.state === 'fired' && fellFurther(memory.told, seen.own, watch.thresholdPpm ?? 0) ? fire : rest;
    }
    case 'restock':
      return isCooling(memory, seen.observedAt) ? rest : cooled(seen);
    case 'new-offer':
      return { fires: true, memory };
    case 'any-change':
      if (seen.kind !== 'restocked' && seen.kind !== 'sold-out') return { fires: true, memory };
      return isCooling(memory, seen.observedAt) ? rest : cooled(seen);
  }
}

/** What the plan costs now by the watch's own search, without its price limit. */
export interface Standing {
  /** Cheapest of what the filter lets through; null: nothing of it does. */
  readonly own: OwnPrice | null;
  /** The same in the watch's currency. */
  readonly micros: Micros | null;
  readonly dropPpm: number | null;
}

/** The limits by which a watch is armed again. */
export interface RearmLimits extends Deciding {
  readonly thresholdMicros: Micros | null;
}

/**
 * Whether a watch that has fired waits anew. The seller must have raised the price clearly, in the seller's own currency, so
 * that neither a dance around the threshold nor an exchange rate does it. A plan that is sold out or gone changes nothing.
 */
export function isArmedAgain(watch: RearmLimits, memory: WatchMemory, now: Standing): boolean {
  if (memory.state !== 'fired' || memory.told === null || now.own === null) return false;
  if (now.own.currency !== memory.told.currency || now.own.micros <= raised(memory.told.micros)) return false;
  if (watch.rule === 'price-below') {
    return watch.thresholdMicros !== null && now.micros !== null && now.micros > raised(watch.thresholdMicros);
  }
  return watch.rule === 'price-drop-pct';
}

function raised(micros: Micros): Micros {
  return (micros * (1000n + HYSTERESIS_PERMILLE)) / 1000n;
}

/** A price that stood still, or rose, met the watch before or does so by an exchange rate. */
function isSellersDoing({ seeded }: Deciding, { kind, fell, heldBefore }: Sighting): boolean {
  if (kind === 'price') return fell && (seeded || heldBefore === false);
  return kind !== 'spec' || seeded;
}

function fellFurther(told: OwnPrice | null, now: OwnPrice | null, ppm: number): boolean {
  if (told === null || now === null || told.currency !== now.currency) return false;
  return now.micros * 1_000_000n <= told.micros * BigInt(1_000_000 - ppm);
}

function isCooling(memory: WatchMemory | null, at: string): boolean {
  return memory?.state === 'cooling' && at < memory.until;
}

function cooled({ observedAt }: Sighting): Decision {
  return { fires: true, memory: { state: 'cooling', at: observedAt, until: hoursLater(observedAt, COOLING_HOURS) } };
}
