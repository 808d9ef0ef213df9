import type { WatchAsked } from '../../../domain/watch/read-watch.ts';
import type { Db } from '../../bulk.ts';
import { findByAnyId } from '../offer-by-id.ts';
import { filterIdOf, type StoredSubject } from './watches.ts';

/** What a watch looks at, as it is stored; null: there is no such offer. A row stands for its plan, or for its one offer. */
export async function resolveSubject(db: Db, asked: WatchAsked): Promise<StoredSubject | null> {
  if ('filter' in asked.subject) return filterIdOf(db, asked);
  const { id } = asked.subject;
  const found = await findByAnyId(db, id);
  if (!found) return null;
  const [only, ...others] = found.offerIds;
  const offerId = id.includes('@') ? id : id.includes('~') && others.length === 0 ? (only ?? null) : null;
  return { planId: found.planId, offerId };
}
