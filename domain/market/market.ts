/**
 * The market: offers among which prices are placed. Built once for many questions; groups are made when first asked for and kept, so
 * that a whole catalogue is placed in seconds.
 */
import { hoursLater } from '../utc-time.ts';
import type { Peer } from './peer.ts';
import { FEWEST_PEERS, type MarketPosition, type PeerGroup, type Widening } from './position.ts';
import { percentileOf, robustZ, type Spread, spreadOf, weightedMedian } from './robust.ts';

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
    const own = families.get(peer.family);
    if (own) own.push(peer);
    else families.set(peer.family, [peer]);
  }
  for (const own of families.values()) own.sort((a, b) => (a.memoryMib ?? -1) - (b.memoryMib ?? -1));
  const members = new Set(peers.map(({ id }) => id));
  const known = new Map<string, Group>();

  const groupOf = (group: PeerGroup, placed: Placed): Group => {
    const key = JSON.stringify([
      group.family,
      group.dedicated,
      group.regions,
      group.memoryFactor,
      group.memoryFactor && placed.memoryMib,
      group.to,
    ]);
    const found = known.get(key) ?? makeGroup(families.get(group.family) ?? [], group, placed.memoryMib);
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
    from: hoursLater(`${to}T00:00:00.000Z`, -HOURS_PER_YEAR).slice(0, 10),
    to,
    widened: [],
  };
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

function makeGroup(family: readonly Peer[], group: PeerGroup, memoryMib: number | null): Group {
  const [least, most] =
    group.memoryFactor === null || memoryMib === null
      ? [null, null]
      : [memoryMib / group.memoryFactor, memoryMib * group.memoryFactor];
  const end = `${group.to}T23:59:59.999Z`;
  const memory: number[] = [];
  const vcpu: number[] = [];
  const disk: number[] = [];
  let size = 0;
  for (const peer of family) {
    if (least !== null && (peer.memoryMib === null || peer.memoryMib < least)) continue;
    if (most !== null && (peer.memoryMib ?? 0) > most) break;
    if (group.dedicated !== null && peer.dedicated !== group.dedicated) continue;
    if (peer.observedAt < group.from || peer.observedAt > end) continue;
    if (group.regions !== null && !peer.regions.some((region) => group.regions?.includes(region))) continue;
    if (peer.perMonthUsd <= 0) continue;
    size += 1;
    const per = unitPrices(peer);
    if (per.memory !== null) memory.push(Math.log(per.memory));
    if (per.vcpu !== null) vcpu.push(Math.log(per.vcpu));
    if (per.disk !== null) disk.push(Math.log(per.disk));
  }
  return { size, memory: spreadOf(memory), vcpu: spreadOf(vcpu), disk: spreadOf(disk) };
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
  const reason = `only ${n} offers like it with a price were seen in the ${MONTHS} months before ${group.to}; ${FEWEST_PEERS} are the least that says something`;
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
