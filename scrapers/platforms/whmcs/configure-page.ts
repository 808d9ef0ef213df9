/** A product's own page in WHMCS: all of its billing cycles, and the options that come with it. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { lex } from '../../text/lexer.ts';
import { all, first, labelFor, plainText } from '../dom.ts';
import { menuPrices } from '../price-words.ts';
import { rejected, unitOf } from '../units.ts';
import { menuLines } from './menu.ts';
import type { ProductRead } from './product.ts';
import { productInLink } from './product-key.ts';

/** The product of a configuration page; null where the page is none. */
export function configuredProduct(page: LoadedPage, currency: string | null): ProductRead | null {
  const form = first(page, '#frmConfigureProduct, form#orderfrm, form[action*="a=confproduct"]');
  if (form === null) return null;
  const name = plainText(page, first(page, '.product-title, .product-config-info h2, .product-name', [form])) || null;
  const info = first(page, '.product-info', [form]);
  const lines = info === null ? [] : textLines(info, page.styles).filter((line) => line !== name);
  const { prices, refused } = menuPrices(menuLines(page, [form]), currency);
  const product = { key: page.base === null ? null : productInLink(page.base), name, url: page.base, stock: null };
  const options = optionLines(page, form);
  if (options.charged !== null) {
    const said = `${options.charged} on top of the menu's prices`;
    return { read: { rejection: rejected('ambiguous-price', 'options', said, product) }, refused };
  }
  return { read: unitOf({ ...product, lines: [...lines, ...options.lines] }, prices, refused), refused };
}

/** Options by their labels, as they are chosen at first; the first chosen one that costs extra, in words. */
function optionLines(page: LoadedPage, form: Element): { lines: string[]; charged: string | null } {
  const lines: string[] = [];
  let charged: string | null = null;
  for (const field of all(page, 'select[name^="configoption"], input[name^="configoption"]', [form]).slice(0, 200)) {
    const label = plainText(page, labelFor(page, field));
    const { type, value } = field.attribs;
    if (label === '') continue;
    if (field.name === 'select') {
      const options = all(page, 'option', [field]);
      const chosen = options.find(({ attribs }) => attribs.selected !== undefined) ?? options[0] ?? null;
      const words = plainText(page, chosen);
      if (costs(words)) charged ??= `${label}: ${words}`;
      const sold = PLACE.test(label) ? options.map((option) => plainText(page, option)) : [words];
      lines.push(`${label}: ${sold.map(withoutPrice).join(', ')}`);
    } else if (type !== 'checkbox' && type !== 'radio' && Number(value) > 0) lines.push(`${label}: ${value}`);
  }
  return { lines, charged };
}

/** Every choice of such an option sells the plan somewhere else. */
const PLACE = /^(?:server\s|data\s?cent(?:er|re)\s)?(?:locations?|region|standort|data\s?cent(?:er|re)s?)$/i;

function costs(words: string): boolean {
  return lex(words).some((token) => token.type === 'money' && Number(token.amount) !== 0);
}

function withoutPrice(words: string): string {
  const money = lex(words).find(({ type }) => type === 'money');
  return (money === undefined ? words : words.slice(0, money.at)).replace(/[\s(+-]{1,10}$/, '');
}
