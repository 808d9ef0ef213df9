/** What an assessment looks at, from a row or an offer and what is known around it. */
import { type CostOption, costOptions } from '../comparable.ts';
import type { RateTable } from '../exchange-rates.ts';
import type { Market, Placed } from '../market/market.ts';
import { familyOf, isDedicated, regularPerMonthUsd } from '../market/peer.ts';
import type { MarketPosition } from '../market/position.ts';
import type { Origin, PlanSpec } from '../plan.ts';
import { type PriceJson, priceFromJson } from '../price-json.ts';
import { type PlanResources, resourcesOf } from '../resource-model/resource-model.ts';
import { regionOf } from '../search-facts.ts';
import type { RiskInput, SaidText } from './assess-input.ts';
import { type CostRates, costFloor } from './cost-floor.ts';

/** The plan and where it is sold, as rows have it. */
export interface AssessedPlan extends Omit<PlanSpec, 'gpu' | 'guests' | 'managed' | 'statedCapabilities'> {
  /** Id of the row in the market; null: it is not of the market. */
  readonly id: string | null;
  readonly name: string | null;
  readonly provider: { readonly id: string; readonly name: string };
  readonly locations: readonly { readonly country: string | null }[];
  readonly prices: readonly PriceJson[];
  readonly provenance: Readonly<Record<string, Pick<Origin, 'how' | 'said' | 'url'> | undefined>>;
  /** Sentences about the plan beside its fields. */
  readonly words: readonly SaidText[];
  /** ISO time; null: of now. */
  readonly observedAt: string | null;
}

/** What is known around plans. */
export interface Surroundings extends Pick<RiskInput, 'terms' | 'provider' | 'reports' | 'measurements' | 'referenceOf' | 'now'> {
  readonly market: Market;
  readonly costRates: readonly CostRates[];
  readonly rates: RateTable;
}

/** Everything an assessment needs, and what it was placed by. */
export interface Assessable {
  readonly input: RiskInput;
  readonly resources: PlanResources;
  readonly market: MarketPosition | null;
}

/** What a plan is compared by in the market: its resource model and its price. `now`: ISO time for plans without a time of their own. */
export function placePlan(plan: AssessedPlan, rates: RateTable, now: string) {
  const resources = resourcesOf({
    spec: plan,
    origins: plan.provenance,
    name: plan.name,
    vendor: `${plan.provider.id} ${plan.provider.name}`,
    words: [...plan.words, ...wordsOfFields(plan)],
  });
  const options = costOptions(plan.prices.map(priceFromJson));
  const price = regularPerMonthUsd(options, rates);
  const storagePlan = isStoragePlan(plan);
  const placed = price === null ? null : placedOf(plan, resources, price.usd, now, storagePlan);
  return { resources, options, price, storagePlan, placed };
}

/** Prepares a plan for `assess`. */
export function assessable(plan: AssessedPlan, around: Surroundings): Assessable {
  const { resources, options, price, storagePlan, placed } = placePlan(plan, around.rates, around.now);
  const market = placed === null ? null : around.market.position(placed);
  const observedAt = plan.observedAt;
  const { technology, network, cpu, memory, storage } = plan;
  const input: RiskInput = {
    technology: {
      value: technology.value,
      said: technology.evidence[0]?.said ?? null,
      url: technology.evidence[0]?.url ?? null,
    },
    natIpv4: network.natIpv4,
    resources,
    vcpu: cpu.vcpu,
    memoryMib: memory.mib,
    storageGb: storage.gb,
    storageType: storage.type,
    storagePlan,
    unmetered: network.unmetered,
    portMbps: network.portMbps,
    shortestTermMonths: shortestTerm(options, plan.prices),
    perMonthUsd: price?.usd ?? null,
    market,
    floor: floorOf(plan, resources, price, around, observedAt),
    words: plan.words,
    terms: around.terms,
    provider: around.provider,
    reports: around.reports,
    measurements: around.measurements,
    referenceOf: around.referenceOf,
    observedAt,
    now: around.now,
  };
  return { input, resources, market };
}

function wordsOfFields(plan: AssessedPlan): SaidText[] {
  const { cpu, provenance } = plan;
  const text = cpu.resourceModel === 'unknown' ? cpu.said : null;
  return text === null ? [] : [{ text, url: provenance['cpu.resourceModel']?.url ?? null }];
}

function isStoragePlan({ productType, storage, memory }: AssessedPlan): boolean {
  if (productType === 'storage-vps' || storage.type === 'hdd') return true;
  return storage.gb !== null && memory.mib !== null && memory.mib > 0 && storage.gb / (memory.mib / 1024) > 250;
}

function placedOf(plan: AssessedPlan, { cpu }: PlanResources, perMonthUsd: number, now: string, storagePlan: boolean): Placed {
  const countries = plan.locations.flatMap(({ country }) => (country === null ? [] : [country]));
  const regions = [...new Set(countries.map(regionOf).filter((region) => region !== null))].toSorted();
  return {
    id: plan.id,
    family: familyOf(plan.technology.value),
    dedicated: isDedicated(cpu.model),
    regions,
    memoryMib: plan.memory.mib,
    vcpu: plan.cpu.vcpu,
    storageGb: plan.storage.gb,
    perMonthUsd,
    observedAt: plan.observedAt ?? now,
    emphasis: storagePlan ? 'disk' : 'memory',
  };
}

function shortestTerm(options: readonly CostOption[], prices: readonly PriceJson[]): number | null {
  if (options.length === 0 || prices.some(({ hourly }) => hourly)) return null;
  return Math.min(...options.map(({ termMonths }) => termMonths));
}

function floorOf(
  plan: AssessedPlan,
  { cpu }: PlanResources,
  price: ReturnType<typeof regularPerMonthUsd>,
  { costRates, now }: Surroundings,
  observedAt: string | null,
) {
  // A whole machine, or a card, is not what the floor is summed over.
  if (price === null || plan.productType === 'dedicated' || plan.technology.value === 'none' || plan.productType === 'gpu')
    return null;
  return costFloor(
    {
      memoryMib: plan.memory.mib,
      storageGb: plan.storage.gb,
      storageType: plan.storage.type,
      vcpu: plan.cpu.vcpu,
      dedicatedCpu: cpu.model === 'dedicated',
      ipv4: plan.network.ipv4,
      perMonthUsd: price.usd,
      termMonths: price.termMonths,
    },
    costRates,
    observedAt ?? now,
  );
}
