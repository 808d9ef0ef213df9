/** The prices of one plan as its part of the page shows them: amounts with the term words around them, choices, attributes of scripts. */
import { TORN_DIGITS } from '../html/line-writer.ts';
import type { PriceWords } from '../plan-unit.ts';
import { type PriceMention, priceMentions } from '../text/price-mentions.ts';
import type { PageLine } from './page-text.ts';
import { labelKindOf } from './spec-kinds.ts';
import { type Per, sameTerm, termOfWords } from './structure-terms.ts';

/** What the lines of a plan say about its price. */
export interface LinePrices {
  readonly prices: readonly PriceWords[];
  /** Words of a price whose digits the page tears apart, so that nobody knows the amount. */
  readonly torn: string | null;
}

/** Words before an amount that say what it is, on a line of their own. */
const BEFORE =
  /^(?:(?:starting|starts|beginning) (?:at|from)|from|only|just|now|today|was|regular(?: price)?|normally|instead of|first (?:month|year|term)|renews? (?:at|for)|renewal(?: price)?|then|set[\s-]?up(?: (?:fee|cost)s?)?|one[\s-]time(?: fee)?|ab|nur|statt|jetzt|einrichtung\w*|einmalig\w*|à partir de|dès|seulement|au lieu de|puis|installation|frais d'installation|desde|solo|antes|ahora|instalaci[oó]n|alta|save|you save|a partir de|da|a partire da|prima|ora|adesso|attivazione|agora|apenas|instala[cç][aã]o|vanaf|van|nu|voor|opstartkosten|od|tylko|teraz|zamiast|aktywacja|jen|p[uů]vodn[eě]|från|fra|endast|uppstart|от|всего|сейчас|вместо|установка|только)\s*[:.]?$/iu;
const TAX = /\b(?:vat|mwst|ust|tva|iva|gst|btw|tax(?:es)?|ht|ttc|moms|dph|kdv|alv|netto|brutto)\b|ндс|税込|税抜/i;
const BILLED =
  /\b(?:billed|paid|pay|when|with|charged|abgerechnet|zahlung|zahlweise|laufzeit|facturé|facturaci[oó]n|facturado|contract|commitment|fatturat[oa]|cobrado|faturado|gefactureerd|płatne|faktureras)\b/i;

/** "$5-10": which of the two is paid nobody knows. */
const RANGE =
  /[$€£₹₽]\s?\d{1,6}(?:[.,]\d{1,2})?\s?(?:-|–|—|to|bis|à|a)\s?[$€£₹₽]?\s?\d|\d{1,6}(?:[.,]\d{1,2})?\s?[-–—]\s?\d{1,6}(?:[.,]\d{1,2})?\s?(?:[$€£₹₽]|EUR|USD|GBP|zł|Kč)/u;

/** Longest line that only says the term or the tax of the amount beside it. */
const LONGEST_ASIDE = 56;

/** Reads the prices out of the lines of a plan. `term`: what a column or a row around them says. */
export function pricesOfLines(lines: readonly PageLine[], term: Per | null = null): LinePrices {
  const taken = new Set<number>();
  const found: PriceWords[] = [];
  const setups: string[] = [];
  let torn: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (!line.priced && !isSetup(line.text)) continue;
    if (RANGE.test(line.text)) torn ??= line.text;
    if (line.text.includes(TORN_DIGITS)) torn ??= line.text.replaceAll(TORN_DIGITS, ' ');
    const text = withNeighbours(lines, index, taken);
    const mentions = priceMentions(text);
    if (mentions.length > 0 && mentions.every(({ part }) => part === 'setup')) setups.push(text);
    else if (mentions.length > 0) found.push(words(text, mentions, line.term ?? term));
  }
  return { prices: withSetup(withoutFigures(found), setups), torn };
}

function isSetup(text: string): boolean {
  return /\d/.test(text) && text.length <= 120 && priceMentions(text).some(({ part }) => part === 'setup');
}

