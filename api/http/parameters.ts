/** Parameters in the API's document, from the one table that also reads them. */
import { CHANGE_PARAMS } from '../../domain/changes/change-params.ts';
import type { ExportFormatName } from '../../domain/export/formats.ts';
import { CRITERIA, type FilterName } from '../../domain/filter/criteria.ts';
import { criteria } from '../../domain/filter/parse.ts';
import { DEFAULT_LIMIT, LARGEST_LIMIT, SEARCH_PARAMS } from '../../domain/filter/search-params.ts';

/** A query parameter as OpenAPI describes it. */
export type Parameter = {
  name: string;
  in: 'query';
  description: string;
  required: boolean;
  schema: ParameterSchema;
  style?: 'form';
  explode?: false;
};

type ParameterSchema = {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  items?: { type: 'string'; enum?: string[] };
  enum?: string[];
  minimum?: number;
  maximum?: number;
  default?: number;
};

/** What `view` may be, and what for. */
export const VIEW = { name: 'view', words: ['full'], means: 'full: with the origin of each field.' } as const;

/** What `at` of a price history may be, and what for. */
export const PRICES_AT = {
  name: 'at',
  means: 'What it cost then; a time, a date, or an age in days such as 365d, back from the newest observation.',
} as const;

/** The parameter `at`. */
export function pricesAtParameter(): Parameter {
  return parameter(PRICES_AT.name, PRICES_AT.means, { type: 'string' });
}

/** Parameters of a search: the filter's, then those of order and page. */
export function searchParameters(): Parameter[] {
  const { sort, limit, cursor, facets } = SEARCH_PARAMS;
  return [
    ...filterParameters(),
    parameter('sort', sort, { type: 'string' }),
    parameter('limit', limit, { type: 'integer', minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT }),
    parameter('cursor', cursor, { type: 'string' }),
    parameter('facets', facets, { type: 'array', items: { type: 'string' } }),
    parameter(VIEW.name, VIEW.means, { type: 'string', enum: [...VIEW.words] }),
  ];
}

/** Parameters of everything at once: the filter's and the order; `view` where the form can show it. */
export function exportParameters(form: ExportFormatName): Parameter[] {
  const taken = new Set<string>([...Object.keys(CRITERIA), 'sort', ...(form === 'csv' ? [] : [VIEW.name])]);
  return searchParameters().filter(({ name }) => taken.has(name));
}

/** Parameters of a question about changes. */
export function changeParameters(): Parameter[] {
  const { kind, since, until, limit, cursor } = CHANGE_PARAMS;
  return [
    parameter('kind', kind.means, { type: 'array', items: { type: 'string', enum: [...(kind.kind.words ?? [])] } }),
    parameter('since', since.means, { type: 'string' }),
    parameter('until', until.means, { type: 'string' }),
    parameter('limit', limit.means, { type: 'integer', minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT }),
    parameter('cursor', cursor.means, { type: 'string' }),
    ...filterParameters(),
  ];
}

/** Those of a feed of changes, which has one page. */
export function changeFeedParameters(): Parameter[] {
  return changeParameters().filter(({ name }) => name !== 'limit' && name !== 'cursor');
}

/** All parameters of the filter. */
export function filterParameters(): Parameter[] {
  return criteria.map(([name]) => filterParameter(name));
}

/** One parameter of the filter. */
export function filterParameter(name: FilterName): Parameter {
  const { kind, means } = CRITERIA[name];
  const few = kind.words === null || kind.words.length === 0 || kind.words.includes('true');
  return parameter(name, few ? `${means} Give ${kind.says}.` : means, schemaOf(kind));
}

function parameter(name: string, description: string, schema: ParameterSchema): Parameter {
  const list = schema.type === 'array' ? ({ style: 'form', explode: false } as const) : {};
  return { name, in: 'query', description, required: false, schema, ...list };
}

/** Texts of which each kind that is no plain text understands one. */
const SAMPLES = ['3', 'DE', 'true'];

interface Readable {
  readonly words: readonly string[] | null;
  readonly schema: { safeParse(text: string): { readonly success: boolean; readonly data?: unknown } };
}

/** A kind is a function: what type it makes is learned from what it answers. */
function schemaOf(kind: Readable): ParameterSchema {
  if (kind.words !== null && !kind.words.includes('true')) {
    return { type: 'array', items: { type: 'string', enum: [...kind.words] } };
  }
  const made = SAMPLES.map((sample) => kind.schema.safeParse(sample)).find(({ success }) => success)?.data;
  if (Array.isArray(made)) return { type: 'array', items: { type: 'string' } };
  if (typeof made === 'number') return { type: 'number' };
  return { type: typeof made === 'boolean' ? 'boolean' : 'string' };
}
