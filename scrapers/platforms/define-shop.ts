/** A provider's shop on a known platform as a source: a dozen lines of data make its adapter. */
import type { Finding, ListedLocation, Listing } from '../../domain/listing.ts';
import type { Extraction, Page, PageRequest, SourceAdapter, SourceManifest } from '../contract.ts';
import { pageKey } from '../contract.ts';
import { loadPage } from '../html/load-page.ts';
import { missingRole } from '../read/list.ts';
import { sortPlans } from '../read/readings.ts';
import { locationNamed } from '../text/locations.ts';
import type { DataPlatform } from './data-platform.ts';
import type { Platform } from './platform.ts';
import { readShopPage } from './read-shop-page.ts';
import type { ShopRead } from './shop-page.ts';

/** Role of the pages of a shop; each product group is a place of it. */
const ROLE = 'group';
/** Raised with every change of what the platforms' readers yield, so that unchanged pages are read again. */
const READER_VERSION = 1;

/** What there is to say of a shop. */
export interface Shop extends Pick<SourceManifest, 'sourceId' | 'providerId' | 'title' | 'evidence' | 'verified' | 'rendering'> {
  readonly platform: Platform | DataPlatform;
  /** Addresses of its product groups, by a short name of each. */
  readonly groups: Readonly<Record<string, string>>;
  /** Also read the groups that these pages link to and whose names match: for shops that open and close groups. */
  readonly follow?: RegExp;
  /** ISO 4217 of prices whose sign does not tell. */
  readonly currency: string;
  /** Default null: the shop does not say. */
  readonly taxIncluded?: boolean | null;
  /** Default daily. */
  readonly cadence?: SourceManifest['cadence'];
  /** Page for people; default the first group. */
  readonly documentation?: string;
  /** Raised when the data of this shop change what is read; default 0. */
  readonly revision?: number;
}

/** Makes the adapter of a shop. A run is complete when every group was got whole. */
export function defineShop(shop: Shop): SourceAdapter {
  const { sourceId, providerId, title, evidence, verified, rendering, platform } = shop;
  const groups = Object.entries(shop.groups);
  const [first] = groups;
  const manifest: SourceManifest = {
    sourceId,
    providerId,
    kind: platform.id === 'offers-feed' ? 'feed' : 'cart',
    title,
    documentation: shop.documentation ?? first?.[1] ?? evidence.url,
    hosts: [...new Set(groups.map(([, url]) => new URL(url).host))],
    cadence: shop.cadence ?? 'daily',
    credential: null,
    ...(rendering ? { rendering } : {}),
    evidence,
    verified,
    conventions: { currency: shop.currency, taxIncluded: shop.taxIncluded ?? null },
    readerVersion: READER_VERSION + (shop.revision ?? 0),
    roles: { [ROLE]: { holds: `a product group of the shop, on ${platform.title}`, perPlace: true, main: true } },
  };
  return {
    manifest,
    start: () => groups.map(([place, url]): PageRequest => ({ role: ROLE, place, number: 1, url })),
    next: (page) => followed(shop, manifest.hosts, page),
    extract: (pages) => extract(shop, manifest, pages),
  };
}

/** Groups that a page links to, that the shop's data do not name, and that its pattern asks for. */
function followed({ platform, follow, groups }: Shop, hosts: readonly string[], page: Page): PageRequest[] {
  if (follow === undefined || platform.reads === 'data' || platform.groups === undefined) return [];
  const loaded = loadPage(page.body, page.url);
  if (!loaded.ok) return [];
  const known = new Set([...Object.keys(groups), ...Object.values(groups)]);
  return platform
    .groups(loaded.page)
    .filter(({ key, url, name }) => !known.has(key) && !known.has(url) && follow.test(name) && hosts.includes(new URL(url).host))
    .map(({ key, url }) => ({ role: ROLE, place: key, number: 1, url }));
}

function extract(shop: Shop, manifest: SourceManifest, pages: readonly Page[]): Extraction {
  const own = pages.filter(({ role }) => role === ROLE);
  const reads = own.map((page) => {
    const currency = manifest.conventions.currency;
    return { page, read: readShopPage(shop.platform, { body: page.body, url: page.url, key: pageKey(page), currency }) };
  });
  const asked = [
    ...Object.keys(shop.groups),
    ...own.flatMap((page) => followed(shop, manifest.hosts, page).flatMap(({ place }) => place ?? [])),
  ];
  const missing = [...new Set(asked)].filter((place) => !own.some((page) => page.place === place));
  const listings = reads.flatMap(({ page, read }) => sortPlans(read.reads).listings.map((listing) => identified(listing, page)));
  const anyRead = listings.length > 0;
  return {
    listings,
    locations: locationsOf(
      reads.map(({ read }) => read),
      listings,
    ),
    rejections: reads.flatMap(({ read }) => sortPlans(read.reads).rejections),
    findings: [
      ...(own.length === 0 ? [missingRole(manifest, ROLE)] : missing.length > 0 ? [missingRole(manifest, ROLE, missing)] : []),
      ...reads.flatMap(({ page, read }) => read.findings.map((finding) => ofPage(finding, page, anyRead))),
    ],
    complete: own.length > 0 && missing.length === 0 && reads.every(({ read }) => read.whole),
    covers: null,
  };
}

/** A product without an id is told from others by its group and name. */
function identified(listing: Listing, page: Page): Listing {
  const name = listing.name?.is;
  return listing.planKey !== null || name === undefined ? listing : { ...listing, identity: `${page.place} ${name}` };
}

/** One group that shows nothing holds a batch back only until it is seen again: the others were read, and nothing is withdrawn. */
function ofPage(finding: Finding, page: Page, anyRead: boolean): Finding {
  const severity = finding.severity === 'hard' && anyRead ? 'soft' : finding.severity;
  return { ...finding, severity, message: `${pageKey(page)}: ${finding.message}` };
}

function locationsOf(reads: readonly ShopRead[], listings: readonly Listing[]): ListedLocation[] {
  const described = reads.flatMap(({ locations = [] }) => locations);
  const known = new Set(described.map(({ key }) => key));
  const named = new Set(listings.flatMap(({ places }) => places.flatMap(({ location }) => location ?? [])));
  return [
    ...new Map(
      [...described, ...[...named].filter((name) => !known.has(name)).map(locationNamed)].map((one) => [one.key, one]),
    ).values(),
  ];
}
