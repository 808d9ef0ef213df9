import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Provider } from '../domain/provider-facts.ts';
import type { Page, SourceAdapter } from '../scrapers/contract.ts';
import { type PagesRead, readPages } from '../scrapers/read-pages.ts';
import { adapterOf, SOURCES } from '../scrapers/registry.ts';
import { dropPrices, type Json, planRole, rawPlans } from './support/payloads.ts';
import { fixtureCases, plainReading } from './support/source-fixtures.ts';

const cases = fixtureCases();
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** What a source answers when it does not answer. */
const NO_PLANS = [
  ['empty bodies', ''],
  ['a captcha page', '<!doctype html><html><title>Just a moment...</title><body>Checking your browser</body></html>'],
  ['an error object', '{"errors":[{"reason":"Not found"}]}'],
  ['a null', 'null'],
] as const;
const PLAN_ID = /^[a-z0-9-]+:[A-Za-z0-9][A-Za-z0-9._+-]*$/;

describe('every source', () => {
  test('is registered once, under its own name, with fixtures where it is verified', () => {
    expect(new Set(SOURCES.map((adapter) => adapter.manifest.sourceId)).size).toBe(SOURCES.length);
    for (const adapter of SOURCES) {
      expect(adapterOf(adapter.manifest.sourceId)).toBe(adapter);
      // Of an unverified source on a known platform nobody has seen a page: the platform's own fixtures stand for it.
      const hasFixtures = cases.some((one) => one.adapter === adapter);
      expect([adapter.manifest.sourceId, hasFixtures || isUnverified(adapter)]).toEqual([adapter.manifest.sourceId, true]);
      expect(Object.values(adapter.manifest.roles).filter((role) => role.main)).toHaveLength(1);
    }
    expect(adapterOf('nobody')).toBeNull();
  });

  test.each(SOURCES)('$manifest.sourceId names the evidence for its address', ({ manifest: { evidence, verified, hosts } }) => {
    expect(new URL(evidence.url).protocol).toMatch(/^https?:$/);
    expect(evidence.said.length).toBeGreaterThan(20);
    expect(evidence.seen).toMatch(DATE);
    // A recording was read by somebody before we saw it.
    if (verified !== null) expect([verified, verified <= evidence.seen]).toEqual([expect.stringMatching(DATE), true]);
    expect(hosts.length).toBeGreaterThan(0);
    for (const host of hosts) expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
  });

  test.each(SOURCES)('$manifest.sourceId begins at pages of its own hosts and roles, each once', (adapter) => {
    const requests = adapter.start();
    for (const request of requests) {
      expect(adapter.manifest.hosts).toContain(new URL(request.url).host);
      expect(adapter.manifest.roles[request.role]?.perPlace).toBe(request.place !== undefined);
      expect(request.number).toBe(1);
    }
    expect(new Set(requests.map(({ url }) => url)).size).toBe(requests.length);
    expect(new Set(requests.map(({ role }) => role))).toEqual(new Set(Object.keys(adapter.manifest.roles)));
  });
});

describe.each(SOURCES.filter(isUnverified))('$manifest.sourceId, unverified', (adapter) => {
  test.each(NO_PLANS)('%s: nothing read, and said so', (_, body) => {
    const pages = adapter.start().map(({ role, place = null, number, url }) => ({ role, place, number, url, headers: {}, body }));
    expectNothing(readPages(adapter, pages, null));
  });

  test('no page at all is a finding', () => {
    expect(readPages(adapter, [], null)).toMatchObject({ complete: false, plans: [] });
    expect(readPages(adapter, [], null).findings.map(({ code }) => code)).toContain('missing-role');
  });
});

