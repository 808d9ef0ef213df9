/** Providers and locations in the contract's JSON. */
import type { ListedLocation } from '../../db/queries/locations.ts';
import type { ListedProvider } from '../../db/queries/providers.ts';
import type { ExperienceReport } from '../../domain/risk/assess-input.ts';
import { regionOf } from '../../domain/search-facts.ts';
import { presentExperience } from './report.ts';

/** The public form of a provider. */
export function presentProvider(
  { facts: provider, rows, offers, observedAt, sourceIds }: ListedProvider,
  reports: readonly ExperienceReport[],
) {
  const { id, name, country, website, founded, facts, sources } = provider;
  return {
    id,
    name,
    country,
    website,
    founded,
    facts: facts.map((fact) => ({
      field: fact.field,
      value: fact.value,
      confidence: fact.field === 'technology' ? fact.confidence : null,
      when: fact.when,
      said: fact.said,
      url: fact.url,
    })),
    terms: provider.terms ?? [],
    reports: reports.map(presentExperience),
    references: sources,
    sources: sourceIds,
    counts: { rows, offers },
    observedAt,
  };
}

/** The public form of a location. */
export function presentLocation({ id, providerId, name, city, country }: ListedLocation) {
  return { id, provider: providerId, name, city, country, region: country === null ? null : regionOf(country) };
}
