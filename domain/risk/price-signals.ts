/** Reasons from the price: against the market, and against what the parts cost. */
import { type MarketPosition, peersWords } from '../market/position.ts';
import type { RiskInput } from './assess-input.ts';
import { type Evidence, evidence } from './evidence.ts';

/** Everything that the price gives. */
export function priceSignals(input: RiskInput): readonly Evidence[] {
  return [...marketSignals(input), ...floorSignals(input)];
}

function marketSignals({ market, observedAt }: RiskInput): Evidence[] {
  if (market === null || market.percentile === null) return [];
  const { z, percentile } = market;
  const seen = { observedAt, source: { quote: null, url: null }, value: z === null ? percentile : Number(z.toFixed(2)) };
  const cheap = z === null ? (percentile <= 2 ? 0.4 : 0) : z < -2.5 ? 0.9 : z < -1.5 ? 0.4 : 0;
  if (cheap > 0) {
    return [
      evidence({
        ...seen,
        id: 'PX-LOW',
        family: 'price',
        topic: 'low',
        ln: cheap,
        threshold: 'z under -1.5, and under -2.5 for more weight',
        observation: `${priceWords(market)}:`,
        comparison: `lower than ${Math.floor(100 - percentile)} % of ${peersWords(market)}.`,
        meaning: 'Cheap offers are often, not always, oversubscribed.',
        doubt: 'Promotion prices, old hardware and IPv6-only plans look the same.',
      }),
    ];
  }
  if (percentile > 60) {
    return [
      evidence({
        ...seen,
        id: 'PX-HIGH',
        family: 'price',
        topic: 'high',
        ln: -0.2,
        threshold: 'above the 60th percentile',
        observation: `${priceWords(market)}:`,
        comparison: `higher than ${Math.floor(percentile)} % of ${peersWords(market)}.`,
        meaning: 'There is money for what is sold.',
        doubt: 'A high price can be the name.',
      }),
    ];
  }
  return [];
}

function priceWords({ perGbMemoryUsd, perVcpuUsd, perTbUsd }: MarketPosition): string {
  if (perGbMemoryUsd !== null) return `Price ${perGbMemoryUsd.toFixed(2)} USD per GB of memory`;
  if (perVcpuUsd !== null) return `Price ${perVcpuUsd.toFixed(2)} USD per vCPU`;
  return `Price ${(perTbUsd ?? 0).toFixed(2)} USD per TB of disk`;
}

function floorSignals({ floor, perMonthUsd, observedAt }: RiskInput): Evidence[] {
  if (floor === null || perMonthUsd === null) return [];
  const ratio = Number((perMonthUsd / floor.usd).toFixed(2));
  const seen = {
    id: 'PX-FLOOR',
    family: 'price',
    value: ratio,
    threshold: 'under 1, or above 2',
    observedAt,
    observation: `${perMonthUsd.toFixed(2)} USD a month.`,
    comparison: `The parts cost an efficient host about ${floor.usd.toFixed(2)} USD (${floor.basis}; our estimate, at prices ${floor.ratesOf}).`,
  } as const;
  if (ratio < 1) {
    return [
      evidence({
        ...seen,
        topic: 'low',
        ln: 0.9,
        meaning: 'Under that, the same parts have to be sold more than once, or the price is paid by something else.',
        doubt: 'Hardware that is paid off and memory bought before it became dear cost less.',
      }),
    ];
  }
  if (ratio <= 2) return [];
  return [
    evidence({
      ...seen,
      topic: 'high',
      ln: -0.2,
      meaning: 'The price pays for its parts.',
      doubt: 'It can be oversold nevertheless.',
    }),
  ];
}
