/** Which line of each block is its plan's name. Posts name their plans all alike, so the blocks of a post vote on what a name looks like. */
import { hasFacts } from './line-facts.ts';
import { labelledPlaces } from './locations.ts';
import type { Block, NamedLine } from './plan-blocks.ts';

/** A block with the line that names its plan; null: none does. */
export interface TitledBlock extends Block {
  readonly title: number | null;
}

interface Candidate {
  readonly at: number;
  readonly signature: string;
  readonly weight: number;
}

/** Chooses the titles of all blocks, and lets each block begin at its own. */
export function titledBlocks(lines: readonly NamedLine[], blocks: readonly Block[]): TitledBlock[] {
  const all = blocks.map((block) => candidatesOf(lines, block));
  const votes = new Map<string, number>();
  for (const candidates of all)
    for (const signature of new Set(candidates.map((one) => one.signature)))
      votes.set(signature, (votes.get(signature) ?? 0) + 1);
  const score = ({ signature, weight }: Candidate) => weight + (10 * (votes.get(signature) ?? 0)) / blocks.length;
  const chosen = all.map((candidates) =>
    candidates.reduce<Candidate | null>((best, one) => (best === null || score(one) > score(best) ? one : best), null),
  );
  const titled = blocks.map((block, index) => {
    const one = chosen[index] ?? null;
    const next = blocks[index + 1];
    // A title above several plans of which only the first would have it is the title of them all.
    const shared =
      one !== null &&
      next !== undefined &&
      one.at < block.anchor &&
      chosen[index + 1] === null &&
      (votes.get(one.signature) === 1 || areRows(lines[block.anchor], lines[next.anchor]));
    const title = one === null || shared ? null : one.at;
    const first = firstFact(lines, shared && one ? one.at + 1 : block.from, block.anchor);
    return { ...block, from: title === null ? first : Math.min(title, first < title ? title : first), title };
  });
  return withPlaces(lines, titled);
}

/** Two lines that each list a whole plan, in the same way. */
function areRows(a: NamedLine | undefined, b: NamedLine | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.kinds.size > 3 &&
    a.kinds.size === b.kinds.size &&
    [...a.kinds].every((kind) => b.kinds.has(kind))
  );
}

function firstFact(lines: readonly NamedLine[], from: number, anchor: number): number {
  for (let at = from; at < anchor; at += 1) if (hasFacts(lines[at])) return at;
  return anchor;
}

/** Where every plan begins with a place and its label ("Location: Tampa, FL"), it is the plan's own; one above several is theirs together. */
function withPlaces(lines: readonly NamedLine[], blocks: readonly TitledBlock[]): TitledBlock[] {
  const begun = blocks.map((block, index) => {
    const above = lines[block.from - 1];
    const isOwn =
      block.from - 1 > (blocks[index - 1]?.anchor ?? -1) &&
      above?.kinds.has('place') === true &&
      labelledPlaces(above.line.text) !== null &&
      (lines[block.from - 2]?.line.kind ?? 'blank') === 'blank';
    return isOwn ? { ...block, from: block.from - 1 } : block;
  });
  if (blocks.length < 2 || begun.some((block, index) => block === blocks[index])) return [...blocks];
  return begun.map((block, index) => ({ ...block, to: Math.min(block.to, begun[index + 1]?.from ?? block.to) }));
}

const isSpec = (line: NamedLine) => ['vcpu', 'disk', 'transfer', 'port'].some((kind) => line.kinds.has(kind as 'vcpu'));

function candidatesOf(lines: readonly NamedLine[], block: Block): Candidate[] {
  let end = block.from;
  while (end < block.anchor && !isSpec(lines[end] as NamedLine)) end += 1;
  const found: Candidate[] = [];
  for (let at = block.from; at <= end; at += 1) {
    const line = lines[at];
    if (!line?.name) continue;
    const self = at === block.anchor && line.kinds.size > 1;
    // "2GB Value KVM VPS – $5/mo" names the plan; the heading above names a line of plans.
    const priced = !self && line.name.rank > 1 && line.kinds.has('price');
    const between = lines.slice(at + 1, end + 1).filter((one) => one.line.kind !== 'blank').length;
    const weight = line.name.rank + (self ? 3 : 0) + (priced ? 2 : 0) - 0.2 * between;
    // "Basically Dedicated", and under it "Basically Dedicated 16GB": the longer one is the plan's.
    const above = found.some((one) => line.name?.name.startsWith(`${lines[one.at]?.name?.name} `));
    found.push({ at, signature: `${line.line.kind} ${line.name.rank} ${self}`, weight: weight + (above ? 1 : 0) });
  }
  return found;
}
