/** What kinds of facts each line of a post states: enough to see where a plan begins and ends, before anything is read. */
import { addressesIn } from './addresses.ts';
import { claimsOf } from './claims.ts';
import { coresIn } from './cpu.ts';
import type { TextLine } from './lines.ts';
import { barePlaces, labelledPlaces } from './locations.ts';
import { phrasesOf } from './phrases.ts';
import { type PriceMention, priceMentions } from './price-mentions.ts';
import { promoCodeIn } from './promo.ts';
import { afterArrow, isAside } from './spec-facts.ts';

/** Facts of a plan, as far as telling plans apart needs them. */
export type Kind = 'memory' | 'vcpu' | 'disk' | 'transfer' | 'port' | 'ipv4' | 'ipv6' | 'price' | 'promo' | 'place' | 'swap';

/** A line with the kinds of facts it states. */
export interface FactLine {
  readonly line: TextLine;
  readonly kinds: ReadonlySet<Kind>;
  /** Memory figures that are labelled as such, in MB. */
  readonly memory: readonly number[];
  /** Sizes that no word beside them explains ("2C / 4G / 60G SSD"). */
  readonly unlabelled: number;
  readonly prices: readonly PriceMention[];
}

/** Whether a line states a fact of a plan other than where it stands. */
export const hasFacts = (line: FactLine | undefined): boolean =>
  line !== undefined && (line.unlabelled > 0 || line.kinds.size > (line.kinds.has('place') ? 1 : 0));

/** States the facts of a line. */
export function factLine(line: TextLine): FactLine {
  const kinds = new Set<Kind>();
  const memory: number[] = [];
  let unlabelled = 0;
  if (line.text === '' || isAside(line.text)) return { line, kinds, memory, unlabelled, prices: [] };
  const text = afterArrow(line.text);
  for (const phrase of phrasesOf(text)) {
    const { sizes, rates } = claimsOf(phrase);
    for (const { kind, size } of sizes) {
      if (kind === 'memory' || kind === 'guaranteed')
        memory.push(size.amount * (size.unit === 'MB' ? 1 : size.unit === 'GB' ? 1024 : 1024 * 1024));
      else if (kind === 'disk' || kind === 'transfer' || kind === 'swap') kinds.add(kind);
      else if (kind === 'unlabelled') unlabelled += 1;
    }
    if (memory.length > 0) kinds.add('memory');
    if (coresIn(phrase) !== null) kinds.add('vcpu');
    if (rates.some(({ kind }) => kind === 'port')) kinds.add('port');
    const { ipv4, hasIpv6 } = addressesIn(phrase);
    if (ipv4 !== undefined) kinds.add('ipv4');
    if (hasIpv6) kinds.add('ipv6');
  }
  const prices = priceMentions(line.text).filter(({ part }) => part !== 'setup');
  if (prices.length > 0) kinds.add('price');
  if (promoCodeIn(line.text) !== null) kinds.add('promo');
  if (kinds.size === 0 && (barePlaces(line.text) ?? labelledPlaces(line.text))) kinds.add('place');
  return { line, kinds, memory, unlabelled, prices };
}
