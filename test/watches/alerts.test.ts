/** From a publication to a mail at a real SMTP server. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { publishPlans, type SmallPlan, seedAcme } from '../support/publish-fixture.ts';
import { openPostOffice } from './support/post-office.ts';
import { emptyAll, watching } from './support/watching.ts';

const database = useDatabase();
const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

const plan = (price: string, more: Partial<SmallPlan> = {}): SmallPlan => ({ key: 'a', sold: { fsn: price }, ...more });
const publish = (hour: number, ...plans: SmallPlan[]) => publishPlans(database, at(hour), plans);

async function setUp() {
  const office = await openPostOffice();
  const world = watching(database, at(1), { smtp: office.url });
  const subscriber = await world.subscriber('ann@example.org');
  const tick = async (hour: number, ...plans: SmallPlan[]) => {
    await publish(hour, ...plans);
    world.clock.now = Date.parse(at(hour)) + 60_000;
    return world.settle();
  };
  return { office, world, subscriber, tick };
}

describe('a price watch on a search', () => {
  it('mails once when the price falls below, with everything that a reader needs', async () => {
    const { office, world, subscriber, tick } = await setUp();
    await publish(1, plan('6.00 EUR'), plan('9.00 EUR', { key: 'b' }));
    await world.settle();
    await world.watch(subscriber, { filter: { country: 'DE' }, rule: 'price-below', threshold: 5, currency: 'EUR' });
    expect(await tick(2, plan('4.00 EUR'), plan('9.00 EUR', { key: 'b' }))).toMatchObject({ sent: 1 });
    expect(office.mails).toHaveLength(1);
    const [mail] = office.mails;
    expect(mail?.subject).toBe('Price fell: Acme Hosting Acme a, 6.00 → 4.00 EUR a month');
    expect(mail?.head['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(mail?.head['list-unsubscribe']).toMatch(
      /^<https:\/\/stealtime\.example\/v1\/unsubscribe\?token=w\.[0-9a-f-]{36}\.[\w-]{24}>$/,
    );
    expect(mail?.head['list-id']).toMatch(/^Stealtime watch <[0-9a-f-]{36}\.watches\.stealtime\.example>$/);
    for (const part of [mail?.text ?? '', mail?.html ?? '']) {
      for (const words of [
        '6.00',
        '4.00',
        '−33.3',
        'in stock',
        'not known',
        '2026-11-23 02:00 UTC',
        'Falkenstein, DE',
        'country DE',
        'Told once',
      ]) {
        expect(part, words).toContain(words);
      }
    }
    expect(await tick(3, plan('3.90 EUR'), plan('9.00 EUR', { key: 'b' }))).toMatchObject({ sent: 0 });
    expect(await tick(4, plan('5.04 EUR'), plan('9.00 EUR', { key: 'b' }))).toMatchObject({ sent: 0 });
    expect(await tick(5, plan('4.96 EUR'), plan('9.00 EUR', { key: 'b' }))).toMatchObject({ sent: 0 });
    expect(await tick(6, plan('6.00 EUR'), plan('4.50 EUR', { key: 'b' }))).toMatchObject({ sent: 1 });
    expect(await tick(7, plan('4.50 EUR'), plan('4.50 EUR', { key: 'b' }))).toMatchObject({ sent: 1 });
    expect(office.mails).toHaveLength(3);
  });

  it('says at creation what is true already, and does not tell it again', async () => {
    const { world, subscriber, tick } = await setUp();
    await publish(1, plan('4.00 EUR'));
    const { already } = await world.watch(subscriber, { filter: {}, rule: 'price-below', threshold: 5, currency: 'EUR' });
    expect(already).toMatchObject({ count: 1, complete: true, examples: [{ planId: 'acme:a', price: { own: { to: '4.00' } } }] });
    expect(await tick(2, plan('3.00 EUR'))).toMatchObject({ sent: 0 });
  });
});
