/** The "comparison" form of WHMCS: a first column of labels, a column of values for each product. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { all } from '../dom.ts';

const MOST_LABELS = 100;
const VALUE = /^[ab]feature\d?$/;

/** The labels of a page's first column; empty where it has none. */
export function columnLabels(page: LoadedPage): string[] {
  return all(page, '.prodtablecol > .feature')
    .slice(0, MOST_LABELS)
    .map((element) => textLines(element, page.styles).join(' '));
}

/** "Label: value" lines of a column; null without labels. */
export function columnLines(page: LoadedPage, column: readonly Element[], labels: readonly string[]): string[] | null {
  if (labels.length === 0) return null;
  const values = all(page, 'div', column).filter(({ attribs }) => VALUE.test(attribs.class ?? ''));
  return labels.flatMap((label, index) => {
    const element = values[index];
    const value = element === undefined ? '' : textLines(element, page.styles).join(' ');
    return value === '' ? [] : [`${label}: ${value}`];
  });
}
