/** Looking things up in a page, as lists of elements. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';

/** Elements by a selector in document order: of the page, or of some parts of it, the parts themselves among them. */
export function all({ $ }: LoadedPage, selector: string, roots?: readonly Element[]): Element[] {
  if (selector === '') return [];
  if (roots === undefined) return $<Element, string>(selector).get();
  const own = roots.filter((root) => $(root).is(selector));
  return [...own, ...$<Element, string>(selector, [...roots]).get()];
}

/** The first of them; null without any. */
export function first(page: LoadedPage, selector: string, roots?: readonly Element[]): Element | null {
  return all(page, selector, roots)[0] ?? null;
}

/** The text of an element as it stands in the page, in one line; for menus and scripts, which nobody sees as text. */
export function plainText({ $ }: LoadedPage, element: Element | null): string {
  return element === null ? '' : $(element).text().replace(/\s+/g, ' ').trim();
}

/** The label that belongs to a form's field; null without one. */
export function labelFor(page: LoadedPage, field: Element): Element | null {
  for (let at = field.parent; at !== null && 'attribs' in at; at = at.parent) if (at.name === 'label') return at;
  const id = (field.attribs.id ?? '').replace(/[^\w-]/g, '');
  return id === '' ? null : first(page, `label[for="${id}"]`);
}
