/** One plan page or cart → plans: by the platform that made it, else by its own structure. Pure. */
import type { Finding, ListedLocation, Listing, Rejection } from '../../domain/listing.ts';
import { type LoadedPage, loadPage } from '../html/load-page.ts';
import type { PageUnits, Platform } from '../platforms/platform.ts';
import { schemaOrg } from '../platforms/schema-org/schema-org.ts';
import type { PlanRead } from '../read/readings.ts';
import { locationNamed } from '../text/locations.ts';
import { quoteWords } from '../text/quote-words.ts';
import { readUnit } from '../text/read-unit.ts';
import type { FoundUnit } from './build-unit.ts';
import { findPlans, MOST_PLANS } from './find-plans.ts';
import { withIdentities } from './identities.ts';
import { isAddOn, isOtherGoods } from './not-plans.ts';
import { isTruncated, pageTroubleOf } from './page-kind.ts';
import { pageText } from './page-text.ts';
import { currencyOfPage } from './shared-words.ts';

/** How a page is to be read. */
export interface PageReading {
  /** Key of the page, for provenance. */
  readonly key: string;
  /** Where it comes from; null: its links stay unknown. */
  readonly url: string | null;
  /** Shop software that is recognised, in this order. */
  readonly platforms: readonly Platform[];
  /** Id of the platform that it is read as, recognised or not; null: by its marks. `generic`: by its structure alone. */
  readonly platform: string | null;
  /** ISO 4217 of prices that name no currency; null: only the page can say. */
  readonly currency: string | null;
  /** Words that hold for every plan of the page besides its own. */
  readonly shared?: readonly string[];
}

/** What a page said. */
export interface PlanPageRead {
  readonly listings: readonly Listing[];
  readonly locations: readonly ListedLocation[];
  readonly rejections: readonly Rejection[];
  readonly findings: readonly Finding[];
  /** Id of the platform that read it, or `generic`; null where it was refused. */
  readonly readAs: string | null;
  /** Whether it is a whole page of plans, none of them left unread for want of a name. */
  readonly whole: boolean;
}

/** Reads a page. What looks like a plan and cannot be read is a rejection; a page that is something else is a hard finding. */
export function readPlanPage(html: string, reading: PageReading): PlanPageRead {
  const loaded = loadPage(html, reading.url);
  if (!loaded.ok) return refused('unreadable-page', `${loaded.refusal.code}: ${loaded.refusal.message}`);
  const { page } = loaded;
  const platform = platformOf(page, reading);
  const read = platform ? { units: platform.read(page), by: platform.id } : null;
  const usable = read !== null && (reading.platform !== null || read.units.units.length + read.units.rejections.length > 0);
  if (!usable || !read) return generic(page, html, reading);
  const known = byPlatform(read.units, read.by, html, reading);
  // Markup for search engines speaks for a page that shows less, not for one that shows more.
  if (read.by !== schemaOrg.id || reading.platform !== null) return known;
  const shown = generic(page, html, reading);
  return saysMore(shown, known) ? withStockOf(shown, known) : known;
}

/** Whether a reading has every plan of another, and tells more of them; or the other tells nothing but prices. */
function saysMore(one: PlanPageRead, other: PlanPageRead): boolean {
  if (one.listings.length === 0) return false;
  const names = new Set(one.listings.map(({ name }) => name?.is.toLowerCase()));
  const hasAll = other.listings.every(({ name }) => names.has(name?.is.toLowerCase()));
  const [facts, others] = [factsOf(one), factsOf(other)];
  return others.configured === 0 ? facts.configured > 0 : hasAll && facts.told > others.told;
}

/** What markup says of stock, where the page does not show it. */
function withStockOf(shown: PlanPageRead, { listings }: PlanPageRead): PlanPageRead {
  const stock = new Map(listings.map(({ name, places }) => [name?.is.toLowerCase(), places[0]?.availability] as const));
  const stocked = shown.listings.map((listing): Listing => {
    const availability = stock.get(listing.name?.is.toLowerCase());
    if (!availability) return listing;
    return { ...listing, places: listing.places.map((place) => ({ availability, ...place })) };
  });
  return { ...shown, listings: stocked };
}

function factsOf({ listings }: PlanPageRead): { readonly configured: number; readonly told: number } {
  const told = listings.map(({ memory, vcpu, disks, transfer, port, prices }) =>
    [memory, vcpu, disks, transfer, port].reduce((sum, fact) => sum + (fact === undefined ? 0 : 1), prices.length),
  );
  return {
    configured: listings.filter(({ memory, vcpu, disks }) => (memory ?? vcpu ?? disks) !== undefined).length,
    told: told.reduce((sum, count) => sum + count, 0),
  };
}

