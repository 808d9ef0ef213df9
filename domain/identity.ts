/** Stable ids, readable where the provider's own keys allow it. */
import { createHash } from 'node:crypto';

/** Short hash of a text, 10 hexadecimal digits. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** Hash of a value's canonical JSON (keys sorted, bigints as decimal strings): equal values, equal hash. */
export function valueHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** JSON with sorted keys and bigints as strings. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) {
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return inner;
  });
}

/** A key as part of an id: unchanged where it is plain, else its plain letters and a hash that keeps it unique. */
export function idPart(key: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/.test(key)) return key;
  const plain = key
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${plain || 'x'}.${shortHash(key)}`;
}

/** "linode:g6-nanode-1": a plan of a source. */
export function planIdOf(sourceId: string, planKey: string): string {
  return `${sourceId}:${idPart(planKey)}`;
}

/** "linode:g6-nanode-1@us-east": a plan in one location, for ever; "@-" where no location is named. */
export function offerIdOf(planId: string, locationKey: string | null): string {
  return `${planId}@${locationKey === null ? '-' : idPart(locationKey)}`;
}

/** Whether a text can be an id of ours at all: the database is not asked about others, some of which it could not even read. */
export function isId(text: string): boolean {
  return /^[\w.+:@~-]{1,300}$/.test(text);
}
