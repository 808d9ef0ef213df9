/** Why a search shows a row, or does not: criterion by criterion, from the conditions that the search itself is made of. */
import { conditionsOf, type FilterContext } from '../filter/conditions.ts';
import type { FilterName, OfferFilter } from '../filter/criteria.ts';
import { all, type Kleene } from '../filter/kleene.ts';
import { filterToParams } from '../filter/parse.ts';
import { holds } from '../filter/predicate.ts';
import type { SearchFacts } from '../search-facts.ts';
import { type Miss, missOf } from './miss.ts';
import { valueWords } from './value-words.ts';

/** Whether a criterion is met. */
export const VERDICTS = ['met', 'not-met', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One criterion that was asked for. */
export interface ExplainedCriterion {
  readonly parameter: FilterName;
  /** As the parameter is written. */
  readonly asked: string;
  /** What the row has, in words; null: not known. */
  readonly has: string | null;
  readonly verdict: Verdict;
  /** How far off it is, where it is not met and that can be measured. */
  readonly miss: Miss | null;
  readonly words: string;
}

/** Something that searches leave out unless its parameter is given. */
export interface DefaultExclusion {
  readonly parameter: FilterName;
  readonly excludes: string;
  /** Whether it leaves this row out. */
  readonly applies: boolean;
}

/** Everything about a row and a filter. */
export interface Explanation {
  /** Of all criteria, defaults included. */
  readonly verdict: Verdict;
  /** Whether a search with this filter shows the row: unknown ones only where `includeUnknown` is true. */
  readonly shown: boolean;
  /** Left out, but by nothing except near misses. */
  readonly nearMiss: boolean;
  readonly criteria: readonly ExplainedCriterion[];
  readonly exclusions: readonly DefaultExclusion[];
}

const EXCLUDED: Partial<Record<FilterName, string>> = {
  availability: 'rows that are sold out',
  state: 'rows that are withdrawn',
  productType: 'dedicated servers',
};

/** Explains what a filter makes of a row. */
export function explain(filter: OfferFilter, facts: SearchFacts, context: FilterContext): Explanation {
  const params = filterToParams(filter);
  const conditions = conditionsOf(filter, context).map((one) => ({ ...one, met: holds(one.condition, facts, context.rates) }));
  const criteria = conditions
    .filter(({ asked }) => asked)
    .map(({ name, condition, met }): ExplainedCriterion => {
      const asked = params[name] ?? '';
      const has = valueWords(name, facts, { ...context, filter });
      const miss = missOf(condition, facts, context.rates);
      const words = `${name}=${asked}: ${WORDS[verdictOf(met)]}${miss ? `, ${miss.words}` : ''}; it has ${has ?? 'nothing that is known'}`;
      return { parameter: name, asked, has, verdict: verdictOf(met), miss, words };
    });
  const exclusions = conditions
    .filter(({ asked }) => !asked)
    .map(({ name, met }) => ({ parameter: name, excludes: EXCLUDED[name] ?? 'by default', applies: met === false }));
  const met = all(conditions.map((one) => one.met));
  const failing = criteria.filter(({ verdict }) => verdict === 'not-met');
  return {
    verdict: verdictOf(met),
    shown: met ?? filter.includeUnknown ?? false,
    nearMiss: failing.length > 0 && failing.every(({ miss }) => miss?.near) && !exclusions.some(({ applies }) => applies),
    criteria,
    exclusions,
  };
}

const WORDS: Readonly<Record<Verdict, string>> = { met: 'met', 'not-met': 'not met', unknown: 'not known' };

function verdictOf(met: Kleene): Verdict {
  return met === null ? 'unknown' : met ? 'met' : 'not-met';
}
