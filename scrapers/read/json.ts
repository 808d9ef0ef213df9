/**
 * JSON answers at the border: bodies to values, list entries to typed items. Nothing is thrown: a body or an entry that
 * cannot be read is said, and the entries beside it are still read.
 */
import { z } from 'zod';
import type { Rejection } from '../../domain/listing.ts';

/** A body as JSON, or the first words of what it was instead. */
export type JsonBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly said: string };

/** Parses a body; a byte order mark in front is not part of the answer. */
export function parseJson(body: string): JsonBody {
  try {
    return { ok: true, value: JSON.parse(body.replace(/^\uFEFF/, '')) };
  } catch {
    return { ok: false, said: body.trim() === '' ? 'an empty body' : quote(body.replace(/\s+/g, ' ').trim()) };
  }
}

const PLAIN_DECIMAL = /^-?\d{1,15}(?:\.\d{1,18})?$/;

/** An amount of something: a number, or a plain decimal in a string ("1024"). No exponents, no thousands marks. */
export const amount = z.union([z.number(), z.string().regex(PLAIN_DECIMAL).transform(Number)]);

/** A price as written: kept as text where it was text, so that no digit is lost. */
export const money = z.union([z.number(), z.string().regex(PLAIN_DECIMAL)]);

/** One entry of a list, before it is read. */
export interface Entry {
  /** Where it stands in the body ("data.3", "servers.DEV1-S"). */
  readonly path: string;
  readonly planKey: string | null;
  readonly name: string | null;
  readonly value: unknown;
}

/** An entry that could be read, with the key of its page. */
export interface Item<T> {
  readonly entry: Entry;
  readonly page: string;
  readonly value: T;
}

/** Reads one entry; what does not fit the schema is a rejection that names the first wrong field and what it said. */
export function readEntry<T>(
  entry: Entry,
  schema: z.ZodType<T>,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection } {
  const parsed = schema.safeParse(entry.value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, rejection: unreadable(entry, parsed.error.issues[0]?.path ?? []) };
}

function unreadable(entry: Entry, path: readonly PropertyKey[]): Rejection {
  const field = [entry.path, ...path.map(String)].join('.');
  const said = path.reduce<unknown>((value, key) => childOf(value, key), entry.value);
  return rejection('unreadable-plan', field, quote(said), entry);
}

/** A rejection of one entry. */
export function rejection(code: Rejection['code'], field: string, said: string, entry: Entry): Rejection {
  return { code, field, said, listing: { planKey: entry.planKey, name: entry.name } };
}

/** A child of a JSON value by its own key; undefined where there is none. */
export function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

/** What a table of words holds under a word that a page said; undefined for one that it does not hold ("__proto__" among them). */
export function wordIn<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | undefined {
  return word !== null && word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A child that is a text; null else. */
export function textOf(value: unknown, key: string): string | null {
  const child = childOf(value, key);
  return typeof child === 'string' ? child : null;
}

/** Entries of a list whose items carry their key, and perhaps their name, in fields of their own. */
export function keyedEntries(
  list: readonly unknown[],
  at: string,
  fields: { readonly key: string; readonly name?: string },
): Entry[] {
  return list.map((value, index) => ({
    path: `${at}.${index}`,
    planKey: textOf(value, fields.key),
    name: fields.name === undefined ? null : textOf(value, fields.name),
    value,
  }));
}

/** A value as its JSON in at most 120 characters, for people. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
