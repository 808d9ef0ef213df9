/** Changes as readers are told them: of a changed machine only the fields that differ. */
import type { ChangeKind } from './offer-changes.ts';

/** A change as it was told. */
export interface StoredChange {
  readonly kind: ChangeKind;
  /** Null for changes of the plan itself. */
  readonly offerId: string | null;
  readonly observedAt: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** A change with before and after. */
export interface ChangeJson {
  readonly kind: StoredChange['kind'];
  readonly observedAt: string;
  readonly offerId: string | null;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** The public form of a change. */
export function presentChange({ kind, observedAt, offerId, before, after }: StoredChange): ChangeJson {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  if (kind !== 'spec' || !from || !to) return { kind, observedAt, offerId, before: from, after: to };
  const [flatFrom, flatTo] = [flat(from), flat(to)];
  const moved = [...new Set([...Object.keys(flatFrom), ...Object.keys(flatTo)])].filter(
    (path) => JSON.stringify(flatFrom[path]) !== JSON.stringify(flatTo[path]),
  );
  return { kind, observedAt, offerId, before: pick(flatFrom, moved), after: pick(flatTo, moved) };
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** Leaves by path ("memory.mib"); lists are leaves. */
function flat(fields: Fields, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      const inner = fieldsOf(value);
      return inner ? Object.entries(flat(inner, `${prefix}${name}.`)) : [[`${prefix}${name}`, value]];
    }),
  );
}

function pick(fields: Fields, paths: readonly string[]): Fields {
  return Object.fromEntries(paths.map((path) => [path, fields[path] ?? null]));
}
