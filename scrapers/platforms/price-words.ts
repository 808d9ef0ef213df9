/** The words of a price in a cart, made ready for the text reader: its set-up fee apart, its currency named, shares of it left out. */
import type { PriceWords } from '../plan-unit.ts';
import { lex } from '../text/lexer.ts';
import { type Cycle, cycleOf, cycleOfValue, sameCycle, termFigures } from './cycles.ts';

/** What a line of price words came to. */
export type PriceLine =
  | { readonly ok: true; readonly price: PriceWords }
  /** Why it is no price that an offer can have: paid once, by the day, the monthly share of a longer term, none at all. */
  | {
      readonly ok: false;
      readonly why: 'no amount' | 'zero' | 'no currency' | 'once' | 'short' | 'share' | 'two amounts';
      readonly said: string;
    };

/** What is known of a price besides its words. */
export interface PriceHints {
  /** The term by structure: a menu's value, a column. */
  readonly cycle?: Cycle | null;
  /** Words of its set-up fee, where they stand apart. */
  readonly setupFee?: string | null;
  /** ISO 4217, of figures that stand without a sign. */
  readonly currency: string | null;
}

const SETUP =
  /\b(?:set[\s-]?up|einrichtung\w*|installation|mise en (?:service|place)|instalaci[oó]n|configuraci[oó]n|instala[cç][aã]o|attivazione|activation|activaci[oó]n|opstart\w*|instalacj\w*)|установк|kurulum|初装|安装费|設定/iu;
/** A figure for a month in brackets behind a longer term ("($4.00/mo)", "(that is $4 monthly)"). */
const SHARE = /\([^()]{0,60}\b(?:mo|month|monthly|monat|mois|mes)\b[^()]{0,30}\)/giu;
const PER_MONTH = /(?:\/|\bper\s|\bpro\s|\bpar\s|\bpor\s)\s?(?:mo|month|monat|mois|mes|m)(?!\p{L})/iu;
const MOST = 400;

/** Reads the words of one price. */
export function priceLine(words: string, hints: PriceHints): PriceLine {
  const text = words.replace(/\s+/g, ' ').trim().slice(0, MOST);
  const [main = '', setup] = splitSetup(text);
  const stated = cycleOf(main.replace(SHARE, ' '));
  const cycle = hints.cycle ?? stated;
  const refuse = (why: Extract<PriceLine, { ok: false }>['why']): PriceLine => ({ ok: false, why, said: text });
  if (cycle === 'once' || cycle === 'short') return refuse(cycle);
  // The menu says a year, its words say "/mo": the share of a month is not what is paid.
  if (hints.cycle != null && stated !== null && !sameCycle(hints.cycle, stated)) return refuse('share');
  if (isLong(cycle) && PER_MONTH.test(main.replace(SHARE, ' '))) return refuse('share');
  const whole = isLong(cycle) ? main.replace(SHARE, ' ') : main;
  const named = withCurrency(whole, hints.currency);
  if (named === null) return refuse(hasFigure(whole) ? 'no currency' : 'no amount');
  if (competing(named)) return refuse('two amounts');
  if (lex(named).every((token) => token.type !== 'money' || Number(token.amount) === 0)) return refuse('zero');
  const fee = setup ?? hints.setupFee ?? null;
  const setupFee = fee === null ? null : withCurrency(fee, hints.currency);
  return {
    ok: true,
    price: { text: named.trim(), ...(cycle === null ? {} : { per: cycle }), ...(setupFee === null ? {} : { setupFee }) },
  };
}

function hasFigure(text: string): boolean {
  const terms = termFigures(text);
  return lex(text).some(({ type, at }) => type === 'number' && !terms.has(at));
}

/** Words that tell two amounts of one line apart; what they mean is the text reader's work. */
const TOLD_APART =
  /renew|then|thereafter|first|verl[äa]nger|danach|puis|ensuite|reconduc|luego|renov|normal|instead|statt|was\b|续/i;

/** Whether a line names two amounts of one currency with no word between them that says which is paid. */
function competing(text: string): boolean {
  const amounts = new Map<string, Set<number>>();
  for (const token of lex(text))
    if (token.type === 'money') amounts.set(token.currency, (amounts.get(token.currency) ?? new Set()).add(Number(token.amount)));
  return !TOLD_APART.test(text) && [...amounts.values()].some((group) => group.size > 1);
}

function isLong(cycle: Cycle | null): boolean {
  return cycle !== null && typeof cycle === 'object' && 'months' in cycle && cycle.months > 1;
}

/** "$5.00 USD Monthly + $10.00 USD Setup Fee (Free Domain)" → what recurs, what is paid once. */
function splitSetup(text: string): readonly [string, string?] {
  const [main = '', ...others] = text.split(/\s?\+\s?|\s-\s(?=[^-]{0,40}set[\s-]?up)/i);
  const setup = others.find((part) => SETUP.test(part) && /\d/.test(part));
  const rest = others.filter((part) => part !== setup && /\d/.test(part) && lex(part).some(({ type }) => type === 'money'));
  const bracket = setup === undefined ? /\(([^()]{0,80})\)/.exec(main)?.[1] : undefined;
  if (bracket !== undefined && SETUP.test(bracket) && /\d/.test(bracket)) return [main.replace(`(${bracket})`, ' '), bracket];
  return setup === undefined ? [[main, ...rest].join(' + ')] : [[main, ...rest].join(' + '), setup];
}

/** The words with a sign at their figure; null where none stands there and none is known, or where there is no single figure. */
export function withCurrency(text: string, currency: string | null): string | null {
  const tokens = lex(text);
  if (tokens.some(({ type }) => type === 'money')) return text;
  // "12 Months 49.90": the figure of the term is none of money.
  const terms = termFigures(text);
  const figures = tokens.filter(({ type, at }) => type === 'number' && !terms.has(at));
  const [amount] = figures;
  if (amount === undefined || figures.length !== 1 || currency === null) return null;
  return `${text.slice(0, amount.at)}${currency} ${text.slice(amount.at)}`;
}

/** Lines of a menu: a shop has a dozen cycles, in a few currencies at most. */
const MOST_LINES = 100;

/** A line of a menu of billing cycles. */
export interface MenuLine {
  readonly value: string | undefined;
  readonly words: string;
}

/** The prices of a menu of cycles, in its order, and the lines that are none, with why. */
export function menuPrices(lines: readonly MenuLine[], currency: string | null): { prices: PriceWords[]; refused: PriceLine[] } {
  if (lines.length > MOST_LINES)
    return { prices: [], refused: [{ ok: false, why: 'no amount', said: `a menu of ${lines.length} lines` }] };
  const read = lines.map(({ value, words }) => priceLine(words, { cycle: cycleOfValue(value), currency }));
  return {
    prices: read.flatMap((line) => (line.ok ? [line.price] : [])),
    refused: read.flatMap((line) => (line.ok ? [] : [line])),
  };
}
