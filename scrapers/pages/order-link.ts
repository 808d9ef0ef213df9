/** Where a plan is ordered, and the shop's own id of it as the link or the markup carries it. */
import { type Element, isTag } from 'domhandler';
import { absoluteUrl } from '../html/links.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { visibleText } from '../html/visible-text.ts';

/** Address and id of a plan; null where the page shows none. */
export interface OrderLink {
  readonly url: string | null;
  readonly key: string | null;
}

const ORDER_WORDS =
  /\b(?:order|buy|purchase|get started|get it|sign ?up|checkout|add to (?:cart|basket)|deploy|configure|select|choose|subscribe|bestellen|kaufen|jetzt|konfigurieren|auswählen|warenkorb|commander|acheter|choisir|configurer|comprar|contratar|pedir|configurar|contrata|zamów|koupit|objednat|acquista|ordina|bestel|заказать|купить|köp|beställ|sipariş)\b|购买|订购|立即/iu;
const ORDER_LINK =
  /(?:cart|order|checkout|buy|purchase|store|shop|billing|signup|register|bestell|panier|commande|[?&](?:pid|plan|product|package|a=add))/i;
const KEY_PARAMETERS = [
  'pid',
  'product_id',
  'productid',
  'product',
  'plan_id',
  'planid',
  'plan',
  'package_id',
  'package',
  'pricing_id',
  'sku',
  'id',
  'item',
];
const KEY_ATTRIBUTES = [
  'data-product-id',
  'data-plan-id',
  'data-pid',
  'data-package-id',
  'data-plan',
  'data-sku',
  'data-product',
  'data-id',
];
const MOST_LINKS = 60;

/** Finds the order link of a plan in its parts of the page. */
export function orderLinkOf(parts: readonly Element[], page: LoadedPage): OrderLink {
  const links = elementsIn(parts, MOST_LINKS, (element) => element.name === 'a' && element.attribs.href !== undefined);
  const urls = links.flatMap((link) => {
    const url = absoluteUrl(page, link.attribs.href);
    const said = visibleText(link, page.styles).slice(0, 80);
    return url === null
      ? []
      : [{ url, rank: (ORDER_WORDS.test(said) ? 2 : 0) + (ORDER_LINK.test(url.replace(/^https?:\/\/[^/]*/, '')) ? 1 : 0) }];
  });
  const best = urls.reduce<(typeof urls)[number] | null>((top, one) => (top === null || one.rank > top.rank ? one : top), null);
  return { url: best?.url ?? null, key: keyOfMarkup(parts) ?? (best ? keyOfUrl(best.url) : null) };
}

function keyOfMarkup(parts: readonly Element[]): string | null {
  const [part] = parts;
  if (!part || parts.length > 1) return null;
  for (const name of KEY_ATTRIBUTES) {
    const value = part.attribs[name]?.trim() ?? '';
    if (isKey(value)) return value;
  }
  return null;
}

function keyOfUrl(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { searchParams } = new URL(address);
  for (const name of KEY_PARAMETERS) {
    const value = searchParams.get(name)?.trim() ?? '';
    if (isKey(value)) return value;
  }
  return null;
}

function isKey(value: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,79}$/u.test(value);
}

/** Elements in the parts, the parts themselves too, in document order, at most so many. */
export function elementsIn(parts: readonly Element[], most: number, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const stack: Element[] = [...parts].reverse();
  for (let at = stack.pop(); at !== undefined && found.length < most; at = stack.pop()) {
    if (wanted(at)) found.push(at);
    for (let index = at.children.length - 1; index >= 0; index -= 1) {
      const child = at.children[index];
      if (child && isTag(child)) stack.push(child);
    }
  }
  return found;
}