function refused(code: Finding['code'], message: string): PlanPageRead {
  return {
    listings: [],
    locations: [],
    rejections: [],
    findings: [{ code, severity: 'hard', message }],
    readAs: null,
    whole: false,
  };
}

function platformOf(page: LoadedPage, { platforms, platform }: PageReading): Platform | null {
  if (platform === 'generic') return null;
  if (platform !== null) return platforms.find(({ id }) => id === platform) ?? null;
  return platforms.find((one) => one.recognise(page)) ?? null;
}

function byPlatform(read: PageUnits, by: string, html: string, reading: PageReading): PlanPageRead {
  const context = {
    page: reading.key,
    shared: [...read.shared, ...(reading.shared ?? [])],
    currency: read.currency ?? reading.currency,
    lang: read.lang,
  };
  const plans = read.units.map((unit) => readUnit(unit, context));
  return finished(plans, read.rejections, [...read.findings, ...truncation(html)], by);
}

function generic(page: LoadedPage, html: string, reading: PageReading): PlanPageRead {
  const text = pageText(page);
  const plansFound = findPlans(page, text);
  if (plansFound === null) return refused('unreadable-page', `more than ${MOST_PLANS} plans on one page`);
  const { units, rejections } = plansFound;
  const trouble = pageTroubleOf(page, text, units.filter(({ unit }) => unit.prices.length > 0).length);
  if (trouble && units.length === 0) return refused(trouble.code, trouble.message);
  const currency = currencyOfPage(page) ?? reading.currency;
  const cut = isTruncated(html);
  const names = new Set(
    units
      .filter(({ kinds }) => kinds !== 0)
      .map(familyOf)
      .filter((name) => name !== ''),
  );
  // A page of nothing but other goods is one that somebody asked to have read.
  const mixed = units.some((found) => !isOtherGoods(found));
  const plans = units.map((found): PlanRead => {
    // What stands at the end of half a page may be half a price.
    if (cut && found.to >= text.lines.length) return { rejection: rejection(found, 'unreadable-plan', 'page') };
    if (found.torn !== null) return { rejection: { ...rejection(found, 'bad-price', 'prices'), said: quoteWords(found.torn) } };
    const context = { page: reading.key, shared: [...found.shared, ...(reading.shared ?? [])], currency, lang: page.lang };
    if (isAddOn(found) || (mixed && isOtherGoods(found))) return { rejection: rejection(found, 'not-a-plan', 'page') };
    return asPlan(readUnit(found.unit, context), found, names);
  });
  const findings: Finding[] = [
    ...truncation(html),
    ...(trouble ? [{ code: trouble.code, severity: 'hard' as const, message: trouble.message }] : []),
  ];
  return finished(plans, rejections, findings, 'generic');
}

/** A name and a price make a plan only beside others that it is named like: anything can stand in a box of the same make. */
function asPlan(read: PlanRead, found: FoundUnit, names: ReadonlySet<string>): PlanRead {
  const { listing } = read;
  if (!listing || listing.memory || listing.vcpu || listing.disks || names.has(familyOf(found))) return read;
  return { rejection: rejection(found, 'not-a-plan', 'page') };
}

/** First word of a plan's name, which plans of one line share. */
function familyOf({ unit }: FoundUnit): string {
  return /\p{L}+/u.exec(unit.name ?? '')?.[0].toLowerCase() ?? '';
}

function rejection({ unit }: FoundUnit, code: Rejection['code'], field: string): Rejection {
  const said = [unit.name ?? '', ...unit.lines, ...unit.prices.map(({ text }) => text)].filter((line) => line !== '').join(' | ');
  return { code, field, said: quoteWords(said), listing: { planKey: unit.key, name: unit.name } };
}

function truncation(html: string): Finding[] {
  return isTruncated(html)
    ? [{ code: 'incomplete', severity: 'soft', message: 'the page stops in the middle: plans behind that are not known' }]
    : [];
}

function finished(
  plans: readonly PlanRead[],
  own: readonly Rejection[],
  findings: readonly Finding[],
  readAs: string,
): PlanPageRead {
  const listings = withIdentities(plans.flatMap(({ listing }) => listing ?? []));
  const rejections = [...own, ...plans.flatMap(({ rejection: one }) => one ?? [])];
  const places = new Set(listings.flatMap((listing) => listing.places.flatMap(({ location }) => location ?? [])));
  return {
    listings,
    locations: [...places].map(locationNamed),
    rejections,
    findings: [...findings, ...plans.flatMap(({ findings: some }) => some ?? [])],
    readAs,
    whole: listings.length > 0 && findings.every(({ severity }) => severity === 'info'),
  };
}
