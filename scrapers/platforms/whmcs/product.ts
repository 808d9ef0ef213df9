/** One product of a WHMCS list into a unit. */
import { absoluteUrl } from '../../html/links.ts';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { type CardParts, cardWords } from '../card-words.ts';
import { all } from '../dom.ts';
import { menuPrices, type PriceLine, priceLine } from '../price-words.ts';
import { type UnitRead, unitOf } from '../units.ts';
import { columnLines } from './columns.ts';
import { menuLines } from './menu.ts';
import type { ProductCard } from './product-cards.ts';
import { productInLink } from './product-key.ts';

/** A unit or a rejection, and the lines of its menu that are no price. */
export interface ProductRead {
  readonly read: UnitRead;
  readonly refused: readonly PriceLine[];
}

const PARTS: CardParts = {
  name: [
    '[id$="-name"]',
    '.package-title',
    '.package-name',
    '.product-title',
    '.product-name',
    '.plan-title',
    '.top-area',
    'div.name',
    'span.title',
    'header',
    'h2, h3, h4, h5',
    'strong',
    'b',
  ],
  price: [
    '.price-cont',
    '[id$="-price"]',
    '.product-pricing',
    'div.pricing',
    '.package-price',
    '.price-area .price',
    '.price',
    '.aheader, .bheader, .aheaderexpandable, .bheaderexpandable',
    '.product-price',
  ],
  stock: ['.qty', '[id$="-unavailable"]', '.unavailable', '.package-qty', '.package-stock', '.stock', 'em'],
  ignored: [
    '.popular-plan',
    '.label-corner',
    '[id$="-price-small"]',
    '.progress',
    '[id$="-order-button"]',
    '.ordernowbox',
    '.prodfeature',
    '.price-container',
  ],
};

const SETUP = /set[\s-]?up|einrichtung|installation|mise en|instala|configuraci|attivazione|activation|kurulum|установк|初装/i;
const STOCK = /\d|stock|sold|avail|verf|ausverkauft|dispon|agotad|esgotad|rupture|épuis|наличи|stok|售罄|缺货/i;

/** Reads a card of the list. `labels`: those of the page's first column, where its form compares products. */
export function readProduct(
  page: LoadedPage,
  card: ProductCard,
  labels: readonly string[],
  currency: string | null,
): ProductRead {
  const words = cardWords(page, card.elements, PARTS);
  const menu = menuLines(page, card.elements);
  const shown = menu.length > 0 ? menuPrices(menu, currency) : shownPrice(words.price, currency);
  const link = orderLink(page, card);
  const product = {
    key: keyOf(card, link),
    name: words.name ?? sliderName(page, card),
    url: link === null ? null : absoluteUrl(page, link),
    lines: columnLines(page, card.elements, labels) ?? featureLines(page, card, words.lines),
    stock: stockOf(page, card, words.stock),
  };
  // The "boxes" form lists no prices at all: only the description can name one.
  const unpriced = card.marker.name === 'input' && menu.length === 0 && words.price.length === 0;
  if (unpriced) return { read: { unit: { ...product, prices: [] } }, refused: [] };
  return { read: unitOf(product, shown.prices, shown.refused), refused: menu.length > 0 ? shown.refused : [] };
}

/** "Starting from", "$5.00 USD", "Monthly", "$10.00 USD Setup Fee" are one price. */
function shownPrice(lines: readonly string[], currency: string | null) {
  const setup = lines.filter((line, index) => index > 0 && SETUP.test(line) && /\d/.test(line));
  const main = lines.filter((line) => !setup.includes(line));
  const line = priceLine(main.join(' '), { setupFee: setup[0] ?? null, currency });
  return line.ok ? { prices: [line.price], refused: [] } : { prices: [], refused: [line] };
}

function orderLink(page: LoadedPage, card: ProductCard): string | null {
  const links = all(
    page,
    '[id$="order-button"][href], a[href*="a=add"], form[action*="a=add"], a.btn-order-now, a[href*="/store/"], [onclick*="a=add"]',
    card.elements,
  );
  for (const { attribs } of links) {
    const link = attribs.href ?? attribs.action ?? /['"]([^'"]{1,500})['"]/.exec(attribs.onclick ?? '')?.[1];
    if (link !== undefined && link !== '' && !link.startsWith('#')) return link;
  }
  return /['"]([^'"]{1,500}a=add[^'"]{1,500})['"]/.exec(card.elements[0]?.attribs.onclick ?? '')?.[1] ?? null;
}

/** Sliders write a product's name into their script, by its id. */
function sliderName(page: LoadedPage, { product, elements }: ProductCard): string | null {
  if (!elements.some(({ attribs }) => attribs.id?.endsWith('-container'))) return null;
  const script = page.$('script').text().slice(0, 50_000);
  const named = new RegExp(`products\\[(['"])([^'"\\n]{1,150})\\1\\]\\s{0,3}=\\s{0,3}['"]b?${product}['"]`).exec(script);
  return named?.[2] ?? null;
}

/** The product's id where the page says it; else the words of its address, which change only when it is renamed. */
function keyOf({ product, number, counted }: ProductCard, link: string | null): string | null {
  const linked = link === null ? null : productInLink(link);
  if (linked !== null && /^b?\d+$/.test(linked)) return linked;
  if (number === null) return product;
  if (!counted) return String(number);
  return linked ?? slugOf(link);
}

function slugOf(link: string | null): string | null {
  return /([\w.-]{1,150})\/?(?:[?#].*)?$/.exec(link?.slice(0, 1000) ?? '')?.[1] ?? null;
}

/** The stock mark; a button that cannot be pressed is one too. */
function stockOf(page: LoadedPage, card: ProductCard, words: string | null): string | null {
  if (words !== null && STOCK.test(words)) return words.replace(/^[([\s]+|[)\]\s]+$/g, '');
  const blocked = all(
    page,
    'input[type="submit"][disabled], input[type="button"][disabled], input[name="pid"][disabled]',
    card.elements,
  );
  return blocked.length > 0 ? 'order button disabled' : null;
}

/** The "modern" form writes "RAM" above "2 GB": the pair is one line. */
function featureLines(page: LoadedPage, card: ProductCard, lines: readonly string[]): readonly string[] {
  const features = all(page, '.prodfeature', card.elements);
  if (features.length === 0) return lines;
  const paired = features.map((element) => textLines(element, page.styles));
  const pieces = new Set(paired.flat());
  return [
    ...paired.map(([label = '', ...value]) => `${label}: ${value.join(' ')}`),
    ...lines.filter((line) => !pieces.has(line)),
  ];
}
