/**
 * ClientExec: the first step of its order forms, as rows with a menu of terms, as compared boxes, or (version 5) as panels with a table
 * of terms. https://github.com/clientexec/default-template
 */
import type { Element } from 'domhandler';
import { absoluteUrl } from '../html/links.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { textLines } from '../html/visible-text.ts';
import { type CardParts, cardWords } from './card-words.ts';
import { cycleOf } from './cycles.ts';
import { all, first, plainText } from './dom.ts';
import { pageWithoutProducts } from './page-state.ts';
import type { GroupLink, PageUnits, Platform } from './platform.ts';
import { type PriceLine, priceLine } from './price-words.ts';
import { chosenCurrency, leftOut, sortUnits, unitOf } from './units.ts';

const CARDS = '.hosting-plan-row, .product-flex-item, .selectedproduct-configuration-accordion > .panel';
const PARTS: CardParts = {
  name: ['.head .title h4', '.head h3', '.panel-title a', '.panel-title', 'h4', 'h3'],
  price: ['.head > h3:has(~ *), .product-flex-item .head > h3', '.plan-price'],
  stock: ['.head p', '.panel-title'],
  ignored: ['.plan-rate', '.configuration-update-wrap', 'table.pricing-options', '.continue-button'],
};

/** Reader of ClientExec order forms. */
export const clientexec: Platform = {
  id: 'clientexec',
  title: 'ClientExec',
  recognise: (page) =>
    first(page, 'select.paymentTerm, select[name="paymentterm"], table.pricing-options, .hosting-plan-row') !== null ||
    (first(page, '.product-flex-item') !== null && first(page, '[href*="order.php"], [data-url*="order.php"]') !== null),
  read,
  groups,
};

function read(page: LoadedPage, convention: string | null = null): PageUnits {
  const currency = chosenCurrency(page) ?? convention;
  const around = { shared: groupWords(page), currency, lang: page.lang };
  const cards = all(page, CARDS);
  if (cards.length === 0) return { ...around, units: [], rejections: [], findings: [pageWithoutProducts(page, 'ClientExec')] };
  const read = cards.map((card) => readProduct(page, card, currency));
  return { ...around, ...sortUnits(read.map((one) => one.read)), findings: leftOut(read.flatMap((one) => one.refused)) };
}

function groupWords(page: LoadedPage): string[] {
  return all(page, '.ce-alert-info, .group-description')
    .slice(0, 5)
    .flatMap((element) => textLines(element, page.styles));
}

function readProduct(page: LoadedPage, card: Element, currency: string | null) {
  const compared = first(page, '.product-features', [card]) !== null;
  const words = cardWords(page, [card], compared ? PARTS : { ...PARTS, price: [] });
  const lines = pricesOf(page, card, words.price, currency);
  const link = first(page, '[data-url], a[href*="product="], a.btn-gotosetp2-submit', [card]);
  const url = link?.attribs['data-url'] ?? link?.attribs.href;
  const [name, inName] = splitStock(words.name);
  const product = {
    key: /[?&;]product=(\d{1,9})/.exec(url ?? '')?.[1] ?? link?.attribs['data-package-id'] ?? null,
    name,
    url: absoluteUrl(page, url),
    lines: words.lines.filter((line) => !STOCK_MARK.test(line) && !/^select billing cycle:?$/i.test(line)),
    stock: inName ?? [...words.price, ...words.lines, words.stock ?? ''].flatMap((line) => splitStock(line)[1] ?? [])[0] ?? null,
  };
  const prices = lines.flatMap((line) => (line.ok ? [line.price] : []));
  const refused = lines.filter((line) => !line.ok);
  return { read: unitOf(product, prices, refused), refused };
}

/** "[ 3 available ]", "[ not available ]". */
const STOCK_MARK = /\[\s{0,3}([^[\]]{1,40}?)\s{0,3}\]/;

function splitStock(words: string | null): readonly [string | null, string | null] {
  const mark = STOCK_MARK.exec(words ?? '');
  if (mark === null || words === null) return [words, null];
  return [words.replace(mark[0], ' ').replace(/\s+/g, ' ').trim() || null, mark[1] ?? null];
}

function pricesOf(page: LoadedPage, card: Element, shown: readonly string[], currency: string | null): PriceLine[] {
  const options = all(page, 'select.paymentTerm option, select[name="paymentterm"] option', [card]);
  if (options.length > 0) return options.map((option) => optionPrice(page, option, currency));
  const rows = all(page, 'table.pricing-options tbody tr', [card]);
  if (rows.length > 0) return rows.map((row) => rowPrice(page, row, currency));
  return [priceLine(shown.filter((line) => !STOCK_MARK.test(line)).join(' '), { currency })];
}

/** A term shows either its whole price or the share of a month; the form's own field holds the whole price. */
function optionPrice(page: LoadedPage, option: Element, currency: string | null): PriceLine {
  const { attribs } = option;
  const cycle = cycleOf(attribs['data-term'] ?? '');
  const words = plainText(page, option);
  const setup = Number(attribs['data-setupfee']) > 0 ? (attribs['data-setupfee'] ?? null) : null;
  const spoken = priceLine(words, { cycle, setupFee: setup, currency });
  if (spoken.ok || spoken.why !== 'share') return spoken;
  const whole = attribs['data-price'] ?? '';
  const sign = /[^\d\s.,/:()]{1,4}(?=\s?\d)/.exec(words.replace(/^[^:]{1,40}:/, ''))?.[0] ?? currency;
  return /^\d{1,9}(?:\.\d{1,4})?$/.test(whole) && sign !== null
    ? priceLine(`${sign}${whole}`, { cycle, setupFee: setup, currency })
    : spoken;
}

function rowPrice(page: LoadedPage, row: Element, currency: string | null): PriceLine {
  const cells = all(page, 'td', [row]).map((cell) => plainText(page, cell));
  const [, term = '', price = '', setup] = cells;
  const fee = setup !== undefined && /[1-9]/.test(setup) ? setup : null;
  return priceLine(price, { cycle: cycleOf(term), setupFee: fee, currency });
}

function groups(page: LoadedPage): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const link of all(page, 'a[href*="productGroup="], option[value*="productGroup="]').slice(0, 500)) {
    const href = link.attribs.href ?? link.attribs.value;
    const key = /[?&;]productGroup=(\d{1,9})/.exec(href ?? '')?.[1];
    const url = absoluteUrl(page, href);
    const name = plainText(page, link).slice(0, 120);
    if (key !== undefined && url !== null && name !== '' && !links.has(key)) links.set(key, { key, name, url });
  }
  return [...links.values()];
}
