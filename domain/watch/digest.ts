/** The weekly digest: of all that happened to what a watch looks at, what is worth reading. Nothing to say, nothing sent. */
import { parseMicros } from '../money.ts';
import { RISK_LEVELS, type RiskLevel } from '../risk/level.ts';
import type { ToldItem } from './told-item.ts';

/** A plan whose risk of overselling is assessed higher than at the last digest. */
export interface RiskWarning {
  readonly planId: string;
  readonly rowId: string;
  readonly name: string | null;
  readonly provider: { readonly id: string; readonly name: string };
  readonly from: RiskLevel;
  readonly to: RiskLevel;
  /** The main reason, one sentence. */
  readonly summary: string;
}

/** What there is to say about one watch; each part best first. */
export interface DigestPart {
  readonly newOffers: readonly ToldItem[];
  readonly drops: readonly ToldItem[];
  readonly lows: readonly ToldItem[];
  readonly restocks: readonly ToldItem[];
  readonly warnings: readonly RiskWarning[];
  /** Events beyond those told. */
  readonly more: number;
}

/** Entries of one part of a digest. */
export const MOST_ENTRIES = 5;

/** Composes the part of one watch; null: there is nothing to say. `items`: everything that happened, oldest first. */
export function digestPart(items: readonly ToldItem[], warnings: readonly RiskWarning[]): DigestPart | null {
  const fallen = newestOfEach(items.filter(({ kind, price }) => kind === 'price' && (price?.percent ?? 0) < 0));
  const fresh = newestOfEach(items.filter(({ kind }) => kind === 'new')).toSorted(byPrice);
  const lows = fallen.filter(({ lowest }) => lowest === true).toSorted(byPrice);
  const drops = fallen.filter(({ lowest }) => lowest !== true).toSorted((a, b) => fallOf(a) - fallOf(b));
  const restocks = newestOfEach(items.filter(({ kind }) => kind === 'restocked' || kind === 'returned')).toSorted(byPrice);
  const risen = warnings.filter(isWarning).toSorted((a, b) => levelOf(b.to) - levelOf(a.to));
  const lists: readonly (readonly unknown[])[] = [fresh, drops, lows, restocks, risen];
  if (lists.every((list) => list.length === 0)) return null;
  const most = <T>(list: readonly T[]): readonly T[] => list.slice(0, MOST_ENTRIES);
  return {
    newOffers: most(fresh),
    drops: most(drops),
    lows: most(lows),
    restocks: most(restocks),
    warnings: most(risen),
    more: lists.reduce((sum, list) => sum + Math.max(0, list.length - MOST_ENTRIES), 0),
  };
}

/** A level that rose to one that people should know of. */
function isWarning({ from, to }: RiskWarning): boolean {
  return levelOf(to) > levelOf(from) && levelOf(to) >= RISK_LEVELS.indexOf('elevated');
}

function levelOf(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** Of several events of one plan in the same places the last. */
function newestOfEach(items: readonly ToldItem[]): ToldItem[] {
  return [...new Map(items.map((item) => [`${item.planId} ${item.offerIds.join(' ')}`, item])).values()];
}

function fallOf({ price }: ToldItem): number {
  return price?.percent ?? 0;
}

/** In the subscriber's currency; without a price last. */
function byPrice(a: ToldItem, b: ToldItem): number {
  const [x, y] = [amountOf(a), amountOf(b)];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return x < y ? -1 : x > y ? 1 : 0;
}

function amountOf({ price }: ToldItem): bigint | null {
  return price?.asked ? parseMicros(price.asked.to) : null;
}