describe.each(cases)('$adapter.manifest.sourceId/$name', ({ adapter, golden, pages }) => {
  const read = (given: readonly Page[], provider: Provider | null = null) => readPages(adapter, given, provider);
  const { sourceId, providerId } = adapter.manifest;
  const role = planRole(sourceId);
  const changed = (change: (body: string, page: Page) => string) =>
    pages.map((page) => ({ ...page, body: change(page.body, page) }));
  const changedJson = (change: (body: Json) => void) =>
    changed((text) => {
      const body = JSON.parse(text);
      change(body);
      return JSON.stringify(body);
    });
  const whole = read(pages);

  test('reads the same twice, whatever the order of the pages', () => {
    expect(read(pages)).toEqual(whole);
    expect(
      read([...pages].reverse())
        .plans.map((plan) => plan.planId)
        .sort(),
    ).toEqual(whole.plans.map((plan) => plan.planId).sort());
  });

  test('is what was reviewed', () => {
    expect(plainReading(whole)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  test('every listing becomes an offer or a rejection', () => {
    const extraction = adapter.extract(pages);
    expect(whole.plans.length + whole.rejections.length).toBe(extraction.listings.length + extraction.rejections.length);
    expectNoneLost(
      pages.filter((page) => page.role === role),
      whole,
    );
  });

  test('ids are well formed and unique', () => {
    for (const plan of whole.plans) expect(plan.planId).toMatch(PLAN_ID);
    const offers = whole.plans.flatMap((plan) => plan.places.map((place) => place.offerId));
    expect(new Set(offers).size).toBe(offers.length);
    for (const offer of offers) expect(offer).toMatch(/@(?:-|[A-Za-z0-9][A-Za-z0-9._+-]*)$/);
  });

  test('every known field says where it comes from, provider facts too', () => {
    for (const plan of [...whole.plans, ...read(pages, providerOf(providerId)).plans]) {
      for (const field of knownFields(plan.spec))
        expect([plan.planKey, Object.keys(plan.provenance)]).toEqual([plan.planKey, expect.arrayContaining([field])]);
      expect(plan.provenance.prices?.said).toBeTruthy();
      for (const origin of Object.values(plan.provenance)) expect(origin.said).toBeTruthy();
    }
  });

  test.each(NO_PLANS)('%s: nothing read, and said so', (_, body) => {
    expectNothing(read(changed(() => body)));
  });

  test('a page cut in half is unreadable, not shorter', () => {
    const [first] = pages.filter((page) => page.role === role);
    const half = read(changed((body, page) => (page === first ? body.slice(0, body.length / 2) : body)));
    expect(half.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'unreadable-page', severity: 'hard' })]),
    );
    expect(half.plans.length).toBeLessThan(whole.plans.length);
    expect(half.covers === null ? half.complete : half.covers.includes(`${providerId}/${first?.place}`)).toBe(false);
  });

  test('without prices every plan is rejected for it', () => {
    const priceless = read(changedJson((body) => dropPrices(sourceId, body)));
    expect(priceless.plans).toEqual([]);
    // What is no plan at all, with its prices or without, stays what it was.
    const noPlans = new Set(whole.rejections.map(({ listing }) => listing.planKey));
    const plans = priceless.rejections.filter(({ listing }) => !noPlans.has(listing.planKey));
    expect(new Set(plans.map(({ code }) => code))).toEqual(new Set(['no-price']));
    expectNoneLost(
      pages.filter((page) => page.role === role),
      priceless,
    );
    expect(new Set(priceless.rejectedPlanIds)).toEqual(
      new Set([...whole.plans.map(({ planId }) => planId), ...whole.rejectedPlanIds]),
    );
  });

  test('an empty list is a finding', () => {
    const empty = read(changedJson((body) => emptyLists(body)));
    expect(empty.plans).toEqual([]);
    expect(empty.findings).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'empty', severity: 'hard' })]));
  });

  test('no page at all is a finding', () => {
    expect(read([]).findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'missing-role', severity: 'hard' })]),
    );
    expect(read([]).complete).toBe(false);
  });

  test('a page given twice is read once', () => {
    const twice = read([...pages, ...pages.map((page) => ({ ...page, number: page.number + 50 }))]);
    expect(twice.plans).toEqual(whole.plans);
    expect(twice.findings.some(({ code }) => code === 'skipped')).toBe(true);
  });

  test('whatever a field turns into, nothing is thrown and no plan is lost', () => {
    const plans = pages.filter((page) => page.role === role);
    const paths = plans.flatMap((page, index) => pathsOf(JSON.parse(page.body)).map((path) => ({ index, path })));
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.jsonValue(), fc.constantFrom('-1', '1e9', '12', -1, 1e300, '__proto__')),
        (at, value) => {
          const mutated = plans.map((page, index) =>
            index === at.index ? { ...page, body: withValueAt(page.body, at.path, value) } : page,
          );
          const result = read([...mutated, ...pages.filter((page) => page.role !== role)]);
          expectNoneLost(mutated, result);
        },
      ),
      { numRuns: 150 },
    );
  });

  /** Each plan of the payload is offered (in its place), or rejected; a page without a list is an unreadable page. */
  function expectNoneLost(given: readonly Page[], result: PagesRead): void {
    const offered = new Set(
      result.plans.flatMap((plan) => plan.places.map((place) => `${plan.planKey} ${place.location?.id ?? ''}`)),
    );
    const keys = new Set(result.plans.map((plan) => plan.planKey));
    const rejected = result.rejections.map(({ listing }) => listing.planKey);
    for (const page of given) {
      const raw = rawPlans(sourceId, page);
      if (raw.length === 0) expect(result.findings.length).toBeGreaterThan(0);
      for (const { key } of raw) {
        const isOffered = page.place === null ? keys.has(key ?? '') : offered.has(`${key} ${providerId}/${page.place}`);
        expect([key, isOffered || rejected.includes(key)]).toEqual([key, true]);
      }
    }
  }
});

