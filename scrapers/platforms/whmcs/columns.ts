/** The "comparison" form of WHMCS: a first column of labels, a column of values for each product. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { all } from '../dom.ts';

const VALUE = /^[ab]feature\d?$/;

/** "Label: value" lines of a column; null where the page has no column of labels. */
export function columnLines(page: LoadedPage, column: readonly Element[]): string[] | null {
  const labels = all(page, '.prodtablecol > .feature').map((element) => textLines(element, page.styles).join(' '));
  if (labels.length === 0) return null;
  const values = all(page, 'div', column).filter(({ attribs }) => VALUE.test(attribs.class ?? ''));
  return labels.flatMap((label, index) => {
    const element = values[index];
    const value = element === undefined ? '' : textLines(element, page.styles).join(' ');
    return value === '' ? [] : [`${label}: ${value}`];
  });
}
