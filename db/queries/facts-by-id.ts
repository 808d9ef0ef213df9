/** The facts that searches look at, of one row or one offer by its id. */
import { costOptions } from '../../domain/comparable.ts';
import { offerFacts } from '../../domain/offer-facts.ts';
import { priceFromJson } from '../../domain/price-json.ts';
import type { SearchFacts } from '../../domain/search-facts.ts';
import { utcTime } from '../../domain/utc-time.ts';
import type { Db } from '../bulk.ts';
import { columnOf } from './columns.ts';
import { type FoundRow, findByAnyId } from './offer-by-id.ts';
import { ROW_TYPES } from './replace-search-rows.ts';

/** A row or an offer with its facts. */
export interface FoundFacts {
  readonly found: FoundRow;
  readonly facts: SearchFacts;
}

/** Everything known by an id of a row or of an offer; null for an unknown id. */
export async function findFacts(db: Db, id: string): Promise<FoundFacts | null> {
  const found = await findByAnyId(db, id);
  if (!found) return null;
  if (id.includes('@')) return { found, facts: offerFacts({ ...found, offerId: id }) };
  const facts = await rowFacts(db, id);
  return facts && { found, facts: { ...facts, options: costOptions(found.stored.prices.map(priceFromJson)) } };
}

/** The columns of a row as search reads them. */
async function rowFacts(db: Db, rowId: string): Promise<Omit<SearchFacts, 'options'> | null> {
  const columns = Object.keys(ROW_TYPES).filter((fact) => !['row', 'risk', 'riskScore'].includes(fact));
  const [facts] = await db.unsafe<Omit<SearchFacts, 'options'>[]>(
    `select ${columns.map((fact) => `${columnOf(fact)} as "${fact}"`).join(', ')} from search_rows where row_id = $1`,
    [rowId],
  );
  if (!facts) return null;
  const canonical = (time: string) => utcTime(time) ?? time;
  return {
    ...facts,
    firstSeenAt: canonical(facts.firstSeenAt),
    lastChangedAt: canonical(facts.lastChangedAt),
    observedAt: canonical(facts.observedAt),
    staleAt: canonical(facts.staleAt),
  };
}
