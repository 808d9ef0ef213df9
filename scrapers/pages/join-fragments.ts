/** Puts together what the markup tears apart over several blocks: a currency and its amount, a label and its value. */
import type { Element } from 'domhandler';
import { TORN_DIGITS } from '../html/line-writer.ts';
import type { SeenLine } from '../html/visible-text.ts';
import { CURRENCY } from '../text/currencies.ts';
import { NUMBER } from '../text/numbers.ts';
import { hasNoLimit } from '../text/unmetered.ts';
import { commonAncestor, LineRanges } from './line-ranges.ts';
import { isSpec, KIND, kindsIn, labelKindOf } from './spec-kinds.ts';

const SIGN = new RegExp(`^(?:${CURRENCY})$`, 'u');
const AMOUNT_FIRST = new RegExp(`^(?:${NUMBER})`, 'u');
const AMOUNT = new RegExp(`^(?:${NUMBER})$`, 'u');
const WHOLE_PRICE = new RegExp(`^(?:${CURRENCY})?\\s?\\d{1,7}$|^\\d{1,7}\\s?(?:${CURRENCY})$`, 'u');
const SIGN_FIRST = new RegExp(`^(?:${CURRENCY})(?:$|[^\\p{L}\\d])`, 'u');

/** Longest piece of a torn line. */
const LONGEST_PIECE = 40;

/** Joins torn prices first, then labels with their values. */
export function joinFragments(lines: readonly SeenLine[]): SeenLine[] {
  return joinLabels(joinPrices(lines));
}

function joinPrices(lines: readonly SeenLine[]): SeenLine[] {
  const joined: SeenLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const seam = last && last.toggled === line.toggled && line.text.length <= LONGEST_PIECE ? priceSeam(last.text, line) : null;
    const at = last && seam !== null ? commonAncestor(last.at, line.at) : null;
    if (last && at && seam !== null && isTight(at))
      joined[joined.length - 1] = { ...last, text: `${last.text}${seam}${line.text}`, at };
    else joined.push(line);
  }
  return joined;
}

/** What belongs between two blocks that are one price; null where they are not. */
function priceSeam(before: string, { text: after, fraction }: SeenLine): string | null {
  if (before.length > LONGEST_PIECE) return null;
  if (SIGN.test(before) && AMOUNT_FIRST.test(after)) return '';
  if (WHOLE_PRICE.test(before)) {
    if (/^[.,]\d{1,2}(?!\d)/.test(after)) return '';
    if (/^\d\d$/.test(after)) return fraction ? '.' : TORN_DIGITS;
  }
  if (AMOUNT.test(before) && SIGN_FIRST.test(after)) return ' ';
  return null;
}

/** Cells of a table stay apart. */
function isTight(element: Element): boolean {
  return !/^(?:tr|tbody|thead|tfoot|table|body|main|section)$/.test(element.name);
}

/** "RAM" above or below "2 GB" becomes "RAM: 2 GB"; which of the two ways, the page's own grouping says. */
function joinLabels(lines: readonly SeenLine[]): SeenLine[] {
  const ranges = new LineRanges(lines);
  const kinds = lines.map(({ text }) => labelKindOf(text));
  const joined: SeenLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line) continue;
    const pair = next ? pairOf(lines, kinds, ranges, index) : null;
    if (pair && next) {
      joined.push({ ...line, ...pair });
      index += 1;
    } else joined.push(line);
  }
  return joined;
}

function pairOf(
  lines: readonly SeenLine[],
  kinds: readonly ReturnType<typeof labelKindOf>[],
  ranges: LineRanges,
  index: number,
): { text: string; at: Element } | null {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || !next || line.toggled !== next.toggled) return null;
  // A definition list says itself which is which.
  const [term, definition] = [listPart(line.at), listPart(next.at)];
  if (term === 'dd' && definition === 'dt') return null;
  if (term === 'dt' && definition === 'dd') {
    const isShort = line.text.length <= LONGEST_PIECE && next.text.length <= 2 * LONGEST_PIECE && !PRICED.test(line.text);
    return isShort
      ? { text: `${line.text.replace(/\s*[:：]\s*$/, '')}: ${next.text}`, at: commonAncestor(line.at, next.at) }
      : null;
  }
  const labelFirst = isSpec(kinds[index] ?? null) && isValue(next.text);
  const valueFirst = isSpec(kinds[index + 1] ?? null) && isValue(line.text);
  if (!labelFirst && !valueFirst) return null;
  const at = commonAncestor(line.at, next.at);
  const { from, to } = ranges.of(at);
  // Two lines that are all of their block belong together; in a longer list, its first line says which way it goes.
  const headed = [line.at, next.at].filter(isHeadline).length;
  const whole = to - from === 2 && headed < 2;
  const listed =
    headed === 0 &&
    areNeighbours(line.at, next.at, at, ranges) &&
    at.name !== 'tr' &&
    (kinds[from] !== null ? labelFirst : valueFirst);
  if (!whole && !listed) return null;
  const [label, value] = labelFirst ? [line.text, next.text] : [next.text, line.text];
  return { text: labelFirst ? `${label.replace(/\s*[:：]\s*$/, '')}: ${value}` : `${value} ${label}`, at };
}

const PRICED = new RegExp(CURRENCY, 'u');

/** Whether an element is, or stands right within, a term or a definition of a list. */
function listPart(element: Element): 'dt' | 'dd' | null {
  let at: Element['parent'] | Element = element;
  for (let up = 0; up < 3 && at !== null && 'name' in at; up += 1) {
    if (at.name === 'dt' || at.name === 'dd') return at.name;
    at = at.parent;
  }
  return null;
}

/** A figure that a label explains, with its unit at most. */
function isValue(text: string): boolean {
  if (text.length > LONGEST_PIECE) return false;
  const kinds = kindsIn(text);
  return (
    (/\d/.test(text) || hasNoLimit(text) || /^(?:flat(?:rate)?|inklusive|included|inclus[ao]?)$/i.test(text)) &&
    (kinds & ~(KIND.size | KIND.disk | KIND.cpu | KIND.port)) === 0 &&
    !new RegExp(CURRENCY, 'u').test(text)
  );
}

function isHeadline({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

/** Whether two lines are all of two boxes that stand side by side. */
function areNeighbours(a: Element, b: Element, ancestor: Element, ranges: LineRanges): boolean {
  const [left, right] = [childTowards(a, ancestor), childTowards(b, ancestor)];
  if (left === null || right === null || left === right) return false;
  if ([left, right].some((box) => ranges.of(box).to - ranges.of(box).from !== 1)) return false;
  for (let at = left.next; at !== null; at = at.next) {
    if (at === right) return true;
    if ('data' in at && typeof at.data === 'string' && at.data.trim() === '') continue;
    return false;
  }
  return false;
}

function childTowards(element: Element, ancestor: Element): Element | null {
  let at: Element = element;
  while (at !== ancestor && at.parent !== null && at.parent !== ancestor && 'name' in at.parent) at = at.parent;
  return at === ancestor ? null : at;
}
