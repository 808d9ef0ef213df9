/** A watch in words: what it looks at, and what it waits for. */
import { formatMicros } from '../money.ts';
import type { WatchRule } from './rules.ts';

/** What of a watch is told. */
export interface WatchInShort {
  readonly rule: WatchRule;
  readonly params: Readonly<Record<string, string>> | null;
  readonly planId: string | null;
  readonly offerId: string | null;
  readonly thresholdMicros: bigint | null;
  readonly thresholdPpm: number | null;
  readonly currency: string;
}

/** "Price below 5.00 USD a month: technology kvm, country DE" */
export function watchTitle(watch: WatchInShort): string {
  return `${waitsFor(watch)}: ${looksAt(watch)}`;
}

function waitsFor({ rule, thresholdMicros, thresholdPpm, currency }: WatchInShort): string {
  switch (rule) {
    case 'price-below':
      return `Price at or below ${formatMicros(thresholdMicros ?? 0n)} ${currency} a month`;
    case 'price-drop-pct':
      return `Price fell by ${(thresholdPpm ?? 0) / 10_000} % or more`;
    case 'restock':
      return 'Back on sale';
    case 'new-offer':
      return 'New offer';
    case 'any-change':
      return 'Any change';
  }
}

function looksAt({ params, planId, offerId }: WatchInShort): string {
  if (params === null) return offerId ?? planId ?? '';
  const words = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return words.length > 0 ? words.join(', ') : 'all offers';
}
