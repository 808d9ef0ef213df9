/** A question about changes as parameters: the filter of the rows concerned, kinds, times, the page. */
import type { OfferFilter } from '../filter/criteria.ts';
import { type Kind, kindOf, since, wordsOf } from '../filter/kinds.ts';
import { type FieldError, type ParamInput, type Parsed, paramTexts } from '../filter/params.ts';
import { filterToParams, type ParseOptions, parseFilterTexts } from '../filter/parse.ts';
import { DEFAULT_LIMIT, LARGEST_LIMIT } from '../filter/search-params.ts';
import { canonicalJson, shortHash } from '../identity.ts';
import { CHANGE_KINDS, type ChangeKind } from '../offer-changes.ts';
import { hoursLater } from '../utc-time.ts';

/** Changes as asked for. */
export interface ChangeQuestion {
  readonly filter: OfferFilter;
  /** Empty: all. */
  readonly kinds: readonly ChangeKind[];
  /** From that time on, and before that time: canonical UTC, or an age in days ("7d") back from the hour of asking. */
  readonly since: string | null;
  readonly until: string | null;
  readonly limit: number;
  /** Opaque; from the page before. */
  readonly cursor: string | null;
  /** Hash of what is asked but for the page: a cursor belongs to one question. */
  readonly asked: string;
}

const limit = kindOf<number>(
  `a whole number from 1 to ${LARGEST_LIMIT}`,
  (text) => (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= LARGEST_LIMIT ? Number(text) : null),
  String,
);
const cursor = kindOf<string>('a cursor', (text) => text, String);

/** Parameters beside the filter's, each with one sentence for API documents and command line help. */
export const CHANGE_PARAMS = {
  kind: { kind: wordsOf(CHANGE_KINDS), means: `What happened: ${CHANGE_KINDS.join(', ')}; several separated by commas.` },
  since: { kind: since, means: 'First observed then or later; a time, a date or an age in days such as 7d.' },
  until: { kind: since, means: 'First observed before then; a time, a date or an age in days such as 7d.' },
  limit: { kind: limit, means: `Events on a page: 1 to ${LARGEST_LIMIT} (${DEFAULT_LIMIT} where none is given).` },
  cursor: { kind: cursor, means: 'Where the page begins: the `next` of the page before.' },
} as const;

/** Reads a question, or says everything that is wrong with it. `now`: canonical UTC time. */
export function parseChanges(input: ParamInput, now: string, { rates, others = [] }: ParseOptions = {}): Parsed<ChangeQuestion> {
  const { texts, errors: wrong } = paramTexts(input);
  const own = Object.keys(CHANGE_PARAMS);
  const filter = parseFilterTexts(texts, wrong, { ...(rates ? { rates } : {}), others: [...others, ...own] });
  const errors: FieldError[] = filter.ok ? [] : [...filter.errors];
  const read = <V>(field: keyof typeof CHANGE_PARAMS, kind: Kind<V>): V | null => {
    const text = texts.get(field);
    const parsed = text === undefined ? null : kind.schema.safeParse(text);
    if (parsed === null) return null;
    if (parsed.success) return parsed.data;
    errors.push(...parsed.error.issues.map(({ message }) => ({ field, message })));
    return null;
  };
  const times = [read('since', since), read('until', since)];
  const [from = null, to = null] = times.map((time) => time && timeOf(time, now));
  const kinds = (read('kind', CHANGE_PARAMS.kind.kind) ?? []) as readonly ChangeKind[];
  const page = {
    limit: read('limit', limit) ?? DEFAULT_LIMIT,
    cursor: read('cursor', cursor),
  };
  if (from && to && from >= to) errors.push({ field: 'since', message: `${from} is not before until (${to})` });
  if (!filter.ok || errors.length > 0) return { ok: false, errors };
  const asked = shortHash(canonicalJson([filterToParams(filter.value), kinds, times]));
  return { ok: true, value: { filter: filter.value, kinds, since: from, until: to, asked, ...page } };
}

function timeOf(value: string, now: string): string {
  const days = /^(\d+)d$/.exec(value)?.[1];
  return days === undefined ? value : hoursLater(now, -24 * Number(days));
}
