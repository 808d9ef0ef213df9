/** What a row costs over some months, bill by bill: whole terms are bought, and what is not stated is said to be missing. */
import { type Cost, type CostOption, cheapestCost, costOptions } from '../comparable.ts';
import { convert, type RateTable, rateTable } from '../exchange-rates.ts';
import { type Currency, formatMicros, type Micros } from '../money.ts';
import type { RowJson } from '../present-row.ts';
import { priceFromJson } from '../price-json.ts';

/** What a bill is for. */
export const COST_KINDS = ['set-up', 'introductory', 'regular', 'ipv4'] as const;

/** One bill. */
export interface CostLine {
  readonly kind: (typeof COST_KINDS)[number];
  readonly label: string;
  /** Months that it pays for; 0: none, paid once. */
  readonly months: number;
  /** Null: nobody said; `note` says what. */
  readonly amount: string | null;
  readonly currency: Currency;
  readonly note: string | null;
}

/** What is asked. */
export interface CostAsked {
  readonly months: number;
  readonly currency: Currency;
  readonly rates: RateTable;
}

/** The bills of a row. Amounts are in the currency that it is sold in, so that they are exact; `converted` is not. */
export interface CostOverMonths {
  readonly months: number;
  /** The billing term that is cheapest over these months; null: nothing can be bought by a term. */
  readonly termMonths: number | null;
  /** Months that are paid for in that time: whole terms. */
  readonly monthsPaid: number;
  readonly lines: readonly CostLine[];
  readonly currency: Currency | null;
  /** The sum of the lines: what is paid within these months. Null where a line is not known. */
  readonly total: string | null;
  /** The sum of the lines that are known; null without any. */
  readonly atLeast: string | null;
  /** Everything that the total lacks. */
  readonly missing: readonly string[];
  /** The comparable price per month in the asked currency: of a term that lasts longer, only these months count. */
  readonly perMonth: string | null;
  readonly converted: { readonly currency: Currency; readonly total: string | null; readonly atLeast: string } | null;
  readonly taxIncluded: boolean | null;
}

/** The bills of a row by its cheapest way to pay over these months. */
export function costOver(row: Pick<RowJson, 'prices' | 'network'>, asked: CostAsked): CostOverMonths {
  const cost = cheapest(costOptions(row.prices.map(priceFromJson)), asked);
  if (cost === null) return nothing(row, asked.months);
  const { option } = cost;
  const terms = Math.ceil(asked.months / option.termMonths);
  const bills = [...setUp(option), ...rent(option, terms), ...addressLine(row)];
  const lines = bills.map(({ micros, ...bill }): CostLine => {
    return { ...bill, amount: micros === null ? null : formatMicros(micros), currency: option.currency };
  });
  const known = bills.reduce((sum, { micros }) => sum + (micros ?? 0n), 0n);
  const missing = lines.flatMap(({ amount, label, note }) => (amount === null ? [`${label}: ${note}`] : []));
  const whole = missing.length === 0;
  const inAsked = (micros: Micros) => convert(micros, option.currency, asked.currency, asked.rates);
  const [sum, perMonth] = [inAsked(known), inAsked(cost.perMonthMicros)];
  return {
    months: asked.months,
    termMonths: option.termMonths,
    monthsPaid: terms * option.termMonths,
    lines,
    currency: option.currency,
    total: whole ? formatMicros(known) : null,
    atLeast: formatMicros(known),
    missing,
    perMonth: perMonth === null ? null : formatMicros(perMonth),
    converted:
      sum === null ? null : { currency: asked.currency, total: whole ? formatMicros(sum) : null, atLeast: formatMicros(sum) },
    taxIncluded: option.taxIncluded,
  };
}

/** The cheapest way to pay; where no rate is known for any, that of the currency named first. */
function cheapest(options: readonly CostOption[], { months, rates }: CostAsked): Cost | null {
  const question = { horizonMonths: months, termMonths: null };
  const [first] = options;
  if (!first) return null;
  const own = options.filter(({ currency }) => currency === first.currency);
  return cheapestCost(options, question, rates) ?? cheapestCost(own, question, rateTable('', { [first.currency]: 1 }));
}

interface Bill extends Omit<CostLine, 'amount' | 'currency'> {
  readonly micros: Micros | null;
}

function setUp({ setupFeeKnown, setupFeeMicros }: CostOption): Bill[] {
  const line = { kind: 'set-up', label: 'Set-up fee', months: 0 } as const;
  return [setupFeeKnown ? { ...line, micros: setupFeeMicros, note: null } : { ...line, micros: null, note: 'not stated' }];
}

function rent({ termMonths, introductoryMicros, regularMicros }: CostOption, terms: number): Bill[] {
  const inWords = (count: number) => (termMonths === 1 ? `${count} months` : `${count} × ${termMonths} months`);
  const first: Bill[] =
    introductoryMicros === null
      ? []
      : [
          {
            kind: 'introductory',
            label: termMonths === 1 ? 'First month' : `First ${termMonths} months`,
            months: termMonths,
            micros: introductoryMicros,
            note: 'introductory price, paid in advance',
          },
        ];
  const regular = terms - first.length;
  if (regular === 0) return first;
  const label = `${first.length > 0 ? 'Renewal' : 'Regular price'}, ${regular === 1 && termMonths === 1 ? '1 month' : inWords(regular)}`;
  const months = regular * termMonths;
  return [...first, { kind: 'regular', label, months, micros: regularMicros * BigInt(regular), note: null }];
}

/** An address that is not in the price: nobody here says yet what one costs. */
function addressLine({ network }: Pick<RowJson, 'network'>): Bill[] {
  if (network.ipv4 !== null && network.ipv4 > 0) return [];
  const note =
    network.ipv4 === null
      ? 'not stated whether one is included, nor what one costs'
      : `none is included${network.natIpv4 ? ' (shared by NAT)' : ''}; what one of its own costs is not stated`;
  return [{ kind: 'ipv4', label: 'IPv4 address', months: 0, micros: null, note }];
}

function nothing(row: Pick<RowJson, 'prices'>, months: number): CostOverMonths {
  const reason = row.prices.length === 0 ? 'no price is known' : 'no regular price of a billing term is known';
  return {
    months,
    termMonths: null,
    monthsPaid: 0,
    lines: [],
    currency: null,
    total: null,
    atLeast: null,
    missing: [reason],
    perMonth: null,
    converted: null,
    taxIncluded: null,
  };
}
