/** The name of a plan among the lines of its part of a page. */
import { type Element, isTag } from 'domhandler';
import { classesOf } from '../html/visibility.ts';
import { priceMentions } from '../text/price-mentions.ts';
import { stockIn } from '../text/stock.ts';
import type { PageLine } from './page-text.ts';
import { kindsIn, labelKindOf } from './spec-kinds.ts';
import { termOfWords } from './structure-terms.ts';

const BADGE =
  /^(?:the )?(?:most popular|popular|best(?:[\s-](?:value|seller|deal|price|choice))?|bestseller|recommended|featured|new|hot|sale|top|our choice|limited(?: offer| time)?|special(?: offer)?|save.{0,20}|[-–]?\s?\d{1,3}\s?%.{0,20}|beliebt|empfohlen|unser tipp|tipp|neu|angebot|aktion|populaire|le plus populaire|recommandé|nouveau|promo(?:tion)?|más (?:popular|vendido)|recomendado|nuevo|oferta|новинка|хит(?: продаж)?|популярный)\s*[!★⭐]*$/iu;
/** A badge that stands on one line with the name. */
const BADGE_BESIDE =
  /\s+[[(]?(?:most popular|popular|best value|best seller|bestseller|recommended|featured|beliebt|empfohlen|populaire|recommandé|más popular|recomendado|il più scelto|consigliato|mais popular|populair|aanbevolen|polecany|doporučujeme|новинка|хит|популярный|en popüler|önerilen|new|hot|sale)[\])]?\s*[!★⭐]*$/iu;
const ORDER =
  /^(?:order|buy|get|select|choose|sign ?up|add to|view|see|learn|read|more|details|configure|deploy|bestellen|kaufen|jetzt|mehr|zum|commander|acheter|choisir|voir|comprar|contratar|ver|заказать|купить)\b/iu;
const NAME_CLASS = /(?:^|[-_])(?:name|title|heading|headline|plan-?type)(?:$|[-_])/i;
const LONGEST_NAME = 80;

/** A line that may be a plan's name. */
export function isName(line: PageLine): boolean {
  const { text } = line;
  if (text.length > LONGEST_NAME || text.length < 1 || !/[\p{L}\d]/u.test(text)) return false;
  if (BADGE.test(text) || ORDER.test(text) || (stockIn(text) !== null && line.heading === 0)) return false;
  if (/[:：]$/.test(text) || /^[/(]/.test(text)) return false;
  return true;
}

/** A note of stock that stands on one line with the name. */
const STOCK_BESIDE =
  /[\s\u2063]+[[(]?(?:sold[\s-]?out!*|out of stock|in stock|ausverkauft|agotado|épuisé|esaurito|esgotado|uitverkocht|wyprzedane|vyprodáno|limited stock|(?:only )?\d{1,4} (?:left|available|in stock|remaining))[\])]?\s*$/iu;

/** A name apart from the badge or the note of stock beside it ("RZ-4 Sold out"). */
export function withoutBadge(written: string): { readonly name: string; readonly note: string | null } {
  if (written.length > LONGEST_NAME) return { name: written, note: null };
  const name = written.replace(STOCK_BESIDE, '').replace(BADGE_BESIDE, '').trim();
  return name === '' || name === written ? { name: written, note: null } : { name, note: written.slice(name.length).trim() };
}

/** The name that a plan on one line begins with ("SPRING-1: 1 core, …", "<b>VPS 1</b> – 1 GB"), and what follows it. */
export function leadingName({ text, at }: PageLine): { readonly name: string; readonly rest: string } | null {
  const [first] = at.children.filter((child) => !('data' in child && child.data.trim() === ''));
  const marked = first && isTag(first) && /^(?:a|b|strong|em|span|code)$/.test(first.name) ? shortText(first) : '';
  const lead =
    marked !== '' && text.startsWith(marked) ? marked : (/^([^:|]{2,40}?)\s{0,2}(?::|\||\s[–—-]\s)/u.exec(text)?.[1] ?? '');
  const rest = text.slice(lead.length).replace(/^[\s:|–—-]{1,6}/u, '');
  const usable = lead !== '' && rest !== '' && lead.length <= 60 && /\p{L}/u.test(lead);
  const label = labelKindOf(lead);
  if (!usable || kindsIn(lead) !== 0 || (label !== null && (label !== 'name' || lead !== marked))) return null;
  if (priceMentions(lead).length > 0) return null;
  return stockIn(lead) !== null || BADGE.test(lead) || ORDER.test(lead) || termOfWords(lead) !== null
    ? null
    : { name: lead, rest };
}

function shortText(element: Element): string {
  const words = element.children.map((child) => ('data' in child ? child.data : '')).join('');
  return words.length > LONGEST_NAME ? '' : words.replace(/\s+/g, ' ').trim();
}

/** Index of the line that names the plan; -1 where none does. */
export function nameLineOf(lines: readonly PageLine[]): number {
  const usable = (line: PageLine) => isName(line) && !isPriceOnly(line);
  const headings = lines.flatMap((line, index) => (line.heading > 0 && usable(line) ? [{ index, level: line.heading }] : []));
  const named = lines.findIndex((line) => line.heading === 0 && usable(line) && isPlainWords(line) && hasNameClass(line.at));
  // A headline of a card names it; lower ones below it head its parts.
  const first = headings.find(({ index }) => !isPartTitle(lines[index]?.text ?? ''));
  if (first && (named < 0 || first.index < named)) return first.index;
  if (named >= 0) return named;
  // "Vault 2T": a figure in what the markup calls the name.
  const called = lines.findIndex((line) => !line.priced && usable(line) && line.text.length <= 40 && isCalledName(line.at));
  if (called >= 0 && called < 4) return called;
  const facts = lines.findIndex((line) => line.kinds !== 0 || line.priced);
  const until = facts < 0 ? lines.length : facts;
  return lines.findIndex(
    (line, index) => index < Math.min(until, 6) && usable(line) && isPlainWords(line) && line.text.length <= 60,
  );
}

function isPlainWords(line: PageLine): boolean {
  return line.kinds === 0 && !line.priced && labelKindOf(line.text) !== 'price' && termOfWords(line.text) === null;
}

function isPriceOnly(line: PageLine): boolean {
  return (
    line.priced &&
    !/\p{L}{3}/u.test(
      line.text.replace(/\b(?:per|month|year|monthly|yearly|from|only|usd|eur|gbp|monat|jahr|mois|mes|ab)\b/giu, ''),
    )
  );
}

function isPartTitle(text: string): boolean {
  return /^(?:features?|specs?|specifications?|resources?|included|includes|price|pricing|details|leistungen|ausstattung|caractéristiques|características|preis)\s*:?$/i.test(
    text,
  );
}

function isCalledName(element: Element): boolean {
  return classesOf(element).some((name) => NAME_CLASS.test(name));
}

function hasNameClass(element: Element): boolean {
  for (
    let at: Element['parent'] | Element = element, depth = 0;
    at !== null && isTag(at) && depth < 2;
    at = at.parent, depth += 1
  )
    if (classesOf(at).some((name) => NAME_CLASS.test(name))) return true;
  return false;
}
