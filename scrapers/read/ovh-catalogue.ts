/**
 * OVHcloud's public order catalogues, one answer for each product line and subsidiary: plans, their add-ons ("options") and the
 * products behind both, joined by name. Prices are whole numbers of 1e-8 of `locale.currencyCode`, tax apart.
 * https://eu.api.ovh.com/console/?section=%2Forder&branch=v1#get-/order/catalog/public/vps
 */
import { z } from 'zod';
import type { Reading, Rejection } from '../../domain/listing.ts';
import type { Page, SourceManifest } from '../contract.ts';
import { pageKey } from '../contract.ts';
import { childOf, type Item, keyedEntries, quote, textOf } from './json.ts';
import { bodyOf, type List, type ListPage, readList } from './list.ts';
import { pricingSchema } from './ovh-prices.ts';
import { technicalSchema } from './ovh-specs.ts';
import { readingsOf } from './readings.ts';

/** Role of the catalogue in every source that reads one. */
export const CATALOGUE_ROLE = 'catalog';

const offerSchema = z.object({
  planCode: z.string().min(1),
  invoiceName: z.string().nullish(),
  product: z.string().nullish(),
  pricings: z.array(pricingSchema).nullish(),
  configurations: z.array(z.object({ name: z.string().nullish(), values: z.array(z.string()).nullish() })).nullish(),
  addonFamilies: z
    .array(
      z.object({
        name: z.string().nullish(),
        mandatory: z.boolean().nullish(),
        default: z.string().nullish(),
        addons: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  blobs: z
    .object({
      commercial: z
        .object({
          brick: z.string().nullish(),
          brickSubtype: z.string().nullish(),
          range: z.string().nullish(),
          features: z.array(z.object({ name: z.string(), value: z.unknown() })).nullish(),
        })
        .nullish(),
      technical: technicalSchema.nullish(),
    })
    .nullish(),
});
/** A plan or an add-on as it is sold. */
export type OvhOffer = z.infer<typeof offerSchema>;

const productSchema = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  blobs: z.object({ technical: technicalSchema.nullish() }).nullish(),
});
/** What a plan or an add-on is made of. */
export type OvhProduct = z.infer<typeof productSchema>;

/** A catalogue with its joins; everything is looked up on the page that the plan stands on. */
export interface OvhCatalogue {
  readonly plans: List<OvhOffer>;
  option(page: string, code: string): OvhOffer | undefined;
  product(page: string, name: string | null | undefined): OvhProduct | undefined;
  /** Currency that the catalogue names; undefined where it names none. */
  currency(page: string): Reading<string> | undefined;
}

/** Reads a catalogue's plans with what they refer to. Add-ons and products that cannot be read are missed by their plans. */
export function readOvhCatalogue(pages: readonly Page[], manifest: SourceManifest): OvhCatalogue {
  const query = { manifest, role: CATALOGUE_ROLE };
  const options = readList(pages, { ...query, read: listOf('addons', 'planCode'), schema: offerSchema });
  const products = readList(pages, { ...query, read: listOf('products', 'name'), schema: productSchema });
  const optionOf = new Map(options.items.map((item) => [joinKey(item.page, item.value.planCode), item.value]));
  const productOf = new Map(products.items.map((item) => [joinKey(item.page, item.value.name), item.value]));
  const currencies = currenciesOf(pages);
  return {
    plans: readList(pages, { ...query, read: listOf('plans', 'planCode'), schema: offerSchema }),
    option: (page, code) => optionOf.get(joinKey(page, code)),
    product: (page, name) => productOf.get(joinKey(page, name ?? '')),
    currency: (page) => currencies.get(page),
  };
}

/** Reads the add-ons that `chosen` picks by their product, for catalogues whose add-ons are what is sold. */
export function readOvhAddons(
  pages: readonly Page[],
  manifest: SourceManifest,
  chosen: (product: string | null) => boolean,
  keyOf: (code: string) => string,
): List<OvhOffer> {
  const all = listOf('addons', 'planCode');
  const read = (body: unknown): ListPage | null => {
    const list = all(body);
    const entries = list?.entries.filter(({ value }) => chosen(textOf(value, 'product')));
    return (
      list && { ...list, entries: (entries ?? []).map((entry) => ({ ...entry, planKey: entry.planKey && keyOf(entry.planKey) })) }
    );
  };
  return readList(pages, { manifest, role: CATALOGUE_ROLE, read, schema: offerSchema });
}

/** How many add-ons of other products each page holds, by product. */
export function otherAddons(pages: readonly Page[], chosen: (product: string | null) => boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const products = (listOf('addons', 'planCode')(bodyOf(page))?.entries ?? []).map(({ value }) => textOf(value, 'product'));
    for (const product of products.filter((name) => !chosen(name))) {
      counts.set(product ?? 'no product', (counts.get(product ?? 'no product') ?? 0) + 1);
    }
  }
  return counts;
}

/** Currency of each page that names one. */
export function currenciesOf(pages: readonly Page[]): ReadonlyMap<string, Reading<string>> {
  return new Map(
    pages.flatMap((page) => {
      const code = childOf(childOf(bodyOf(page), 'locale'), 'currencyCode');
      const key = pageKey(page);
      const reading = readingsOf(key).given('locale.currencyCode', code, (said) =>
        typeof said === 'string' ? said : quote(said),
      );
      return reading ? [[key, reading] as const] : [];
    }),
  );
}

/** Values of a named configuration ("vps_datacenter"), each once; none where the plan does not have it. */
export function configured(offer: OvhOffer, name: string): readonly string[] {
  const values = (offer.configurations ?? []).filter((one) => one.name === name).flatMap((one) => one.values ?? []);
  return [...new Set(values)];
}

/** A rejection of a plan with a reason in words. */
export function rejected(item: Item<OvhOffer>, code: Rejection['code'], field: string, said: string): Rejection {
  const { planKey, name, path } = item.entry;
  return { code, field: `${path}.${field}`, said, listing: { planKey, name } };
}

function listOf(key: string, named: string): (body: unknown) => ListPage | null {
  return (body) => {
    const list = childOf(body, key);
    if (!Array.isArray(list)) return null;
    const entries = keyedEntries(list, key, { key: named, name: 'invoiceName' });
    // A catalogue is one document: there is no further page.
    return { entries, total: null, more: false };
  };
}

function joinKey(page: string, name: string): string {
  return `${page} ${name}`;
}
