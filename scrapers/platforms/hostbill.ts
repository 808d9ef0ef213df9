/**
 * HostBill: its order pages. A product has a form with its `id` and a menu named `cycle` ("$5.00 USD Monthly + $10.00 setup fee"), or an
 * order link with its id beside one price. https://github.com/HostBill-zz/orderpage_samples
 */
import type { Element } from 'domhandler';
import type { Finding } from '../../domain/listing.ts';
import { absoluteUrl } from '../html/links.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { classesOf, visibilityOf } from '../html/visibility.ts';
import { type CardParts, cardWords } from './card-words.ts';
import { type Card, cardsOf, type Marker } from './cards.ts';
import { cycleOfValue } from './cycles.ts';
import { all, first, plainText } from './dom.ts';
import { pageWithoutProducts } from './page-state.ts';
import type { GroupLink, PageUnits, Platform } from './platform.ts';
import { menuPrices, type PriceLine, priceLine } from './price-words.ts';
import { chosenCurrency, leftOut, sortUnits, unitOf } from './units.ts';

const ORDER_LINK =
  'a[href*="cmd=cart"][href*="action=add"], a[href*="/cart/"][href*="action=add"], a[href*="?cmd=cart"][href*="id="]';
const ORDER_ID = /[?&;](?:product_)?id=(\d{1,9})\b/;
const PARTS: CardParts = {
  name: ['.product-name', '.plan-name', '.prod-name', 'h2, h3, h4, h5', 'strong', 'b', '.name', '.title'],
  price: ['.product-price', '.prod-price', '.price', '.pricing', '.cart-price', '.plan-price', '.cena'],
  stock: ['.out-of-stock', '.outofstock', '.stock', '.qty', '.availability', '[disabled].btn'],
  ignored: ['.btn', '.order-button', '.subbmit-btn'],
};

/** Products as boxes of the present themes: `data-value` is the product's id, each cycle's price an element of its own. */
const BOX = '.cart-product[data-value]';
/** Boxes of sub-categories, on pages that list nothing else. */
const CATEGORY = 'a.cart-category[href]';
const MARKS = '#currform input[value="changecurr"], script[src*="hostbill"], link[href*="/orderpages/"], link[href*="hostbill"]';

/** Reader of HostBill order pages. */
export const hostbill: Platform = {
  id: 'hostbill',
  title: 'HostBill',
  recognise: (page) =>
    (first(page, 'input[name="action"][value="add"]') !== null &&
      first(page, 'input[name="id"], select[name="cycle"], input[name="cycle"]') !== null) ||
    (first(page, MARKS) !== null && first(page, `${ORDER_LINK}, select[name="cycle"], ${BOX}, ${CATEGORY}`) !== null),
  read,
  groups,
};

function read(page: LoadedPage, convention: string | null = null): PageUnits {
  const currency = chosenCurrency(page) ?? convention;
  const around = { shared: headings(page), currency, lang: page.lang };
  const boxes = all(page, BOX);
  const products =
    boxes.length > 0
      ? boxes.map((box) => readBox(page, box, currency))
      : cardsOf(markers(page)).map((card) => readProduct(page, card, currency));
  if (products.length === 0) return { ...around, units: [], rejections: [], findings: [withoutProducts(page)] };
  return { ...around, ...sortUnits(products.map((one) => one.read)), findings: leftOut(products.flatMap((one) => one.refused)) };
}

function headings(page: LoadedPage): string[] {
  const elements = all(page, 'h1, .cat-description, .category-description, .cart-category.selected').slice(0, 10);
  return [...new Set(elements.map((one) => plainText(page, one)))].filter(Boolean);
}

/** A page of sub-categories is a whole page without products; its links lead on. */
function withoutProducts(page: LoadedPage): Finding {
  const count = all(page, CATEGORY).length;
  if (count === 0) return pageWithoutProducts(page, 'HostBill');
  return { code: 'skipped', severity: 'info', message: `no products, ${count} sub-categories` };
}

