import type { Provenance } from '../../domain/plan.ts';
import type { RowJson } from '../../domain/present-row.ts';
import { searchAddress, type Texts } from '../search/address.ts';
import { counted } from '../words/amounts.ts';
import { countryName } from '../words/names.ts';
import { offerPath, Said, Scroll, Stock, Unknown } from '../words/parts.tsx';
import { OriginWords } from './origin.tsx';

interface Props {
  readonly row: RowJson;
  readonly origins: Provenance;
  readonly texts: Texts;
}

/** Where it is sold, with the stock of each place; each leads to the plan in that place alone. */
export function PlaceTable({ row: { locations }, origins, texts }: Props) {
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">{locations.length === 0 ? 'Places' : counted(locations.length, 'place')}</h2>
      {locations.length === 0 ? (
        <p>
          <Unknown words="No place is named." />
        </p>
      ) : (
        <Scroll label="Table of places">
          <table>
            <thead>
              <tr>
                {['Place', 'City', 'Country', 'Stock'].map((title) => (
                  <th scope="col">{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {locations.map(({ id, name, city, country, offerId, availability }) => (
                <tr>
                  <th scope="row">
                    <a href={searchAddress(texts, {}, offerPath(offerId))}>
                      <Said text={name ?? id} />
                    </a>
                  </th>
                  <td>{city === null ? <Unknown /> : <Said text={city} />}</td>
                  <td>{country === null ? <Unknown /> : countryName(country)}</td>
                  <td>
                    <Stock {...availability} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {(['locations', 'availability'] as const).map((path) =>
        origins[path] === undefined ? null : (
          <p class="muted origin">
            {path === 'locations' ? 'Places: ' : 'Stock: '}
            <OriginWords origin={origins[path]} />
          </p>
        ),
      )}
    </section>
  );
}
