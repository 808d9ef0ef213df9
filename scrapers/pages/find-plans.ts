/** All plans of a page without a known platform: those of its tables, then those of its other parts, with what could not be told apart. */
import type { Rejection } from '../../domain/listing.ts';
import type { LoadedPage } from '../html/load-page.ts';
import { buildUnit, type FoundUnit } from './build-unit.ts';
import { Stats } from './element-stats.ts';
import { findBlocks, unpricedBlocks } from './find-blocks.ts';
import { findTables, type TablePlans } from './find-tables.ts';
import { mergeUnits, type PlacedUnit } from './merge-units.ts';
import { isAnswer } from './not-plans.ts';
import type { PageText } from './page-text.ts';
import { sharedWords, surroundings } from './shared-words.ts';
import { KIND } from './spec-kinds.ts';
import type { Segment } from './split-block.ts';

/** Plans of a page, and parts that hold several in a way nobody can tell apart. */
export interface PlansFound {
  readonly units: readonly PlacedUnit[];
  readonly rejections: readonly Rejection[];
}

/** Plans of one page that are read: a catalogue of everything ever sold stays below. */
export const MOST_PLANS = 1000;
/** Words quoted of a part that was not read. */
const LONGEST_QUOTE = 300;

/** Finds them; null: more than a page of plans holds. */
export function findPlans(page: LoadedPage, text: PageText): PlansFound | null {
  const tables = findTables(page, text);
  const taken = new Set(tables.flatMap(({ element }) => indexes(text.ranges.of(element))));
  const { plans, tangled } = findBlocks(text, new Stats(text, taken));
  if (plans.length + inTables(tables).length > MOST_PLANS) return null;
  const blocks = plans.map((segment) => unitOf(segment, page, text)).filter((found) => isPlan(found, plans.length));
  for (const found of [...plans, ...tangled]) for (const index of indexes(found)) taken.add(index);
  const bare = unpricedBlocks(text, new Stats(text, taken))
    .map((segment) => unitOf(segment, page, text))
    .filter((found) => !isAnswer(found));
  const units = [...inTables(tables), ...blocks, ...bare].sort((a, b) => a.from - b.from);
  const owned = new Set([...taken, ...bare.flatMap((one) => indexes(one))]);
  const around = surroundings(text, owned);
  const context = new Map<string, readonly string[]>();
  const placed = units.map((unit): PlacedUnit => {
    const key = `${unit.from} ${unit.to}`;
    const shared = context.get(key) ?? sharedWords(unit, around);
    context.set(key, shared);
    return { ...unit, shared: [...unit.near, ...shared] };
  });
  return { units: mergeUnits(placed), rejections: tangled.map((segment) => tangledRejection(segment, text)) };
}

function indexes({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function inTables(tables: readonly TablePlans[]): FoundUnit[] {
  return tables.flatMap(({ units }) => units);
}

function unitOf({ parts, from, to }: Segment, page: LoadedPage, text: PageText): FoundUnit {
  return buildUnit(text.lines.slice(from, to), { parts, from, to }, page);
}

/** One sentence among others that praises prices and sizes is no plan, unless it is one entry of a list. */
function isPlan(found: FoundUnit, count: number): boolean {
  const { unit, kinds, from, to, parts } = found;
  if (isAnswer(found)) return false;
  if (kinds !== 0 && (kinds & (KIND.memory | KIND.cpu | KIND.disk | KIND.size)) === 0) return false;
  const isSentence = to - from === 1 && /^(?:p|h[1-6]|header|blockquote|figcaption|title|summary)$/.test(parts[0]?.name ?? '');
  return !isSentence || (count > 1 && unit.prices.length > 0);
}

function tangledRejection({ from, to }: Segment, text: PageText): Rejection {
  const said = text.lines
    .slice(from, Math.min(to, from + 30))
    .map((line) => line.text)
    .join(' | ')
    .slice(0, LONGEST_QUOTE);
  return { code: 'unreadable-plan', field: 'page', said, listing: { planKey: null, name: null } };
}
