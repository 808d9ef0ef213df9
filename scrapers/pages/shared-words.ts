/** Words around plans that hold for all of them: the headings above, notes beside and below, and what the whole page says of its prices. */
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';
import { classesOf } from '../html/visibility.ts';
import { isWithin } from './line-ranges.ts';
import type { PageLine, PageText } from './page-text.ts';
import { LONGEST_LINE } from './spec-kinds.ts';

const MOST_BEFORE = 14;
const MOST_AFTER = 14;
/** Lines of no plan that are looked at on either side: more are another part of the page. */
const MOST_PASSED = 300;
/** Headings of what every plan has. */
const INCLUDED =
  /\b(?:all (?:plans|packages|servers|vps|our)|every (?:plan|server|vps)|included|includes?|with all|alle (?:tarife|pakete|server|vserver)|in allen|inklusive|enthalten|tous (?:les|nos)|toutes (?:les|nos)|inclus|todos (?:los|nuestros)|incluido|notes?|hinweise?|fußnoten?)\b/i;
/** What a page says of its prices, wherever it stands. */
const OF_PRICES =
  /\b(?:all (?:listed )?prices|prices (?:are|shown|include|exclude|listed|in)|alle preise|preise (?:inkl|exkl|zzgl|verstehen|in)|tous (?:les|nos) (?:prix|tarifs)|prix (?:ht|ttc|hors|affichés)|todos los precios|precios (?:sin|con|no)|tutti i prezzi|ceny (?:netto|brutto)|(?:excl|incl|inkl|zzgl|exkl)\w*\.? (?:\w{1,12}\.? ){0,2}(?:vat|mwst|tva|iva|gst|tax))\b/i;
/** What holds for every plan of the page, where it stands before the first or behind the last of them. */
const OF_ALL =
  /^[^\p{L}]{0,3}(?:(?:all|every|each)(?: of)?(?: our| the| these)? (?:vps |vds |virtual )?(?:plans?|packages?|servers?|vps|vds|offers?|products?|tiers?)|alle (?:unsere )?(?:tarife|pakete|server|vserver|vps|angebote|pakketten)|(?:bei|in) allen (?:tarifen|paketen|servern)|tous (?:les|nos) (?:vps|serveurs|forfaits|plans)|toutes (?:les|nos) (?:offres|formules)|todos (?:los|nuestros|os|os nossos) (?:planes|planos|vps|servidores)|tutti i (?:piani|vps|server)|wszystkie (?:plany|pakiety|serwery)|všechny (?:tarify|servery|vps)|все (?:тарифы|серверы|vps)|на всех тарифах|alla (?:paket|servrar|vps))(?!\p{L})|^(?:所有|全プラン)/iu;
const PRICE_NOTES = 4;
const FAR = /(?:^|[-_])(?:footer|faq|faqs|testimonials?|blog|news|contact)(?:$|[-_])/i;

/** A page seen from its plans. */
export interface Surroundings {
  readonly text: PageText;
  /** Indexes of the lines that belong to no plan, in order. */
  readonly loose: readonly number[];
  /** For every line, how many loose ones stand before it. */
  readonly looseBefore: readonly number[];
  readonly notes: readonly PageLine[];
  /** Lines that speak of all plans, outside of the stretch in which plans stand. */
  readonly ofAll: readonly PageLine[];
  readonly headlines: readonly PageLine[];
}

/** Prepares a page for its plans. `owned`: indexes of lines that belong to some plan. */
export function surroundings(text: PageText, owned: ReadonlySet<number>): Surroundings {
  const loose: number[] = [];
  const looseBefore: number[] = [];
  for (const index of text.lines.keys()) {
    looseBefore.push(loose.length);
    if (!owned.has(index)) loose.push(index);
  }
  looseBefore.push(loose.length);
  const most = MOST_BEFORE + MOST_AFTER + PRICE_NOTES;
  const [first, last] = [
    [...owned].reduce((least, one) => Math.min(least, one), text.lines.length),
    [...owned].reduce((top, one) => Math.max(top, one), -1),
  ];
  return {
    text,
    loose,
    looseBefore,
    notes: text.lines.filter((line) => OF_PRICES.test(line.text) && !line.toggled).slice(0, most),
    ofAll: loose
      .filter((index) => index < first || index > last)
      .flatMap((index) => text.lines[index] ?? [])
      .filter((line) => OF_ALL.test(line.text) && !line.toggled && !isFar(line.at))
      .slice(0, most),
    headlines: text.lines.filter((line) => line.heading === 1).slice(0, most),
  };
}

