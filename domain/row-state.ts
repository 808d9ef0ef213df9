import type { RowState } from './offer.ts';
import type { SearchFacts } from './search-facts.ts';

/** How fresh a row is at a time (canonical UTC): recorded observations say themselves that they are old, live ones turn stale. */
export function rowState(facts: Pick<SearchFacts, 'withdrawn' | 'observation' | 'staleAt'>, now: string): RowState {
  if (facts.withdrawn) return 'withdrawn';
  if (facts.observation === 'recorded') return 'recorded';
  return facts.staleAt < now ? 'stale' : 'live';
}
