/** Billing terms that the structure of a page gives: words of a label or a tab, class names and attributes of the markup. */
import type { Element } from 'domhandler';
import type { PriceWords } from '../plan-unit.ts';
import { lex } from '../text/lexer.ts';
import { termAfter, termBefore } from '../text/terms.ts';

/** A billing term. */
export type Per = NonNullable<PriceWords['per']>;

/** Longest label that is asked for its term. */
const LONGEST_LABEL = 80;

/** The term that short words name ("Monthly", "Price per year", "Billed annually"); null where they name none. */
export function termOfWords(text: string): Per | null {
  if (text.length > LONGEST_LABEL) return null;
  const words = lex(`x ${text}`);
  const ahead = termAfter(words, 0);
  if (ahead) return ahead.per;
  for (let start = 1; start < words.length; start += 1) {
    const token = words[start];
    if (token?.type !== 'word') continue;
    const term = termAfter([...lex('x'), ...words.slice(start)], 0);
    if (term && (term.explicit || isAdverb(token.folded))) return term.per;
  }
  return termBefore([...words, ...lex('0')], words.length)?.per ?? null;
}

/** "monthly" names a term wherever it stands; "month" alone, after other words, may not. */
function isAdverb(word: string): boolean {
  return word.length > 4 && !/^(?:month|months|year|years|hours|monat|monate|jahre|meses)$/.test(word);
}

const CUES: Readonly<Record<string, Per>> = {
  hourly: { hours: 1 },
  hour: { hours: 1 },
  monthly: { months: 1 },
  month: { months: 1 },
  monat: { months: 1 },
  monatlich: { months: 1 },
  mensuel: { months: 1 },
  mensual: { months: 1 },
  mensal: { months: 1 },
  quarterly: { months: 3 },
  quarter: { months: 3 },
  semiannually: { months: 6 },
  semiannual: { months: 6 },
  biannual: { months: 6 },
  annually: { months: 12 },
  annual: { months: 12 },
  yearly: { months: 12 },
  year: { months: 12 },
  jahr: { months: 12 },
  jährlich: { months: 12 },
  annuel: { months: 12 },
  anual: { months: 12 },
  biennially: { months: 24 },
  biennial: { months: 24 },
  triennially: { months: 36 },
  triennial: { months: 36 },
};

/** The term that a name in the markup carries ("price-yearly", "monthlyPrice", "12months"); null for none, or for several. */
export function termOfName(name: string): Per | null {
  if (name.length > 200) return null;
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zä0-9]+/);
  const found = new Map<string, Per>();
  for (const [index, part] of parts.entries()) {
    const cue = Object.hasOwn(CUES, part) ? CUES[part] : undefined;
    const counted =
      /^(\d{1,2})(?:m|mo|months?)$/.exec(part)?.[1] ??
      (/^months?$/.test(parts[index + 1] ?? '') && /^\d{1,2}$/.test(part) ? part : undefined);
    if (counted !== undefined) found.set(counted, { months: Number(counted) });
    else if (cue && !(/^months?$/.test(part) && /^\d{1,2}$/.test(parts[index - 1] ?? ''))) found.set(JSON.stringify(cue), cue);
  }
  const [only] = found.values();
  return found.size === 1 && only ? only : null;
}

const NAMED =
  /^(?:class|id|data-(?:period|billing|billing-cycle|billing-period|cycle|term|interval|duration|price-type|plan-type|tab|type|toggle-content|content))$/;
const CONDITION = /^(?:x-show|v-show|v-if|ng-show|ng-if|\*ngif|:class)$/;

/** The term that an element's own markup gives to what is in it. */
export function termOfElement(element: Element): Per | null {
  const found = new Map<string, Per>();
  for (const [name, value] of Object.entries(element.attribs)) {
    const term = NAMED.test(name) ? termOfName(value) : CONDITION.test(name) ? termOfCondition(value) : null;
    if (term) found.set(JSON.stringify(term), term);
  }
  const [only] = found.values();
  return found.size === 1 && only ? only : null;
}

/** "yearly", "billing === 'monthly'"; "!yearly" says only what it is not. */
function termOfCondition(expression: string): Per | null {
  if (/^\s*!|!==?/.test(expression)) return null;
  return termOfName(expression.replace(/^is(?=[A-Z])/, ''));
}

/** Whether two terms are the same. */
export function sameTerm(a: Per | null, b: Per | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
