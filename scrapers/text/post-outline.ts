/** Which lines around the plans of a post hold for which plan: headings for what stands under them, footers for what stands above. */
import { BULLETED } from './lines.ts';
import type { NamedLine } from './plan-blocks.ts';

/** A plan's place among the lines. */
export interface Placed {
  readonly from: number;
  readonly to: number;
}

/** "100Gbps:": a figure in bold heads nothing. */
const FIGURE_ONLY = /^\W{0,3}\d[\d.,]{0,8}\s?\p{L}{1,5}\W{0,3}$/u;

/** Rank of a title: 1–6 headings, 7 bold lines, 8 short lines that end in a colon; null: no title. */
export function titleLevel({ line, kinds }: NamedLine): number | null {
  if (line.kind === 'heading') return line.level;
  if (line.kind === 'strong' && line.level < BULLETED && !FIGURE_ONLY.test(line.text) && line.text.length < 120 && kinds.size < 2)
    return 7;
  if (line.kind === 'text' && line.text.length < 100 && line.text.endsWith(':')) return 8;
  return null;
}

/** What stands around a plan. */
export interface Surroundings {
  /** Indexes of the lines that hold for it, the nearest first. */
  readonly lines: number[];
  /** It stands under the title of something that is no virtual server. */
  readonly isOther: boolean;
}

/** For each plan the indexes of the lines that hold for it, the nearest first. `outside`: lines of no plan, in order. */
export function linesAround(lines: readonly NamedLine[], outside: readonly number[], plans: readonly Placed[]): Surroundings[] {
  const paths = outline(lines, outside);
  const lastEnd = plans.reduce((most, { to }) => Math.max(most, to), 0);
  const firstFrom = plans.reduce((least, { from }) => Math.min(least, from), lines.length);
  const footers = outside.filter((index) => index >= lastEnd);
  const header = outside.filter((index) => index < firstFrom);
  const between = outside.filter((index) => index >= firstFrom && index < lastEnd);
  return plans.map((plan) => {
    const path = pathAt(paths, outside, plan.from);
    const above: number[] = [];
    const below: number[] = [];
    for (const index of between) {
      const tail = isTail(lines, plans, index);
      const own = paths.get(index) ?? [];
      const inScope = !isElsewhere(lines, paths, index) && own.every((title) => path.includes(title));
      if (index < plan.from) {
        if (inScope && (!tail || ownTail(plans, index, plan))) above.push(index);
      } else if (inScope && (tail || saysAll(lines[index]))) below.push(index);
    }
    const headed = header.filter(
      (index) =>
        !isElsewhere(lines, paths, index) &&
        (saysAll(lines[index]) || (paths.get(index) ?? []).every((title) => path.includes(title) || isPreamble(lines, title))),
    );
    const tail = footers.filter((index) => !isElsewhere(lines, paths, index));
    return {
      lines: [...above.reverse(), ...headed.reverse(), ...below, ...tail],
      isOther: isOtherProduct(lines, openAbove(lines, path, plan.from)),
    };
  });
}

/** A plan's own heading closes those before it of its rank and below. */
function openAbove(lines: readonly NamedLine[], path: readonly number[], at: number): readonly number[] {
  const own = lines[at]?.line;
  if (own?.kind !== 'heading') return path;
  return path.filter((title) => lines[title]?.line.kind === 'heading' && (lines[title]?.line.level ?? 0) < own.level);
}

/** What is sold under such a title is no virtual server. */
const OTHER_PRODUCT =
  /\b(?:dedicated (?:(?:storage|root|gpu|game|budget|cheap|intel|amd) )?(?:servers?|deals?|offers?|machines?)|dedicated$|bare[\s-]?metal|web[\s-]?hosting|shared hosting|hosting (?:plans?|deals?|offers?)|directadmin hosting|cpanel hosting|reseller(?: hosting)?|add[\s-]?ons?|colocation|domains?|vpn|ssl certificates?|licen[cs]es?|bandwidth upgrades?|upgrade options?|(?:optional )?upgrades|payment methods?|(?:host\s?)?node spec\w*|about us)\b/i;
const SERVER = /\b(?:vps|vds|virtual|kvm|openvz|lxc|xen|cloud)\b/i;

/** The innermost title that says what kind of thing is sold decides. */
function isOtherProduct(lines: readonly NamedLine[], path: readonly number[]): boolean {
  for (const title of [...path].reverse()) {
    const text = lines[title]?.line.text ?? '';
    if (SERVER.test(text)) return false;
    if (OTHER_PRODUCT.test(text)) return true;
  }
  return false;
}

/** Whether a name is that of something else. */
export const namesOther = (name: string): boolean => OTHER_PRODUCT.test(name) && !SERVER.test(name);