/** The line of an amount with the lines beside it that belong to it. */
function withNeighbours(lines: readonly PageLine[], index: number, taken: Set<number>): string {
  let text = lines[index]?.text ?? '';
  const before = lines[index - 1];
  const mayJoin = (line: PageLine | undefined, at: number): line is PageLine =>
    line !== undefined &&
    !taken.has(at) &&
    !line.priced &&
    line.kinds === 0 &&
    line.text.length <= LONGEST_ASIDE &&
    line.heading === 0;
  if (mayJoin(before, index - 1) && (BEFORE.test(before.text) || labelKindOf(before.text) === 'setup')) {
    text = `${before.text} ${text}`;
    taken.add(index - 1);
  }
  for (let at = index + 1; at <= index + 3; at += 1) {
    const line = lines[at];
    if (!mayJoin(line, at) || !belongsBehind(line.text, text)) break;
    text = `${text} ${line.text}`;
    taken.add(at);
  }
  if (hasTerm(text)) return text;
  if (mayJoin(before, index - 1) && before.text.length <= 30 && termOfWords(before.text) !== null) {
    taken.add(index - 1);
    return `${before.text.replace(/\s*:$/, '')}: ${text}`;
  }
  return text;
}

function hasTerm(text: string): boolean {
  return priceMentions(text).some(({ per }) => per !== null);
}

function belongsBehind(line: string, text: string): boolean {
  if (/^(?:\/|per\b|pro\b|par\b|por\b|al\b|za\b|na\b|в |p\.\s?m)/iu.test(line)) return !hasTerm(text);
  if (TAX.test(line) && !/\d{4}/.test(line)) return true;
  const term = termOfWords(line);
  return term !== null && (!hasTerm(text) || BILLED.test(line));
}

/** An amount by the month that a longer term is billed by is not what a month costs. */
function words(text: string, mentions: readonly PriceMention[], structure: Per | null): PriceWords {
  const own =
    mentions.find(({ per, part }) => per !== null && part === 'plain')?.per ??
    mentions.find(({ per }) => per !== null)?.per ??
    null;
  const billed = mentions.length === 1 ? billedTerm(text) : null;
  const whole = billed ?? structure;
  if (own === null) return whole === null ? { text } : { text, per: whole };
  if (isMonth(own) && whole !== null && 'months' in whole && whole.months > 1 && mentions.length === 1)
    return { text, per: whole, times: whole.months };
  return { text };
}

function isMonth(per: Per): boolean {
  return 'months' in per && per.months === 1;
}

/** "$3.99/mo billed annually": the term that is paid for at once. */
function billedTerm(text: string): Per | null {
  const match = BILLED.exec(text);
  return match ? termOfWords(text.slice(match.index, match.index + 60).replace(/^\S+\s+/, '')) : null;
}

/** A total that the page states beats the figure by the month beside it. */
function withoutFigures(found: readonly PriceWords[]): PriceWords[] {
  const totals = found.flatMap((one) => (one.times === undefined ? (one.per ?? ownTerm(one.text) ?? []) : []));
  const billed = found.filter(({ text }) => /\b(?:billed|charged|abgerechnet|facturad[oa]|facturé|fatturat[oa])\b/i.test(text));
  const kept = found.filter((one) => !billed.some((total) => total !== one && isShareOf(one, total)));
  return kept.filter((one) => one.times === undefined || !totals.some((per) => one.per !== undefined && sameTerm(per, one.per)));
}

/** Whether a price by the month is no more than its part of a total that is billed at once: it cannot be had alone. */
function isShareOf(one: PriceWords, total: PriceWords): boolean {
  const [[month], [whole]] = [priceMentions(one.text), priceMentions(total.text)];
  const [per, over] = [one.per ?? month?.per, total.per ?? whole?.per];
  if (!month || !whole || !per || !over || !('months' in per) || !('months' in over) || per.months !== 1 || over.months < 2)
    return false;
  if (month.currency !== whole.currency || one.times !== undefined) return false;
  return Math.abs((Number(month.amount) * over.months) / Number(whole.amount) - 1) < 0.01;
}

function ownTerm(text: string): Per | null {
  return priceMentions(text).find(({ per }) => per !== null)?.per ?? null;
}

function withSetup(prices: readonly PriceWords[], setups: readonly string[]): PriceWords[] {
  const [setup] = setups;
  return prices.map((price, index) => (index === 0 && setup !== undefined ? { ...price, setupFee: setup } : price));
}
