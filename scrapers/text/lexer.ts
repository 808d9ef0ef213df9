/**
 * Words and figures of one line: sizes, rates, money, counts, chips, address families. One pass of one pattern whose repetitions
 * are bounded, so the time is linear in the line.
 */
import { LRUCache } from 'lru-cache';
import type { Rate, Size } from '../../domain/listing.ts';
import { CURRENCY, currencyOf, hasDotOfThousands } from './currencies.ts';
import { fold, type Label, labelOf } from './labels.ts';
import { NUMBER, plainDecimal } from './numbers.ts';

interface Base {
  /** Place in the line. */
  readonly at: number;
  readonly end: number;
  readonly text: string;
  /** No space before it. */
  readonly tight: boolean;
}

/** A piece of a line. */
export type Token = Base &
  (
    | { readonly type: 'word'; readonly folded: string; readonly label: Label | undefined }
    /** `loose`: the unit could be one of a rate as well ("10G", "1Gb"). */
    | { readonly type: 'size'; readonly size: Size; readonly loose: boolean }
    | { readonly type: 'rate'; readonly rate: Rate }
    /** `amount`: plain decimal, null where the figure can be read in two ways. `currency`: ISO 4217, "$", "¥" or "kr". */
    | { readonly type: 'money'; readonly amount: string | null; readonly currency: string }
    /** `times`: written as a multiplier ("2x"). */
    | { readonly type: 'number'; readonly value: number; readonly times: boolean }
    | { readonly type: 'percent'; readonly value: number }
    | { readonly type: 'frequency'; readonly mhz: number }
    | { readonly type: 'chip' }
    | { readonly type: 'ip'; readonly version: 4 | 6 | null }
    | { readonly type: 'prefix'; readonly bits: number }
    | { readonly type: 'speed' }
    | { readonly type: 'sep'; readonly char: string }
  );

const NOT_HAN = String.raw`(?!\p{Script=Han})`;
/** What a unit or a sign must not go on into; Han follows figures without a space. */
const WORD_END = String.raw`(?!${NOT_HAN}[\p{L}\p{N}])`;

/** A pattern in both cases: the whole must not be, as currency codes in small letters are words ("try 5 days"). */
const anyCase = (pattern: string) =>
  pattern.replace(/\\.|\[[^\]]*\]|[a-z]/g, (part) => {
    if (part.length === 1) return `[${part}${part.toUpperCase()}]`;
    return /^\[[a-z]+\]$/.test(part) ? `${part.slice(0, -1)}${part.slice(1, -1).toUpperCase()}]` : part;
  });

const CHIP = [
  String.raw`(?:(?:AMD|Intel|INTEL)[ ®™()R]{0,5})?(?:${anyCase('ryzen')}|${anyCase('epyc')}|${anyCase('threadripper')}|${anyCase('xeon')}|Core)[ ®™]{0,3}(?:(?:${anyCase('pro|gold|silver|platinum|bronze|scalable|threadripper|genoa|milan|rome|naples|turin')}|i?[3579])[ -]{1,2}){0,2}(?:(?:CPU )?(?:[EDWX][357]?-)?\d{4,5}[A-Z]{0,3}\d?|[Ee][357]-?(?: ?\d{4})?)(?: ?[vV][1-9])?`,
  String.raw`[EDWX][357]-\d{4}[A-Z]{0,2}(?: ?[vV][1-9])?`,
  String.raw`i[3579]-\d{4,5}[A-Z]{0,2}`,
  'E[357][ -][vV][1-9]',
].join('|');

