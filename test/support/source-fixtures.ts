/** Fixtures of sources: `test/sources/<id>/<case>/<role>[@PLACE][.n].json`, beside them the reviewed `expected.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMicros } from '../../domain/money.ts';
import type { PlanOffers, Price } from '../../domain/offer.ts';
import { addressOf, type Page, type SourceAdapter } from '../../scrapers/contract.ts';
import type { PagesRead } from '../../scrapers/read-pages.ts';
import { SOURCES } from '../../scrapers/registry.ts';

const FOLDER = join(import.meta.dirname, '..', 'sources');
const NAME = /^(?<role>[a-z_-]+)(?:@(?<place>[^.]+))?(?:\.(?<number>\d+))?\.json$/;

export interface FixtureCase {
  readonly adapter: SourceAdapter;
  readonly name: string;
  readonly golden: string;
  readonly pages: readonly Page[];
}

/** Every fixture case of every registered source; a source that has no folder has none. */
export function fixtureCases(): FixtureCase[] {
  return SOURCES.flatMap((adapter) => {
    const own = join(FOLDER, adapter.manifest.sourceId);
    if (!existsSync(own)) return [];
    return readdirSync(own).map((name) => {
      const folder = join(own, name);
      return { adapter, name, golden: join(folder, 'expected.json'), pages: pagesIn(adapter, folder) };
    });
  });
}

function pagesIn(adapter: SourceAdapter, folder: string): Page[] {
  return readdirSync(folder).flatMap((file) => {
    const { role, place, number } = NAME.exec(file)?.groups ?? {};
    if (!role || role === 'expected') return [];
    return [
      pageOf(adapter, {
        role,
        place: place ?? null,
        number: Number(number ?? 1),
        body: readFileSync(join(folder, file), 'utf8'),
      }),
    ];
  });
}

/** A page as given from a file: no headers, its documented address. */
export function pageOf(adapter: SourceAdapter, page: Pick<Page, 'role' | 'place' | 'number' | 'body'>): Page {
  return { ...page, url: addressOf(adapter, page.role, page.place), headers: {} };
}

/** A reading in the shape of the golden files: prices and origins as one line each, for reviewing eyes. */
export function plainReading(read: PagesRead) {
  return { ...read, plans: read.plans.map(plainPlan) };
}

function plainPlan({ places, provenance, ...plan }: PlanOffers) {
  return {
    ...plan,
    places: places.map((place) => ({ ...place, prices: place.prices.map(plainPrice) })),
    provenance: Object.fromEntries(
      Object.entries(provenance).map(([field, { how, rule, said, page }]) => [
        field,
        `${how}${rule ? ` (${rule})` : ''} | ${said} | ${page}`,
      ]),
    ),
  };
}

function plainPrice(price: Price): string {
  const term = price.hourly ? 'hour' : `${price.termMonths} month`;
  const tax = price.taxIncluded === null ? 'tax unknown' : price.taxIncluded ? 'with tax' : 'without tax';
  const setup = price.setupFeeMicros === null ? '' : `, ${formatMicros(price.setupFeeMicros)} to set up`;
  return `${formatMicros(price.micros)} ${price.currency} a ${term}${setup}, ${price.phase}, ${tax}, ${price.how}`;
}
