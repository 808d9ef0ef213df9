/**
 * HostBill: its order pages. A product has a form with its `id` and a menu named `cycle` ("$5.00 USD Monthly + $10.00 setup fee"), or an
 * order link with its id beside one price. https://github.com/HostBill-zz/orderpage_samples
 */
import { absoluteUrl } from '../html/links.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { type CardParts, cardWords } from './card-words.ts';
import { type Card, cardsOf, type Marker } from './cards.ts';
import { all, first, plainText } from './dom.ts';
import { pageWithoutProducts } from './page-state.ts';
import type { GroupLink, PageUnits, Platform } from './platform.ts';
import { menuPrices, priceLine } from './price-words.ts';
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

/** Reader of HostBill order pages. */
export const hostbill: Platform = {
  id: 'hostbill',
  title: 'HostBill',
  recognise: (page) =>
    first(page, 'input[name="action"][value="add"]') !== null &&
    first(page, 'input[name="id"], select[name="cycle"], input[name="cycle"]') !== null
      ? true
      : first(
          page,
          '#currform input[value="changecurr"], script[src*="hostbill"], link[href*="/orderpages/"], link[href*="hostbill"]',
        ) !== null && first(page, `${ORDER_LINK}, select[name="cycle"]`) !== null,
  read,
  groups,
};

function read(page: LoadedPage, convention: string | null = null): PageUnits {
  const currency = chosenCurrency(page) ?? convention;
  const shared = [
    ...new Set(
      all(page, 'h1, .cat-description, .category-description')
        .slice(0, 10)
        .map((one) => plainText(page, one)),
    ),
  ];
  const around = { shared: shared.filter(Boolean), currency, lang: page.lang };
  const cards = cardsOf(markers(page));
  if (cards.length === 0) return { ...around, units: [], rejections: [], findings: [pageWithoutProducts(page, 'HostBill')] };
  const read = cards.map((card) => readProduct(page, card, currency));
  return { ...around, ...sortUnits(read.map((one) => one.read)), findings: leftOut(read.flatMap((one) => one.refused)) };
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

const GROUP = /\/cart\/([\w-]{1,80})\/|[?&;]cat_id=(\d{1,9})/;

function groups(page: LoadedPage): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const link of all(page, 'a[href*="/cart/"], a[href*="cat_id="]').slice(0, 500)) {
    const match = GROUP.exec(link.attribs.href ?? '');
    const key = match?.[1] ?? match?.[2];
    const url = absoluteUrl(page, link.attribs.href);
    const name = plainText(page, link).slice(0, 120);
    if (key !== undefined && url !== null && name !== '' && !links.has(key)) links.set(key, { key, name, url });
  }
  return [...links.values()];
}