function isUnverified({ manifest }: SourceAdapter): boolean {
  return manifest.verified === null;
}

function expectNothing(nothing: PagesRead): void {
  expect(nothing.plans).toEqual([]);
  expect(nothing.complete).toBe(false);
  expect(nothing.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['unreadable-page', 'empty']));
  expect(nothing.findings.some(({ severity }) => severity === 'hard')).toBe(true);
}

function knownFields(spec: Json, prefix = ''): string[] {
  return Object.entries(spec).flatMap(([name, value]: [string, Json]) => {
    const path = `${prefix}${name}`;
    if (value === null || value === 'unknown' || ['cpu.said', 'storage.disks', 'network.unmetered'].includes(path)) return [];
    if (path === 'technology') return value.value === 'unknown' ? [] : [path];
    return ['cpu', 'memory', 'storage', 'network'].includes(path) ? knownFields(value, `${path}.`) : [path];
  });
}

function providerOf(id: string): Provider {
  const cited = { when: {}, said: 'All plans are KVM with shared cores.', url: 'https://example.com/facts' };
  return {
    id,
    name: id,
    country: null,
    website: 'https://example.com',
    founded: null,
    sources: [],
    facts: [
      { field: 'technology', value: 'kvm', confidence: 'high', ...cited },
      { field: 'cpu.resourceModel', value: 'shared', ...cited },
      { field: 'storage.type', value: 'nvme', ...cited },
      { field: 'network.ipv4', value: 1, ...cited },
    ],
  };
}

function emptyLists(body: Json): void {
  for (const key of Object.keys(body)) {
    if (key !== 'meta' && typeof body[key] === 'object') body[key] = Array.isArray(body[key]) ? [] : {};
  }
}

function pathsOf(value: Json, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  return [...(path.length > 0 ? [path] : []), ...Object.keys(value).flatMap((key) => pathsOf(value[key], [...path, key]))];
}

function withValueAt(text: string, path: readonly string[], value: unknown): string {
  const body: Json = JSON.parse(text);
  const parent = path.slice(0, -1).reduce((inner, key) => inner[key], body);
  parent[path.at(-1) ?? ''] = value;
  return JSON.stringify(body);
}
