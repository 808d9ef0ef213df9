/** Schemas of the API's document as flat lists of fields, for people to read. */
import type { openApiDocument } from '../document.ts';

/** The API's document. */
export type ApiDocument = ReturnType<typeof openApiDocument>;

/** A schema in it, possibly a reference. */
export type Schema = NonNullable<NonNullable<ApiDocument['components']>['schemas']>[string];

/** One field, by its whole path. */
export interface Field {
  /** "technology.evidence[].said" */
  readonly path: string;
  readonly type: TypeWords;
  readonly means: string;
}

/** What a field holds. */
export interface TypeWords {
  readonly words: string;
  /** Named schema that it holds, where it does. */
  readonly name: string | null;
  readonly values: readonly string[];
}

/** Every field within a schema; those of named schemas stand with their own name. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  if ('$ref' in schema) return [];
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]): Field[] => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [{ path, type: typeOf(property), means: meaningOf(property) }, ...fieldsOf(property, path)];
  });
  const items = schema.items && fieldsOf(schema.items, `${prefix}[]`);
  const values = typeof schema.additionalProperties === 'object' ? fieldsOf(schema.additionalProperties, `${prefix}.*`) : [];
  return [...own, ...(items ?? []), ...values, ...parts.flatMap((part) => fieldsOf(part, prefix))];
}

/** What a schema holds, in a word or two. */
export function typeOf(schema: Schema): TypeWords {
  if ('$ref' in schema) return { words: '', name: schema.$ref.split('/').at(-1) ?? '', values: [] };
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(typeOf);
  if (parts.length > 0) {
    const words = parts.map((part) => part.words).filter((word) => word !== '');
    return { words: words.join(' or '), name: parts.find(({ name }) => name !== null)?.name ?? null, values: [] };
  }
  const values = (schema.enum ?? (schema.const === undefined ? [] : [schema.const])).map(String);
  if (schema.items) {
    const inner = typeOf(schema.items);
    return { ...inner, words: `list of ${inner.words}`.trimEnd() };
  }
  const types = [schema.type ?? []].flat();
  const main = types.filter((type) => type !== 'null').join(' or ') || (types.length > 0 ? 'null' : 'anything');
  const described = schema.format === 'date-time' ? 'time' : main;
  return { words: types.includes('null') && main !== 'null' ? `${described} or null` : described, name: null, values };
}

function meaningOf(schema: Schema): string {
  return ('description' in schema && schema.description) || '';
}
