/** A part of a page that holds one plan, as a unit in the page's own words. */
import type { Element } from 'domhandler';
import { TORN_DIGITS } from '../html/line-writer.ts';
import type { LoadedPage } from '../html/load-page.ts';
import type { PlanUnit } from '../plan-unit.ts';
import { choicePrices } from './choice-prices.ts';
import { orderLinkOf } from './order-link.ts';
import type { PageLine } from './page-text.ts';
import { leadingName, nameLineOf, withoutBadge } from './plan-name.ts';
import { withScriptPrices } from './script-prices.ts';
import { pricesOfLines } from './unit-prices.ts';

/** A unit with where it stands. */
export interface FoundUnit {
  readonly unit: PlanUnit;
  readonly parts: readonly Element[];
  /** Place in the page's lines, from the first to before the last. */
  readonly from: number;
  readonly to: number;
  /** Bits of `KIND` that its words give figures for. */
  readonly kinds: number;
  /** Words of a price that nobody can read for sure; null where there are none. */
  readonly torn: string | null;
  /** Words that hold for it alone besides its own: a heading row of its table. */
  readonly near: readonly string[];
}

/** Where a unit's words stand. */
export interface UnitPlace {
  readonly parts: readonly Element[];
  readonly from: number;
  readonly to: number;
}

/** Makes a unit of the lines of a part. */
export function buildUnit(lines: readonly PageLine[], place: UnitPlace, page: LoadedPage): FoundUnit {
  const nameAt = nameLineOf(lines);
  const named = lines[nameAt];
  const [first] = lines;
  // A plan on one line carries its name in front.
  const lead = !named && first && (lines.length <= 3 || (first.priced && first.kinds === 0)) ? leadingName(first) : null;
  const title = named ? withoutBadge(named.text) : null;
  const rest = lines.flatMap((line, index): PageLine[] => {
    if (index === nameAt) return [];
    return index === 0 && lead ? [{ ...line, text: lead.rest }] : [line];
  });
  // A price in the name stays with the name: the text reader weighs both.
  const { prices, torn } = pricesOfLines(rest);
  const shown = withScriptPrices(place.parts, page, prices);
  const all = [...shown, ...choicePrices(place.parts, page, shown)];
  return {
    unit: {
      ...orderLinkOf(place.parts, page),
      name: title ? clean(title.name) : (lead?.name ?? null),
      lines: [...rest.map(({ text }) => clean(text)), ...(title?.note ? [clean(title.note)] : [])],
      prices: all,
      stock: null,
    },
    ...place,
    kinds: lines.reduce((bits, line) => bits | line.kinds, 0),
    torn: torn ?? (title?.name.includes(TORN_DIGITS) ? clean(title.name) : null),
    near: [],
  };
}

function clean(text: string): string {
  return text.replaceAll(TORN_DIGITS, ' ');
}
