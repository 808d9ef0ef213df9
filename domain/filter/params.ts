/** Parameters as they come in, made into one text each. */

/** What parameters come in: a query string's, or an object as in a watch (`{ minMemory: '2GB', country: ['DE', 'NL'] }`). */
export type ParamInput = URLSearchParams | Readonly<Record<string, unknown>>;

/** One thing that is wrong, with the parameter that it is wrong with. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A value, or everything that is wrong. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Parameters by name, and those that no text can be made of. */
export interface ParamTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
}

/** Reads parameters into texts. Undefined and null count as not given. Repeats are errors: lists are separated by commas. */
export function paramTexts(input: ParamInput): ParamTexts {
  const texts = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const [field, value] of input instanceof URLSearchParams ? input : Object.entries(input)) {
    if (value === undefined || value === null) continue;
    const text = textOf(value);
    if (texts.has(field)) errors.push({ field, message: 'is given more than once: separate several values by commas' });
    else if (text === null) errors.push({ field, message: 'is not a text, a number, true, false or a list of texts' });
    else if (/[\p{Cc}\p{Cs}]/u.test(text)) errors.push({ field, message: 'has characters that cannot be printed' });
    else texts.set(field, text);
  }
  return { texts, errors };
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((part) => typeof part === 'string' || typeof part === 'number') ? value.join(',') : null;
}
