/**
 * HTML of a post as text that keeps what its marks mean: headings, bold words, bullets, table rows and links as Markdown has them, so
 * that a post reads the same whether it was written in Markdown or came as HTML. Struck-out and hidden content is left out.
 */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { LineWriter } from './line-writer.ts';
import { absoluteUrl } from './links.ts';
import type { LoadedPage } from './load-page.ts';
import { classesOf, isStruckOut, visibilityOf } from './visibility.ts';

const PARAGRAPHS = new Set(
  'p div section article blockquote ul ol dl table figure details summary header footer center'.split(' '),
);
const LINES = new Set('li tr dt dd br caption figcaption tbody thead tfoot'.split(' '));
/** A longer address is no order link; its words stay. */
const MOST_LINK = 300;
/** What somebody else wrote. */
const QUOTES = new Set(['js-embed', 'embedExternal', 'Quote', 'UserQuote', 'blockquote-line']);

/** The post's words, a line a line; a paragraph's end is an empty one. */
export function postText(page: LoadedPage): string {
  const bodies = page.$('body').toArray().filter(isTag);
  const writer = new PostWriter(page, holdersOfBlocks(bodies));
  for (const body of bodies) writer.walkAll(body);
  return writer.text();
}

class PostWriter {
  readonly #page: LoadedPage;
  readonly #lines: string[] = [];
  readonly #holders: ReadonlySet<Element>;
  #writer = new LineWriter((line) => this.#lines.push(line));
  /** Elements around, whose words go into one line. */
  #within = 0;

  constructor(page: LoadedPage, holders: ReadonlySet<Element>) {
    this.#page = page;
    this.#holders = holders;
  }

  text(): string {
    this.#writer.break();
    return this.#lines.join('\n').trim();
  }

  walkAll(element: Element): void {
    for (const child of element.children) this.#walk(child);
  }

  #walk(node: AnyNode): void {
    if (isText(node)) this.#writer.add(node.data);
    else if (isTag(node) && this.#isSeen(node)) this.#element(node);
  }

  #isSeen(node: Element): boolean {
    if (classesOf(node).some((name) => QUOTES.has(name))) return false;
    return visibilityOf(node, this.#page.styles) === 'shown' && !isStruckOut(node, this.#page.styles);
  }

  #element(node: Element): void {
    const { name } = node;
    if (/^h[1-6]$/.test(name)) this.#marked(node, `${'#'.repeat(Number(name.slice(1)))} `, 'every');
    else if (name === 'li') this.#marked(node, '- ', 'first');
    else if (name === 'tr') this.#row(node);
    else if (name === 'hr') this.#apart(() => this.#lines.push('---'));
    else if (name === 'pre') this.#apart(() => this.#lines.push(...rawText(node).split('\n')));
    else if ((name === 'b' || name === 'strong') && this.#within === 0 && !this.#holders.has(node)) this.#strong(node);
    else if (name === 'a' && !this.#holders.has(node)) this.#link(node);
    else if (PARAGRAPHS.has(name)) this.#apart(() => this.walkAll(node));
    else if (LINES.has(name)) {
      this.#writer.break();
      this.walkAll(node);
      this.#writer.break();
    } else {
      this.#writer.edge('open');
      this.walkAll(node);
      this.#writer.edge('close');
    }
  }

  /** Lines that begin with a mark: all of a heading's, the first of a list's entry. */
  #marked(node: Element, mark: string, which: 'every' | 'first'): void {
    if (which === 'every') this.#paragraph();
    else this.#writer.break();
    const from = this.#lines.length;
    this.walkAll(node);
    this.#writer.break();
    // Paragraphs within stay together.
    const own = this.#lines.splice(from).filter((line) => line !== '');
    const isMarked = (line: string, at: number) => line.startsWith(mark) || (which === 'first' && at > 0);
    this.#lines.push(...own.map((line, at) => (isMarked(line, at) ? line : `${mark}${line}`)));
    if (which === 'every') this.#paragraph();
  }

  #row(node: Element): void {
    this.#writer.break();
    const cells = node.children.filter(
      (child): child is Element => isTag(child) && /^t[dh]$/.test(child.name) && this.#isSeen(child),
    );
    const words = cells.map((cell) => this.#inline(cell).replaceAll('|', '/'));
    if (words.some((one) => one !== '')) this.#lines.push(words.length === 1 ? words.join('') : `| ${words.join(' | ')} |`);
  }

  #strong(node: Element): void {
    const words = this.#inline(node);
    if (words !== '') this.#writer.add(`**${words}**`);
  }

  #link(node: Element): void {
    const words = this.#inline(node);
    const url = absoluteUrl(this.#page, node.attribs.href);
    const isPlain = url === null || url.length > MOST_LINK || words === '' || /[[\]()\s]/.test(url);
    this.#writer.add(isPlain ? words : `[${words.replace(/[[\]]/g, ' ')}](${url})`);
  }

  /** Words of an element in one line. */
  #inline(node: Element): string {
    const outer = this.#writer;
    const lines: string[] = [];
    this.#writer = new LineWriter((line) => lines.push(line));
    this.#within += 1;
    this.walkAll(node);
    this.#within -= 1;
    this.#writer.break();
    this.#writer = outer;
    return lines.join(' ').trim();
  }

  #apart(write: () => void): void {
    this.#paragraph();
    write();
    this.#paragraph();
  }

  #paragraph(): void {
    this.#writer.break();
    if (this.#within === 0 && this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }
}

/** Elements that hold a paragraph, a heading, a list or the like, found in one pass. */
function holdersOfBlocks(roots: readonly Element[]): Set<Element> {
  const holders = new Set<Element>();
  const visit = (element: Element): boolean => {
    let holds = false;
    for (const child of element.children) if (isTag(child) && visit(child)) holds = true;
    if (holds) holders.add(element);
    return holds || PARAGRAPHS.has(element.name) || LINES.has(element.name) || /^(?:h[1-6r]|pre)$/.test(element.name);
  };
  for (const root of roots) visit(root);
  return holders;
}

/** Preformatted text keeps its lines. */
function rawText(element: Element): string {
  const pieces: string[] = [];
  const walk = (node: AnyNode): void => {
    if (isText(node)) pieces.push(node.data);
    else if (isTag(node)) {
      if (node.name === 'br') pieces.push('\n');
      for (const child of node.children) walk(child);
    }
  };
  walk(element);
  return pieces.join('').replace(/\n$/, '');
}
