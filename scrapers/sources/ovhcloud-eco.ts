/**
 * OVHcloud Eco (Kimsufi, So you Start, Rise): dedicated servers, in the public order catalogue of one subsidiary. A server is
 * sold with one option for memory, storage and bandwidth each; what is advertised is the plan with the default of each.
 * https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/eco
 */
import type { Listing } from '../../domain/listing.ts';
import type { SourceAdapter, SourceManifest } from '../contract.ts';
import type { Item } from '../read/json.ts';
import { CATALOGUE_ROLE, type OvhCatalogue, type OvhOffer, readOvhCatalogue } from '../read/ovh-catalogue.ts';
import { type ChosenOption, campuses, datacentres, pricedPlan } from '../read/ovh-plans.ts';
import { disksOf, frequencyOf, memoryOf, portOf, type Technical } from '../read/ovh-specs.ts';
import { asIs, type PageReadings, type PlanRead, readingsOf, sortPlans } from '../read/readings.ts';

const manifest: SourceManifest = {
  sourceId: 'ovhcloud-eco',
  providerId: 'ovhcloud',
  kind: 'provider-api',
  title: 'OVHcloud order catalogue: Eco dedicated servers, French subsidiary',
  documentation: 'https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/eco',
  hosts: ['eu.api.ovh.com'],
  cadence: 'daily',
  credential: null,
  evidence: {
    url: 'https://github.com/y8/ovh-catalog-archive/blob/5fdeb1eeac87a5c1d39074cd4d867b6195679103/eco/US.json',
    said: 'a recorded answer of the same catalogue of the US subsidiary, 2024-09-30; the archive holds the French one as well',
    seen: '2026-11-26',
  },
  verified: '2024-09-30',
  // Each price has its tax beside it (`price`, `tax`); the currency of a subsidiary stands in the catalogue.
  conventions: { currency: 'EUR', taxIncluded: false },
  readerVersion: 1,
  roles: { [CATALOGUE_ROLE]: { holds: 'plans with prices, options and products', perPlace: false, main: true } },
};

/** Adapter of the source. */
export const ovhcloudEco: SourceAdapter = {
  manifest,
  start: () => [{ role: CATALOGUE_ROLE, number: 1, url: 'https://eu.api.ovh.com/v1/order/catalog/public/eco?ovhSubsidiary=FR' }],
  next: () => [],
  extract: (pages) => {
    const catalogue = readOvhCatalogue(pages, manifest);
    const { plans } = catalogue;
    const read = sortPlans(plans.items.map((item) => readPlan(item, catalogue)));
    const { locations, findings } = campuses(read.listings);
    return {
      listings: read.listings,
      locations,
      rejections: [...plans.rejections, ...read.rejections],
      findings: [...plans.findings, ...findings],
      complete: plans.whole,
      covers: null,
    };
  },
};

/** The catalogue holds nothing else. */
const LINE = 'order/catalog/public/eco: dedicated servers';

function readPlan(item: Item<OvhOffer>, catalogue: OvhCatalogue): PlanRead {
  const priced = pricedPlan(item, catalogue);
  if (priced.rejection) return priced;
  const plan = item.value;
  const server = catalogue.product(item.page, plan.product)?.blobs?.technical?.server;
  const readings = readingsOf(item.page);
  const { inferred, together } = readings;
  const listing: Listing = {
    planKey: plan.planCode,
    name: readings.given('invoiceName', plan.invoiceName, asIs),
    words: { class: plan.planCode.replace(/-(?:ca|eu|us|apac)$/, '') },
    productType: together(LINE, 'dedicated'),
    technology: together(LINE, { value: 'none', confidence: 'high' }),
    cpuResourceModel: inferred('whole-machine', 'a dedicated server', 'dedicated'),
    memoryResourceModel: inferred('whole-machine', 'a dedicated server', 'dedicated'),
    ddos: readings.given(
      'technical.server.services.antiddos',
      server?.services?.antiddos,
      (word) => word !== 'none' || undefined,
    ),
    ...cpuOf(server?.cpu, readings),
    ...optionsOf(priced.options, readings),
    prices: priced.prices,
    ...datacentres(item, 'dedicated_datacenter'),
  };
  return { listing };
}

/** The chip and its hardware threads, which are what the servers' cores are counted in beside those of virtual ones. */
function cpuOf(cpu: Technical['cpu'], readings: PageReadings): Partial<Listing> {
  const chips = cpu?.number ?? 1;
  const said = `technical.server.cpu.threads = ${cpu?.threads}, number = ${cpu?.number}`;
  const model = [cpu?.brand, cpu?.model].filter(Boolean).join(' ');
  return {
    vcpu: cpu?.threads ? readings.together(said, cpu.threads * chips) : undefined,
    cpuModel: model ? readings.together(`technical.server.cpu: ${model}`, model) : undefined,
    frequencyMhz: frequencyOf(cpu, readings),
  };
}

/** What the chosen options put into the server. A public line without a limit says "unmetered" in its name. */
function optionsOf(options: readonly ChosenOption[], readings: PageReadings): Partial<Listing> {
  const of = (family: string) => options.find((option) => option.family === family);
  const technical = (family: string) => of(family)?.product?.blobs?.technical;
  const line = of('bandwidth');
  const words = line?.product?.description ?? line?.offer.invoiceName ?? '';
  return {
    memory: memoryOf(technical('memory')?.memory, readings),
    disks: disksOf([technical('system-storage')?.storage, technical('storage')?.storage], readings),
    port: portOf(technical('bandwidth')?.bandwidth, readings),
    transfer: /\bunmetered\b/i.test(words) ? readings.stated(words, 'unmetered') : undefined,
  };
}