/** Finds the words around a part of a page. */
export function sharedWords(place: { readonly from: number; readonly to: number }, around: Surroundings): string[] {
  const { text } = around;
  const before = linesBefore(place.from, around);
  const after = linesAfter(place.to, around);
  const known = new Set([...before, ...after]);
  const notes = [...around.ofAll, ...around.notes].filter((line) => !known.has(line)).slice(0, 2 * PRICE_NOTES);
  const top = around.headlines.find((line) => !known.has(line));
  const panel = panelOf(text.lines[place.from], text);
  const all = [
    ...(top ? [top.text] : []),
    ...before.map(words),
    ...(panel === '' ? [] : [panel]),
    ...after.map(words),
    ...notes.map(words),
  ];
  return [...new Set(all)].filter((one) => one.length <= LONGEST_LINE);
}

function words({ text }: PageLine): string {
  return text;
}

/** Back to the headline above, over other plans. */
function linesBefore(from: number, { text, loose, looseBefore }: Surroundings): PageLine[] {
  const found: PageLine[] = [];
  const here = text.lines[from];
  const last = looseBefore[from] ?? 0;
  for (const index of loose.slice(Math.max(0, last - MOST_PASSED), last).reverse()) {
    const line = text.lines[index];
    if (found.length >= MOST_BEFORE) break;
    if (!line || !isFellow(line, here, text)) continue;
    if (isFar(line.at)) break;
    found.unshift(line);
    if (line.heading > 0 && line.heading <= 3) break;
  }
  // Without a headline nothing says that they belong to the plans.
  return found.some(({ heading }) => heading > 0) ? found : found.slice(-3);
}

/** On to the next headline, over other plans; further where it says that all plans have what follows. */
function linesAfter(to: number, { text, loose, looseBefore }: Surroundings): PageLine[] {
  const found: PageLine[] = [];
  const here = text.lines[to - 1];
  const first = looseBefore[to] ?? loose.length;
  for (const index of loose.slice(first, first + MOST_PASSED)) {
    const line = text.lines[index];
    if (found.length >= MOST_AFTER) break;
    if (!line || !isFellow(line, here, text)) continue;
    if (isFar(line.at)) break;
    if (line.heading > 0 && line.heading <= 4 && !INCLUDED.test(line.text)) break;
    found.push(line);
  }
  return found;
}

/** A panel's words hold for what is in it only. */
function isFellow(line: PageLine, here: PageLine | undefined, text: PageText): boolean {
  if (line.priced && line.text.length < 40 && line.heading === 0) return false;
  const panel = panelElement(line.at, text);
  return panel === null || (here !== undefined && isWithin(here.at, panel));
}

function panelOf(line: PageLine | undefined, text: PageText): string {
  const panel = line ? panelElement(line.at, text) : null;
  return panel ? (text.panels.get(panel) ?? '') : '';
}

function panelElement(element: Element, text: PageText): Element | null {
  for (let at: Element | null = element; at !== null; at = at.parent !== null && isTag(at.parent) ? at.parent : null)
    if (text.panels.has(at)) return at;
  return null;
}

function isFar(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent !== null && isTag(at.parent) ? at.parent : null)
    if (at.name === 'footer' || classesOf(at).some((name) => FAR.test(name))) return true;
  return false;
}

/** ISO 4217 of the prices, where the page's own machinery names one. */
export function currencyOfPage({ $ }: LoadedPage): string | null {
  const named =
    $('meta[itemprop="priceCurrency"], meta[property="product:price:currency"], meta[property="og:price:currency"]')
      .first()
      .attr('content') ??
    $('[data-currency]').first().attr('data-currency') ??
    $('select[name="currency"] option[selected]').first().text();
  const code = named.trim().slice(0, 20).toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