const PATTERN = new RegExp(
  [
    String.raw`(?<chip>\b(?:${CHIP}))(?![\p{L}\d])`,
    `(?<rate>${NUMBER})[ -]?(?<rateUnit>[kmgtKMGT])(?:${anyCase('b(?:it)?s?(?:[ ]?p[ ]?s|/s(?:ec)?)|bit(?:s)?(?:/s)?|bp/s|pbs|egabits?|igabits?|/s(?:ec)?(?:ond)?')}|bs|b[eE])${WORD_END}`,
    `(?<cyrillicRate>${NUMBER})[ -]?(?<cyrillicRateUnit>[кмгКМГ])бит(?:/с(?:ек)?)?${WORD_END}`,
    `(?<codeFirst>${CURRENCY})[ \\u00a0]{0,2}(?:\\$|€|£)?[ \\u00a0]{0,2}(?<codeAmount>${NUMBER})(?:[.,][-–—])?(?:[ \\u00a0]{0,2}(?<codeAfter>${CURRENCY})(?:(?<=\\p{L})|(?![ ]?\\d)))?`,
    `(?<moneyAmount>${NUMBER})(?:[.,][-–—])?[ \\u00a0]{0,2}(?<moneySign>${CURRENCY})(?!(?<=[ \\u00a0][$€£₹₽₺₴])\\d)`,
    `(?<frequency>${NUMBER})[ ]?(?<hertz>${anyCase('[gm]hz')})\\b\\+?`,
    `(?<size>${NUMBER})[ -]?(?<sizeUnit>[kKmMgGtTpP][iI]?[bBoO](?:${anyCase('ytes?')}|s)?|[MGT]t|[кКмМгГтТ][бБ]|${anyCase('(?:giga|mega|tera)(?:bytes?)?|gigs?|megs?')}|[MGTg])${WORD_END}(?<perSecond>/s\\b)?`,
    `(?<percent>${NUMBER})[ ]?%`,
    String.raw`/(?<prefix>1[0-2]\d|[2-9]\d|1[6-9])(?!\d|[.,]\d|[ ]?(?:mo|y|h|d|[KMGT]i?[bB]|[kmgt]b|[KMGT]\b|[vV]?[cC]|[xX]\b))`,
    String.raw`(?<ip>(?:\b|(?<=\d))[iI][pP][ -]?[vV]?[ ]?(?<version>[46])(?:'?s)?\b|\b[vV](?<bare>[46])(?:'?s)?\b|\bIPs?\b|\bips?\b)`,
    String.raw`(?<fraction>[½¼¾]|\b1/[248](?=[ -]?(?:[vV]?CPU|[vV]?[cC]ore)))`,
    `(?<number>${NUMBER})(?<times>[ ]?[x×✕*](?=[ \\d]|$|[A-Z]))?`,
    String.raw`(?<han>\p{Script=Han}{1,40})`,
    `(?<word>${NOT_HAN}[\\p{L}](?:${NOT_HAN}[\\p{L}\\p{M}\\p{N}]|(?<=\\p{Script=Cyrillic})'(?=\\p{Script=Cyrillic})){0,60})`,
    String.raw`(?<sep>\S)`,
  ].join('|'),
  'gu',
);

/** Lines that were lexed lately: every rule that looks at a line asks for its tokens. */
const LATELY = new LRUCache<string, readonly Token[]>({
  max: 4096,
  maxSize: 4_000_000,
  sizeCalculation: (_, line) => line.length + 1,
});

/** Splits a line into its tokens. */
export function lex(line: string): readonly Token[] {
  const known = LATELY.get(line);
  if (known) return known;
  const tokens = tokensOf(line);
  LATELY.set(line, tokens);
  return tokens;
}

function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(PATTERN)) {
    const base: Base = {
      at: match.index,
      end: match.index + match[0].length,
      text: match[0],
      tight: match.index === end && end > 0,
    };
    end = base.end;
    const token = tokenOf(match.groups ?? {}, base);
    if (token) tokens.push(token);
  }
  return tokens;
}

type Groups = Readonly<Record<string, string | undefined>>;

