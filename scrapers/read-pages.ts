/** Pages of one run in, plans with their offers out: extract, normalize, and no plan key twice. */
import { canonicalJson, idPart, planIdOf } from '../domain/identity.ts';
import type { Finding, Rejection } from '../domain/listing.ts';
import { type NormalizeContext, normalizeListing } from '../domain/normalize.ts';
import type { PlanOffers } from '../domain/offer.ts';
import type { Provider } from '../domain/provider-facts.ts';
import { storable } from '../domain/storable.ts';
import { type Extraction, type Page, pageKey, type SourceAdapter } from './contract.ts';

/** What the pages of one run came to. */
export interface PagesRead {
  readonly plans: readonly PlanOffers[];
  readonly rejections: readonly Rejection[];
  readonly findings: readonly Finding[];
  /** True when the pages held every plan of the locations in `covers`, and every plan that was rejected is known by its key. */
  readonly complete: boolean;
  /** Location ids ("scaleway/fr-par-1") that a complete reading speaks for; null: everywhere. */
  readonly covers: readonly string[] | null;
  /** Posts of a feed that a complete reading speaks for ("leb:184882"); absent: no feed. */
  readonly posts?: readonly string[];
  /** Plans that the source still lists but that were rejected: not gone, so never withdrawn for this run. */
  readonly rejectedPlanIds: readonly string[];
}

/** Reads pages with the curated facts of their provider, or without any. Pure: the same pages, the same result. */
export function readPages(adapter: SourceAdapter, pages: readonly Page[], provider: Provider | null): PagesRead {
  const { sourceId, providerId, conventions } = adapter.manifest;
  const extraction = adapter.extract(pages);
  const urls = new Map(pages.map((page) => [pageKey(page), page.url]));
  const context: NormalizeContext = {
    sourceId,
    providerId,
    website: provider?.website ?? null,
    conventions,
    facts: provider?.facts ?? [],
    locations: new Map(extraction.locations.map((location) => [location.key, location])),
    pageUrl: (page) => urls.get(page) || null,
  };
  const { plans, rejections } = withoutTwins(normalizeAll(extraction, context));
  const keys = rejections.map((rejection) => rejection.listing.planKey);
  return storable({
    plans,
    rejections,
    findings: extraction.listings.length > 0 ? extraction.findings : [...extraction.findings, emptyFinding(rejections.length)],
    complete: extraction.complete && !keys.includes(null),
    ...(extraction.posts ? { posts: extraction.posts.map((post) => planIdOf(sourceId, post)) } : {}),
    covers: extraction.covers?.map((key) => `${providerId}/${idPart(key)}`) ?? null,
    rejectedPlanIds: [...new Set(keys.flatMap((key) => (key === null ? [] : [planIdOf(sourceId, key)])))],
  });
}

function normalizeAll(extraction: Extraction, context: NormalizeContext): { plans: PlanOffers[]; rejections: Rejection[] } {
  const plans: PlanOffers[] = [];
  const rejections: Rejection[] = [...extraction.rejections];
  for (const listing of extraction.listings) {
    const read = normalizeListing(listing, context);
    if (read.ok) plans.push(read.plan);
    else rejections.push(read.rejection);
  }
  return { plans, rejections };
}

/** A plan listed twice word for word is one plan; listed twice differently, nobody knows which is right. */
function withoutTwins(read: { plans: readonly PlanOffers[]; rejections: readonly Rejection[] }) {
  const byId = new Map<string, PlanOffers[]>();
  for (const plan of read.plans) byId.set(plan.planId, [...(byId.get(plan.planId) ?? []), plan]);
  const plans: PlanOffers[] = [];
  const rejections = [...read.rejections];
  for (const [first, ...others] of byId.values()) {
    if (!first) continue;
    if (others.every((other) => contentOf(other) === contentOf(first))) plans.push(first);
    else rejections.push(...[first, ...others].map(twinRejection));
  }
  return { plans, rejections };
}

/** Everything but where it was read: the same plan on two pages is the same plan. */
function contentOf({ provenance: _, ...plan }: PlanOffers): string {
  return canonicalJson(plan);
}

function twinRejection(plan: PlanOffers): Rejection {
  const planKey = plan.planKey ?? plan.planId.slice(plan.sourceId.length + 1);
  const said = `${planKey} on ${plan.provenance.prices?.page ?? 'a page'}, listed again with other values`;
  return { code: 'duplicate-key', field: 'planKey', said, listing: { planKey, name: plan.name } };
}

function emptyFinding(rejected: number): Finding {
  const message = rejected > 0 ? `none of ${rejected} plans could be read` : 'no plan on any page';
  return { code: 'empty', severity: 'hard', message };
}
