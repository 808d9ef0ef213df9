/** The page's own style sheets, as far as they say what is hidden or struck out: simple rules, as a wide screen applies them. */
import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isTag } from 'domhandler';

/** Elements that style sheets in the page hide or strike out. */
export interface PageStyles {
  readonly hidden: ReadonlySet<Element>;
  readonly struck: ReadonlySet<Element>;
}

/** One step of a selector: "div.card" as its tag and class names. */
interface Step {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
}

/** A rule that hides or strikes out, its steps from the element outwards. */
interface Rule {
  readonly effect: 'hidden' | 'struck';
  readonly steps: readonly [Step, ...Step[]];
}

/** Characters of style sheets that are looked at. */
const MOST_CSS = 300_000;
/** Rules that are applied, and steps up the tree for all of them. */
const MOST_RULES = 100;
const MOST_STEPS = 3_000_000;

/** A tag with classes or an id, or up to three of them below each other: no states, no siblings, no attributes. */
const SIMPLE = /^[\w.#-]{1,80}(?: [\w.#-]{1,80}){0,2}$/;
const HIDES = /(?:^|;)\s{0,20}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)\b/i;
const STRIKES = /(?:^|;)\s{0,20}text-decoration(?:-line)?\s{0,5}:[^;]{0,60}\bline-through\b/i;

/** Applies the rules of every `<style>` in the page. */
export function stylesOf($: CheerioAPI): PageStyles {
  const found = { hidden: new Set<Element>(), struck: new Set<Element>() };
  const rules = rulesOf(cssOf($));
  if (rules.length === 0) return found;
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = keyOf(rule.steps[0]);
    byName.set(key, [...(byName.get(key) ?? []), rule]);
  }
  let steps = 0;
  for (const element of $<Element, string>('*').get()) {
    const names = [element.name, `#${element.attribs.id ?? ''}`, ...classes(element).map((name) => `.${name}`)];
    for (const rule of names.flatMap((name) => byName.get(name) ?? [])) {
      const { matches, walked } = applies(rule, element);
      if (matches) found[rule.effect].add(element);
      steps += walked;
      if (steps > MOST_STEPS) return found;
    }
  }
  return found;
}

function applies({ steps: [own, ...outer] }: Rule, element: Element): { matches: boolean; walked: number } {
  if (!fits(own, element)) return { matches: false, walked: 1 };
  let walked = 1;
  let next = 0;
  for (let at: AnyNode | null = element.parent; at !== null && next < outer.length; at = at.parent) {
    const step = outer[next];
    if (step && isTag(at) && fits(step, at)) next += 1;
    walked += 1;
  }
  return { matches: next === outer.length, walked };
}

function fits(step: Step, element: Element): boolean {
  if (step.tag !== null && step.tag !== element.name) return false;
  if (step.id !== null && step.id !== element.attribs.id) return false;
  if (step.classes.length === 0) return true;
  const own = classes(element);
  return step.classes.every((name) => own.includes(name));
}

/** What an element is looked up by: the rarest thing the step asks for. */
function keyOf(step: Step): string {
  if (step.id !== null) return `#${step.id}`;
  return step.classes[0] === undefined ? (step.tag ?? '') : `.${step.classes[0]}`;
}

function classes(element: Element): readonly string[] {
  const names = element.attribs.class;
  return names === undefined ? [] : names.slice(0, 1000).split(/\s+/, 30);
}

function cssOf($: CheerioAPI): string {
  let css = '';
  for (const style of $('style').get()) if (css.length < MOST_CSS) css += `${$(style).text()}\n`;
  return withoutComments(css.slice(0, MOST_CSS));
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  for (let at = 0; at >= 0; ) {
    const open = css.indexOf('/*', at);
    kept.push(css.slice(at, open < 0 ? undefined : open));
    const close = open < 0 ? -1 : css.indexOf('*/', open + 2);
    at = close < 0 ? -1 : close + 2;
  }
  return kept.join(' ');
}

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const { selectors, declarations } of plainRules(css)) {
    const effect = HIDES.test(declarations) ? 'hidden' : STRIKES.test(declarations) ? 'struck' : null;
    if (effect === null) continue;
    for (const selector of selectors.slice(0, 2000).split(',')) {
      const [own, ...outer] = stepsOf(selector.trim().replace(/\s+/g, ' '));
      if (own && rules.length < MOST_RULES) rules.push({ effect, steps: [own, ...outer] });
    }
  }
  return rules;
}

function stepsOf(selector: string): Step[] {
  if (!SIMPLE.test(selector)) return [];
  return selector
    .split(' ')
    .reverse()
    .map((part) => ({
      tag: /^[\w-]+/.exec(part)?.[0]?.toLowerCase() ?? null,
      id: /#([\w-]+)/.exec(part)?.[1] ?? null,
      classes: [...part.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? ''),
    }));
}

/** Rules outside of `@media` and the like, in order. One pass over the text. */
function* plainRules(css: string): Generator<{ selectors: string; declarations: string }> {
  let depth = 0;
  let start = 0;
  let selectors = '';
  for (let at = 0; at < css.length; at++) {
    const char = css.charCodeAt(at);
    if (char === 0x7b) {
      if (depth === 0) selectors = css.slice(start, at).trim();
      depth += 1;
      start = at + 1;
    } else if (char === 0x7d) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && !selectors.startsWith('@')) yield { selectors, declarations: css.slice(start, at) };
      if (depth === 0) start = at + 1;
    } else if (char === 0x3b && depth === 0) start = at + 1;
  }
}
