/**
 * WHMCS: the order forms that it ships (standard_cart and its comparison and slider forms; comparison, modern, boxes, verticalsteps and
 * others of versions up to 6) and themes made after them. https://github.com/WHMCS/orderforms-standard_cart
 */
import type { Finding } from '../../../domain/listing.ts';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { all, first, plainText } from '../dom.ts';
import { pageWithoutProducts } from '../page-state.ts';
import type { PageUnits, Platform } from '../platform.ts';
import { chosenCurrency, leftOut, sortUnits } from '../units.ts';
import { columnLabels } from './columns.ts';
import { configuredProduct } from './configure-page.ts';
import { groupLinks } from './groups.ts';
import { readProduct } from './product.ts';
import { productCards } from './product-cards.ts';

const ORDER_FORMS =
  '#order-standard_cart, #order-premium_comparison, #order-pure_comparison, #order-supreme_comparison, #order-universal_slider, #order-cloud_slider, ' +
  '#order-boxes, #order-modern, #order-verticalsteps, #order-comparison, #order-web20cart, #order-slider, #order-ajaxcart, #order-singlepage, #order-cart, ' +
  '#frmConfigureProduct, form#orderfrm';
const SHELL =
  'link[href*="/orderforms/"], script[src*="/orderforms/"], [menuitemname], [menuItemName], input[name="token"] ~ select[name="currency"]';
const LIST = '[id$="-order-button"], #products, .products, a[href*="a=add&pid="], a[href*="a=add&amp;pid="], a.btn-order-now';

/** Reader of WHMCS carts. */
export const whmcs: Platform = {
  id: 'whmcs',
  title: 'WHMCS',
  recognise: (page) => {
    if (first(page, ORDER_FORMS) !== null) return true;
    const shell = first(page, SHELL) !== null || page.$('script').text().slice(0, 200_000).includes('whmcsBaseUrl');
    return shell && first(page, LIST) !== null;
  },
  read,
  groups: groupLinks,
};

function read(page: LoadedPage, convention: string | null = null): PageUnits {
  const currency = chosenCurrency(page) ?? convention;
  const around = { shared: sharedLines(page), currency, lang: page.lang };
  const configured = configuredProduct(page, currency);
  if (configured !== null) return { ...around, ...sortUnits([configured.read]), findings: leftOut(configured.refused) };
  const labels = columnLabels(page);
  const products = productCards(page).map((card) => readProduct(page, card, labels, currency));
  if (products.length === 0)
    return { ...around, units: [], rejections: [], findings: [emptyGroup(page) ?? pageWithoutProducts(page, 'WHMCS')] };
  return { ...around, ...sortUnits(products.map((one) => one.read)), findings: leftOut(products.flatMap((one) => one.refused)) };
}

const EMPTY =
  /does not contain any visible products|no visible products|enthält keine sichtbaren Produkte|不包含任何可[见見]的[产產]品/i;

/** A group that the shop itself says is empty is a whole page. */
function emptyGroup(page: LoadedPage): Finding | null {
  const alert = all(page, '.alert, .errorbox, .message-danger, .product-group-empty, .products').map((element) =>
    plainText(page, element).slice(0, 300),
  );
  const said = alert.find((text) => EMPTY.test(text));
  return said === undefined
    ? null
    : { code: 'skipped', severity: 'info', message: `an empty product group: ${said.slice(0, 100)}` };
}

const HEADINGS =
  '.header-lined, #headline, #tagline, .group-headlines h2, .group-headlines h5, #order-modern > h1, .products-page-title h1, h1.page-title';
const FEATURES = '.includes-features .list-features li, .group-features .list-features li';

/** The group's headline and tagline, and what it says is included in every plan. */
function sharedLines(page: LoadedPage): string[] {
  const elements = [...all(page, HEADINGS), ...all(page, FEATURES)].slice(0, 60);
  return [...new Set(elements.flatMap((element) => textLines(element, page.styles)))];
}
