/** The prices of offers in markup: amount, currency and billing term, each where the vocabulary has it. */
import { type Cycle, cycleOf } from '../cycles.ts';
import { type PriceLine, priceLine } from '../price-words.ts';
import type { Node } from './nodes.ts';
import { nodesIn, stringIn } from './props.ts';

/** UN/CEFACT codes of units of time. */
const UNITS: Readonly<Record<string, Cycle>> = {
  HUR: { hours: 1 },
  DAY: 'short',
  WEE: 'short',
  MON: { months: 1 },
  ANN: { months: 12 },
};
const DURATION = /^P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?$/;

/** Prices of offers in their order, and what is none. `around`: words about the product, which may name the term. */
export function offerPrices(offers: readonly Node[], around: string, convention: string | null) {
  const lines = offers.flatMap((offer) => pricesOf(offer, around, convention));
  return { prices: lines.flatMap((line) => (line.ok ? [line.price] : [])), refused: lines.filter((line) => !line.ok) };
}

function pricesOf(offer: Node, around: string, convention: string | null): PriceLine[] {
  const specifications = nodesIn(offer, 'priceSpecification').filter((one) => stringIn(one, 'price') !== null);
  const setup = specifications.find(isSetup);
  const recurring = specifications.filter((one) => one !== setup);
  const low = stringIn(offer, 'lowPrice');
  const alone = stringIn(offer, 'price') ?? (low !== null && low === stringIn(offer, 'highPrice') ? low : null);
  const priced =
    recurring.length > 0
      ? recurring.map((one) => ({ amount: stringIn(one, 'price'), from: one }))
      : [{ amount: alone, from: offer }];
  return priced.map(({ amount, from }) => {
    const currency = stringIn(from, 'priceCurrency') ?? stringIn(offer, 'priceCurrency') ?? convention;
    const cycle = cycleIn(from) ?? cycleIn(offer) ?? termNear(offer, around);
    const words = `${amount ?? ''} ${currency ?? ''}`.trim();
    // Without a term nobody knows for how long the amount is paid.
    if (cycle === null) return { ok: false, why: 'no amount', said: words };
    const fee = setup === undefined ? null : `${stringIn(setup, 'price')} ${stringIn(setup, 'priceCurrency') ?? currency ?? ''}`;
    return priceLine(words, { cycle, setupFee: fee, currency });
  });
}

function isSetup(specification: Node): boolean {
  return /set[\s-]?up|activation/i.test(
    `${stringIn(specification, 'name') ?? ''} ${stringIn(specification, 'priceType') ?? ''} ${stringIn(specification, 'priceComponentType') ?? ''}`,
  );
}

/** The term that a price states: `billingDuration`, `billingIncrement`, `referenceQuantity`, `unitCode`, `unitText`. */
function cycleIn(node: Node): Cycle | null {
  const [quantity] = nodesIn(node, 'referenceQuantity');
  const measured =
    quantity === undefined
      ? null
      : counted(stringIn(quantity, 'unitCode') ?? stringIn(quantity, 'unitText'), stringIn(quantity, 'value'));
  const duration = DURATION.exec(stringIn(node, 'billingDuration') ?? stringIn(node, 'duration') ?? '');
  const months = duration ? Number(duration[1] ?? 0) * 12 + Number(duration[2] ?? 0) : 0;
  if (measured !== null) return measured;
  if (months > 0) return { months };
  return counted(
    stringIn(node, 'unitCode') ?? stringIn(node, 'unitText'),
    stringIn(node, 'billingDuration') ?? stringIn(node, 'billingIncrement'),
  );
}

function counted(unit: string | null, count: string | null): Cycle | null {
  if (unit === null) return null;
  const cycle = Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? null) : cycleOf(unit);
  const times = count !== null && /^\d{1,3}$/.test(count) ? Number(count) : 1;
  return cycle !== null && typeof cycle === 'object' && 'months' in cycle ? { months: cycle.months * times } : cycle;
}

/** The term that the words of the offer name, or those about the product. */
function termNear(offer: Node, around: string): Cycle | null {
  const own = `${stringIn(offer, 'name') ?? ''} ${stringIn(offer, 'description') ?? ''} ${stringIn(offer, 'category') ?? ''}`;
  return cycleOf(own) ?? cycleOf(around);
}
