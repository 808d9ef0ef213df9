/** What holds for all amounts of a plan that do not say otherwise: currencies of signs, a term, set-up, tax, a coupon. */
import type { UnitContext } from '../plan-unit.ts';
import { firstOf } from './first-of.ts';
import { lex } from './lexer.ts';
import type { PriceGround } from './prices.ts';
import { promoCodeIn } from './promo.ts';
import { quoteWords } from './quote-words.ts';
import { termAfter } from './terms.ts';

/** What holds for the prices of a plan, by its own words and those around it. */
export function priceGround(
  own: readonly string[],
  shared: readonly string[],
  name: string | null,
  context: UnitContext,
): PriceGround {
  const around = [...own, ...(name === null ? [] : [name]), ...shared];
  const all = around.join('\n');
  const promo = firstOf([...own, ...shared], promoCodeIn);
  return {
    page: context.page,
    dollar: dollarOf(all) ?? (context.currency !== null && /D$/.test(context.currency) ? context.currency : 'USD'),
    yen: yenOf(all, context),
    krone: kroneOf(all, context),
    term: termOf(shared),
    setupFee: freeSetup(around),
    promoCode: promo ? { code: promo.is, said: quoteWords(promo.said) } : null,
    taxIncluded: taxOf(shared),
    onceOnly:
      /\b(?:no|not|non)[\s-]recurr\w*|\b(?:first (?:invoice|payment|month|term|billing) only|one[\s-]time discount|\d{1,2}\s?% off (?:for )?(?:the )?(?:first )?\d{1,2} months?)\b/i.test(
        all,
      ),
    how: 'stated',
  };
}

/** Another dollar that the text names for all of its prices ("All prices in AUD"). */
function dollarOf(text: string): string | null {
  const match = /\b(?:prices?|pricing|amounts?|billed|currency)\b[^.\n]{0,40}\b(USD|AUD|CAD|NZD|SGD|HKD|TWD|MXN)\b/i.exec(text);
  return match?.[1]?.toUpperCase() ?? null;
}

/** What "¥" is: the language of the page tells, else the words. */
function yenOf(text: string, { currency, lang }: UnitContext): string {
  if (currency === 'JPY' || currency === 'CNY') return currency;
  const language = lang?.slice(0, 2).toLowerCase();
  if (language === 'ja' || language === 'zh') return language === 'ja' ? 'JPY' : 'CNY';
  return /\bJPY\b|\bTokyo\b|\bJapan\b/.test(text) ? 'JPY' : 'CNY';
}

const CROWNS: Readonly<Record<string, string>> = { sv: 'SEK', da: 'DKK', fo: 'DKK', nb: 'NOK', nn: 'NOK', no: 'NOK', is: 'ISK' };

/** What "kr" is: a code that the words name, else the crown of the page's language; null where neither says. */
function kroneOf(text: string, { currency, lang }: UnitContext): string | null {
  const named = new Set(text.match(/\b(?:SEK|DKK|NOK|ISK)\b/g));
  const [only] = named;
  if (only !== undefined) return named.size === 1 ? only : null;
  if (currency !== null && /^(?:SEK|DKK|NOK|ISK)$/.test(currency)) return currency;
  return CROWNS[lang?.slice(0, 2).toLowerCase() ?? ''] ?? null;
}

/** A term that holds for all prices ("all plans are billed annually", "yearly plans"). */
function termOf(shared: readonly string[]): PriceGround['term'] {
  for (const line of shared) {
    const match =
      /\b(?:prices?|plans?|billed|billing|paid|pay|deals?|specials?|offers?)\b[^.\n]{0,40}?\b((?:per|a)\s+(?:month|year|quarter)|monthly|yearly|annual(?:ly)?|quarterly)\b|\b(monthly|yearly|annual|quarterly)\s+(?:plans?|prices?|pricing|deals?|billing|specials?|offers?|payments?|only)\b/i.exec(
        line,
      );
    const words = match?.[1] ?? match?.[2];
    if (words === undefined) continue;
    const term = termAfter([...lex('x'), ...lex(words)], 0);
    if (term) return term.per;
  }
  return null;
}

function freeSetup(lines: readonly string[]): PriceGround['setupFee'] {
  const line = lines.find((one) =>
    /\b(?:no|free|zero|0|without|keine?|ohne|kostenlose?|sans|sin|pas de)\s+(?:any\s+|hidden\s+)?(?:set[\s-]?up|einrichtung\w*|frais d['’](?:installation|activation)|frais de mise en service|(?:costes?|gastos|cuota) de (?:alta|instalaci[oó]n))|\b(?:set[\s-]?up(?:\s+(?:fee|cost)s?)?|einrichtung\w*|installation|alta|attivazione|instalaci[oó]n|instala[cç][aã]o|aktywacja|kurulum)\s*[:=-]?\s*(?:is\s+)?(?:free\b|none\b|no\b|0(?![\d.,])|kostenlos|gratis|gratuit\w*|zdarma|bezpłatn\w*|ücretsiz|[$€£]\s?0(?:[.,]00)?(?!\d))/i.test(
      one,
    ),
  );
  return line === undefined ? null : { amount: '0', said: quoteWords(line) };
}

function taxOf(shared: readonly string[]): PriceGround['taxIncluded'] {
  for (const line of shared) {
    if (
      /\b(?:excl\w*\.?|exkl\w*\.?|without|zzgl\.?|plus|exclude|hors|sin|ohne|senza|zonder|bez|utan|uden|eks|ekskl\w*\.?|not includ\w+)\s+(?:\w{1,8}\s+|\d{1,2}\s?%\s*){0,2}(?:vat|mwst|tax(?:es)?|ust|tva|iva|gst|btw|dph|moms|kdv|alv|pdv)\b/i.test(
        line,
      )
    )
      return { is: false, said: quoteWords(line) };
    if (
      /\b(?:incl\w*\.?|inkl\w*\.?|includ\w+|con|s)\s+(?:\w{1,8}\s+|\d{1,2}\s?%\s*){0,2}(?:vat|mwst|tax(?:es)?|ust|tva|iva|gst|btw|dph|moms|kdv|alv|pdv)\b/i.test(
        line,
      )
    )
      return { is: true, said: quoteWords(line) };
  }
  return null;
}
