/** Prices in a plan's choice of billing terms: the options of a `<select>` that each name an amount with its term. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import type { PriceWords } from '../plan-unit.ts';
import { type PriceMention, priceMentions } from '../text/price-mentions.ts';
import { elementsIn } from './order-link.ts';
import { termOfWords } from './structure-terms.ts';

const MOST_OPTIONS = 24;

/** Prices of billing choices within the parts, without those that `known` says already. Choices that mean anything else give none. */
export function choicePrices(parts: readonly Element[], { $ }: LoadedPage, known: readonly PriceWords[]): PriceWords[] {
  const said = new Set(known.flatMap(({ text }) => priceMentions(text)).map(keyOf));
  for (const select of elementsIn(parts, 4, ({ name }) => name === 'select')) {
    const options = $(select)
      .find('option')
      .get()
      .slice(0, MOST_OPTIONS)
      .map((option) => $(option).text().replace(/\s+/g, ' ').trim().slice(0, 120))
      .filter((text) => text !== '');
    const read = options.map((text) => ({
      text,
      mentions: priceMentions(text),
      term: termOfWords(text.replace(/[\d.,]+/g, ' ')),
    }));
    const priced = read.filter(({ mentions }) => mentions.some(({ part, amount }) => part !== 'setup' && amount !== null));
    if (priced.length === 0 || priced.length < options.length) continue;
    if (priced.some(({ mentions, term }) => mentions[0]?.per === null && term === null)) continue;
    return priced
      .filter(
        ({ mentions, term }) => !mentions.every((one) => said.has(keyOf(one.per === null && term ? { ...one, per: term } : one))),
      )
      .map(({ text, mentions, term }) => (mentions[0]?.per === null && term ? { text, per: term } : { text }));
  }
  return [];
}

function keyOf({ amount, currency, per }: Pick<PriceMention, 'amount' | 'currency' | 'per'>): string {
  return `${Number(amount)} ${currency} ${JSON.stringify(per)}`;
}
