import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { getPage, plainText } from './support.ts';

const database = useDatabase();
const get = (path: string) => getPage(database, path);
const plan = (price: string, more: { memoryMib?: number } = {}) => ({ key: 'box', sold: { fsn: price, ams: price }, ...more });

beforeAll(async () => {
  await seedAcme(database);
  await publishPlans(database, '2026-10-01T00:00:00.000Z', [plan('1.00 EUR', { memoryMib: 512 })]);
  for (const day of ['02', '03', '04']) await publishPlans(database, `2026-10-${day}T06:00:00.000Z`, [plan('8.00 EUR')]);
  for (const day of ['05', '06']) await publishPlans(database, `2026-10-${day}T06:00:00.000Z`, [plan('5.00 EUR')]);
  // Nobody looks for two weeks.
  await publishPlans(database, '2026-10-20T06:00:00.000Z', [plan('5.00 EUR')]);
});

describe("an offer's page", () => {
  it('tells every fact with how it is known, and what nobody says', async () => {
    const { $, status } = await get('/offers/acme:box');
    expect([status, plainText($('h1').text())]).toEqual([200, 'Acme box']);
    const memory = $('table.facts th')
      .filter((_i, head) => $(head).text() === 'Memory')
      .closest('tr');
    expect(plainText(memory.text())).toBe("Memory2 GBgiven by the seller's API: memory: api.acme.example");
    expect(memory.find('a').attr('href')).toBe('https://api.acme.example/plans');
    expect(plainText($('table.facts + p, .scroll + p.muted').text())).toContain('DDoS protection');
    expect(plainText($('#technology-title').parent().text())).toContain(
      'KVMdocumented by the provider, high confidenceAll our servers run on KVM. acme.example',
    );
    expect(plainText($('#places-title').text())).toBe('2 places');
    expect(
      $('#places-title')
        .parent()
        .find('tbody a')
        .map((_i, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['/offers/acme:box@ams', '/offers/acme:box@fsn']);
  });

  it('draws what was observed, with gaps where nobody looked, and says it in words and as a table', async () => {
    const { $ } = await get('/offers/acme:box?currency=EUR');
    const chart = $('svg[role=img]');
    expect(chart.find('title').text()).toBe('Observed prices of Acme box');
    expect(chart.find('desc').text()).toContain(
      'Observed from 2026-10-02 to 2026-10-20, in 6 readings: between 5.00 EUR (last on 2026-10-20) and 8.00 EUR (last on 2026-10-04) a month.',
    );
    expect(chart.find('desc').text()).toContain('1 gap in which nothing was observed');
    // One line over five adjoining days, none over the two weeks, and the lone day as a dot.
    const path = chart.find('path').attr('d') ?? '';
    expect([path.match(/M/g)?.length, chart.find('circle').length]).toEqual([2, 1]);
    const periods = $('#history-title')
      .parent()
      .find('tbody tr')
      .map((_i, line) =>
        plainText(
          $(line)
            .find('th, td')
            .map((_j, cell) => $(cell).text())
            .get()
            .join(' | '),
        ),
      )
      .get();
    expect(periods).toEqual([
      '2026-10-05 | 2026-10-20 | 5.00 EUR | 5.00 EUR / month | all 2 places | newest',
      '2026-10-02 | 2026-10-04 | 8.00 EUR | 8.00 EUR / month | all 2 places |',
      '2026-10-01 | 2026-10-01 | 1.00 EUR | 1.00 EUR / month | all 2 places | left out: another machine was sold under this id',
    ]);
    expect($('main').text()).not.toMatch(/\bvalid\b/);
  });

  it('lists what changed, the newest first and once for all places', async () => {
    const { $ } = await get('/offers/acme:box');
    const changes = $('.changes li')
      .map((_i, change) => plainText($(change).text()))
      .get();
    expect(changes[0]).toBe('2026-10-05 Price changed: 8.00 EUR / month → 5.00 EUR / month (all 2 places)');
    expect(changes).toContain('2026-10-02 Plan changed: Memory 512 → 2048');
    expect(changes.at(-1)).toContain('2026-10-01 First seen');
  });

  it('compares prices as asked, and says what of the question it did not understand', async () => {
    const dollars = await get('/offers/acme:box?currency=USD&utm=1');
    expect(plainText(dollars.$('.big').first().text())).toBe('6.25 USD a month over 12 months');
    expect(dollars.$('.data a').first().attr('href')).toBe('/v1/offers/acme:box?currency=USD');
    const wrong = await get('/offers/acme:box?horizon=99');
    expect([wrong.status, wrong.$('[name=horizon]').val()]).toEqual([400, '99']);
    expect(wrong.$('.fault').text()).toContain('horizon: "99" is not a whole number from 1 to 60');
    expect((await get('/offers/acme:box?horizon=')).status).toBe(200);
  });

  it('shows one place of a plan, with the way to all', async () => {
    const { $, status } = await get('/offers/acme:box@fsn');
    expect(status).toBe(200);
    expect(plainText($('h1').nextAll('p').eq(1).text())).toBe('This is the plan in one place: fsn. All places at this price');
    expect($('a[href="/offers/acme:box"]').length).toBe(1);
  });

  it('links to itself as data that is there', async () => {
    const { $ } = await get('/offers/acme:box@fsn?currency=EUR');
    const links = $('.data a')
      .map((_i, link) => $(link).attr('href'))
      .get();
    expect(links).toEqual(['/v1/offers/acme:box@fsn?currency=EUR', '/v1/offers/acme:box@fsn/prices?currency=EUR']);
    for (const link of links) expect((await get(link)).status, link).toBe(200);
  });
});
