/** Prices in a plan's choice of billing terms: the options of a `<select>` that each name an amount with its term. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import type { PriceWords } from '../plan-unit.ts';
import { type PriceMention, priceMentions } from '../text/price-mentions.ts';
import { elementsIn } from './order-link.ts';
import { termOfWords } from './structure-terms.ts';

const MOST_OPTIONS = 24;
/** What is added to a price. */
const ADDED = /^\s*\+|\(\s*\+|\b(?:add|extra|additional)\b/i;

/** Prices of billing choices within the parts, without those that `known` says already. */
export function choicePrices(parts: readonly Element[], { $ }: LoadedPage, known: readonly PriceWords[]): PriceWords[] {
  const said = new Set(known.flatMap(keysOf));
  const [first = []] = elementsIn(parts, 4, ({ name }) => name === 'select')
    .map((select) => choicePricesOf(select, $))
    .filter((prices) => prices.length > 0);
  return first.filter((price) => !keysOf(price).every((key) => said.has(key)));
}

/** Prices that a choice is between; none where its options mean anything else. */
export function choicePricesOf(select: Element, $: CheerioAPI): PriceWords[] {
  const options = $(select)
    .find('option')
    .get()
    .slice(0, MOST_OPTIONS)
    .map((option) => $(option).text().replace(/\s+/g, ' ').trim().slice(0, 120))
    .filter((text) => text !== '');
  const prices = options.flatMap((text): PriceWords[] => {
    const mentions = priceMentions(text).filter(({ part, amount }) => part !== 'setup' && amount !== null);
    const [mention] = mentions;
    if (!mention || ADDED.test(text)) return [];
    const term = mention.per === null ? termOfWords(text.replace(/[\d.,]+/g, ' ')) : null;
    return mention.per !== null ? [{ text }] : term !== null ? [{ text, per: term }] : [];
  });
  return prices.length === options.length ? prices : [];
}

function keysOf({ text, per }: PriceWords): string[] {
  return priceMentions(text).map(
    (one: PriceMention) => `${Number(one.amount)} ${one.currency} ${JSON.stringify(per ?? one.per)}`,
  );
}
