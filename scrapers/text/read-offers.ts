/**
 * Free offer text into plans: a forum post, a newsletter, a paragraph. The text is taken apart into lines, its tables into plans, the
 * other lines into blocks of one plan each; every block is read with the lines around it that hold for it. Pure.
 */
import type { Finding } from '../../domain/listing.ts';
import type { PlanUnit, UnitContext } from '../plan-unit.ts';
import type { PlanRead } from '../read/readings.ts';
import { type FactLine, factLine } from './line-facts.ts';
import { linesOf, type TextLine } from './lines.ts';
import { barePlaces } from './locations.ts';
import { isLoneLabel } from './lone-labels.ts';
import { underLater, underNodeTitle } from './passed-lines.ts';
import { type NamedLine, planBlocks, withNames } from './plan-blocks.ts';
import { endedBlocks } from './plan-ends.ts';
import { isChip } from './plan-names.ts';
import { placesOfTable, readTable, type TablePlan } from './plan-tables.ts';
import { type TitledBlock, titledBlocks } from './plan-titles.ts';
import { linesAround, listsHosting, namesOther, type Surroundings } from './post-outline.ts';
import { priceMentions } from './price-mentions.ts';
import { quoteWords } from './quote-words.ts';
import { readUnit } from './read-unit.ts';

/** Longest text that is read, in characters: twice the longest post that forum software takes. */
export const LONGEST_TEXT = 100_000;
/** Most plans of one text; more is no post. */
export const MOST_PLANS = 500;

/** What is known about a text beside its words. */
export interface TextContext {
  /** Key of the page it stands on, for provenance. */
  readonly page: string;
  /** ISO 4217 where the place of publication says it; null: only the words can. */
  readonly currency: string | null;
  /** BCP 47 */
  readonly lang: string | null;
}

/** What was read: plans and rejections in the order of the text, and why nothing was, where that is so. */
export interface OffersRead {
  readonly plans: readonly PlanRead[];
  readonly findings: readonly Finding[];
}

/** Reads a text. What looks like a plan and cannot be read is a rejection; a text that is too long or holds too many plans is refused. */
export function readOffers(text: string, context: TextContext): OffersRead {
  if (text.length > LONGEST_TEXT)
    return refused('unreadable-page', `a text of ${text.length} characters; ${LONGEST_TEXT} are read at most`);
  const post = partsOf(linesOf(text));
  const units = unitsOf(post);
  if (units.length > MOST_PLANS)
    return refused('unreadable-page', `${units.length} plans in one text; ${MOST_PLANS} are read at most`);
  const around = linesAround(post.lines, outsideOf(post.lines, units), units);
  const read = units.map((unit, index) =>
    readPlaced(unit, index, units, around[index] ?? { lines: [], isOther: false }, post.lines, context),
  );
  return { plans: withoutTeasers(read), findings: [] };
}

function refused(code: Finding['code'], message: string): OffersRead {
  return { plans: [], findings: [{ code, severity: 'hard', message }] };
}

interface Post {
  readonly lines: readonly NamedLine[];
  readonly tables: readonly { readonly at: number; readonly plans: readonly TablePlan[] }[];
}

const RULE: TextLine = { kind: 'rule', level: 0, text: '', lead: null, url: null, cells: [] };

/** Takes tables out of the lines; a table that lists facts of one plan goes on as lines. */
function partsOf(lines: readonly TextLine[]): Post {
  const isNode = underNodeTitle();
  const isLater = underLater();
  const out: FactLine[] = [];
  const tables: { at: number; plans: readonly TablePlan[] }[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line?.kind !== 'cells') {
      if (line && isLater(line)) out.push(factLine({ ...line, text: '' }));
      else if (line)
        out.push(...pieces(line).map((one) => (isNode(one) ? { ...factLine({ ...one, text: '' }), line: one } : factLine(one))));
      at += 1;
      continue;
    }
    let end = at;
    while (lines[end]?.kind === 'cells') end += 1;
    const rows = lines.slice(at, end);
    const table = rows.length > 1 ? readTable(rows) : { lines: rows.map(({ text }) => text) };
    if ('plans' in table && table.plans.filter(isPlanRow).length * 2 >= table.plans.length) {
      tables.push({ at: out.length, plans: table.plans });
      out.push(factLine(RULE));
    } else {
      const texts = 'lines' in table ? table.lines : [...placesOfTable(rows), ...rows.map(({ text }) => text)];
      for (const text of texts)
        for (const one of linesOf(text.replace(/^[|\s]+|[|\s]+$/g, '')))
          out.push(factLine(one.kind === 'cells' ? { ...one, kind: 'text' } : one));
    }
    at = end;
  }
  return { lines: withNames(out), tables };
}

