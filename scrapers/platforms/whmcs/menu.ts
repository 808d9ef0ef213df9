/** The menu of billing cycles of a WHMCS product: a select, or radio buttons with their labels. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { all, labelFor, plainText } from '../dom.ts';
import type { MenuLine } from '../price-words.ts';

/** Lines of the menu, in its order; empty where a product has none. */
export function menuLines(page: LoadedPage, scope: readonly Element[]): MenuLine[] {
  const options = all(page, 'select[name="billingcycle"] option', scope);
  if (options.length > 0) return options.map((option) => ({ value: option.attribs.value, words: plainText(page, option) }));
  return all(page, 'input[name="billingcycle"][type="radio"]', scope).map((radio) => {
    const label = labelFor(page, radio);
    return { value: radio.attribs.value, words: label === null ? '' : textLines(label, page.styles).join(' ') };
  });
}
