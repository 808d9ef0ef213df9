/** Where the facts of a plan end, and those that hold for all plans begin. */
import { hasFacts, type Kind } from './line-facts.ts';
import type { NamedLine } from './plan-blocks.ts';
import type { TitledBlock } from './plan-titles.ts';
import { stockIn } from './stock.ts';

/** A line about nothing but stock is short. */
const LONGEST_STOCK = 40;

/** Gives every block its end: its last fact, but no further than others go; the last plan of a post ends like the others. */
export function endedBlocks(lines: readonly NamedLine[], blocks: readonly TitledBlock[]): TitledBlock[] {
  const tight = blocks.map((block) => ({ ...block, to: lastFact(lines, block) + 1 }));
  return tight.map((block, index) => ({
    ...block,
    to: withStock(lines, endOf(lines, tight, index), blocks[index]?.to ?? block.to),
  }));
}

function endOf(lines: readonly NamedLine[], tight: readonly TitledBlock[], index: number): number {
  const block = tight[index];
  if (!block) return 0;
  const sample = usualOf(tight.filter((one) => one !== block));
  const last = index === tight.length - 1;
  if (!last && (!sample || block.to - block.anchor <= sample.to - sample.anchor + 2)) return block.to;
  const alike = sample ? endAlike(lines, block, sample) : null;
  return alike ?? endOfFacts(lines, block);
}

/** What stands right behind a plan about its stock is about this plan. */
function withStock(lines: readonly NamedLine[], from: number, to: number): number {
  let end = from;
  while (end < to && isStock(lines[end])) end += 1;
  return end;
}

function isStock(line: NamedLine | undefined): boolean {
  const text = line?.line.text ?? '';
  return text.length < LONGEST_STOCK && stockIn(text) !== null;
}

/** The block of middling length. */
function usualOf(blocks: readonly TitledBlock[]): TitledBlock | undefined {
  const sorted = [...blocks].sort((a, b) => a.to - a.anchor - (b.to - b.anchor));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

const isFact = (line: NamedLine | undefined) => hasFacts(line) || line?.kinds.has('place') === true;

/** A place in bold behind a gap heads the plans below. */
const headsOthers = (lines: readonly NamedLine[], at: number): boolean =>
  !hasFacts(lines[at]) &&
  /^(?:heading|strong)$/.test(lines[at]?.line.kind ?? '') &&
  lines[at - 1]?.line.kind === 'blank' &&
  !/^[\p{L} ]{3,20}:/u.test(lines[at]?.line.text ?? '');

function lastFact(lines: readonly NamedLine[], block: TitledBlock): number {
  let last = block.anchor;
  for (let at = block.anchor + 1; at < block.to; at += 1) if (isFact(lines[at]) && !headsOthers(lines, at)) last = at;
  return last;
}

/** The line that is like the last one of another plan, about as far behind the memory. */
function endAlike(lines: readonly NamedLine[], block: TitledBlock, sample: TitledBlock): number | null {
  const model = lines[sample.to - 1];
  const reach = sample.to - 1 - sample.anchor;
  if (!model) return null;
  if (reach === 0 && lines[block.anchor]?.kinds.has('price')) return pricesFrom(lines, block.anchor + 1, block.to, model);
  for (let at = block.anchor + Math.max(0, reach - 2); at < block.to; at += 1) {
    const line = lines[at];
    if (line?.line.kind !== model.line.kind || ![...model.kinds].every((kind) => line.kinds.has(kind))) continue;
    return pricesFrom(lines, at + 1, block.to, model);
  }
  return null;
}

const isPriceOnly = (line: NamedLine | undefined): boolean =>
  line?.kinds.has('price') === true && [...line.kinds].every((kind) => kind === 'price' || kind === 'promo');

/** Behind a place, the lines that only go on with prices. */
function pricesFrom(lines: readonly NamedLine[], from: number, to: number, model: NamedLine): number {
  let end = from;
  const alike = (line: NamedLine | undefined) =>
    line?.kinds.has('price') === true && model.kinds.has('price') && [...line.kinds].every((kind) => model.kinds.has(kind));
  for (let at = from; at < to && (isPriceOnly(lines[at]) || alike(lines[at])); at += 1) end = at + 1;
  return end;
}

const SPECS: readonly Kind[] = ['memory', 'vcpu', 'disk', 'transfer', 'port', 'ipv4', 'ipv6', 'swap', 'place'];

/** The first gap or title behind which nothing new is said about a plan that has its price. */
function endOfFacts(lines: readonly NamedLine[], block: TitledBlock): number {
  const seen = new Set<Kind>();
  let end = block.anchor + 1;
  for (let at = block.from; at < block.to; at += 1) {
    const line = lines[at];
    if (!line) break;
    const title = line.line.kind === 'heading' || (line.line.kind === 'strong' && !isFact(line));
    if (at > block.anchor && seen.has('price') && title) return end;
    if (line.line.kind === 'blank' || line.line.kind === 'rule') {
      if (at > block.anchor && seen.has('price') && !goesOn(lines, at + 1, block.to, seen)) return end;
      continue;
    }
    for (const kind of line.kinds) seen.add(kind);
    if (isFact(line)) end = Math.max(end, at + 1);
  }
  return end;
}

/** Behind a gap: facts that the plan does not have yet, or more of its prices. */
function goesOn(lines: readonly NamedLine[], from: number, to: number, seen: ReadonlySet<Kind>): boolean {
  let looked = 0;
  for (let at = from; at < to && looked < 2; at += 1) {
    const line = lines[at];
    if (!line || line.line.kind === 'blank') continue;
    if (line.line.kind === 'heading' || line.line.kind === 'rule') return false;
    looked += 1;
    if (isPriceOnly(line)) return true;
    const specs = [...line.kinds].filter((kind) => SPECS.includes(kind));
    if (specs.length > 0) return specs.every((kind) => !seen.has(kind));
    if (!line.line.text.endsWith(':')) return false;
  }
  return false;
}