/** Running prose says one thing after the other: a sentence a line. */
function pieces(line: TextLine): TextLine[] {
  if (line.text.length < 70 || /[|•·]| :: /.test(line.text)) return [line];
  const texts = line.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return texts.length === 1 ? [line] : texts.map((text) => ({ ...line, text, lead: null }));
}

/** A row that states a size and a price, or at least two kinds of facts. */
function isPlanRow(plan: TablePlan): boolean {
  const facts = plan.lines.map((text) => factLine({ ...RULE, kind: 'text', text }));
  if (!facts.some(({ kinds, unlabelled }) => kinds.has('memory') || kinds.has('disk') || kinds.has('price') || unlabelled > 0))
    return false;
  return new Set(facts.flatMap(({ kinds }) => [...kinds])).size + facts.filter(({ unlabelled }) => unlabelled > 0).length >= 2;
}

/** Memory alone is a mention ("only 2 GB of RAM"), no plan. */
function isPlan(lines: readonly NamedLine[], { from, to }: TitledBlock): boolean {
  const kinds = new Set(lines.slice(from, to).flatMap((line) => [...line.kinds]));
  return (
    ['vcpu', 'disk', 'transfer', 'price', 'port', 'ipv4'].some((kind) => kinds.has(kind as 'vcpu')) ||
    lines.slice(from, to).some(({ unlabelled }) => unlabelled > 1)
  );
}

/** What only mentions memory goes to the plan above it. */
function withoutMentions(lines: readonly NamedLine[], blocks: readonly TitledBlock[]): TitledBlock[] {
  const plans: TitledBlock[] = [];
  for (const block of blocks) {
    const last = plans.at(-1);
    if (isPlan(lines, block)) plans.push(block);
    else if (last) plans[plans.length - 1] = { ...last, to: block.to };
  }
  return plans;
}

interface PlacedUnit {
  readonly from: number;
  readonly to: number;
  readonly unit: PlanUnit;
}

function unitsOf({ lines, tables }: Post): PlacedUnit[] {
  const found = titledBlocks(lines, planBlocks(lines, tables.length > 0));
  const blocks = endedBlocks(lines, withoutMentions(lines, found));
  const fromLines = blocks.map((block) => ({ from: block.from, to: block.to, unit: unitOf(lines, block) }));
  const fromTables = tables.flatMap(({ at, plans }) =>
    plans.map(({ name, url, lines: words }) => ({
      from: at,
      to: at + 1,
      unit: { key: null, name, url, lines: words, prices: [], stock: null },
    })),
  );
  return [...fromLines, ...fromTables].sort((a, b) => a.from - b.from);
}

function unitOf(lines: readonly NamedLine[], { from, to, title }: TitledBlock): PlanUnit {
  const own = lines.slice(from, to);
  const titled = title === null ? undefined : lines[title];
  const name = titled?.name?.name ?? null;
  const texts = own.flatMap((line) => {
    if (line.line.text === '') return [];
    if (line !== titled || name === null) return [line.line.text];
    const rest = line.line.text.replace(name, ' ').replace(/^[\s\-–—:•|*]+/u, '');
    return /[\p{L}\p{N}]/u.test(rest) && !/^(?:(?:plan )?name|what)\s*:?\s*$/i.test(rest) ? [rest] : [];
  });
  const urls = own.flatMap(({ line }) => line.url ?? []);
  return {
    key: null,
    name,
    url: urls.find((url) => /order|cart|store|buy|pid|checkout|product|plan/i.test(url)) ?? urls[0] ?? null,
    lines: texts,
    prices: [],
    stock: null,
  };
}

function outsideOf(lines: readonly NamedLine[], units: readonly PlacedUnit[]): number[] {
  const inside = new Set<number>();
  for (const { from, to } of units) for (let at = from; at < to; at += 1) inside.add(at);
  return lines.flatMap(({ line }, index) => (inside.has(index) || line.text === '' ? [] : [index]));
}

