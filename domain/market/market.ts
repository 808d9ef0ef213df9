/**
 * The market: offers among which prices are placed. Built once for many questions; groups are made when first asked for and kept, so
 * that a whole catalogue is placed in seconds.
 */
import { hoursLater } from '../utc-time.ts';
import type { Peer } from './peer.ts';
import { FEWEST_PEERS, type MarketPosition, type PeerGroup, type Widening } from './position.ts';
import { firstAbove, firstAtLeast, percentileOf, robustZ, type Spread, spreadOf, weightedMedian } from './robust.ts';

/** What is placed: an offer that may or may not be of the market itself. */
export type Placed = Omit<Peer, 'id'> & { readonly id: string | null; readonly emphasis?: 'memory' | 'vcpu' | 'disk' };

/** Answers where prices stand. */
export interface Market {
  position(placed: Placed): MarketPosition;
}

const MONTHS = 12;
const HOURS_PER_YEAR = 365 * 24;

/** A market of these offers. */
export function createMarket(peers: readonly Peer[]): Market {
  const families = new Map<string, Peer[]>();
  for (const peer of peers) {
    if (peer.perMonthUsd <= 0) continue;
    const own = families.get(peer.family);
    if (own) own.push(peer);
    else families.set(peer.family, [peer]);
  }
  for (const own of families.values()) own.sort((a, b) => (a.memoryMib ?? -1) - (b.memoryMib ?? -1));
  const members = new Set(peers.map(({ id }) => id));
  const shelves = new Map<string, Shelf>();
  const known = new Map<string, Group>();

  const shelfOf = ({ family, dedicated, regions, from, to }: PeerGroup): Shelf => {
    const key = JSON.stringify([family, dedicated, regions, from, to]);
    const found = shelves.get(key) ?? makeShelf(families.get(family) ?? [], { dedicated, regions, from, to });
    shelves.set(key, found);
    return found;
  };

  const groupOf = (group: PeerGroup, placed: Placed): Group => {
    const key = JSON.stringify([
      group.family,
      group.dedicated,
      group.regions,
      group.memoryFactor,
      group.memoryFactor && placed.memoryMib,
      group.to,
    ]);
    const found = known.get(key) ?? makeGroup(shelfOf(group), group, placed.memoryMib);
    known.set(key, found);
    return found;
  };

  return {
    position(placed) {
      const isMember = placed.id !== null && members.has(placed.id) ? 1 : 0;
      let last: { group: PeerGroup; n: number } | null = null;
      for (const group of widerAndWider(placed)) {
        const made = groupOf(group, placed);
        const n = made.size - isMember;
        last = { group, n };
        if (n >= FEWEST_PEERS) return positionIn(placed, group, made, isMember === 1);
      }
      return nowhere(placed, last ?? { group: firstGroup(placed), n: 0 });
    },
  };
}

interface Group {
  readonly size: number;
  readonly memory: Spread | null;
  readonly vcpu: Spread | null;
  readonly disk: Spread | null;
}

function firstGroup({ family, dedicated, regions, memoryMib, observedAt }: Placed): PeerGroup {
  const to = observedAt.slice(0, 10);
  return {
    family,
    dedicated,
    regions: regions.length > 0 ? regions.toSorted() : null,
    memoryFactor: memoryMib === null ? null : 2,
    from: yearBefore(to),
    to,
    widened: [],
  };
}

const years = new Map<string, string>();

/** A catalogue has few days on which its offers were seen. */
function yearBefore(to: string): string {
  const found = years.get(to) ?? hoursLater(`${to}T00:00:00.000Z`, -HOURS_PER_YEAR).slice(0, 10);
  if (years.size < 10_000) years.set(to, found);
  return found;
}

function* widerAndWider(placed: Placed): Generator<PeerGroup> {
  let group = firstGroup(placed);
  yield group;
  const wider = (what: Widening, more: Partial<PeerGroup>) => ({ ...group, ...more, widened: [...group.widened, what] });
  if (group.memoryFactor !== null) {
    group = wider('memory', { memoryFactor: 4 });
    yield group;
  }
  if (group.regions !== null) {
    group = wider('region', { regions: null });
    yield group;
  }
  yield wider('model', { dedicated: null });
}

/** Peers of one kind, place and year by their memory, with the logarithms of their unit prices; NaN: it has none. */
interface Shelf {
  /** -1: not known. */
  readonly memoryMib: Float64Array;
  readonly memory: Float64Array;
  readonly vcpu: Float64Array;
  readonly disk: Float64Array;
}

