/**
 * XML to a tree, within limits. Lenient, because real feeds are: an undeclared `&nbsp;` is text. Nothing that a document declares is
 * ever expanded, and one that declares entities is refused.
 */
import { Parser } from 'htmlparser2';

/** What a document may hold. */
export interface XmlLimits {
  readonly characters: number;
  readonly elements: number;
}

/** No feed or price list of a provider comes near. */
const LIMITS: XmlLimits = { characters: 8_000_000, elements: 100_000 };
const MOST_DEPTH = 64;

/** An element with its prefix ("content:encoded"), as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, CDATA sections too, without that of its children. */
  readonly text: string;
  /** The document's source between its tags. */
  readonly inner: string;
}

/** Why a document was not read. */
export type XmlRefusalCode = 'too-large' | 'too-deep' | 'too-many-elements' | 'declares-entities' | 'cut-off' | 'no-xml';

/** A document that was not read, with a sentence for people. */
export interface XmlRefusal {
  readonly code: XmlRefusalCode;
  readonly message: string;
}

function reasonOf(code: XmlRefusalCode, { characters, elements }: XmlLimits): string {
  if (code === 'too-large') return `more than ${characters} characters`;
  if (code === 'too-deep') return `elements nested more than ${MOST_DEPTH} deep`;
  if (code === 'too-many-elements') return `more than ${elements} elements`;
  if (code === 'declares-entities') return 'a document that declares entities of its own';
  return code === 'cut-off' ? 'the document ends before its root element does' : 'no element';
}

class Overrun extends Error {
  constructor(readonly code: XmlRefusalCode) {
    super(code);
  }
}

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
  inner: string;
  from: number;
}

/** Reads a document; its root element. */
export function xmlTree(
  xml: string,
  limits: XmlLimits = LIMITS,
): { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly refusal: XmlRefusal } {
  const refuse = (code: XmlRefusalCode) => ({ ok: false as const, refusal: { code, message: reasonOf(code, limits) } });
  if (xml.length > limits.characters) return refuse('too-large');
  const open: Building[] = [];
  const roots: Building[] = [];
  let elements = 0;
  let isCutOff = false;
  const parser = new Parser(
    {
      onprocessinginstruction(name, data) {
        if (/^!(?:entity|doctype$)/i.test(name) && /^!entity|\[/i.test(data)) throw new Overrun('declares-entities');
      },
      onopentag(name, attributes) {
        elements += 1;
        if (elements > limits.elements) throw new Overrun('too-many-elements');
        if (open.length >= MOST_DEPTH) throw new Overrun('too-deep');
        const element: Building = { name, attributes, children: [], text: '', inner: '', from: parser.endIndex + 1 };
        (open.at(-1)?.children ?? roots).push(element);
        open.push(element);
      },
      ontext(data) {
        const element = open.at(-1);
        if (element) element.text += data;
      },
      onclosetag(_name, isImplied) {
        const element = open.pop();
        if (!element) return;
        element.inner = isImplied ? '' : xml.slice(element.from, parser.startIndex);
        if (open.length === 0 && isImplied && !isSelfClosed(xml, parser.endIndex)) isCutOff = true;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.parseComplete(xml);
  } catch (error) {
    if (error instanceof Overrun) return refuse(error.code);
    throw error;
  }
  const [root] = roots;
  if (!root) return refuse('no-xml');
  return isCutOff ? refuse('cut-off') : { ok: true, root };
}

/** An empty root ("<feed/>") is closed by itself, not by the end of the document. */
function isSelfClosed(xml: string, end: number): boolean {
  return xml.slice(Math.max(0, end - 1), end + 1) === '/>';
}

/** First child of one of the names. */
export function childNamed(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const child = element.children.find((one) => one.name.toLowerCase() === name);
    if (child) return child;
  }
  return undefined;
}

/** All children of a name. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((one) => one.name.toLowerCase() === name);
}

/** Text of the first child of one of the names; null where there is none, or it is empty. */
export function textOfChild(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = element.children.find((one) => one.name.toLowerCase() === name && one.text.trim() !== '')?.text.trim();
    if (text !== undefined) return text;
  }
  return null;
}
