/** Products and offers of schema.org in a page, JSON-LD and microdata alike, as plain nodes: a type and properties. */
import type { Element } from 'domhandler';
import type { LoadedPage } from '../../html/load-page.ts';
import { textLines } from '../../html/visible-text.ts';
import { childOf } from '../../read/json.ts';
import { all } from '../dom.ts';
import { looseJson } from './loose-json.ts';

/** A node: schema.org type without its address, and properties, each a list. */
export interface Node {
  readonly types: readonly string[];
  readonly props: Readonly<Record<string, readonly (string | Node)[]>>;
}

/** Nodes of a page in all, and how deep they may lie in each other. */
const MOST_NODES = 20_000;
const MOST_DEPTH = 30;
const MOST_SCRIPTS = 100;

/** The outermost nodes of a page, and how many scripts of JSON-LD could not be read. */
export function nodesOf(page: LoadedPage): { readonly nodes: readonly Node[]; readonly broken: number } {
  const scripts = all(page, 'script[type="application/ld+json" i]').slice(0, MOST_SCRIPTS);
  const values = scripts.map((script) => looseJson(page.$(script).text()));
  const budget = { left: MOST_NODES };
  const linked = values.flatMap((value) => jsonNodes(value, budget, 0));
  const items = all(page, '[itemscope]')
    .filter((element) => !isInItem(element))
    .slice(0, 2000);
  const inPage = items.map((item) => microdataNode(page, item, budget, 0));
  return { nodes: [...linked, ...inPage], broken: values.filter((value) => value === undefined).length };
}

function jsonNodes(value: unknown, budget: { left: number }, depth: number): Node[] {
  if (depth > MOST_DEPTH || budget.left <= 0) return [];
  if (Array.isArray(value)) return value.flatMap((one) => jsonNodes(one, budget, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const graph = childOf(value, '@graph');
  if (graph !== undefined) return jsonNodes(graph, budget, depth + 1);
  const node = jsonNode(value, budget, depth);
  return node === null ? [] : [node];
}

function jsonNode(value: object, budget: { left: number }, depth: number): Node | null {
  budget.left -= 1;
  if (depth > MOST_DEPTH || budget.left <= 0) return null;
  const props: Record<string, (string | Node)[]> = Object.create(null);
  for (const [name, child] of Object.entries(value)) {
    const values = (Array.isArray(child) ? child : [child]).slice(0, 2000);
    props[name.replace(/^.*[/#:]/, '')] = values.flatMap((one): (string | Node)[] => {
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return [String(one)];
      const node = typeof one === 'object' && one !== null ? jsonNode(one, budget, depth + 1) : null;
      return node === null ? [] : [node];
    });
  }
  return { types: typesIn(props.type ?? props['@type'] ?? []), props };
}

function typesIn(values: readonly (string | Node)[]): string[] {
  return values.flatMap((value) =>
    typeof value === 'string' ? value.split(/\s+/).map((type) => type.replace(/^.*[/#:]/, '')) : [],
  );
}

function isInItem(element: Element): boolean {
  for (let at = element.parent; at !== null && 'attribs' in at; at = at.parent)
    if (at.attribs.itemscope !== undefined) return true;
  return false;
}

function microdataNode(page: LoadedPage, item: Element, budget: { left: number }, depth: number): Node {
  const props: Record<string, (string | Node)[]> = Object.create(null);
  const visit = (element: Element) => {
    budget.left -= 1;
    if (budget.left <= 0) return;
    const { itemprop, itemscope } = element.attribs;
    const isItem = itemscope !== undefined;
    if (itemprop !== undefined) {
      const value = isItem && depth < MOST_DEPTH ? microdataNode(page, element, budget, depth + 1) : propertyText(page, element);
      for (const name of itemprop.slice(0, 300).split(/\s+/)) props[name] = [...(props[name] ?? []), value];
    }
    if (!isItem) for (const child of element.children) if ('attribs' in child) visit(child);
  };
  for (const child of item.children) if ('attribs' in child) visit(child);
  return { types: typesIn([item.attribs.itemtype ?? '']), props };
}

function propertyText(page: LoadedPage, element: Element): string {
  const { content, href, value, datetime } = element.attribs;
  return (
    content ??
    (element.name === 'link' || element.name === 'a' ? href : undefined) ??
    datetime ??
    value ??
    textLines(element, page.styles).join('\n')
  );
}