function readPlaced(
  { unit, from, to }: PlacedUnit,
  index: number,
  units: readonly PlacedUnit[],
  surroundings: Surroundings,
  lines: readonly NamedLine[],
  context: TextContext,
): PlanRead {
  const around = surroundings.lines;
  const said = [unit.name ?? '', ...unit.lines].join(' ');
  if (surroundings.isOther || namesOther(unit.name ?? '') || listsHosting(unit.lines) || isMachine(unit, units)) {
    return {
      rejection: {
        code: 'not-a-plan',
        field: 'productType',
        said: quoteWords(said),
        listing: { planKey: null, name: unit.name },
      },
    };
  }
  const shared = joined(around, lines);

  const known: UnitContext = { ...context, shared, nearestFirst: true };
  const read = readUnit(unit, known);
  if (read.rejection?.code !== 'no-price') return read;
  // The price can stand apart: below the plan, or above it where the post has one plan only.
  const next = units[index + 1]?.from ?? lines.length;
  const previous = units[index - 1]?.to ?? 0;
  const near = around
    .filter((at) => (at >= to && at < next) || (at >= previous && at < from))
    .filter(
      (at) => lines[at]?.kinds.has('price') || (units.length === 1 && priceMentions(lines[at]?.line.text ?? '').length > 0),
    );
  for (const places of [near.filter((at) => at >= to).slice(0, 1), near.filter((at) => at >= to), near]) {
    if (places.length === 0) continue;
    const priced = readUnit(
      { ...unit, lines: [...unit.lines, ...places.sort((a, b) => a - b).map((at) => lines[at]?.line.text ?? '')] },
      known,
    );
    if (priced.listing) return priced;
  }
  return read;
}

/** Memory of a whole machine: 64 GB and more. */
const WHOLE_MEMORY = /\b(?:6[4-9]|[7-9]\d|\d{3,4})\s?GB\s{1,2}(?:\w{1,8}\s){0,2}(?:RAM|DDR\d?)\b/i;

/** Named by nothing but a chip, among plans that have names: a whole machine. */
function isMachine(unit: PlanUnit, units: readonly PlacedUnit[]): boolean {
  if (!isChip(unit.name)) return false;
  const words = unit.lines.join(' ');
  if (WHOLE_MEMORY.test(words) && !/\b(?:vcpu|vcore|vps|vds|kvm)s?\b/i.test(words)) return true;
  return units.some((other) => other.unit.name !== null && !isChip(other.unit.name));
}

/** The texts of lines, nearest first; a label on a line of its own goes with the line below, places on lines of their own go together. */
function joined(around: readonly number[], lines: readonly NamedLine[]): string[] {
  const chosen = new Set(around);
  const taken = new Set<number>();
  const texts: string[] = [];
  for (const start of around) {
    if (taken.has(start)) continue;
    let at = start;
    while (chosen.has(at - 1) && !taken.has(at - 1) && goesOn(lines[at - 1], lines[at])) at -= 1;
    let text = placeWords(lines[at]?.line.text ?? '');
    taken.add(at);
    while (chosen.has(at + 1) && !taken.has(at + 1) && goesOn(lines[at], lines[at + 1])) {
      text = isLoneLabel(lines[at]?.line.text ?? '')
        ? `${text.replace(/[?:\s]*$/, '')}: ${placeWords(lines[at + 1]?.line.text ?? '')}`
        : `${text} | ${placeWords(lines[at + 1]?.line.text ?? '')}`;
      at += 1;
      taken.add(at);
    }
    texts.push(text);
  }
  return texts;
}

/** A line of places as the places alone ("Las Vegas, Nevada: EPYC 7513"); any other line as it is. */
function placeWords(text: string): string {
  return (
    barePlaces(text)
      ?.map(({ name }) => name)
      .join(' | ') ?? text
  );
}

function goesOn(line: NamedLine | undefined, next: NamedLine | undefined): boolean {
  if (!line || !next) return false;
  if (isLoneLabel(line.line.text)) return true;
  return barePlaces(line.line.text) !== null && barePlaces(next.line.text) !== null;
}

/** "Starting at just $0.99/month for 1 vCPU, 1 GB RAM …" above the plan itself: one plan, not two. */
function withoutTeasers(read: readonly PlanRead[]): PlanRead[] {
  const seen = new Map<string, { index: number; named: boolean }>();
  const drop = new Set<number>();
  for (const [index, { listing }] of read.entries()) {
    if (!listing) continue;
    const spec = [listing.memory?.is, listing.vcpu?.is, listing.disks?.is.map(({ size }) => size)];
    const keys = listing.prices.map(({ amount, per }) => JSON.stringify([spec, Number(amount.is), per]));
    const named = listing.name !== undefined;
    const twin = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    if (twin && twin.named !== named) drop.add(named ? twin.index : index);
    for (const key of keys) seen.set(key, { index, named });
  }
  return read.filter((_, index) => !drop.has(index));
}
