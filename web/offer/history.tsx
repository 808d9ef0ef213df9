/** The price history: in words, as a chart, as a table. What was observed is said; what was valid nobody knows. */

import { formatMicros } from '../../domain/money.ts';
import type { ComparedPeriod } from '../../domain/price-history.ts';
import { count, counted, money } from '../words/amounts.ts';
import { Scroll, Unknown } from '../words/parts.tsx';
import { listedPrice } from '../words/price.ts';
import { day } from '../words/time.ts';
import type { OfferView } from './answer.ts';
import { PriceChart } from './chart.tsx';
import { placesWords } from './place-names.ts';
import { chartSeries, gapCount } from './series.ts';

/** Periods told in the table, the newest first. */
const MOST_PERIODS = 100;

const LEFT_OUT: Readonly<Record<NonNullable<ComparedPeriod['leftOut']>, string>> = {
  voided: 'found wrong and voided',
  'other-machine': 'another machine was sold under this id',
  'no-comparable-price': 'no comparable price',
};

export function HistorySection({ view, name }: { readonly view: OfferView; readonly name: string }) {
  const { history, question, row, now } = view;
  const { periods, days, coverage } = history;
  const all = chartSeries(periods, days);
  const shown = periods.toReversed().slice(0, MOST_PERIODS);
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">Observed prices</h2>
      <p>{summary(view)}</p>
      {all.length > 0 && (
        <figure>
          <PriceChart
            all={all}
            currency={question.currency}
            now={now}
            title={`Observed prices of ${name}`}
            description={`${summary(view)} ${counted(gapCount(all), 'gap')} in which nothing was observed. The table below has every period.`}
          />
          <figcaption>
            A line joins days on which the price was seen; a dot is a day alone. Where neither is, nobody looked
            {coverage.lastObservedAt === null ? '' : `, and nothing was seen after ${day(coverage.lastObservedAt)}`}. All periods
            are converted by the same rates{question.rates.date === '' ? '' : ` of ${question.rates.date}`}.
          </figcaption>
        </figure>
      )}
      {periods.length > 0 && (
        <Scroll label="Table of price periods">
          <table>
            <thead>
              <tr>
                {['First observed', 'Last observed', `${question.currency} a month`, 'As listed', 'Places', 'Note'].map(
                  (title) => (
                    <th scope="col">{title}</th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((period) => (
                <PeriodLine period={period} row={row} currency={question.currency} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {periods.length > shown.length && (
        <p class="muted">{`${count(periods.length - shown.length)} older periods are in the data linked below.`}</p>
      )}
    </section>
  );
}

function summary({ history: { coverage, lowest, highest, standing }, question: { currency } }: OfferView): string {
  const { firstObservedAt, lastObservedAt, publishedRuns } = coverage;
  if (firstObservedAt === null || lastObservedAt === null || !lowest || !highest) return 'No comparable price was observed.';
  const [from, to] = [day(firstObservedAt), day(lastObservedAt)];
  const when = from === to ? `on ${from}` : `from ${from} to ${to}, in ${counted(publishedRuns, 'reading')}`;
  const range =
    lowest.perMonth === highest.perMonth
      ? `always at ${money(lowest.perMonth, currency)} a month`
      : `between ${money(lowest.perMonth, currency)} (last on ${day(lowest.observedTo)}) and ${money(highest.perMonth, currency)} (last on ${day(highest.observedTo)}) a month`;
  return `Observed ${when}: ${range}. ${standingWords(standing)}`;
}

function standingWords({ percentile, lowestEver, reason }: OfferView['history']['standing']): string {
  if (lowestEver) return 'The price now is the lowest observed.';
  if (percentile !== null) return `It was cheaper than now in ${count(percentile)} % of the observed time.`;
  return reason === null ? '' : `How good the price now is cannot be said: ${reason}.`;
}

interface PeriodProps {
  readonly period: ComparedPeriod;
  readonly row: OfferView['row'];
  readonly currency: string;
}

function PeriodLine({ period, row, currency }: PeriodProps) {
  const { observedFrom, observedTo, perMonth, prices, offerIds } = period;
  return (
    <tr>
      <th scope="row">{day(observedFrom)}</th>
      <td>{day(observedTo)}</td>
      <td>{perMonth === null ? <Unknown words="none" /> : money(formatMicros(perMonth), currency)}</td>
      <td>{prices.map(listedPrice).join(' or ')}</td>
      <td>
        <bdi>{placesWords(offerIds, row)}</bdi>
      </td>
      <td>
        <bdi>{noteOf(period)}</bdi>
      </td>
    </tr>
  );
}

function noteOf({ leftOut, voided, open }: ComparedPeriod): string {
  if (leftOut === null) return open ? 'newest' : '';
  const reason = voided === null ? '' : ` on ${day(voided.at)}: ${voided.reason}`;
  return `left out: ${LEFT_OUT[leftOut]}${reason}`;
}
