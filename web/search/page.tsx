/** The search page. */
import { Layout } from '../layout.tsx';
import { count, counted } from '../words/amounts.ts';
import { activeNames, criterionWords } from './active.ts';
import { isFilterName, searchAddress, type Texts } from './address.ts';
import type { Found, SearchView } from './answer.ts';
import { fieldId, fieldOf } from './fields.ts';
import { SearchForm } from './form.tsx';
import { ActiveFilters, Counts, NothingFound } from './summary.tsx';
import { ResultTable } from './table.tsx';

interface Props {
  readonly view: SearchView;
  readonly cursor: string | null;
  /** Whether there are alerts here. */
  readonly watchable: boolean;
}

/** The form, what was found, and where to go from there. */
export function SearchPage({ view, cursor, watchable }: Props) {
  const { texts, errors, found, now } = view;
  const names = activeNames(texts);
  const title = errors.length > 0 ? 'Check your filters' : names.map((name) => criterionWords(name, texts)).join(', ');
  return (
    <Layout title={title || 'Stealtime'} {...(found ? { feed: searchAddress(filterOf(texts), {}, FEED) } : {})}>
      <h1>Find a server</h1>
      {errors.length > 0 && <Errors view={view} />}
      {found && (
        <p class="jump">
          <a href="#results">{found.answer.total === 0 ? 'Nothing found' : `To the ${counted(found.answer.total, 'row')}`}</a>
        </p>
      )}
      <SearchForm view={view} />
      {found && (
        <section class="results" id="results" aria-labelledby="found">
          <ActiveFilters texts={texts} />
          <Counts found={found} texts={texts} />
          {found.answer.rows.length === 0 ? (
            <NothingFound found={found} texts={texts} />
          ) : (
            <ResultTable found={found} texts={texts} now={now} />
          )}
          <Paging found={found} texts={texts} cursor={cursor} />
          <DataLinks texts={texts} cursor={cursor} watchable={watchable} />
        </section>
      )}
    </Layout>
  );
}

const FEED = '/v1/feeds/offers.atom';

/** Order and page are no matter of files and feeds. */
function filterOf(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => isFilterName(name)));
}

interface Links {
  readonly texts: Texts;
  readonly cursor: string | null;
  readonly watchable: boolean;
}

function DataLinks({ texts, cursor, watchable }: Links) {
  const filter = filterOf(texts);
  return (
    <p class="data">
      The same as data: <a href={searchAddress(texts, { cursor }, '/v1/offers')}>JSON</a>,{' '}
      <a href={searchAddress(filter, {}, '/v1/offers.csv')}>all rows as CSV</a>,{' '}
      <a href={searchAddress(filter, {}, FEED)}>Atom feed</a>
      {watchable && (
        <>
          . Be told of news: <a href={searchAddress(filter, {}, '/alerts')}>watch this search</a>
        </>
      )}
    </p>
  );
}

function Errors({ view: { errors, texts } }: { readonly view: SearchView }) {
  return (
    <section class="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">Nothing was searched</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            {field === 'cursor' ? (
              <>
                {message} <a href={searchAddress(texts)}>First page</a>
              </>
            ) : (
              <>
                <a href={`#${fieldId(field)}`}>{isFilterName(field) ? fieldOf(field).label : field}</a>: {message}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PagingProps {
  readonly found: Found;
  readonly texts: Texts;
  readonly cursor: string | null;
}

function Paging({ found: { answer }, texts, cursor }: PagingProps) {
  if (cursor === null && answer.next === null) return null;
  return (
    <nav class="paging" aria-label="Pages">
      {cursor !== null && <a href={searchAddress(texts)}>First page</a>}
      <span>{`${count(answer.rows.length)} of ${count(answer.total)} rows on this page`}</span>
      {answer.next !== null && (
        <a rel="next" href={searchAddress(texts, { cursor: answer.next })}>
          Next page
        </a>
      )}
    </nav>
  );
}
