/** Adapters of plan pages and carts, from data: a provider's page is a dozen lines. */
import type { Extraction, Page, PageRequest, SourceAdapter, SourceKind, SourceManifest } from '../contract.ts';
import { pageKey } from '../contract.ts';
import { PLATFORMS } from './known-platforms.ts';
import { type PlanPageRead, readPlanPage } from './read-plan-page.ts';

/** A provider's plan pages. */
export interface PageSource
  extends Pick<
    SourceManifest,
    'sourceId' | 'providerId' | 'title' | 'evidence' | 'verified' | 'conventions' | 'rendering' | 'retired' | 'documentation'
  > {
  /** Default `page`. */
  readonly kind?: Extract<SourceKind, 'page' | 'cart'>;
  /** Default daily. */
  readonly cadence?: SourceManifest['cadence'];
  /** Pages by role name: where each stands, and what it holds. */
  readonly pages: Readonly<Record<string, { readonly url: string; readonly holds: string; readonly shared?: readonly string[] }>>;
  /** Hosts of scripts and data besides those of the pages. */
  readonly hosts?: readonly string[];
  /** Platform that the pages are read as; absent: recognised. */
  readonly platform?: string;
  /** Raised with every change of the reader's results for this source; default 1. */
  readonly readerVersion?: number;
}

/** Makes the adapter of a provider's plan pages. A run is complete when every page was got whole. */
export function pageAdapter(source: PageSource): SourceAdapter {
  const roles = Object.entries(source.pages);
  const { sourceId, providerId, title, evidence, verified, conventions, rendering, retired, documentation } = source;
  const manifest: SourceManifest = {
    sourceId,
    providerId,
    kind: source.kind ?? 'page',
    title,
    documentation,
    hosts: [...new Set([...roles.map(([, { url }]) => new URL(url).hostname), ...(source.hosts ?? [])])],
    cadence: source.cadence ?? 'daily',
    credential: null,
    ...(rendering ? { rendering } : {}),
    ...(retired === undefined ? {} : { retired }),
    evidence,
    verified,
    conventions,
    readerVersion: source.readerVersion ?? 1,
    roles: Object.fromEntries(roles.map(([role, { holds }]) => [role, { holds, perPlace: false, main: true }])),
  };
  return {
    manifest,
    start: (): PageRequest[] => roles.map(([role, { url }]) => ({ role, url, number: 1 })),
    next: () => [],
    extract: (pages) => extract(source, pages),
  };
}

function extract(source: PageSource, pages: readonly Page[]): Extraction {
  const known = pages.filter(({ role }) => Object.hasOwn(source.pages, role));
  const reads = known.map(
    (page): PlanPageRead =>
      readPlanPage(page.body, {
        key: pageKey(page),
        url: page.url,
        platforms: PLATFORMS,
        platform: source.platform ?? null,
        currency: source.conventions.currency,
        shared: source.pages[page.role]?.shared ?? [],
      }),
  );
  const missing = Object.keys(source.pages).filter((role) => !known.some((page) => page.role === role));
  return {
    listings: reads.flatMap(({ listings }) => listings),
    locations: [...new Map(reads.flatMap(({ locations }) => locations).map((location) => [location.key, location])).values()],
    rejections: reads.flatMap(({ rejections }) => rejections),
    findings: [
      ...missing.map((role) => ({
        code: 'missing-role' as const,
        severity: 'soft' as const,
        message: `page ${role} is missing`,
      })),
      ...reads.flatMap(({ findings }) => findings),
    ],
    complete: missing.length === 0 && reads.every(({ whole }) => whole),
    covers: null,
  };
}
