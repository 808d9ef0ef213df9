/** Prices that a page's toggle puts in place of one another, kept in attributes: `data-monthly="4.99" data-yearly="49"`. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import { visibleText } from '../html/visible-text.ts';
import type { PriceWords } from '../plan-unit.ts';
import { NUMBER } from '../text/numbers.ts';
import { type PriceMention, priceMentions } from '../text/price-mentions.ts';
import { elementsIn } from './order-link.ts';
import { type Per, termOfName } from './structure-terms.ts';

interface Kept {
  readonly per: Per;
  readonly value: string;
}

const BARE = new RegExp(`^(?:${NUMBER})$`, 'u');
const NOT_A_PRICE =
  /(?:save|discount|percent|url|link|href|id|pid|label|text|period|suffix|setup|delay|old|regular|original)(?:$|-)/i;

/**
 * The shown prices with those that attributes of the parts hold back. Only where one of these is the price that is shown: other
 * figures mean other things.
 */
export function withScriptPrices(
  parts: readonly Element[],
  page: LoadedPage,
  shown: readonly PriceWords[],
): readonly PriceWords[] {
  for (const element of elementsIn(parts, 20, (one) => keptIn(one).length > 1)) {
    const kept = keptIn(element);
    const match = shownIn(kept, shown, visibleText(element, page.styles));
    if (!match) continue;
    const { words, mention } = match;
    const termed = mention.per === null && words.per === undefined ? { ...words, per: match.kept.per } : words;
    const others = kept.filter((one) => one !== match.kept).flatMap((one) => wordsOf(one, match));
    return [...shown.map((one) => (one === words ? termed : one)), ...others];
  }
  return shown;
}

function keptIn({ attribs }: Element): Kept[] {
  return Object.entries(attribs).flatMap(([name, written]) => {
    if (!name.startsWith('data-') || NOT_A_PRICE.test(name)) return [];
    const value = written.trim();
    const per = termOfName(name);
    if (per === null || value.length > 40) return [];
    return BARE.test(value) || priceMentions(value).length === 1 ? [{ per, value }] : [];
  });
}

interface Shown {
  readonly kept: Kept;
  readonly words: PriceWords;
  readonly mention: PriceMention;
}

/** The kept price that the page shows now, with the words it is shown in. */
function shownIn(kept: readonly Kept[], shown: readonly PriceWords[], said: string): Shown | null {
  for (const words of shown) {
    const [mention] = priceMentions(words.text);
    if (!mention || mention.amount === null) continue;
    const match = kept.find(({ value }) => amountOf(value) === Number(mention.amount));
    if (match && (said === '' || /\d/.test(said))) return { kept: match, words, mention };
  }
  return null;
}

function amountOf(value: string): number {
  const [mention] = priceMentions(value);
  if (mention) return Number(mention.amount);
  return Number(priceMentions(`€${value}`)[0]?.amount ?? Number.NaN);
}

/** The other price in the words of the shown one. A yearly figure no higher than the monthly one is that of a month. */
function wordsOf({ per, value }: Kept, { kept, words, mention }: Shown): PriceWords[] {
  const text = priceMentions(value).length === 1 ? value : `${mention.currency} ${value}`;
  const monthsOf = (one: Per) => ('months' in one ? one.months : null);
  const [months, base] = [monthsOf(per), monthsOf(words.per ?? mention.per ?? kept.per)];
  if (months === null || base === null) return [{ text, per }];
  const times = amountOf(value) / amountOf(kept.value);
  const terms = months / base;
  if (terms > 1 && times <= 1.05) return base === 1 ? [{ text, per, times: months }] : [];
  // Between the two nobody knows what the figure is of.
  return terms < 1 || times > terms / 2 ? [{ text, per }] : [];
}
