/** Plans that follow each other in one block without boxes of their own: a heading each, then its facts. */
import type { Element } from 'domhandler';
import type { PageText } from './page-text.ts';
import { KIND } from './spec-kinds.ts';

/** Consecutive children of one element that hold one plan. */
export interface Segment {
  readonly parts: readonly Element[];
  readonly from: number;
  readonly to: number;
}

/** Splits a block before each heading of the level that its plans have; null where it cannot be split. */
export function splitBlock(block: Element, text: PageText): Segment[] | null {
  const children = text.ranges.childrenOf(block);
  for (let level = 1; level <= 6; level += 1) {
    const segments = splitBefore(
      children,
      text,
      (from, to) => text.lines.slice(from, to).filter((line) => line.heading === level).length,
    );
    if (segments) return segments;
  }
  const bold = splitBefore(children, text, (from, to) => (isTitle(children, text, from, to) ? 1 : 0));
  return bold ?? splitAtRules(block, text);
}

/** Null unless at least two segments come of it that each hold at most one plan. */
function splitBefore(
  children: readonly Element[],
  text: PageText,
  starts: (from: number, to: number) => number,
): Segment[] | null {
  const segments: { parts: Element[]; from: number; to: number }[] = [];
  for (const child of children) {
    const { from, to } = text.ranges.of(child);
    const headings = starts(from, to);
    if (headings > 1) return null;
    const last = segments.at(-1);
    if (headings === 1) segments.push({ parts: [child], from, to });
    else if (last) {
      last.parts.push(child);
      last.to = to;
    }
  }
  return validated(segments, text);
}

function validated(segments: readonly Segment[], text: PageText): Segment[] | null {
  const plans = segments.filter(({ from, to }) => text.lines.slice(from, to).some((line) => line.kinds !== 0));
  if (plans.length < 2) return null;
  const crowded = plans.some(({ from, to }) => text.lines.slice(from, to).filter((line) => line.kinds & KIND.memory).length > 2);
  return crowded ? null : plans;
}

/** A short paragraph of words alone that is all bold, a term of a list. */
function isTitle(children: readonly Element[], text: PageText, from: number, to: number): boolean {
  const line = text.lines[from];
  if (!line || to - from !== 1 || line.kinds !== 0 || line.priced || line.text.length > 60) return false;
  const child = children.find((one) => text.ranges.of(one).from === from);
  if (child?.name === 'dt') return true;
  const inner =
    child?.children.filter((node) => !('data' in node && typeof node.data === 'string' && node.data.trim() === '')) ?? [];
  const [only] = inner;
  return inner.length === 1 && only !== undefined && 'name' in only && /^(?:b|strong)$/.test(only.name);
}

function splitAtRules(block: Element, text: PageText): Segment[] | null {
  const segments: { parts: Element[]; from: number; to: number }[] = [];
  let fresh = true;
  for (const child of block.children) {
    if (!('name' in child) || child.type !== 'tag') continue;
    if (child.name === 'hr') fresh = true;
    else if (text.ranges.has(child)) {
      const { from, to } = text.ranges.of(child);
      const last = segments.at(-1);
      if (fresh || !last) segments.push({ parts: [child], from, to });
      else {
        last.parts.push(child);
        last.to = to;
      }
      fresh = false;
    }
  }
  return segments.length < 2 ? null : validated(segments, text);
}
