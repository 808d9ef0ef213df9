/**
 * Blesta: the package lists of its order forms (standard, list, boxes, slider). Each package has a menu of prices named `pricing_id`,
 * whose lines read "1 Month @ $5.00" or "1 Year @ $10.00 (renews @ $20.00)". https://docs.blesta.com/plugins/order-system
 */
import type { Element } from 'domhandler';
import { absoluteUrl } from '../html/links.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { textLines } from '../html/visible-text.ts';
import { type CardParts, cardWords } from './card-words.ts';
import { type Card, cardsOf } from './cards.ts';
import { all, first, plainText } from './dom.ts';
import { pageWithoutProducts } from './page-state.ts';
import type { GroupLink, PageUnits, Platform } from './platform.ts';
import { menuPrices } from './price-words.ts';
import { chosenCurrency, leftOut, sortUnits, unitOf } from './units.ts';

const MENU = 'select[name="pricing_id"], select[name="pricing_id[]"]';
const PARTS: CardParts = {
  name: ['.package-name', 'h3, h4, h5', 'strong', 'h2', 'b'],
  price: ['.price-box', 'span.price', '.price'],
  stock: ['.sold-btn', '.btn-danger[disabled]', '[disabled].btn', '.qty', '.stock'],
  ignored: ['.instructions', '.term', '.btn', '.order', '.ribbon'],
};
const SOLD = /sold|stock|ausverkauft|épuis|agotad|esgotad|uitverkocht|wyprzedan|распрод|наличи|tükendi|售罄/i;

/** Reader of Blesta order forms. */
export const blesta: Platform = {
  id: 'blesta',
  title: 'Blesta',
  recognise: (page) =>
    first(page, MENU) !== null ||
    first(page, 'form[action*="/order/main/packages/"], form[action*="/order/config/index/"]') !== null,
  read,
  groups,
};

function read(page: LoadedPage, convention: string | null = null): PageUnits {
  const currency = chosenCurrency(page) ?? convention;
  const headings = all(page, '.section-title h3, .section-title p, .card-title, h1').slice(0, 10);
  const shared = [...new Set(headings.flatMap((element) => textLines(element, page.styles)))];
  const around = { shared, currency, lang: page.lang };
  const cards = cardsOf(all(page, MENU).map((element) => ({ element, product: keyOf(page, element) })));
  if (cards.length === 0) return { ...around, units: [], rejections: [], findings: [pageWithoutProducts(page, 'Blesta')] };
  const read = cards.map((card) => readPackage(page, card, currency));
  return { ...around, ...sortUnits(read.map((one) => one.read)), findings: leftOut(read.flatMap((one) => one.refused)) };
}

/** A package shows no id of its own: the oldest of its prices stands for it, as new terms get higher numbers. */
function keyOf(page: LoadedPage, menu: Element): string {
  const numbers = all(page, 'option', [menu]).flatMap(({ attribs }) =>
    /^\d{1,9}$/.test(attribs.value ?? '') ? [Number(attribs.value)] : [],
  );
  return numbers.length > 0 ? `pricing-${Math.min(...numbers)}` : `menu-${menu.startIndex ?? menu.attribs.id ?? ''}`;
}

function readPackage(page: LoadedPage, card: Card, currency: string | null) {
  const words = cardWords(page, card.elements, PARTS);
  const options = all(page, 'option', [card.marker]).filter(({ attribs }) => attribs.value !== '');
  const { prices, refused } = menuPrices(
    options.map((option) => ({ value: undefined, words: plainText(page, option) })),
    currency,
  );
  const product = {
    key: card.product.startsWith('pricing-') ? card.product : null,
    name: words.name,
    url: page.base,
    lines: words.lines,
    stock: words.stock !== null && SOLD.test(words.stock) ? words.stock : null,
  };
  return { read: unitOf(product, prices, refused), refused };
}

const GROUP = /\/order\/main\/packages\/([\w-]{1,80})\/?(?:\?(?:[^#]*&)?group_id=(\d{1,9}))?/;

function groups(page: LoadedPage): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const link of all(page, 'a[href*="/order/main/packages/"]').slice(0, 500)) {
    const [, form = '', group] = GROUP.exec(link.attribs.href ?? '') ?? [];
    const url = absoluteUrl(page, link.attribs.href);
    const key = group === undefined ? form : `${form}-${group}`;
    if (key !== '' && url !== null && !links.has(key)) links.set(key, { key, name: plainText(page, link).slice(0, 120), url });
  }
  return [...links.values()];
}
