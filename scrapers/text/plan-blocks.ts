/**
 * Where each plan of a post begins and ends. Every plan has one line with its memory; between two such lines there is one best place
 * to cut: before a heading, after a blank line, where no fact would stand twice in one plan and none would lack its price.
 */
import { type FactLine, hasFacts } from './line-facts.ts';
import { type NameFound, nameIn } from './plan-names.ts';

/** Lines of one plan: `from` is its first, `to` the one after its last. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
}

/** A line with the name that it could give. */
export interface NamedLine extends FactLine {
  readonly name: NameFound | null;
}

/** How far above its memory, and below, a plan can reach. */
const REACH = 40;
/** Places to cut that are weighed between two plans. */
const MOST_CUTS = 36;

export const withNames = (lines: readonly FactLine[]): NamedLine[] =>
  // What stands under "Coupon:" is the coupon.
  lines.map((line, index) => ({
    ...line,
    name: /^(?:coupon|promo|discount|voucher)[\w\s]{0,12}:$/i.test(lines[index - 1]?.line.text ?? '') ? null : nameIn(line),
  }));

/** Finds the plans in a run of lines. `onlySure`: only by their memory, where tables hold the plans already. */
export function planBlocks(lines: readonly NamedLine[], onlySure = false): Block[] {
  const anchors = anchorsOf(lines, onlySure);
  const [first] = anchors;
  if (first === undefined) return [];
  const starts = cutAll(lines, anchors);
  return anchors.map((anchor, index) => {
    const from = starts[index] ?? anchor;
    return { from, to: starts[index + 1] ?? Math.min(lines.length, anchor + REACH), anchor };
  });
}

/** The lines that stand for one plan each. */
function anchorsOf(lines: readonly NamedLine[], onlySure: boolean): number[] {
  const labelled = lines.flatMap((line, index) => (line.memory.length > 0 || isDenseList(line) ? [index] : []));
  if (labelled.length > 0 || onlySure) return withoutTitles(lines, labelled);
  const listed = lines.flatMap((line, index) => (line.unlabelled > 0 && line.kinds.size + line.unlabelled >= 3 ? [index] : []));
  if (listed.length > 0) return listed;
  const disks = lines.flatMap((line, index) => (line.kinds.has('disk') ? [index] : []));
  if (disks.length > 0) return disks;
  return lines.flatMap((line, index) => (line.kinds.has('price') && line.unlabelled > 0 ? [index] : []));
}

/** "2C / 4G / 60G SSD / 1TB - $5/mo": a whole plan whose memory has no label. */
function isDenseList(line: NamedLine): boolean {
  return (
    line.unlabelled > 0 &&
    line.kinds.has('price') &&
    line.kinds.has('disk') &&
    (line.kinds.has('vcpu') || line.kinds.has('transfer'))
  );
}

/** A title that names the memory ("4GB RAM VPS") is no plan of its own where the memory follows. */
function withoutTitles(lines: readonly NamedLine[], anchors: readonly number[]): number[] {
  return anchors.filter((anchor, index) => {
    const line = lines[anchor];
    const next = anchors[index + 1];
    if (!line || next === undefined || next - anchor > REACH) return true;
    const follows = lines[next];
    const heads = line.line.kind === 'heading' && follows?.line.kind !== 'heading';
    const title =
      heads || (line.name !== null && [...line.kinds].every((kind) => kind === 'memory' || kind === 'price' || kind === 'promo'));
    const between = lines.slice(anchor + 1, next);
    return !(
      title &&
      follows &&
      line.memory.some((size) => follows.memory.includes(size)) &&
      !between.some(({ line: { kind } }) => kind === 'heading')
    );
  });
}

