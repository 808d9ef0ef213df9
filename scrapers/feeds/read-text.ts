/** Words of a post to its plans: a paragraph, or paragraphs in a row, with sizes and a price are a plan. */
import type { PlanUnit, UnitContext } from '../plan-unit.ts';
import type { PlanRead } from '../read/readings.ts';
import { stripMarkup } from '../text/inline.ts';
import { priceMentions } from '../text/price-mentions.ts';
import { readUnit } from '../text/read-unit.ts';
import { specFactsIn } from '../text/spec-facts.ts';

/** Reads every plan of a text. */
export function readOfferText(text: string, context: UnitContext): readonly PlanRead[] {
  const shared: string[] = [...context.shared];
  const units: PlanUnit[] = [];
  let pending: string[] = [];
  for (const paragraph of paragraphsOf(text)) {
    const lines = isPlan(paragraph) ? [...headingOf(pending), ...paragraph] : [...pending, ...paragraph];
    if (!isPlan(lines)) {
      pending = lines;
      continue;
    }
    shared.push(...pending.filter((line) => !lines.includes(line)));
    units.push(unitOf(lines));
    pending = [];
  }
  shared.push(...pending);
  return units.map((unit) => readUnit(unit, { ...context, shared }));
}

function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || /^-{3,}$/.test(line.trim())) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line.trim());
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

function isPlan(lines: readonly string[]): boolean {
  const words = lines.map(stripMarkup);
  const facts = specFactsIn(words, '');
  if (facts.memory === undefined && facts.disks === undefined) return false;
  return words.some((line) => priceMentions(line).some(({ per, part }) => per !== null && part !== 'setup'));
}

/** A heading, or a line in bold, right in front of a plan is its name. */
function headingOf(lines: readonly string[]): string[] {
  const last = lines.at(-1);
  return last !== undefined && isHeading(last) ? [last] : [];
}

const isHeading = (line: string) => /^(?:#{1,6} |\*\*[^*]{1,120}\*\*:?$)/.test(line);

function unitOf(lines: readonly string[]): PlanUnit {
  const [first = '', ...rest] = lines;
  const name = isHeading(first) ? stripMarkup(first) : null;
  const link = /\]\((https?:[^)\s]{1,300})\)/.exec(lines.join('\n'))?.[1] ?? null;
  return { key: null, name, url: link, lines: name === null ? lines : rest, prices: [], stock: null };
}
