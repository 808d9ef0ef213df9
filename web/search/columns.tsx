/** The columns of the table: what each is called, what orders by it, what stands in its cells. */
import type { Child } from 'hono/jsx';
import type { SortName } from '../../domain/filter/sort.ts';
import type { RowJson } from '../../domain/present-row.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import { count, gigabytes, memory } from '../words/amounts.ts';
import { HOW_NAMES, RESOURCE_MODEL_NAMES, RISK_NAMES, STORAGE_NAMES, TECHNOLOGY_NAMES } from '../words/names.ts';
import { Age, Said, Stock, Unknown } from '../words/parts.tsx';
import { type AskedPlaces, askedFirst } from './asked-places.ts';
import { PriceCell } from './price-cell.tsx';

/** What cells are made with beside their row. */
export interface CellContext {
  readonly question: PriceQuestion;
  readonly sort: SortName;
  /** Places that the search asks for; they are named first. */
  readonly places: AskedPlaces;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One column after the first, which names the row. */
export interface Column {
  readonly title: string;
  readonly className: string;
  readonly sort?: SortName;
  readonly cell: (row: RowJson, context: CellContext) => Child;
}

export const COLUMNS: readonly Column[] = [
  { title: 'Technology', className: 'technology', cell: technologyCell },
  { title: 'vCPU', className: 'cpu', sort: 'vcpu', cell: cpuCell },
  { title: 'Memory', className: 'memory', sort: 'memory', cell: memoryCell },
  { title: 'Storage', className: 'storage', sort: 'disk', cell: storageCell },
  { title: 'Transfer', className: 'transfer', cell: transferCell },
  { title: 'Places', className: 'places', cell: placesCell },
  {
    title: 'Price a month',
    className: 'price',
    sort: 'price',
    cell: (row, { question, sort }) => <PriceCell row={row} question={question} sort={sort} />,
  },
  { title: 'Seen, stock', className: 'seen', cell: seenCell },
];

function technologyCell({ technology: { value, how, confidence }, risk }: RowJson): Child {
  const level = risk.level === 'unknown' ? null : <small> {RISK_NAMES[risk.level].toLowerCase()} risk</small>;
  if (value === 'unknown')
    return (
      <>
        <Unknown /> {level}
      </>
    );
  const sure = confidence === 'high' || confidence === 'none' ? '' : `, ${confidence} confidence`;
  return (
    <>
      {TECHNOLOGY_NAMES[value]} <small>{`${HOW_NAMES[how]}${sure}`}</small>
      {level}
    </>
  );
}

function cpuCell({ cpu: { vcpu, resourceModel } }: RowJson): Child {
  return (
    <>
      {vcpu === null ? <Unknown /> : count(vcpu)}{' '}
      <small class={resourceModel === 'unknown' ? 'unknown' : undefined}>
        {resourceModel === 'unknown' ? 'sharing not known' : RESOURCE_MODEL_NAMES[resourceModel]}
      </small>
    </>
  );
}

function memoryCell({ memory: { mib } }: RowJson): Child {
  return mib === null ? <Unknown /> : memory(mib);
}

function storageCell({ storage: { gb, type } }: RowJson): Child {
  if (gb === null) return <Unknown />;
  if (gb === 0) return 'none included';
  return (
    <>
      {gigabytes(gb)} {type === 'unknown' ? null : <small>{STORAGE_NAMES[type]}</small>}
    </>
  );
}

function transferCell({ network: { transferGb, unmetered } }: RowJson): Child {
  if (unmetered) return 'unmetered';
  return transferGb === null ? <Unknown /> : gigabytes(transferGb);
}

/** Places named in a row; its page names all. */
const NAMED_PLACES = 2;

function placesCell({ locations }: RowJson, { places }: CellContext): Child {
  if (locations.length === 0) return <Unknown />;
  const all = askedFirst(locations, places).map(placeWords);
  const named = [...new Set(all)].slice(0, NAMED_PLACES);
  const more = all.filter((place) => !named.includes(place)).length;
  return (
    <>
      <Said text={named.join(' · ')} />
      {more > 0 ? <small> and {count(more)} more</small> : null}
    </>
  );
}

/** A provider may have several locations in one city. The country's code stays with its city. */
function placeWords({ city, name, country, id }: RowJson['locations'][number]): string {
  const place = city ?? name ?? id;
  return country === null ? place : `${place},\u00a0${country}`;
}

function seenCell({ state, observedAt, availability }: RowJson, { now }: CellContext): Child {
  return (
    <>
      <Age state={state} observedAt={observedAt} now={now} /> <Stock {...availability} />
    </>
  );
}