/** The best starts of all plans together, left to right. */
function cutAll(lines: readonly NamedLine[], anchors: readonly number[]): number[] {
  let layer: { at: number; cost: number; path: Path | null }[] = [];
  for (const [index, anchor] of anchors.entries()) {
    const before = anchors[index - 1] ?? -1;
    const options = cutsBetween(lines, Math.max(before + 1, anchor - REACH), anchor);
    const previous = layer;
    layer = options.map((at) => {
      const begin = startCost(lines, at, anchor);
      if (index === 0) return { at, cost: begin, path: { at, previous: null } };
      let best: { cost: number; path: Path | null } = { cost: Number.POSITIVE_INFINITY, path: null };
      for (const one of previous) {
        const cost = one.cost + blockCost(lines, one.at, at) + (alike(lines[one.at], lines[at]) ? -1.5 : 0);
        if (cost < best.cost) best = { cost, path: one.path };
      }
      return { at, cost: best.cost + begin, path: { at, previous: best.path } };
    });
  }
  const last = anchors.at(-1) ?? 0;
  const end = Math.min(lines.length, last + REACH);
  let chosen: { cost: number; path: Path | null } = { cost: Number.POSITIVE_INFINITY, path: null };
  for (const one of layer) {
    const cost = one.cost + blockCost(lines, one.at, end);
    if (cost < chosen.cost) chosen = { cost, path: one.path };
  }
  const starts: number[] = [];
  for (let path = chosen.path; path; path = path.previous) starts.unshift(path.at);
  return starts;
}

interface Path {
  readonly at: number;
  readonly previous: Path | null;
}

function cutsBetween(lines: readonly NamedLine[], from: number, anchor: number): number[] {
  const all: number[] = [];
  for (let at = from; at <= anchor; at += 1) if (!isEmpty(lines[at])) all.push(at);
  if (all.length <= MOST_CUTS) return all;
  return [...all.slice(0, MOST_CUTS / 2), ...all.slice(-MOST_CUTS / 2)];
}

const isEmpty = (line: NamedLine | undefined) => line === undefined || line.line.kind === 'blank' || line.line.kind === 'rule';

/** What speaks for a line as the first of a plan (negative), and against it. */
function startCost(lines: readonly NamedLine[], at: number, anchor: number): number {
  const line = lines[at];
  if (!line) return 0;
  let cost = 0;
  if (line.name) cost -= [0, 1, 3, 3][line.name.rank] ?? 0;
  const above = lines[at - 1];
  if (above === undefined || above.line.kind === 'blank') cost -= 0.7;
  if (above?.line.kind === 'rule') cost -= 2;
  if (!line.name && !hasFacts(line)) cost += 1;
  if (!line.name && hasFacts(line) && [...line.kinds].every((kind) => kind === 'price' || kind === 'promo')) cost += 1;
  // Everything above the first fact is a title at most: the further away, the less it is one.
  for (let place = at; place < anchor; place += 1) if (!isEmpty(lines[place]) && !hasFacts(lines[place])) cost += 0.3;
  return cost;
}

const ONCE = ['vcpu', 'transfer', 'ipv4', 'port'] as const;

/** What is wrong with lines as one plan: facts that stand twice, no price, titles in the middle. */
function blockCost(lines: readonly NamedLine[], from: number, to: number): number {
  let cost = 0;
  let begun = false;
  let priced = false;
  let disk = -1;
  const seen = new Set<string>();
  const amounts = new Map<string, string | null>();
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (line.line.kind === 'rule') cost += begun ? 2 : 0;
    if (begun && at > from && line.name && line.name.rank > 1 && !line.kinds.has('memory'))
      cost += line.line.kind === 'heading' ? 4 : 2;
    for (const kind of ONCE) {
      if (!line.kinds.has(kind)) continue;
      if (seen.has(kind)) cost += kind === 'vcpu' || kind === 'transfer' ? 2 : 1;
      seen.add(kind);
    }
    if (line.kinds.has('disk')) {
      if (disk >= 0 && at - disk > 2) cost += 2;
      disk = at;
    }
    for (const { amount, currency, per, part } of line.prices) {
      priced = true;
      if (part !== 'plain' || per === null) continue;
      const key = `${currency} ${JSON.stringify(per)}`;
      if (amounts.has(key) && amounts.get(key) !== amount) cost += 2;
      amounts.set(key, amount);
    }
    if (hasFacts(line) && !(line.kinds.size === 1 && line.kinds.has('promo'))) begun = true;
  }
  return cost + (priced ? 0 : 2.5);
}

function alike(a: NamedLine | undefined, b: NamedLine | undefined): boolean {
  if (!a || !b || a.line.kind !== b.line.kind || a.name?.rank !== b.name?.rank) return false;
  return [...a.kinds].every((kind) => b.kinds.has(kind)) && a.kinds.size === b.kinds.size;
}
