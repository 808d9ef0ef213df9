/**
 * OVHcloud VPS: the public order catalogue of one subsidiary. Sizes stand in the products' words ("VPS 4 vCPU 8 GB RAM 75 GB
 * disk"), or as technical data where a plan has some; the digits of plan codes say something else and are not read.
 * https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/vps
 */
import type { Listing, Rejection } from '../../domain/listing.ts';
import type { SourceAdapter } from '../contract.ts';
import type { Item } from './json.ts';
import { configured, type OvhCatalogue, type OvhOffer, readOvhCatalogue, rejected } from './ovh-catalogue.ts';
import { campuses, datacentres, pricedPlan } from './ovh-plans.ts';
import { disksOf, memoryOf, portOf, type Technical } from './ovh-specs.ts';
import { type OvhSubsidiary, ovhManifest, ovhStart } from './ovh-subsidiary.ts';
import { asIs, type PageReadings, type PlanRead, readingsOf, sortPlans } from './readings.ts';
import { advertised, memory } from './size-text.ts';

/** The source of one subsidiary's VPS. */
export function ovhVps(subsidiary: OvhSubsidiary): SourceAdapter {
  const manifest = ovhManifest('vps', subsidiary);
  return {
    manifest,
    start: () => ovhStart('vps', subsidiary),
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
        findings: [...plans.findings, ...read.findings, ...findings],
        complete: plans.whole,
        covers: null,
      };
    },
  };
}

function readPlan(item: Item<OvhOffer>, catalogue: OvhCatalogue): PlanRead {
  const plan = item.value;
  const product = catalogue.product(item.page, plan.product);
  const words = product?.description ?? '';
  const rejection = notForSale(item, words);
  if (rejection) return { rejection };
  const priced = pricedPlan(item, catalogue);
  if (priced.rejection) return priced;
  const readings = readingsOf(item.page);
  const technical = plan.blobs?.technical ?? product?.blobs?.technical;
  const listing: Listing = {
    planKey: plan.planCode,
    name: readings.given('invoiceName', plan.invoiceName, asIs),
    words: { class: plan.blobs?.commercial?.range ?? '' },
    productType: readings.together('order/catalog/public/vps', 'vps'),
    ...sizesOf(words, technical, readings),
    ...featuresOf(plan, readings),
    guests: guestsOf(plan, readings),
    prices: priced.prices,
    ...datacentres(item, 'vps_datacenter'),
  };
  return { listing };
}

/**
 * What the list holds besides plans for new customers: options, which run in no datacentre of their own and name no vCPU, and
 * `<plan>-<new plan>-degressivity12`, by which customers of an old plan move to a new one.
 */
function notForSale(item: Item<OvhOffer>, words: string): Rejection | null {
  const code = item.value.planCode;
  if (/-(?:degressivity|upfront)\d+$/.test(code)) {
    return rejected(item, 'not-a-plan', 'planCode', `${code}: a way to move from an older plan, not for new customers`);
  }
  const isMachine = /vC(?:PU|ore)/i.test(words) || configured(item.value, 'vps_datacenter').length > 0;
  return isMachine ? null : rejected(item, 'not-a-plan', 'product', `${code}: an option, "${words}"`);
}

/** Sizes as technical data, else as the product's words say them. */
function sizesOf(words: string, technical: Technical | null | undefined, readings: PageReadings): Partial<Listing> {
  const found = (pattern: RegExp) => pattern.exec(words)?.groups;
  const stated = <T>(is: T) => readings.stated(words, is);
  const vcpu = found(/(?<count>\d+(?:\.\d+)?)\s*vC(?:PU|ore)s?\b/i);
  const ram = memory(found(/(?<size>\d+(?:\.\d+)?\s*[MGT]B)\s*RAM\b/i)?.size ?? '');
  const disk = found(/(?<size>\d+(?:\.\d+)?\s*[GT]B)\s*(?<type>NVMe|SSD)?\s*(?:disk|storage)\b/i);
  const size = advertised(disk?.size ?? '');
  const type = disk?.type?.toLowerCase() === 'nvme' ? 'nvme' : disk?.type ? 'ssd' : 'unknown';
  return {
    vcpu: readings.given('technical.cpu.cores', technical?.cpu?.cores, asIs) ?? (vcpu && stated(Number(vcpu.count))),
    memory: memoryOf(technical?.memory, readings) ?? (ram && stated(ram)),
    disks: disksOf([technical?.storage], readings) ?? (size && stated([{ size, count: 1, type }])),
    port: portOf(technical?.bandwidth, readings),
  };
}

/** What the plan's list of features says. "KVM" may mean the console as well as the hypervisor, hence the low confidence. */
function featuresOf(plan: OvhOffer, readings: PageReadings): Partial<Listing> {
  const features = plan.blobs?.commercial?.features ?? [];
  const said = (name: string) => {
    const value = features.find((feature) => feature.name === name)?.value;
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;
  };
  const [kvm, ddos, ipv4, ipv6] = ['KVM', 'Anti-DDoS', 'IPv4 Address', 'IPv6 Address'].map(said);
  return {
    technology: isYes(kvm)
      ? readings.inferred('ovh-kvm-feature', 'features: KVM = Yes', { value: 'kvm', confidence: 'low' })
      : undefined,
    ddos: readings.given('features: Anti-DDoS', ddos, (value) => isYes(value) || undefined),
    ipv4: readings.given('features: IPv4 Address', ipv4, (value) => (/^\d{1,4}$/.test(value) ? Number(value) : undefined)),
    hasIpv6: readings.given('features: IPv6 Address', ipv6, (value) => /^(?:\/\d{1,3}|\d+)$/.test(value) || undefined),
    ipv6Prefix: readings.given('features: IPv6 Address', ipv6, (value) => (/^\/\d{1,3}$/.test(value) ? value : undefined)),
  };
}

function isYes(value: string | null | undefined): boolean {
  return value?.toLowerCase() === 'yes';
}

/** Families of the systems that can be installed; what none of the words names stays out. */
function guestsOf(plan: OvhOffer, readings: PageReadings): Listing['guests'] {
  const systems = configured(plan, 'vps_os');
  const families = { linux: /linux|debian|ubuntu|fedora|centos|rocky|arch/i, windows: /windows/i, freebsd: /freebsd/i };
  const found = Object.entries(families).flatMap(([family, words]) => (systems.some((one) => words.test(one)) ? [family] : []));
  return found.length > 0 ? readings.inferred('ovh-vps-os', `vps_os = ${systems.join(', ')}`, found) : undefined;
}
