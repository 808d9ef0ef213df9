/** Pages read as a source of them would be, and what came of it in the few words that fixtures are written in. */
import { formatMicros } from '../../../domain/money.ts';
import type { PlanOffers, Price } from '../../../domain/offer.ts';
import { pageAdapter } from '../../../scrapers/pages/page-adapter.ts';
import { type PagesRead, readPages } from '../../../scrapers/read-pages.ts';

const ADDRESS = 'https://example.com/vps';

/** Adapter of a made-up plan page. */
export const examplePage = pageAdapter({
  sourceId: 'example-page',
  providerId: 'example',
  title: 'Example plans',
  documentation: ADDRESS,
  pages: { plans: { url: ADDRESS, holds: 'plans' } },
  evidence: { url: ADDRESS, said: 'made up', seen: '2026-11-26' },
  verified: null,
  conventions: { currency: 'USD', taxIncluded: null },
});

/** Reads a page to the end: offers, rejections, findings. */
export function readHtml(html: string): PagesRead {
  const page = { role: 'plans', place: null, number: 1, url: ADDRESS, headers: {}, body: html };
  return readPages(examplePage, [page], null);
}

function priceOf(price: Price): Record<string, unknown> {
  return {
    amount: formatMicros(price.micros),
    currency: price.currency,
    termMonths: price.termMonths,
    phase: price.phase,
    setupFee: price.setupFeeMicros === null ? null : formatMicros(price.setupFeeMicros),
    renewal: price.renewalMicros === null ? null : formatMicros(price.renewalMicros),
    taxIncluded: price.taxIncluded,
  };
}

/** A plan in the words of the fixtures. */
export function summaryOf(plan: PlanOffers): Record<string, unknown> {
  const { spec, places } = plan;
  const { network, storage, technology } = spec;
  return {
    name: plan.name,
    key: plan.planKey,
    url: plan.url,
    technology: technology.value,
    vcpu: spec.cpu.vcpu,
    memoryMiB: spec.memory.mib,
    diskGB: storage.gb,
    diskType: storage.type,
    transferGB: network.unmetered ? 'unmetered' : network.transferGb,
    portMbps: network.portMbps,
    ipv4: network.ipv4,
    locations: places.flatMap(({ location }) => location?.city ?? location?.name ?? []),
    stock: places[0]?.availability.state ?? 'unknown',
    prices: (places[0]?.prices ?? []).map(priceOf),
  };
}
