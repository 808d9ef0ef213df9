/** Rows side by side, attribute by attribute: what differs first, what is better marked with its reason. */
import { canonicalJson } from '../identity.ts';
import type { RowJson } from '../present-row.ts';
import type { Attribute, AttributeValue } from './attribute.ts';
import { attributesOf } from './attributes.ts';

/** A row under the id that it was asked by. */
export interface ComparedRow {
  readonly id: string;
  readonly row: RowJson;
}

/** The better ones of a line. */
export interface Best {
  /** In the order asked; of several, all that are equally good. */
  readonly ids: readonly string[];
  readonly reason: string;
}

/** One line of a comparison. */
export interface AttributeRow {
  readonly name: string;
  readonly label: string;
  readonly unit: string | null;
  /** By the id asked for. */
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly same: boolean;
  readonly best: Best | null;
}

/** Compares rows; money is in the currency that they were presented in. */
export function compareRows(rows: readonly ComparedRow[], currency: string): AttributeRow[] {
  const lines = attributesOf(currency).map((attribute) => lineOf(attribute, rows));
  return [...lines.filter(({ same }) => !same), ...lines.filter(({ same }) => same)];
}

function lineOf({ name, label, unit, of, better }: Attribute, rows: readonly ComparedRow[]): AttributeRow {
  const valued = rows.map(({ id, row }) => ({ id, value: of(row) }));
  const same = new Set(valued.map(({ value }) => canonicalJson(value))).size === 1;
  const ranked = better ? valued.map(({ id, value }) => ({ id, rank: better.rank(value) })) : [];
  const ids = bestOf(ranked);
  return {
    name,
    label,
    unit,
    values: Object.fromEntries(valued.map(({ id, value }) => [id, value])),
    same,
    best: better && ids.length > 0 ? { ids, reason: better.reason } : null,
  };
}

/** The ids of the greatest rank. None where nothing is known to be worse: what is not known is neither best nor worst. */
export function bestOf(ranked: readonly { readonly id: string; readonly rank: number | bigint | null }[]): string[] {
  const known = ranked.filter((one): one is { id: string; rank: number | bigint } => one.rank !== null);
  const best = known.reduce<number | bigint | null>((top, { rank }) => (top === null || rank > top ? rank : top), null);
  const ids = known.filter(({ rank }) => rank === best).map(({ id }) => id);
  return ids.length < known.length ? ids : [];
}
