/**
 * What tells the plans of one post apart, the same at every reading: prices and stock are edited, so no identity is made of them while
 * anything else tells two plans apart.
 */
import { canonicalJson, shortHash } from '../../domain/identity.ts';
import type { Listing } from '../../domain/listing.ts';

const MOST_NAME = 40;
/** Words that sellers add to a plan's name and take off again. */
const PASSING =
  /\b(?:sold\s?-?out|out\s+of\s+stock|in\s+stock|re-?stock(?:ed)?|limited(?:\s+stock)?|available|only\s+\d{1,4}\s+left|\d{1,4}\s+left|new|hot|updated?|sale|ausverkauft)\b/gi;

/** Identities of a post's plans, in their order. Two plans that nothing tells apart share one. */
export function planIdentities(token: string, plans: readonly Listing[]): string[] {
  const marks = STEPS.map((step) => plans.map(step));
  const groups = new Map<string, number[]>();
  const names = plans.map(nameMark);
  for (const [at, name] of names.entries()) groups.set(name, [...(groups.get(name) ?? []), at]);
  return plans.map((_, at) => {
    const name = names[at] ?? '';
    const group = groups.get(name) ?? [at];
    const own = marksNeeded(at, group, marks);
    // A name alone is an identity; without one, sizes have to be told even of the only plan.
    const told = own.length === 0 && name === '' ? [marks[0]?.[at] ?? ''] : own;
    const parts = [name === '' ? 'plan' : name, ...(told.length === 0 ? [] : [shortHash(canonicalJson(told))])];
    return `${token}+${parts.join('.')}`;
  });
}

/** The first marks, in their order, that together set a plan apart from others of its name. */
function marksNeeded(at: number, group: readonly number[], marks: readonly (readonly string[])[]): string[] {
  if (group.length === 1) return [];
  const told: string[] = [];
  for (const column of marks) {
    told.push(column[at] ?? '');
    const columns = marks.slice(0, told.length);
    const same = group.filter((other) => columns.every((one) => one[other] === one[at]));
    if (same.length === 1) break;
  }
  return told;
}

function nameMark(plan: Listing): string {
  const name = plan.name?.how === 'inferred' ? '' : (plan.name?.is ?? '');
  const plain = name.slice(0, 200).replace(PASSING, ' ').normalize('NFKD').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  // Names in other scripts leave next to nothing of themselves.
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters === '') return '';
  const isWhole = slug.length <= MOST_NAME && slug.replaceAll('-', '').length >= letters.length;
  return isWhole ? slug : `${slug.slice(0, MOST_NAME - 11).replace(/-$/, '') || 'x'}.${shortHash(letters)}`;
}

/** What sets plans of one name apart, the steadiest first. */
const STEPS: readonly ((plan: Listing) => string)[] = [
  (plan) => canonicalJson([plan.memory?.is, plan.disks?.is, plan.vcpu?.is]),
  (plan) => canonicalJson([plan.technology?.is.value, plan.transfer?.is, plan.port?.is, plan.ipv4?.is, plan.cpuModel?.is]),
  (plan) => canonicalJson(plan.places.map(({ location }) => location)),
  (plan) => canonicalJson(plan.prices.map(({ per, currency, phase }) => [per, currency?.is, phase])),
  (plan) => canonicalJson(plan.prices.map(({ amount }) => String(amount.is))),
];
