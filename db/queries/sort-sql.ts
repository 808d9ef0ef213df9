/** Orders as SQL: the key of `domain/filter/sort.ts` as an expression, and the text of a key read back for the next page. */
import { SORTS, type Sort, type SortKey } from '../../domain/filter/sort.ts';
import { UNIT_THOUSANDTHS } from '../../domain/unit-price.ts';
import { utcTime } from '../../domain/utc-time.ts';
import type { Bind } from './binder.ts';
import { columnOf } from './columns.ts';

/** A sort key in SQL. */
export interface SortSql {
  /** Null where it is not known. */
  readonly key: string;
  /** The type that a key's text is read as. */
  readonly type: 'numeric' | 'int8' | 'float8' | 'timestamptz';
}

/** Key of an order over `search_rows`; `price`: the comparable price in euro micros; `now`: canonical UTC time. */
export function sortSql({ name }: Sort, price: string, now: string, bind: Bind): SortSql {
  const key: SortKey = SORTS[name].key;
  switch (key.by) {
    case 'price':
      return { key: price, type: 'int8' };
    case 'unit-price': {
      // floor(x + 0.5) in double precision, as unitPrice does it: round() of a double rounds halves to even.
      const thousandths = `nullif(floor(search_rows.${columnOf(key.fact)}::float8 * 1000 + 0.5), 0)::numeric`;
      return { key: `div(${price}::numeric * ${UNIT_THOUSANDTHS[key.unit]}, ${thousandths})`, type: 'numeric' };
    }
    case 'amount':
      return {
        key: `search_rows.${columnOf(key.fact)}`,
        type: key.fact === 'memoryMib' || key.fact === 'ipv4' ? 'int8' : 'float8',
      };
    case 'time':
      return { key: `search_rows.${columnOf(key.fact)}`, type: 'timestamptz' };
    case 'risk':
      return { key: 'search_rows.risk_score', type: 'int8' };
    case 'drop': {
      const counts = `search_rows.drop_until > ${bind(now, 'text::timestamptz')}`;
      return { key: `case when ${counts} then search_rows.drop_ppm end`, type: 'int8' };
    }
  }
}

/** Whether a text is a key of the type, so that a forged cursor meets an answer and not an error of the database. */
export function isKeyText(text: string, type: SortSql['type']): boolean {
  if (type === 'timestamptz') return utcTime(text.replace(' ', 'T').replace(/\+00$/, 'Z')) !== null;
  if (type === 'float8') return /^\d{1,15}(\.\d{1,20})?(e[+-]\d{1,2})?$/.test(text);
  return /^-?\d{1,30}$/.test(text) && (type === 'numeric' || BigInt.asIntN(64, BigInt(text)) === BigInt(text));
}
