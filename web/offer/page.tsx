/** One offer's page: what it is, what it costs, what it cost, and how each of that is known. */
import { Layout } from '../layout.tsx';
import { searchAddress } from '../search/address.ts';
import { money } from '../words/amounts.ts';
import { HOW_NAMES, TECHNOLOGY_NAMES } from '../words/names.ts';
import { Age, escapedId, offerPath, SafeLink, Said, Stock, Unknown } from '../words/parts.tsx';
import type { OfferView } from './answer.ts';
import { CapabilitySection } from './capabilities.tsx';
import { ChangeList } from './changes.tsx';
import { FactTable } from './fact-table.tsx';
import { HistorySection } from './history.tsx';
import { hostOf } from './origin.tsx';
import { PlaceTable } from './places.tsx';
import { PriceTable } from './prices.tsx';
import { PriceQuestionForm } from './question-form.tsx';
import { RiskSection } from './risk.tsx';

interface Props {
  readonly view: OfferView;
  /** Whether there are alerts here. */
  readonly watchable: boolean;
}

/** The whole page. */
export function OfferPage({ view, watchable }: Props) {
  const { id, row, stored, texts, now } = view;
  const name = row.name ?? row.planKey ?? 'Unnamed plan';
  const data = searchAddress(texts, {}, `/v1/offers/${escapedId(id)}`);
  return (
    <Layout title={`${name} by ${row.provider.name}`}>
      <p class="back">
        <a href={searchAddress({ ...texts, provider: row.provider.id })}>
          All offers of <Said text={row.provider.name} />
        </a>
      </p>
      <h1>
        <Said text={name} />
      </h1>
      <p class="lead">
        <SafeLink url={row.provider.website} words={row.provider.name} /> ·{' '}
        <Age state={row.state} observedAt={row.observedAt} now={now} /> · <Stock {...row.availability} />
      </p>
      {watchable && (
        <p>
          <a href={`/alerts?offer=${encodeURIComponent(id)}`}>Watch this offer</a>: be told when its price falls or it is back in
          stock.
        </p>
      )}
      <Position view={view} />
      <div class="overview">
        <PriceBox view={view} />
        <Technology view={view} />
      </div>
      <RiskSection view={view} />
      <CapabilitySection view={view} />
      <PriceTable prices={row.prices} origin={stored.provenance.prices} />
      <HistorySection view={view} name={name} />
      <FactTable stored={stored} />
      <PlaceTable row={row} origins={stored.provenance} texts={texts} />
      <ChangeList view={view} />
      <section aria-labelledby="data-title">
        <h2 id="data-title">Where this comes from</h2>
        <p>
          Read from <SafeLink url={row.source.url} words={hostOf(row.source.url)} /> ({row.source.kind}
          {row.source.snapshotId === null ? '' : `, snapshot ${row.source.snapshotId}`}).{' '}
          <SafeLink url={row.url} words={row.url === null ? 'The seller gave no address of this plan.' : "The seller's page"} />
        </p>
        <p class="data">
          The same as data: <a href={data}>this offer</a>,{' '}
          <a href={searchAddress(texts, {}, `/v1/offers/${escapedId(id)}/prices`)}>its prices</a>
        </p>
      </section>
    </Layout>
  );
}

/** An offer is one place of a row: the way to all of them. */
function Position({ view: { id, row, texts } }: { readonly view: OfferView }) {
  const [place] = row.locations;
  if (!id.includes('@') || row.id === id || !place) return null;
  return (
    <p>
      This is the plan in one place: <Said text={place.name ?? place.city ?? place.id} />.{' '}
      <a href={searchAddress(texts, {}, offerPath(row.id))}>All places at this price</a>
    </p>
  );
}

function PriceBox({ view }: { readonly view: OfferView }) {
  const { comparable } = view.row;
  return (
    <section class="box" aria-labelledby="price-title">
      <h2 id="price-title">Comparable price</h2>
      {comparable ? (
        <>
          <p class="big">
            {money(comparable.perMonth, comparable.currency)} <small>a month over {comparable.horizonMonths} months</small>
          </p>
          <p class="muted">{comparable.basis}</p>
          <UnitPrices comparable={comparable} />
        </>
      ) : (
        <p>
          <Unknown words="None: no price of a known term, or no exchange rate for it." />
        </p>
      )}
      <PriceQuestionForm view={view} />
    </section>
  );
}

function UnitPrices({ comparable }: { readonly comparable: NonNullable<OfferView['row']['comparable']> }) {
  const { perGbMemory, perVcpu, perTbDisk, currency } = comparable;
  const units = [
    [perGbMemory, 'GB of memory'],
    [perVcpu, 'vCPU'],
    [perTbDisk, 'TB of storage'],
  ] as const;
  const told = units.flatMap(([amount, unit]) => (amount === null ? [] : [`${money(amount, currency)} / ${unit}`]));
  return told.length === 0 ? null : <p>{told.join(' · ')}</p>;
}

function Technology({ view: { row } }: { readonly view: OfferView }) {
  const { value, how, confidence, evidence } = row.technology;
  return (
    <section class="box" aria-labelledby="technology-title">
      <h2 id="technology-title">Technology</h2>
      <p class="big">{value === 'unknown' ? <Unknown /> : TECHNOLOGY_NAMES[value]}</p>
      <p class="muted">
        {HOW_NAMES[how]}
        {confidence === 'none' ? '' : `, ${confidence} confidence`}
      </p>
      {evidence.length > 0 && (
        <ul class="evidence">
          {evidence.map(({ said, url }) => (
            <li>
              <q>
                <Said text={said} />
              </q>{' '}
              {url !== null && <SafeLink url={url} words={hostOf(url)} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
