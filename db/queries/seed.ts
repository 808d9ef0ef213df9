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

/** Makes sure that every source has its state; when it runs next is the worker's decision. */
export async function seedSources(
  db: Db,
  sources: readonly { readonly sourceId: string; readonly providerId: string }[],
): Promise<void> {
  for (const source of sources) {
    await db`insert into sources (source_id, provider_id) values (${source.sourceId}, ${source.providerId}) on conflict do nothing`;
  }
}

/** Sources that have never published anything. */
export async function unpublishedSources(db: Db): Promise<Set<string>> {
  const rows = await db<{ sourceId: string }[]>`select source_id as "sourceId" from sources where published_at is null`;
  return new Set(rows.map((row) => row.sourceId));
}