const HOSTING =
  /\b(?:databases?|mysql|dbs|e-?mail(?: accounts| boxes)?|mailboxes|inodes|ftp|(?:sub|add-?on )?domains?|websites?|web space|site ?builder)\b/gi;
/** Whether the words of a plan are those of web hosting: at least three of its measures. */
export const listsHosting = (words: readonly string[]): boolean =>
  new Set((words.join(' ').match(HOSTING) ?? []).map((word) => word.toLowerCase().replace(/s$/, ''))).size >= 3;

function isElsewhere(lines: readonly NamedLine[], paths: ReadonlyMap<number, readonly number[]>, index: number): boolean {
  return (paths.get(index) ?? []).some((title) => {
    const text = lines[title]?.line.text ?? '';
    return OTHER_PRODUCT.test(text) && !SERVER.test(text);
  });
}

/** "Intel VPS", "Dedicated Servers": words without a mark, alone between gaps, that say what is sold below. */
function isLoneTitle(lines: readonly NamedLine[], index: number, underOther: boolean): boolean {
  const line = lines[index];
  if (line?.line.kind !== 'text' || line.kinds.size > 0 || line.line.text.length > 50 || /[.!?,;]$/.test(line.line.text))
    return false;
  const [above, below] = [lines[index - 1]?.line.kind ?? 'blank', lines[index + 1]?.line.kind ?? 'blank'];
  const alone = above === 'blank' && (below === 'blank' || below === 'bullet');
  return alone && (namesOther(line.line.text) || (underOther && SERVER.test(line.line.text)));
}

/** Under which titles each line stands; a title stands under itself. */
function outline(lines: readonly NamedLine[], outside: readonly number[]): Map<number, readonly number[]> {
  const paths = new Map<number, readonly number[]>();
  let open: { readonly index: number; readonly level: number }[] = [];
  for (const index of outside) {
    const line = lines[index];
    const listed = line?.kinds.has('place') && [index - 1, index + 1].some((at) => lines[at]?.kinds.has('place'));
    // Places one under the other are a list, not titles.
    const level =
      line && !listed
        ? (titleLevel(line) ??
          (isLoneTitle(
            lines,
            index,
            open.some(({ index: at }) => namesOther(lines[at]?.line.text ?? '')),
          )
            ? 7
            : null))
        : null;
    // "**Location:** Frankfurt" behind a gap stands beside the bold title above, not under it.
    if (line?.line.kind !== 'strong' && line?.line.lead?.endsWith(':') && lines[index - 1]?.line.kind === 'blank')
      open = open.filter((title) => title.level < 7);
    if (level !== null) open = [...open.filter((title) => title.level < level), { index, level }];
    paths.set(
      index,
      open.map((title) => title.index),
    );
  }
  return paths;
}

function pathAt(paths: ReadonlyMap<number, readonly number[]>, outside: readonly number[], at: number): readonly number[] {
  let path: readonly number[] = [];
  for (const index of outside) {
    if (index >= at) break;
    path = paths.get(index) ?? [];
  }
  return path;
}

/** What stands above the first plan under a title of its own ("Network", "Location") holds for all plans. */
function isPreamble(lines: readonly NamedLine[], title: number): boolean {
  const line = lines[title];
  return (
    line !== undefined &&
    (saysAll(line) ||
      !/\b(?:vps|vds|kvm|openvz|ovz|lxc|xen|vmware|plans?|series|servers?|deals?|offers?)\b/i.test(line.line.text))
  );
}

/** A line belongs to the plans above it where it stands right under one, or where a title or a rule parts it from those below. */
function isTail(lines: readonly NamedLine[], plans: readonly Placed[], index: number): boolean {
  const above = plans.filter(({ to }) => to <= index).reduce((most, { to }) => Math.max(most, to), -1);
  const below = plans.filter(({ from }) => from > index).reduce((least, { from }) => Math.min(least, from), lines.length);
  if (above < 0 || parted(lines, above, index + 1)) return false;
  return !lines.slice(above, index).some(({ line }) => line.kind === 'blank') || parted(lines, index + 1, below);
}

const parted = (lines: readonly NamedLine[], from: number, to: number) =>
  lines.slice(from, to).some((line) => line.line.kind === 'rule' || titleLevel(line) !== null);

function ownTail(plans: readonly Placed[], index: number, plan: Placed): boolean {
  return !plans.some(({ from, to }) => to <= index && from !== plan.from);
}

function saysAll(line: NamedLine | undefined): boolean {
  return (
    line !== undefined &&
    /\b(?:all|every|each|both|any)\b[^.]{0,30}\b(?:plans?|vps|servers?|packages?|offers?|deals?|above|services?)\b|\b(?:alle|tous|todos|todas)\b/i.test(
      line.line.text,
    )
  );
}
