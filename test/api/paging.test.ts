import { beforeEach, describe, expect, it } from 'vitest';
import { searchPageSchema } from '../../api/schemas/page.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, type SmallPlan, seedAcme } from '../support/publish-fixture.ts';
import { NOW, testApp } from './support.ts';

const database = useDatabase();
const KEYS = ['a', 'b', 'c', 'd', 'e'];

/** Five plans of which prices rise with the letter, or fall. */
const plans = (rising: boolean): SmallPlan[] =>
  KEYS.map((key, index) => ({ key, sold: { fsn: `${rising ? index + 1 : KEYS.length - index}.00 EUR` } }));

beforeEach(async () => {
  await database.sql`truncate plans, offers, price_periods, changes, search_rows, search_options, past_search_rows, catalogue_version, scrape_runs`;
  await seedAcme(database);
  await publishPlans(database, '2026-11-22T12:00:00.000Z', plans(true));
});

describe('paging while something is published', () => {
  it('meets each row once, in the order and at the prices of the first page', async () => {
    const { app } = testApp(database);
    const met: string[] = [];
    const about = new Set<string>();
    let address: string | null = 'http://api.test/v1/offers?limit=1&sort=price&maxPrice=4.5&currency=EUR';
    for (let page = 0; address !== null && page < 9; page++) {
      const answer: Response = await app.request(address);
      expect(answer.status).toBe(200);
      const { data, meta } = searchPageSchema.parse(await answer.json());
      met.push(...data.map(({ id, comparable }) => `${id} ${comparable?.perMonth}`));
      about.add(`${meta.total} of ${meta.catalogueVersion}`);
      address = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1] ?? null;
      await publishPlans(database, `2026-11-22T12:0${page + 1}:00.000Z`, page % 2 === 0 ? plans(false) : plans(true).slice(2));
    }
    expect(met).toEqual(['acme:a 1.00', 'acme:b 2.00', 'acme:c 3.00', 'acme:d 4.00']);
    expect([...about]).toEqual(['4 of 1']);
    const now = searchPageSchema.parse(await (await app.request('/v1/offers?limit=1&currency=EUR')).json());
    expect(now.data.map(({ id }) => id)).toEqual(['acme:c']);
  });

  it('says so where a cursor is too old', async () => {
    const first = searchPageSchema.parse(await (await testApp(database).app.request('/v1/offers?limit=2')).json());
    const later = testApp(database, { now: () => Date.parse(NOW) + 3_600_001 }).app;
    const answer = await later.request(`/v1/offers?limit=2&cursor=${first.page.next}`);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect([answer.status, errors.map(({ field }) => field)]).toEqual([400, ['cursor']]);
    expect(errors[0]?.message).toContain('begin again');
  });
});
