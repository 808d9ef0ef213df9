/** Checks an offer that is known here, by an address: the page that sells it, or one of ours. */
import type { Database } from '../../db/client.ts';
import { measurementsOf } from '../../db/queries/benchmarks.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { rowIdByUrl } from '../../db/queries/row-by-url.ts';
import type { Checked } from '../../domain/check/check-offer.ts';
import { isId } from '../../domain/identity.ts';
import { type CheckSurroundings, checkStored } from './offer-check.ts';

/** The answer, with what owners measured on it; null: no offer of this address is known. */
export async function checkKnown({ sql }: Database, url: string, around: CheckSurroundings): Promise<Checked<unknown> | null> {
  const id = idIn(url) ?? (await rowIdByUrl(sql, url));
  const found = id !== null && isId(id) ? await findByAnyId(sql, id) : null;
  if (!found) return null;
  const owners = (await measurementsOf(sql, [found.stored.id])).get(found.stored.id) ?? [];
  return checkStored(found, { ...around, measurements: [...owners, ...around.measurements] });
}

/** The offer that an address of ours tells of: "/offers/{id}", "/v1/offers/{id}". */
function idIn(url: string): string | null {
  const named = /\/offers\/([^/?#]{1,300})/.exec(url)?.[1];
  try {
    return named === undefined ? null : decodeURIComponent(named);
  } catch {
    return null;
  }
}