function readBox(page: LoadedPage, box: Element, currency: string | null) {
  const prices = all(page, '.product-price', [box]).map((element): PriceLine => {
    const cycle = classesOf(element).flatMap((name) => cycleOfValue(/^cycle-(\w{1,3})$/.exec(name)?.[1]) ?? [])[0] ?? null;
    // Other cycles are hidden one by one; a shop that hides them all asks another price once the options are chosen.
    const hidden = isHiddenAbove(page, element, box);
    return hidden
      ? { ok: false, why: 'no amount', said: 'prices that the shop hides' }
      : priceLine(plainText(page, element), { cycle, currency });
  });
  const refused = prices.filter((line) => !line.ok);
  const pairs = all(page, '.row', [box]).flatMap((row) => {
    const [label, value, ...others] = all(page, 'div', [row])
      .filter((cell) => cell !== row)
      .map((cell) => plainText(page, cell));
    return label && value && others.length === 0 ? [`${label}: ${value}`] : [];
  });
  const tip = first(page, '.vtip_features, .vtip_description', [box])?.attribs;
  const hint = (tip?.['data-original-title'] ?? tip?.title ?? '').replace(/\s+/g, ' ').trim();
  const product = {
    key: box.attribs['data-value'] ?? null,
    name: plainText(page, first(page, 'h4, h3, h5', [box])) || null,
    url: page.base,
    lines: [...pairs, ...(hint === '' ? [] : [hint.slice(0, 300)])],
    stock: plainText(page, first(page, '.product-out-of-stock, .cart-product-outofstock-badge', [box])) || soldOutClass(box),
  };
  return {
    read: unitOf(
      product,
      prices.flatMap((line) => (line.ok ? [line.price] : [])),
      refused,
    ),
    refused: [],
  };
}

function soldOutClass(box: Element): string | null {
  return classesOf(box).includes('outofstock') ? 'out of stock' : null;
}

function isHiddenAbove(page: LoadedPage, element: Element, box: Element): boolean {
  for (let at = element.parent; at !== null && at !== box && 'attribs' in at; at = at.parent)
    if (visibilityOf(at, page.styles) !== 'shown') return true;
  return false;
}

function markers(page: LoadedPage): Marker[] {
  const forms = all(page, 'form').flatMap((element): Marker[] => {
    const adds = first(page, 'input[name="action"][value="add"]', [element]) !== null;
    const product = first(page, 'input[name="id"]', [element])?.attribs.value;
    return adds && product ? [{ element, product }] : [];
  });
  if (forms.length > 0) return forms;
  return all(page, ORDER_LINK).flatMap((element): Marker[] => {
    const product = ORDER_ID.exec(element.attribs.href?.slice(0, 1000).replace(/&amp;/g, '&') ?? '')?.[1];
    return product === undefined ? [] : [{ element, product }];
  });
}

function readProduct(page: LoadedPage, card: Card, currency: string | null) {
  const words = cardWords(page, card.elements, PARTS);
  const menu = all(page, 'select[name="cycle"] option', card.elements);
  const { prices, refused } =
    menu.length > 0
      ? menuPrices(
          menu.map((option) => ({ value: option.attribs.value, words: plainText(page, option) })),
          currency,
        )
      : shownPrice(words.price, words.lines, currency);
  const link = all(page, 'a[href*="id="]', card.elements).find(({ attribs }) => ORDER_ID.test(attribs.href ?? ''));
  const product = {
    key: card.product,
    name: words.name,
    url: absoluteUrl(page, link?.attribs.href) ?? page.base,
    lines: words.lines.filter((line) => !/^(?:pick billing cycle|billing cycle|price)\s*:?$/i.test(line)),
    stock: words.stock,
  };
  return { read: unitOf(product, prices, refused), refused: menu.length > 0 ? refused : [] };
}

/** A price that stands as words: in its own element, or in the one line of the card that names an amount and a term. */
function shownPrice(price: readonly string[], lines: readonly string[], currency: string | null) {
  const words =
    price.length > 0
      ? price.join(' ')
      : lines.filter((line) => /price|preis|\/\s?mo|month|year|annual/i.test(line) && /\d[.,]\d{2}/.test(line)).join(' ');
  const line = priceLine(words, { currency });
  return line.ok ? { prices: [line.price], refused: [] } : { prices: [], refused: [line] };
}

const GROUP = /(?:^|\/)cart\/([\w-]{1,80})\/|[?&;]cat_id=(\d{1,9})/;

function groups(page: LoadedPage): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const link of all(page, 'a[href*="cart/"], a[href*="cat_id="]').slice(0, 500)) {
    const match = GROUP.exec(link.attribs.href ?? '');
    const key = match?.[1] ?? match?.[2];
    const url = absoluteUrl(page, link.attribs.href);
    const name = plainText(page, link).slice(0, 120);
    if (key !== undefined && url !== null && name !== '' && !links.has(key)) links.set(key, { key, name, url });
  }
  return [...links.values()];
}
