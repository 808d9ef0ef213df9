/** Looking things up in a page, as lists of elements. Selectors are compiled once: a list of a thousand cards asks the same ones. */
import { compile, is, selectAll } from 'css-select';
import type { AnyNode, Element } from 'domhandler';
import type { LoadedPage } from '../html/load-page.ts';

type Query = ReturnType<typeof compile<AnyNode, Element>>;

/** By selector; selectors are constants of the readers, so this stays small. */
const compiled = new Map<string, Query>();

function queryOf(selector: string): Query {
  const known = compiled.get(selector);
  if (known !== undefined) return known;
  const query = compile<AnyNode, Element>(selector);
  compiled.set(selector, query);
  return query;
}

/** Elements by a selector in document order: of the page, or of some parts of it, the parts themselves among them. */
export function all({ $ }: LoadedPage, selector: string, roots?: readonly Element[]): Element[] {
  if (selector === '') return [];
  return selectAll<AnyNode, Element>(queryOf(selector), roots === undefined ? $.root().get() : [...roots]);
}

/** The first of them; null without any. */
export function first(page: LoadedPage, selector: string, roots?: readonly Element[]): Element | null {
  return all(page, selector, roots)[0] ?? null;
}

/** Whether an element is what a selector asks for. */
export function fits(element: Element, selector: string): boolean {
  return is<AnyNode, Element>(element, queryOf(selector));
}

/** The text of an element as it stands in the page, in one line; for menus and scripts, which nobody sees as text. */
export function plainText({ $ }: LoadedPage, element: Element | null): string {
  return element === null ? '' : $(element).text().replace(/\s+/g, ' ').trim();
}

/** The label that belongs to a form's field; null without one. */
export function labelFor(page: LoadedPage, field: Element): Element | null {
  for (let at = field.parent; at !== null && 'attribs' in at; at = at.parent) if (at.name === 'label') return at;
  const { id } = field.attribs;
  return id === undefined ? null : (all(page, 'label[for]').find(({ attribs }) => attribs.for === id) ?? null);
}
