/** Events in words: the same in mails, their plain text, and chats. Names come from sources and are made harmless here. */
import { RISK_LEVELS } from '../domain/risk/level.ts';
import type { ToldItem, ToldMove } from '../domain/watch/told-item.ts';

const LEVEL = new RegExp(`^(?:${RISK_LEVELS.join('|')}): `, 'i');

const KINDS: Readonly<Record<ToldItem['kind'], string>> = {
  new: 'New offer',
  price: 'Price changed',
  restocked: 'Back in stock',
  'sold-out': 'Sold out',
  spec: 'Specification changed',
  withdrawn: 'No longer offered',
  returned: 'Offered again',
};

const STOCK: Readonly<Record<ToldItem['stock']['state'], string>> = {
  'in-stock': 'in stock',
  limited: 'limited stock',
  'sold-out': 'sold out',
  'pre-order': 'pre-order',
  unknown: 'not known: the seller says nothing about stock',
};

/** What happened, in two or three words. */
export function headline({ kind, price }: ToldItem): string {
  if (kind !== 'price' || price === null || price.percent === null || price.percent === 0) return KINDS[kind];
  return price.percent < 0 ? 'Price fell' : 'Price rose';
}

/** Seller and plan. */
export function nameOf({ provider, name, planId }: Pick<ToldItem, 'provider' | 'name' | 'planId'>): string {
  return harmless(`${provider.name} ${name ?? planId}`);
}

/** A text of a source on one line, without what turns or hides the words around it. */
export function harmless(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 160);
}

/** "5.00 → 4.00 EUR a month" */
export function moveWords({ from, to, currency }: ToldMove): string {
  return `${from === null || from === to ? '' : `${from} → `}${to} ${currency} a month`;
}

/** Everything about an event, label by label; a label with no value is left out. */
export function factsOf(item: ToldItem): readonly (readonly [string, string])[] {
  const { price, stock, risk, places, observedAt, observation, spec, lowest } = item;
  const own = price && moveWords(price.own);
  const percent = price?.percent ? ` (${price.percent > 0 ? '+' : '−'}${Math.abs(price.percent)} %)` : '';
  const asked = price?.asked && price.asked.currency !== price.own.currency ? `about ${moveWords(price.asked)}` : null;
  const observed = `${observedAt.slice(0, 10)} ${observedAt.slice(11, 16)} UTC${observation === 'recorded' ? ', from a recording' : ''}`;
  const all: readonly (readonly [string, string | null])[] = [
    ['Price', own === null ? 'not known' : `${own}${percent}`],
    ['In your currency', asked],
    ['', lowest === true ? 'The lowest price observed so far' : null],
    ...spec.map(({ field, from, to }) => [harmless(field), `${harmless(from)} → ${harmless(to)}`] as const),
    ['Stock', `${STOCK[stock.state]}${stock.quantity === null ? '' : `, ${stock.quantity} left`}`],
    ['Risk', risk.level === 'unknown' ? 'not known' : `${risk.level}: ${reasonOf(risk.summary)}`],
    ['Where', places.length === 0 ? null : harmless(places.slice(0, 6).join('; ') + (places.length > 6 ? '; …' : ''))],
    ['Observed', observed],
  ];
  return all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** A summary of a risk without the level that it begins with: that stands before it. */
export function reasonOf(summary: string): string {
  return harmless(summary.replace(LEVEL, ''));
}

/** One line for a subject or a chat. */
export function summaryOf(item: ToldItem): string {
  const price = item.price === null || item.kind === 'withdrawn' ? '' : `, ${moveWords(item.price.own)}`;
  return `${headline(item)}: ${nameOf(item)}${price}`;
}
