/** The risk of an offer on its page: level, reasons with their doubts and links, what would change it, and what it can do. */
import { beforeAll, expect, it } from 'vitest';
import { readCostRates } from '../../db/catalog/read-catalog.ts';
import { assessRows } from '../../jobs/risk/assess-rows.ts';
import { NOW } from '../api/support.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { getPage, plainText } from './support.ts';

const database = useDatabase();
const section = async (id: string, title: string) => {
  const { $ } = await getPage(database, `/offers/${id}`);
  return { $, part: $(`#${title}`).parent() };
};

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', [
    { key: 'cheap', sold: { fsn: '0.40 EUR' } },
    { key: 'silent', technology: 'unknown', sold: { fsn: '5.00 EUR' } },
    ...Array.from({ length: 14 }, (_, at) => ({ key: `p${at}`, sold: { fsn: `${(5 + at / 10).toFixed(2)} EUR` } })),
  ]);
});

it('says that nothing was assessed yet', async () => {
  expect(plainText((await section('acme:cheap', 'risk-title')).part.text())).toContain('Not assessed yet');
});

it('tells the level, every reason with its doubt, and what would change it', async () => {
  await assessRows({ database, costRates: await readCostRates(), cpuScores: [], now: () => Date.parse(NOW) });
  const { $, part } = await section('acme:cheap@fsn', 'risk-title');
  expect(part.attr('aria-labelledby')).toBe('risk-title');
  expect(plainText(part.find('.big').text())).toMatch(/^Elevated (low|medium) confidence$/);
  const reasons = part
    .find('.reasons li')
    .map((_at, reason) => plainText($(reason).text()))
    .get();
  expect(reasons.join('\n')).toMatch(/Raises it, medium: .*lower than \d+ % of 14 .*Promotion prices, old hardware/);
  expect(part.find('h3').text()).toBe('What would change it');
  expect(plainText(part.text())).toContain('no verdict about the provider');
  expect(part.find('a').last().attr('href')).toBe('/v1/offers/acme:cheap@fsn/risk');
  const search = await getPage(database, '/?q=cheap');
  expect(plainText(search.$('table.offers td.technology').text())).toContain('elevated risk');
});

it('tells what it can do, what the provider decides and why, and what nobody says', async () => {
  const known = plainText((await section('acme:cheap', 'capabilities-title')).part.text());
  expect(known).toContain('Possible: run current Docker; boot a kernel of your own');
  expect(known).toContain('install from your own ISO image: Possible and common; the panel must offer it.');
  expect(plainText((await section('acme:silent', 'capabilities-title')).part.text())).toMatch(
    /Possible: run Linux\..*Not known: run current Docker/,
  );
});
