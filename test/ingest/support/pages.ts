/** Small recorded pages in the shapes of the real sources, from a few words about what is sold. */
import { addressOf, type Page, type SourceAdapter } from '../../../scrapers/contract.ts';
import { linode } from '../../../scrapers/sources/linode.ts';
import { scaleway } from '../../../scrapers/sources/scaleway.ts';
import { vultr } from '../../../scrapers/sources/vultr.ts';

function pageOf(adapter: SourceAdapter, role: string, body: unknown, place: string | null = null): Page {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { role, place, number: 1, url: addressOf(adapter, role, place), headers: {}, body: text };
}

/** A Linode type; `at`: prices of its own by region. Sizes follow from `gib`. */
export interface LinodePlan {
  readonly id: string;
  readonly monthly: number;
  readonly gib?: number;
  readonly at?: Readonly<Record<string, number>>;
}

/** Regions of Linode with their labels and countries. */
export const LINODE_REGIONS: Readonly<Record<string, readonly [string, string]>> = {
  'us-east': ['Newark, NJ', 'us'],
  'eu-central': ['Frankfurt, DE', 'de'],
  'ap-south': ['Singapore, SG', 'sg'],
};

/** Twelve types of rising sizes at 5, 10, 15 … dollars: a shop of common size for the plausibility gate. */
export const LINODE_PLANS: readonly LinodePlan[] = Array.from({ length: 12 }, (_, index) => ({
  id: `g6-standard-${index + 1}`,
  monthly: 5 * (index + 1),
  gib: index + 1,
}));

/** Pages of Linode. */
export function linodePages(plans: readonly LinodePlan[] = LINODE_PLANS, regions = Object.keys(LINODE_REGIONS)): Page[] {
  const price = (monthly: number) => ({ monthly, hourly: Number((monthly / 672).toFixed(5)) });
  const types = plans.map(({ id, monthly, gib = 1, at = {} }) => ({
    id,
    label: `Linode ${gib}GB`,
    class: 'standard',
    memory: gib * 1024,
    disk: gib * 25600,
    transfer: gib * 1000,
    vcpus: gib,
    gpus: 0,
    network_out: 1000,
    price: price(monthly),
    region_prices: Object.entries(at).map(([region, own]) => ({ id: region, ...price(own) })),
  }));
  const places = regions.map((id) => {
    const [label, country] = LINODE_REGIONS[id] ?? [id, null];
    return { id, label, country, capabilities: ['Linodes'], site_type: 'core' };
  });
  const list = (data: readonly unknown[]) => ({ data, page: 1, pages: 1, results: data.length });
  return [pageOf(linode, 'types', list(types)), pageOf(linode, 'regions', list(places))];
}

/** The twelve types, some of them at other prices, without those that are null. */
export function linodeWith(changes: Readonly<Record<string, number | null>>): Page[] {
  return linodePages(
    LINODE_PLANS.flatMap((plan) => {
      const monthly = changes[plan.id];
      return monthly === null ? [] : [{ ...plan, monthly: monthly ?? plan.monthly }];
    }),
  );
}

/** Stock words of Scaleway by zone and type: `{ 'fr-par-1': { 'DEV1-S': 'available' } }`. A zone that is null has no pages. */
export type ScalewayStock = Readonly<Record<string, Readonly<Record<string, string>> | null>>;

/** Pages of Scaleway: every type costs its monthly price of the table in every zone. */
export function scalewayPages(stock: ScalewayStock, monthly: Readonly<Record<string, number>>): Page[] {
  return Object.entries(stock).flatMap(([zone, types]) => {
    if (types === null) return [];
    const servers = Object.keys(types).map((key) => [key, scalewayServer(monthly[key] ?? 10)]);
    const words = Object.entries(types).map(([key, availability]) => [key, { availability }]);
    return [
      pageOf(scaleway, 'servers', { servers: Object.fromEntries(servers) }, zone),
      pageOf(scaleway, 'availability', { servers: Object.fromEntries(words) }, zone),
    ];
  });
}

function scalewayServer(monthly: number): unknown {
  return {
    arch: 'x86_64',
    ncpus: 2,
    ram: 2 * 1024 ** 3,
    gpu: 0,
    volumes_constraint: { min_size: 0, max_size: 0 },
    monthly_price: monthly,
    hourly_price: Number((monthly / 730).toFixed(4)),
    network: { ipv6_support: true, sum_internet_bandwidth: 200_000_000 },
    end_of_service: false,
  };
}

/** Pages of Vultr: plan → location keys, all at five dollars. Without `cities` the page of regions is missing. */
export function vultrPages(
  plans: Readonly<Record<string, readonly string[]>>,
  cities?: Readonly<Record<string, readonly [string, string]>>,
): Page[] {
  const list = Object.entries(plans).map(([id, locations]) => ({
    id,
    type: 'vc2',
    vcpu_count: 1,
    ram: 1024,
    disk: 25,
    disk_count: 1,
    bandwidth: 1024,
    monthly_cost: 5,
    locations,
  }));
  const regions = Object.entries(cities ?? {}).map(([id, [city, country]]) => ({ id, city, country }));
  const meta = (total: number) => ({ total, links: { next: '', prev: '' } });
  return [
    pageOf(vultr, 'plans', { plans: list, meta: meta(list.length) }),
    ...(cities ? [pageOf(vultr, 'regions', { regions, meta: meta(regions.length) })] : []),
  ];
}

/** The pages with another body for one role. */
export function withBody(pages: readonly Page[], role: string, body: string): Page[] {
  return pages.map((page) => (page.role === role ? { ...page, body } : page));
}
