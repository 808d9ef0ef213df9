import { costQuestionOf } from '../../domain/filter/conditions.ts';
import { DEFAULT_CURRENCY } from '../../domain/filter/parse.ts';
import { isDescending, type Sort, type SortName, writeSort } from '../../domain/filter/sort.ts';
import { presentRow, type RowJson } from '../../domain/present-row.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import { offerPath, Said, Scroll } from '../words/parts.tsx';
import { searchAddress, type Texts } from './address.ts';
import type { Found } from './answer.ts';
import { type CellContext, COLUMNS, type Column } from './columns.tsx';

interface Props {
  readonly found: Found;
  readonly texts: Texts;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The rows found: a table that scrolls within its own region, and turns into cards where the window is narrow. */
export function ResultTable({ found: { question, answer, rates }, texts, now }: Props) {
  const { filter, sort } = question;
  const asked: PriceQuestion = { ...costQuestionOf(filter), currency: filter.currency ?? DEFAULT_CURRENCY, rates };
  const context = { question: asked, sort: sort.name, places: filter, now };
  const rows = answer.rows.map(({ row, risk, observedAt, state }) => presentRow(row, { ...asked, risk, observedAt, state }));
  const carried = Object.fromEntries(['currency', 'horizon', 'term'].map((name) => [name, texts[name] ?? '']));
  return (
    <Scroll label="Table of offers">
      <table class="offers">
        <caption>
          {`Offers, compared per month in ${asked.currency} over ${asked.horizonMonths} months`}
          {rates.date === '' ? '' : `; converted by the reference rates of ${rates.date}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Plan and provider</th>
            {COLUMNS.map((column) => (
              <ColumnHead column={column} sort={sort} texts={texts} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} address={searchAddress(carried, {}, offerPath(row.id))} context={context} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ row, address, context }: { readonly row: RowJson; readonly address: string; readonly context: CellContext }) {
  return (
    <tr>
      <th scope="row">
        <a href={address}>
          <Said text={row.name ?? row.planKey ?? 'Unnamed plan'} />
        </a>{' '}
        <small>
          <Said text={row.provider.name} />
        </small>
      </th>
      {COLUMNS.map(({ title, className, cell }) => (
        <td class={className} data-title={title}>
          {cell(row, context)}
        </td>
      ))}
    </tr>
  );
}

function ColumnHead({ column, sort, texts }: { readonly column: Column; readonly sort: Sort; readonly texts: Texts }) {
  if (column.sort === undefined) return <th scope="col">{column.title}</th>;
  const current = sort.name === column.sort;
  const ordered = current ? (isDescending(sort) ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" class={column.className} aria-sort={ordered}>
      <a href={searchAddress(texts, { sort: writeSort(nextSort(column.sort, sort)) })}>
        {column.title}
        <span class="arrow" aria-hidden="true">
          {ordered === 'descending' ? '↓' : ordered === 'ascending' ? '↑' : '↕'}
        </span>
      </a>
    </th>
  );
}

/** The same column again the other way round. */
function nextSort(name: SortName, sort: Sort): Sort {
  return { name, reversed: sort.name === name && !sort.reversed };
}