function makeShelf(
  family: readonly Peer[],
  { dedicated, regions, from, to }: Omit<PeerGroup, 'family' | 'memoryFactor' | 'widened'>,
): Shelf {
  const end = `${to}T23:59:59.999Z`;
  const own = family.filter(
    (peer) =>
      (dedicated === null || peer.dedicated === dedicated) &&
      peer.observedAt >= from &&
      peer.observedAt <= end &&
      (regions === null || peer.regions.some((region) => regions.includes(region))),
  );
  const prices = own.map(unitPrices);
  const logs = (name: 'memory' | 'vcpu' | 'disk') =>
    Float64Array.from(prices, (per) => (per[name] === null ? Number.NaN : Math.log(per[name])));
  return {
    memoryMib: Float64Array.from(own, ({ memoryMib }) => memoryMib ?? -1),
    memory: logs('memory'),
    vcpu: logs('vcpu'),
    disk: logs('disk'),
  };
}

function makeGroup(shelf: Shelf, { memoryFactor }: PeerGroup, memoryMib: number | null): Group {
  const [start, end] =
    memoryFactor === null || memoryMib === null
      ? [0, shelf.memoryMib.length]
      : [firstAtLeast(shelf.memoryMib, memoryMib / memoryFactor), firstAbove(shelf.memoryMib, memoryMib * memoryFactor)];
  const spread = (logs: Float64Array) => spreadOf(logs.subarray(start, end).filter((log) => !Number.isNaN(log)));
  return { size: end - start, memory: spread(shelf.memory), vcpu: spread(shelf.vcpu), disk: spread(shelf.disk) };
}

function unitPrices({ perMonthUsd, memoryMib, vcpu, storageGb }: Omit<Placed, 'id'>) {
  const per = (amount: number | null) => (amount === null || amount <= 0 || perMonthUsd <= 0 ? null : perMonthUsd / amount);
  return {
    memory: per(memoryMib === null ? null : memoryMib / 1024),
    vcpu: per(vcpu),
    disk: per(storageGb === null ? null : storageGb / 1000),
  };
}

function positionIn(placed: Placed, group: PeerGroup, made: Group, isMember: boolean): MarketPosition {
  const n = made.size - (isMember ? 1 : 0);
  const per = unitPrices(placed);
  const zOf = (price: number | null, spread: Spread | null) =>
    price === null || spread === null || spread.sorted.length < FEWEST_PEERS ? null : robustZ(Math.log(price), spread);
  const z = { memory: zOf(per.memory, made.memory), vcpu: zOf(per.vcpu, made.vcpu), disk: zOf(per.disk, made.disk) };
  const emphasis = placed.emphasis ?? 'memory';
  const weighted = (['memory', 'vcpu', 'disk'] as const).flatMap((name) =>
    z[name] === null ? [] : [{ value: z[name], weight: name === emphasis ? 2 : 1 }],
  );
  const order = [emphasis, 'memory', 'vcpu', 'disk'] as const;
  const measure = order.find((name) => per[name] !== null && (made[name]?.sorted.length ?? 0) >= FEWEST_PEERS);
  const [price, spread] = measure === undefined ? [null, null] : [per[measure], made[measure]];
  return {
    n,
    percentile: price === null || spread === null ? null : rounded(percentileOf(Math.log(price), spread, isMember), 1),
    z: nullable(weightedMedian(weighted)),
    zPerGbMemory: nullable(z.memory),
    zPerVcpu: nullable(z.vcpu),
    zPerTb: nullable(z.disk),
    ...shownPrices(per),
    group,
    reason: measure === undefined ? 'memory, vCPUs and disk of the offer are not known' : null,
  };
}

function nowhere(placed: Placed, { group, n }: { group: PeerGroup; n: number }): MarketPosition {
  const reason = `${n === 0 ? 'no offers' : n === 1 ? 'only 1 offer' : `only ${n} offers`} like it with a price ${n === 1 ? 'was' : 'were'} seen in the ${MONTHS} months before ${group.to}; ${FEWEST_PEERS} are the least that says something`;
  const none = { percentile: null, z: null, zPerGbMemory: null, zPerVcpu: null, zPerTb: null };
  return { n, ...none, ...shownPrices(unitPrices(placed)), group, reason };
}

function shownPrices(per: ReturnType<typeof unitPrices>) {
  return { perGbMemoryUsd: nullable(per.memory), perVcpuUsd: nullable(per.vcpu), perTbUsd: nullable(per.disk) };
}

function nullable(value: number | null): number | null {
  return value === null ? null : rounded(value, 3);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
