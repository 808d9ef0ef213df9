/** Findings in words that an operator can act on: which plans, from what to what, how many. */
import type { Finding, FindingCode } from '../listing.ts';
import { type Currency, formatMicros, type Micros } from '../money.ts';
import type { PriceMove } from './compare-prices.ts';
import { termWords } from './price-points.ts';

const EXAMPLES = 5;

/** A finding of its severity; shorter to write where there are many. */
export function finding(severity: Finding['severity'], code: FindingCode, message: string): Finding {
  return { code, severity, message };
}

/** "3 of 37 plans". */
export function share(count: number, total: number): string {
  return `${count} of ${total} ${total === 1 ? 'plan' : 'plans'}`;
}

/** The first five, separated by "; ", with the number of the others. */
export function examples(all: readonly string[]): string {
  const rest = all.length - EXAMPLES;
  return all.slice(0, EXAMPLES).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

/** "USD 5.00". */
export function amount(micros: Micros, currency: Currency): string {
  return `${currency} ${formatMicros(micros)}`;
}

/** A two-sided factor with three digits: "×1.2", "÷100". */
export function factorWords(factor: number): string {
  return factor >= 1 ? `×${Number(factor.toPrecision(3))}` : `÷${Number((1 / factor).toPrecision(3))}`;
}

/** "linode:g6-nanode-1@us-east USD 5.00 → USD 500.00 a month (×100)". */
export function moveWords(move: PriceMove): string {
  const { point } = move;
  const [from, to] = [amount(move.before, point.currency), amount(point.micros, point.currency)];
  return `${move.offerId} ${from} → ${to} ${termWords(point)} (${factorWords(move.factor)})`;
}
