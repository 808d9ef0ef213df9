/** Reference data that every process brings along: providers, sources, and rates where there are none. Safe to repeat. */
import type { Provider } from '../../domain/provider-facts.ts';
import type { Db } from '../bulk.ts';

/** Writes providers as the software knows them now; their ids and history stay. */
export async function seedProviders(db: Db, providers: Iterable<Provider>): Promise<void> {
  for (const provider of providers) {
    await db`insert into providers as known (provider_id, name, country, website, facts)
      values (${provider.id}, ${provider.name}, ${provider.country}, ${provider.website}, ${db.json({ ...provider })})
      on conflict (provider_id) do update set name = excluded.name, country = excluded.country, website = excluded.website,
        facts = excluded.facts where known.facts <> excluded.facts`;
  }
}

/** A source as it begins. */
export interface SeededSource {
  readonly sourceId: string;
  readonly providerId: string;
  /** Why it begins switched off; null or absent: it begins switched on. */
  readonly off?: string | null;
}

/**
 * Makes sure that every source has its state; when it runs next is the worker's decision. What an operator switched stays: a
 * source that only began switched off (`off_since` is null) comes on when its reason is gone.
 */
export async function seedSources(db: Db, sources: readonly SeededSource[]): Promise<void> {
  for (const { sourceId, providerId, off = null } of sources) {
    await db`insert into sources as known (source_id, provider_id, enabled, off_reason)
      values (${sourceId}, ${providerId}, ${off === null}, ${off})
      on conflict (source_id) do update set enabled = excluded.enabled, off_reason = excluded.off_reason
        where not known.enabled and known.off_since is null and known.off_reason is distinct from excluded.off_reason`;
  }
}

/** Sources that have never published anything. */
export async function unpublishedSources(db: Db): Promise<Set<string>> {
  const rows = await db<{ sourceId: string }[]>`select source_id as "sourceId" from sources where published_at is null`;
  return new Set(rows.map((row) => row.sourceId));
}
