/** What the risk model tells apart: rank order over labelled plans, without each family, and with prices permuted among peers. */
import { readBundledRates, readRecorded } from '../db/catalog/read-catalog.ts';
import { readCatalogue } from '../domain/catalogue-format.ts';
import { rateTable } from '../domain/exchange-rates.ts';
import { cataloguePeers } from '../domain/market/catalogue-peers.ts';
import { createMarket } from '../domain/market/market.ts';
import type { Peer } from '../domain/market/peer.ts';
import { assess } from '../domain/risk/assess.ts';
import { FAMILY_NAMES, type Family } from '../domain/risk/evidence.ts';
import { EXAMPLES, type Example, inputOf } from '../test/domain/risk/examples.ts';
import { randomOf } from './random.ts';
import { type BenchReport, fixed } from './report.ts';

const BOOTSTRAPS = 2000;

/** A sum of log-odds as the model makes it, whether or not it is enough for a level. */
function logOdds(example: Example, without: readonly Family[] = []): number {
  return Object.values(assess(inputOf(example), { without }).families).reduce((sum, value) => sum + value, 0);
}

/** Share of pairs in the right order; ties count half. */
export function auc(higher: readonly number[], lower: readonly number[]): number {
  let right = 0;
  for (const a of higher) for (const b of lower) right += a > b ? 1 : a === b ? 0.5 : 0;
  return right / (higher.length * lower.length);
}

function interval(higher: readonly number[], lower: readonly number[], random: () => number): [number, number] {
  const again = (values: readonly number[]) => values.map(() => values[Math.floor(random() * values.length)] ?? 0);
  const all = Array.from({ length: BOOTSTRAPS }, () => auc(again(higher), again(lower))).toSorted((a, b) => a - b);
  return [all[Math.floor(BOOTSTRAPS * 0.025)] ?? 0, all[Math.floor(BOOTSTRAPS * 0.975)] ?? 1];
}

const of = (...labels: readonly Example['label'][]) => EXAMPLES.filter(({ label }) => labels.includes(label));
const COMPARISONS = [
  { name: 'oversold-reported over dedicated', higher: of('oversold-reported'), lower: of('dedicated') },
  { name: 'oversold-reported over shared, burst', higher: of('oversold-reported'), lower: of('shared', 'burst') },
  { name: 'shared, burst over dedicated', higher: of('shared', 'burst'), lower: of('dedicated') },
] as const;

/** The report: AUC with a bootstrap interval, ablation, negative control, abstention. */
export async function benchRiskModel(): Promise<BenchReport> {
  const random = randomOf(1);
  const next = () => random.next();
  const ranks = COMPARISONS.flatMap(({ name, higher, lower }) =>
    [null, ...FAMILY_NAMES].map((family) => {
      const without = family === null ? [] : [family];
      const [a, b] = [higher.map((one) => logOdds(one, without)), lower.map((one) => logOdds(one, without))];
      const [from, to] = interval(a, b, next);
      return { name, family, auc: auc(a, b), from, to, n: `${a.length} over ${b.length}` };
    }),
  );
  const levels = EXAMPLES.map((example) => assess(inputOf(example)).level);
  const control = await permutedPrices(next);
  const rows = ranks.map(({ name, family, auc: area, from, to, n }) => [
    name,
    family === null ? 'all families' : `without ${family}`,
    fixed(area),
    `${fixed(from)} to ${fixed(to)}`,
    n,
  ]);
  const unknown = levels.filter((level) => level === 'unknown').length;
  return {
    title: `The risk model on ${EXAMPLES.length} labelled plans (${unknown} unknown), and prices permuted among peers`,
    head: ['order', 'model', 'AUC', '95 % bootstrap', 'n'],
    rows: [
      ...rows,
      ['price rank kept by z', 'as recorded', fixed(control.real), '', `${control.n} offers`],
      ['price rank kept by z', 'prices permuted', fixed(control.permuted), '', `${control.n} offers`],
    ],
    figures: { ranks, unknown, control },
  };
}

/**
 * Negative control: the price position must say something of the offer whose price it is, and nothing once the prices of a group are
 * dealt out anew. Measured as the AUC of z, lowest first, for the fifth of the offers that are cheapest per GB of memory as recorded.
 */
async function permutedPrices(random: () => number): Promise<{ n: number; real: number; permuted: number }> {
  const bundled = await readBundledRates();
  const peers = cataloguePeers((await readRecorded()).flatMap(readCatalogue), rateTable(bundled.date, bundled.perEuro)).filter(
    ({ memoryMib }) => memoryMib !== null,
  );
  const perGb = (peer: Peer) => peer.perMonthUsd / ((peer.memoryMib ?? 1) / 1024);
  const cheap = new Set(
    peers
      .toSorted((a, b) => perGb(a) - perGb(b))
      .slice(0, Math.floor(peers.length / 5))
      .map(({ id }) => id),
  );
  const area = (some: readonly Peer[]) => {
    const market = createMarket(some);
    const placed = some.flatMap((peer) => {
      const { z } = market.position(peer);
      return z === null ? [] : [{ z: -z, isCheap: cheap.has(peer.id) }];
    });
    const zOf = (isCheap: boolean) => placed.filter((one) => one.isCheap === isCheap).map(({ z }) => z);
    return auc(zOf(true), zOf(false));
  };
  const groups = new Map<string, Peer[]>();
  for (const peer of peers) {
    const { family, dedicated, memoryMib, observedAt } = peer;
    const key = JSON.stringify([family, dedicated, Math.round(Math.log2(memoryMib ?? 1)), observedAt.slice(0, 4)]);
    groups.set(key, [...(groups.get(key) ?? []), peer]);
  }
  const dealt = [...groups.values()].flatMap((group) => {
    const prices = group.map(({ perMonthUsd }) => ({ perMonthUsd, at: random() })).toSorted((a, b) => a.at - b.at);
    return group.map((peer, index) => ({ ...peer, perMonthUsd: prices[index]?.perMonthUsd ?? peer.perMonthUsd }));
  });
  return { n: peers.length, real: area(peers), permuted: area(dealt) };
}
