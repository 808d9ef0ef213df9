/**
 * schema.org: products, services and offers that a page states in JSON-LD or microdata. A price without a billing term in the markup or
 * its words is no price of an offer. https://schema.org/Offer
 */

import { absoluteUrl } from '../../html/links.ts';
import type { LoadedPage } from '../../html/load-page.ts';
import { markupLines } from '../markup-text.ts';
import { pageWithoutProducts } from '../page-state.ts';
import type { PageUnits, Platform } from '../platform.ts';
import { rejected, sortUnits, type UnitRead, unitOf } from '../units.ts';
import { type Node, nodesOf } from './nodes.ts';
import { offerPrices } from './offer-prices.ts';
import { nodesIn, stringIn } from './props.ts';

/** Reader of the markup. */
export const schemaOrg: Platform = {
  id: 'schema-org',
  title: 'schema.org markup',
  // Every other page has some markup: it speaks for the page where it prices products by their term.
  recognise: (page) => read(page).units.length > 0,
  read,
};

const SOLD = /^(?:Product|IndividualProduct|ProductModel|Service|ProductGroup|SoftwareApplication|WebApplication)$/;
const LISTS = [
  'itemListElement',
  'item',
  'hasVariant',
  'mainEntity',
  'makesOffer',
  'hasOfferCatalog',
  'itemOffered',
  'hasPart',
  'about',
  'offers',
] as const;
const MOST_DEPTH = 12;

function read(page: LoadedPage, currency: string | null = null): PageUnits {
  const { nodes, broken } = nodesOf(page);
  const products = nodes.flatMap((node) => productsIn(node, 0));
  const units = sortUnits(products.flatMap((product) => readProduct(page, product, currency)));
  const found = units.units.length + units.rejections.length > 0;
  return {
    shared: [],
    currency,
    lang: page.lang,
    ...units,
    findings: [
      ...(broken > 0
        ? [
            {
              code: 'skipped' as const,
              severity: 'soft' as const,
              message: `${broken} scripts of JSON-LD on the page could not be read`,
            },
          ]
        : []),
      ...(found ? [] : [pageWithoutProducts(page, 'schema.org markup')]),
    ],
  };
}

/** Something sold, with the offers that stand in or around it. */
interface Sold {
  readonly node: Node;
  readonly offers: readonly Node[];
}

/** Products with offers, and offers that name what they are of. */
function productsIn(node: Node, depth: number): Sold[] {
  if (depth > MOST_DEPTH) return [];
  if (node.types.some((type) => SOLD.test(type))) {
    const offers = nodesIn(node, 'offers').flatMap(flatOffers);
    const inner = nodesIn(node, 'hasVariant').flatMap((one) => productsIn(one, depth + 1));
    const catalog = nodesIn(node, 'hasOfferCatalog').flatMap((one) => productsIn(one, depth + 1));
    if (inner.length + catalog.length > 0) return [...inner, ...catalog];
    // Offers with names of their own are plans of a line of products, not prices of one plan.
    const named = new Set(offers.map((offer) => stringIn(offer, 'name') ?? ''));
    if (named.size > 1 && named.size === offers.length) return offers.flatMap((offer) => ofOffer(offer));
    return offers.length > 0 ? [{ node, offers }] : [];
  }
  if (node.types.includes('Offer')) return ofOffer(node);
  if (node.types.includes('AggregateOffer')) return flatOffers(node).flatMap((offer) => (offer === node ? [] : ofOffer(offer)));
  return LISTS.flatMap((name) => nodesIn(node, name)).flatMap((one) => productsIn(one, depth + 1));
}

function ofOffer(offer: Node): Sold[] {
  const [item] = nodesIn(offer, 'itemOffered');
  const merged: Node = item === undefined ? offer : { types: item.types, props: { ...offer.props, ...item.props } };
  return stringIn(merged, 'name') === null ? [] : [{ node: merged, offers: [offer] }];
}

/** The offers of an aggregate; the aggregate itself where it only tells a range. */
function flatOffers(offer: Node): readonly Node[] {
  const inner = nodesIn(offer, 'offers');
  return offer.types.includes('AggregateOffer') && inner.length > 0 ? inner : [offer];
}

function readProduct(page: LoadedPage, { node, offers }: Sold, convention: string | null): UnitRead[] {
  const name = stringIn(node, 'name');
  const key = stringIn(node, 'sku') ?? stringIn(node, 'productID') ?? stringIn(offers[0] ?? node, 'sku');
  const product = {
    key,
    name: name === null ? null : (markupLines(name)[0] ?? null),
    url: absoluteUrl(page, stringIn(offers[0] ?? node, 'url') ?? stringIn(node, 'url')),
    lines: [...markupLines(stringIn(node, 'description') ?? ''), ...propertyLines(node)],
    stock: stockOf(offers),
  };
  const { prices, refused } = offerPrices(offers, `${name ?? ''}\n${stringIn(node, 'description') ?? ''}`, convention);
  const range = offers.find((offer) => isRange(offer));
  if (prices.length === 0 && range !== undefined) {
    const said = `from ${stringIn(range, 'lowPrice')} to ${stringIn(range, 'highPrice')}`;
    return [{ rejection: rejected('ambiguous-price', 'offers', said, product) }];
  }
  if (prices.length === 0 && refused.some((line) => !line.ok && line.why === 'no amount')) {
    const said = refused.map((line) => (line.ok ? '' : line.said)).join(', ');
    return [{ rejection: rejected('ambiguous-price', 'offers', `${said} without a billing term`, product) }];
  }
  return [unitOf(product, prices, [...refused])];
}

function isRange(offer: Node): boolean {
  const [low, high] = [stringIn(offer, 'lowPrice'), stringIn(offer, 'highPrice')];
  return low !== null && low !== high && stringIn(offer, 'price') === null;
}

/** `additionalProperty`: "RAM: 2 GB". */
function propertyLines(node: Node): string[] {
  return nodesIn(node, 'additionalProperty').flatMap((property) => {
    const [name, value] = [stringIn(property, 'name'), stringIn(property, 'value')];
    return name === null || value === null ? [] : [`${name}: ${value} ${stringIn(property, 'unitText') ?? ''}`.trim()];
  });
}

/** The words that the text reader knows for what `availability` says. */
const STOCK: Readonly<Record<string, string>> = {
  InStock: 'in stock',
  OutOfStock: 'out of stock',
  SoldOut: 'sold out',
  Discontinued: 'no longer available',
  LimitedAvailability: 'limited availability',
  PreOrder: 'pre-order',
  PreSale: 'pre-sale',
};

/** One word for all offers; where they differ, nobody can say it of the plan. */
function stockOf(offers: readonly Node[]): string | null {
  const said = new Set(offers.map((offer) => stringIn(offer, 'availability')?.replace(/^.*[/#:]/, '') ?? ''));
  const [only] = said;
  return said.size === 1 && only !== undefined && Object.hasOwn(STOCK, only) ? (STOCK[only] ?? null) : null;
}
