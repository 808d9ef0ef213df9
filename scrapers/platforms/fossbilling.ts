/**
 * FOSSBilling and BoxBilling: the order page of a product, with a menu named `period` ("$5.00 (Every month)").
 * https://github.com/FOSSBilling/FOSSBilling; what its guest API lists is read by `fossbilling-api.ts`.
 */
import { absoluteUrl } from '../html/links.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { type CardParts, cardWords } from './card-words.ts';
import { type Card, cardsOf, type Marker } from './cards.ts';
import { all, first, plainText } from './dom.ts';
import { pageWithoutProducts } from './page-state.ts';
import type { GroupLink, PageUnits, Platform } from './platform.ts';
import { menuPrices } from './price-words.ts';
import { chosenCurrency, leftOut, sortUnits, unitOf } from './units.ts';

const MENU = 'select[name="period"], select#period-selector';
const PARTS: CardParts = {
  name: ['.well h3', '.product-title', 'h2, h3, h4', 'strong'],
  price: [],
  stock: ['.out-of-stock', '.stock'],
  ignored: ['.accordion-header', 'h5', 'label'],
};

/** Reader of FOSSBilling order pages. */
export const fossbilling: Platform = {
  id: 'fossbilling',
  title: 'FOSSBilling, BoxBilling',
  recognise: (page) =>
    first(page, MENU) !== null &&
    first(
      page,
      'form[action*="api/guest/cart/add_item"], option[data-bb-price], #orderManager, form.api-form, form#order-form',
    ) !== null,
  read,
  groups,
};

function read(page: LoadedPage, convention: string | null = null): PageUnits {
  const currency = chosenCurrency(page) ?? convention;
  const around = { shared: [], currency, lang: page.lang };
  const cards = cardsOf(all(page, MENU).flatMap((element): Marker[] => [{ element, product: productOf(page, element) }]));
  if (cards.length === 0) return { ...around, units: [], rejections: [], findings: [pageWithoutProducts(page, 'FOSSBilling')] };
  const read = cards.map((card) => readProduct(page, card, currency));
  return { ...around, ...sortUnits(read.map((one) => one.read)), findings: leftOut(read.flatMap((one) => one.refused)) };
}

/** The form holds the product's id. */
function productOf(page: LoadedPage, menu: Marker['element']): string {
  for (let at = menu.parent; at !== null && 'attribs' in at; at = at.parent)
    if (at.name === 'form') return first(page, 'input[name="id"]', [at])?.attribs.value ?? '';
  return '';
}

function readProduct(page: LoadedPage, card: Card, currency: string | null) {
  const words = cardWords(page, card.elements, PARTS);
  const options = all(page, 'option', [card.marker]);
  const { prices, refused } = menuPrices(
    options.map((option) => ({ value: option.attribs.value, words: plainText(page, option) })),
    currency,
  );
  const product = {
    key: card.product === '' ? null : card.product,
    name: words.name,
    url: page.base,
    lines: words.lines.filter((line) => !/^(?:billing(?: cycle)?|one-time payment|next)$/i.test(line)),
    stock: words.stock,
  };
  return { read: unitOf(product, prices, refused), refused };
}

/** The list of products links to the page of each. */
function groups(page: LoadedPage): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const link of all(page, 'a[href*="/order/"], a[href*="order?product="], a[href*="order&product="]').slice(0, 500)) {
    const key = /\/order\/([\w-]{1,80})\/?(?:$|[?#])|[?&;]product=(\d{1,9})/.exec(link.attribs.href ?? '');
    const url = absoluteUrl(page, link.attribs.href);
    const id = key?.[1] ?? key?.[2];
    if (id !== undefined && url !== null && !links.has(id))
      links.set(id, { key: id, name: plainText(page, link).slice(0, 120), url });
  }
  return [...links.values()];
}
