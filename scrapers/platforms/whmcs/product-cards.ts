/** Where the products of a WHMCS page stand. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../../html/load-page.ts';
import { type Card, cardsOf, type Marker } from '../cards.ts';
import { all } from '../dom.ts';
import { productInLink } from './product-key.ts';

/** "product508", "product3" (a count in versions before 8), "bundle12", "product508-container" (sliders). */
const PRODUCT_ID = /^(?:product|bundle)b?(\d{1,9})(?:-container)?$/;

/** A product's card, with the id that the page gave its element. */
export interface ProductCard extends Card {
  /** The number in the element's id; null where the theme numbers none. */
  readonly number: number | null;
  /** Whether the page numbers its products 1, 2, 3 …: such numbers are places in the list, not ids. */
  readonly counted: boolean;
}

/** The cards of a page: elements that the order form numbers, else whatever surrounds each order link. */
export function productCards(page: LoadedPage): ProductCard[] {
  const numbered = numberedCards(page);
  if (numbered.length > 0) return numbered;
  return cardsOf(orderMarkers(page)).map((card) => ({ ...card, number: null, counted: false }));
}

function numberedCards(page: LoadedPage): ProductCard[] {
  const found = all(page, '[id^="product"], [id^="bundle"]').flatMap((element) => {
    const number = PRODUCT_ID.exec(element.attribs.id ?? '')?.[1];
    // A number inside a numbered element belongs to that one ("product508" in "product508-container").
    return number === undefined || isInNumbered(element) ? [] : [{ element, number: Number(number) }];
  });
  const sorted = found.map(({ number }) => number).sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const counted = first <= 1 && sorted.every((number, index) => number === first + index);
  return found.map(({ element, number }) => ({
    product: String(number),
    elements: [element],
    marker: element,
    number,
    counted,
  }));
}

function isInNumbered(element: Element): boolean {
  for (let at = element.parent; at !== null && 'attribs' in at; at = at.parent)
    if (PRODUCT_ID.test(at.attribs.id ?? '')) return true;
  return false;
}

/** Order links, forms, radio buttons and buttons with a script: all that names a product. */
function orderMarkers(page: LoadedPage): Marker[] {
  const candidates = all(
    page,
    'a[href*="pid="], a[href*="bid="], form[action*="pid="], form[action*="bid="], [onclick*="pid="], input[name="pid"], a[href*="/store/"], a.btn-order-now',
  );
  return candidates.flatMap((element) => {
    const { href, action, onclick, name, value } = element.attribs;
    const key = name === 'pid' && value ? value : productInLink(href ?? action ?? onclick);
    return key === null ? [] : [{ element, product: key }];
  });
}
