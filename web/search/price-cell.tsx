import type { SortName } from '../../domain/filter/sort.ts';
import type { ComparableJson, RowJson } from '../../domain/present-row.ts';
import type { PriceQuestion } from '../../domain/price-history.ts';
import { money } from '../words/amounts.ts';
import { Unknown } from '../words/parts.tsx';
import { listedPrice, ownPrice } from '../words/price.ts';

interface Props {
  readonly row: Pick<RowJson, 'comparable' | 'prices'>;
  readonly question: PriceQuestion;
  readonly sort: SortName;
}

const UNIT_PRICES: Readonly<Partial<Record<SortName, readonly [(price: ComparableJson) => string | null, string]>>> = {
  'price-per-gb-memory': [(price) => price.perGbMemory, 'GB of memory'],
  'price-per-vcpu': [(price) => price.perVcpu, 'vCPU'],
  'price-per-tb-disk': [(price) => price.perTbDisk, 'TB of storage'],
};

/** The comparable price in the asked currency, what it is made of where that says more, and what rows are ordered by. */
export function PriceCell({ row: { comparable, prices }, question, sort }: Props) {
  const [first] = prices;
  if (!comparable)
    return first ? (
      <>
        {listedPrice(first)} <Unknown words="not comparable" />
      </>
    ) : (
      <Unknown />
    );
  const own = ownPrice(prices, question);
  const [unitOf, unit] = UNIT_PRICES[sort] ?? [];
  const unitPrice = unitOf?.(comparable) ?? null;
  return (
    <>
      <strong title={comparable.basis}>{money(comparable.perMonth, comparable.currency)}</strong>
      {own?.differs ? <small> {own.words}</small> : null}
      {own?.converted ? <small class="rate"> rates of {comparable.rateDate}</small> : null}
      {unitPrice === null ? null : <small>{` ${money(unitPrice, comparable.currency)} / ${unit}`}</small>}
    </>
  );
}
