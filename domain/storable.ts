/**
 * A value with every text in it made storable: no NUL, which no database keeps, and no half of a surrogate pair, which is no
 * Unicode and comes of texts that were cut. The replacement character stands in their place. Unchanged values stay the same object.
 */
export function storable<T>(value: T): T {
  return walk(value) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(walk);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const walked = entries.map(([key, inner]): [string, unknown] => [key, walk(inner)]);
  return walked.some(([, inner], index) => inner !== entries[index]?.[1]) ? Object.fromEntries(walked) : value;
}
