/** What stands above the rows: the criteria, how many there are, and what was left out. */
import { count, counted } from '../words/amounts.ts';
import { activeNames, criterionWords } from './active.ts';
import { searchAddress, type Texts } from './address.ts';
import type { Found } from './answer.ts';

/** The criteria, each a link that takes it back. */
export function ActiveFilters({ texts }: { readonly texts: Texts }) {
  const active = activeNames(texts);
  if (active.length === 0) return null;
  const kept = Object.fromEntries(Object.entries(texts).filter(([name]) => !active.some((one) => one === name)));
  return (
    <nav class="chips" aria-label="Filters in use">
      <ul>
        {active.map((name) => (
          <li>
            <a href={searchAddress(texts, { [name]: null })}>
              <span class="hidden">Remove filter </span>
              <bdi>{criterionWords(name, texts)}</bdi> <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {active.length > 1 && (
          <li>
            <a class="all" href={searchAddress(kept)}>
              Remove all filters
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** How many rows there are, and how many more might be. */
export function Counts({ found: { answer }, texts }: { readonly found: Found; readonly texts: Texts }) {
  const { total, totalOffers, excludedUnknown } = answer;
  return (
    <div class="counts">
      <h2 id="found">{total === 0 ? 'Nothing found' : `${counted(total, 'row')} found`}</h2>
      {total > 0 && <p>{`A row is a plan at one price; these are ${counted(totalOffers, 'offer')}, one for each place.`}</p>}
      {excludedUnknown > 0 && (
        <p class="left-out">
          {`${count(excludedUnknown)} more might match: something asked for is not known of them. `}
          <a href={searchAddress(texts, { includeUnknown: 'true' })}>Include them</a>
        </p>
      )}
    </div>
  );
}

/** What to do where nothing was found. */
export function NothingFound({ found: { relaxations }, texts }: { readonly found: Found; readonly texts: Texts }) {
  const asked = activeNames(texts).length > 0;
  if (!asked) return <p>The catalogue is empty: no source has been read yet. Come back in a few minutes.</p>;
  if (relaxations.length === 0) {
    return (
      <p>
        Leaving out a single filter is not enough. <a href="/">Begin again without filters</a>, or widen several.
      </p>
    );
  }
  return (
    <>
      <p>No offer meets all of it. There are offers without one of these:</p>
      <ul class="relax">
        {relaxations.map(({ name, total }) => (
          <li>
            <a href={searchAddress(texts, { [name]: null })}>
              Without <bdi>{criterionWords(name, texts)}</bdi>
            </a>
            : {counted(total, 'row')}
          </li>
        ))}
      </ul>
    </>
  );
}
