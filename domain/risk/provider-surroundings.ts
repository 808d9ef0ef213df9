/** What the catalogue knows of a provider, as an assessment looks at it. */
import type { Provider } from '../provider-facts.ts';
import type { RiskInput } from './assess-input.ts';

/** Terms and age of a provider. `year`: of now; `offers`: how many are catalogued, null where nobody counted. */
export function providerSurroundings(
  provider: Provider | null,
  year: number,
  offers: number | null,
): Pick<RiskInput, 'terms' | 'provider'> {
  const founded = provider?.founded ?? null;
  return {
    terms: (provider?.terms ?? []).map(({ said, url }) => ({ text: said, url })),
    provider: {
      // Of the year alone at most this much is certain.
      ageYears: founded === null ? null : Math.max(0, year - founded.year - 1),
      ageSource: founded === null ? null : { text: `founded in ${founded.year}`, url: founded.url },
      openness: null,
      offers,
    },
  };
}

/** The provider whose id or name is given; null: none of the catalogue's. */
export function providerNamed(providers: Iterable<Provider>, { id, name }: { id: string; name: string }): Provider | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = new Set([plain(id), plain(name)].filter((text) => text !== ''));
  for (const provider of providers) if (wanted.has(plain(provider.id)) || wanted.has(plain(provider.name))) return provider;
  return null;
}
