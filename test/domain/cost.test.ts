import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOver } from '../../domain/compare/cost.ts';
import { rateTable } from '../../domain/exchange-rates.ts';
import { formatMicros, parseMicros } from '../../domain/money.ts';
import type { PriceJson } from '../../domain/price-json.ts';
import { priceJson, rowJson } from '../support/row-json.ts';

const rates = rateTable('2026-11-20', { USD: '1.25' });
const network = (ipv4: number | null) => ({ ...rowJson().network, ipv4 });
const cost = (
  prices: readonly PriceJson[],
  { months = 12, ipv4 = 1, currency = 'EUR' }: { months?: number; ipv4?: number | null; currency?: string } = {},
) => costOver({ prices, network: network(ipv4) }, { months, currency, rates });
const bills = (told: ReturnType<typeof cost>) => told.lines.map(({ label, months, amount }) => [label, months, amount]);

describe('cost over months', () => {
  it('is the regular price and the set-up fee, as bills', () => {
    const told = cost([priceJson('5.00', { setupFee: '10.00' })]);
    expect(bills(told)).toEqual([
      ['Set-up fee', 0, '10.00'],
      ['Regular price, 12 months', 12, '60.00'],
    ]);
    expect(told).toMatchObject({ total: '70.00', atLeast: '70.00', missing: [], perMonth: '5.833333', monthsPaid: 12 });
  });

  it('begins with the introductory term, then renews', () => {
    const yearly = priceJson('24.00', { termMonths: 12, phase: 'introductory', renewal: '60.00' });
    const told = cost([yearly], { months: 36 });
    expect(bills(told).slice(1)).toEqual([
      ['First 12 months', 12, '24.00'],
      ['Renewal, 2 × 12 months', 24, '120.00'],
    ]);
    expect([told.total, told.perMonth]).toEqual(['144.00', '4.00']);
    expect(cost([yearly], { months: 6 })).toMatchObject({ total: '24.00', monthsPaid: 12, perMonth: '2.00' });
  });

  it('buys whole terms: 36 months in advance are cash at once, and another price per month', () => {
    const told = cost([priceJson('90.00', { termMonths: 36 })]);
    expect(bills(told).slice(1)).toEqual([['Regular price, 1 × 36 months', 36, '90.00']]);
    expect(told).toMatchObject({ termMonths: 36, monthsPaid: 36, total: '90.00', perMonth: '2.50' });
  });

  it('takes the cheapest term that fits', () => {
    const prices = [priceJson('5.00'), priceJson('48.00', { termMonths: 12 }), priceJson('36.00', { termMonths: 36 })];
    expect(cost(prices)).toMatchObject({ termMonths: 12, total: '48.00' });
    expect(cost(prices, { months: 6 })).toMatchObject({ termMonths: 1, total: '30.00' });
  });

  it('says what it lacks instead of guessing', () => {
    const told = cost([priceJson('5.00', { setupFee: null })], { ipv4: null });
    expect(told).toMatchObject({ total: null, atLeast: '60.00', converted: { total: null, atLeast: '60.00' } });
    expect(told.missing).toEqual([
      'Set-up fee: not stated',
      'IPv4 address: not stated whether one is included, nor what one costs',
    ]);
    expect(cost([priceJson('5.00')], { ipv4: 0 }).lines.at(-1)).toMatchObject({
      kind: 'ipv4',
      amount: null,
      note: expect.stringContaining('none is included'),
    });
    expect(cost([])).toMatchObject({ total: null, atLeast: null, lines: [], missing: ['no price is known'] });
    expect(cost([priceJson('0.01', { termMonths: null, hourly: true })]).missing).toEqual([
      'no regular price of a billing term is known',
    ]);
  });

  it('stays in the currency of the bills, and converts beside it where there is a rate', () => {
    expect(cost([priceJson('5.00')], { currency: 'USD' })).toMatchObject({
      currency: 'EUR',
      total: '60.00',
      converted: { currency: 'USD', total: '75.00' },
    });
    const told = cost([priceJson('5.00', { currency: 'XXP' }), priceJson('40.00', { currency: 'XXP', termMonths: 12 })]);
    expect(told).toMatchObject({ currency: 'XXP', total: '40.00', perMonth: null, converted: null });
  });
});

describe('any cost', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(formatMicros);
  const price = fc
    .record({
      amount,
      termMonths: fc.constantFrom(1, 3, 12, 36),
      currency: fc.constantFrom('EUR', 'USD', 'XXP'),
      setupFee: fc.option(amount, { nil: null }),
      phase: fc.constantFrom('regular' as const, 'introductory' as const),
      renewal: fc.option(amount, { nil: null }),
    })
    .map(({ amount: paid, ...more }) => priceJson(paid, more));
  const asked = fc.record({ months: fc.integer({ min: 1, max: 60 }), ipv4: fc.constantFrom(null, 0, 1) });

  it('is exactly the sum of its lines, pays for all months, and is null where a line is', () => {
    fc.assert(
      fc.property(fc.array(price, { maxLength: 4 }), asked, (prices, question) => {
        const told = cost(prices, question);
        const sum = told.lines.reduce((total, line) => total + (parseMicros(line.amount ?? '0') ?? 0n), 0n);
        const known = told.lines.every((line) => line.amount !== null) && told.lines.length > 0;
        expect(told.total).toBe(known ? formatMicros(sum) : null);
        expect(told.atLeast).toBe(told.lines.length > 0 ? formatMicros(sum) : null);
        expect(told.missing.length > 0).toBe(told.total === null);
        const rented = told.lines.reduce((months, line) => months + line.months, 0);
        expect(rented).toBe(told.monthsPaid);
        if (told.lines.length > 0) expect(told.monthsPaid).toBeGreaterThanOrEqual(question.months);
        expect(told.lines.every((line) => line.currency === told.currency)).toBe(true);
      }),
    );
  });
});
