/** Reads what a comparison is asked: ids, months, currency. */
import type { RateTable } from '../../domain/exchange-rates.ts';
import { wholeNumber } from '../../domain/filter/kinds.ts';
import { type FieldError, type Parsed, paramTexts } from '../../domain/filter/params.ts';
import { DEFAULT_CURRENCY, parseFilterTexts } from '../../domain/filter/parse.ts';
import { isId } from '../../domain/identity.ts';
import { filterParameter, type Parameter } from './parameters.ts';

/** Fewest and most ids side by side. */
const [FEWEST, MOST] = [2, 8];
const DEFAULT_MONTHS = 12;
const months = wholeNumber(1, 60);

/** A comparison as asked. */
export interface CompareQuestion {
  readonly ids: readonly string[];
  readonly months: number;
  readonly currency: string;
}

/** Its parameters. */
export function compareParameters(): Parameter[] {
  const ids = `${FEWEST} to ${MOST} ids of rows or offers, separated by commas.`;
  const over = `Months that costs and comparable prices are over: 1 to 60 (${DEFAULT_MONTHS} where none is given).`;
  return [
    {
      name: 'ids',
      in: 'query',
      description: ids,
      required: true,
      schema: { type: 'array', items: { type: 'string' } },
      style: 'form',
      explode: false,
    },
    {
      name: 'months',
      in: 'query',
      description: over,
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 60, default: DEFAULT_MONTHS },
    },
    filterParameter('currency'),
  ];
}

/** Reads a comparison, or says everything that is wrong with it. */
export function readComparison(params: URLSearchParams, rates: RateTable): Parsed<CompareQuestion> {
  const { texts, errors: wrong } = paramTexts(params);
  const own = new Map([...texts].filter(([field]) => field === 'currency'));
  const strangers = [...texts.keys()].filter((field) => !['ids', 'months', 'currency'].includes(field));
  const filter = parseFilterTexts(own, wrong, { rates });
  const errors: FieldError[] = filter.ok ? [] : [...filter.errors];
  errors.push(...strangers.map((field) => ({ field, message: 'is not a parameter of this path' })));
  const ids = (texts.get('ids') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  errors.push(...wrongIds(ids).map((message) => ({ field: 'ids', message })));
  const over = texts.get('months');
  const read = over === undefined ? null : months.schema.safeParse(over);
  if (read && !read.success) errors.push(...read.error.issues.map(({ message }) => ({ field: 'months', message })));
  if (!filter.ok || errors.length > 0) return { ok: false, errors };
  return { ok: true, value: { ids, months: read?.data ?? DEFAULT_MONTHS, currency: filter.value.currency ?? DEFAULT_CURRENCY } };
}

function wrongIds(ids: readonly string[]): string[] {
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return [
    ...(ids.length < FEWEST || ids.length > MOST ? [`give ${FEWEST} to ${MOST} ids separated by commas, not ${ids.length}`] : []),
    ...twice.map((id) => `${id} is given more than once`),
    ...ids.filter((id) => !isId(id)).map((id) => `"${id}" is no id`),
  ];
}
