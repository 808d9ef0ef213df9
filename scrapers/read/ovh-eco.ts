/**
 * OVHcloud Eco (Kimsufi, So you Start, Rise): dedicated servers, in the public order catalogue of one subsidiary. A server is
 * sold with one option for memory, storage and bandwidth each; what is advertised is the plan with the default of each.
 * https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/eco
 */
import type { Listing } from '../../domain/listing.ts';
import type { SourceAdapter } from '../contract.ts';
import type { Item } from './json.ts';
import { type OvhCatalogue, type OvhOffer, readOvhCatalogue } from './ovh-catalogue.ts';
import { type ChosenOption, campuses, datacentres, pricedPlan } from './ovh-plans.ts';
import { disksOf, frequencyOf, memoryOf, portOf, type Technical } from './ovh-specs.ts';
import { type OvhSubsidiary, ovhManifest, ovhStart } from './ovh-subsidiary.ts';
import { asIs, type PageReadings, type PlanRead, readingsOf, sortPlans } from './readings.ts';

/** The source of one subsidiary's Eco dedicated servers. */
export function ovhEco(subsidiary: OvhSubsidiary): SourceAdapter {
  const manifest = ovhManifest('eco', subsidiary);
  return {
    manifest,
    start: () => ovhStart('eco', subsidiary),
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
}

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