function tokenOf(groups: Groups, base: Base): Token | null {
  const { codeFirst, codeAmount, codeAfter, moneyAmount, moneySign } = groups;
  if (codeFirst !== undefined && codeAmount !== undefined) return money(base, codeAmount, codeFirst, codeAfter);
  if (moneyAmount !== undefined && moneySign !== undefined) return money(base, moneyAmount, moneySign, undefined);
  if (groups.chip !== undefined) return { ...base, type: 'chip' };
  if (groups.frequency !== undefined) {
    const factor = groups.hertz?.toLowerCase() === 'ghz' ? 1000 : 1;
    return { ...base, type: 'frequency', mhz: Math.round(figure(groups.frequency) * factor) };
  }
  if (groups.rate !== undefined) {
    const factor = groups.rateUnit?.toLowerCase() === 't' ? 1000 : 1;
    return { ...base, type: 'rate', rate: { amount: figure(groups.rate) * factor, unit: rateUnit(groups.rateUnit) } };
  }
  if (groups.cyrillicRate !== undefined)
    return {
      ...base,
      type: 'rate',
      rate: { amount: figure(groups.cyrillicRate), unit: rateUnit(latin(groups.cyrillicRateUnit ?? '')) },
    };
  if (groups.size !== undefined && groups.sizeUnit !== undefined) {
    if (groups.perSecond !== undefined) return { ...base, type: 'speed' };
    return { ...base, type: 'size', size: sizeOf(groups.size, groups.sizeUnit), loose: isLoose(groups.sizeUnit) };
  }
  if (groups.percent !== undefined) return { ...base, type: 'percent', value: figure(groups.percent) };
  if (groups.prefix !== undefined) return { ...base, type: 'prefix', bits: Number(groups.prefix) };
  if (groups.ip !== undefined) {
    const version = groups.version ?? groups.bare;
    return { ...base, type: 'ip', version: version === '4' ? 4 : version === '6' ? 6 : null };
  }
  if (groups.fraction !== undefined) return { ...base, type: 'number', value: FRACTIONS[groups.fraction] ?? 0.5, times: false };
  if (groups.number !== undefined)
    return { ...base, type: 'number', value: figure(groups.number), times: groups.times !== undefined };
  const word = groups.word ?? groups.han;
  if (word !== undefined) {
    const folded = fold(word);
    return { ...base, type: 'word', folded, label: labelOf(folded) };
  }
  return { ...base, type: 'sep', char: base.text };
}

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '1/8': 0.125 };

function money(base: Base, amount: string, sign: string, after: string | undefined): Token {
  const first = currencyOf(sign) ?? sign;
  const second = after === undefined ? null : currencyOf(after);
  // "$5 CAD": the code tells which dollar; "£6 GBP" says the same twice.
  const currency = second !== null && (first === '$' || first === '¥' || first === 'kr' || first === second) ? second : first;
  return {
    ...base,
    type: 'money',
    amount: plainDecimal(amount, hasDotOfThousands(currency) ? 'thousands' : 'unclear'),
    currency,
  };
}

function figure(text: string): number {
  return Number(plainDecimal(text, 'thousands') ?? Number.NaN);
}

/** First letters of units in Cyrillic. */
function latin(letter: string): string {
  return { к: 'k', м: 'm', г: 'g', т: 't' }[letter.toLowerCase()] ?? letter;
}

function rateUnit(letter: string | undefined): Rate['unit'] {
  const unit = letter?.toLowerCase();
  return unit === 'k' ? 'Kbit/s' : unit === 'm' ? 'Mbit/s' : 'Gbit/s';
}

function sizeOf(amount: string, unit: string): Size {
  const letter = latin(unit.charAt(0)).toLowerCase();
  const value = figure(amount);
  if (letter === 'k') return { amount: value / 1000, unit: 'MB' };
  if (letter === 'p') return { amount: value * 1000, unit: 'TB' };
  return { amount: value, unit: letter === 'm' ? 'MB' : letter === 'g' ? 'GB' : 'TB' };
}

/** Units that are those of a rate too: a lone letter, "Gb" and "Mb" with a small b, "gig". */
function isLoose(unit: string): boolean {
  return unit.length === 1 || /^[GM]b$/.test(unit) || /^(?:gig|meg)s?$/i.test(unit);
}
