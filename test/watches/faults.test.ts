/** What breaks, and what subscribers notice of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_SECONDS } from '../../db/queries/watches/deliveries.ts';
import { openFilterBook } from '../../jobs/watches/filter-book.ts';
import { matchRuns } from '../../jobs/watches/match-runs.ts';
import { type Mailer, smtpMailer } from '../../notify/mail/mailer.ts';
import { useDatabase } from '../support/database.ts';
import { publishPlans, seedAcme } from '../support/publish-fixture.ts';
import { administer } from '../support/test-server.ts';
import { openPostOffice } from './support/post-office.ts';
import { emptyAll, watching } from './support/watching.ts';

const database = useDatabase();
const at = (minutes: number) => new Date(Date.parse('2026-11-23T00:00:00.000Z') + minutes * 60_000).toISOString();
const publish = (minutes: number, price: string) => publishPlans(database, at(minutes), [{ key: 'a', sold: { fsn: price } }]);

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
  await publish(0, '6.00 EUR');
});

/** A fall that a subscriber is to be told of: published, not matched. */
async function fall(world: ReturnType<typeof watching>, watchers = 1) {
  await world.match();
  for (let number = 0; number < watchers; number++) {
    const subscriber = await world.subscriber(`reader${number}@example.org`);
    await world.watch(subscriber, { filter: {}, rule: 'price-below', threshold: 5, currency: 'EUR' });
  }
  await publish(10, '4.00 EUR');
  world.clock.now = Date.parse(at(11));
}

/** Every connection to the database ends, as when its server restarts. */
async function restart() {
  await administer(
    database.url,
    (sql) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
}

describe('a mail server', () => {
  it('that is away for an hour delays the mail, and sends it once', async () => {
    const first = await openPostOffice();
    const { port } = new URL(first.url);
    await first.close();
    const world = watching(database, at(5), { smtp: first.url });
    await fall(world);
    expect(await world.settle()).toMatchObject({ sent: 0, queued: 1 });
    for (let minutes = 12; minutes < 71; minutes++) {
      world.clock.now = Date.parse(at(minutes));
      expect(await world.deliver()).toMatchObject({ sent: 0, dead: 0 });
    }
    const again = await openPostOffice(Number(port));
    for (let minutes = 71; minutes < 200; minutes += 5) {
      world.clock.now = Date.parse(at(minutes));
      await world.deliver();
    }
    expect(again.mails).toHaveLength(1);
    const [delivery] = await database.sql`select state, attempts from deliveries where kind = 'alert'`;
    expect(delivery).toEqual({ state: 'sent', attempts: 6 });
  });

  it('that is away for days makes it a dead letter, with the reason and without the address', async () => {
    const office = await openPostOffice();
    await office.close();
    const world = watching(database, at(5), { smtp: office.url });
    await fall(world);
    await world.match();
    for (let hours = 0; hours < 80; hours++) {
      world.clock.now = Date.parse(at(11 + hours * 60));
      await world.deliver();
    }
    const [delivery] = await database.sql`select state, attempts, last_error from deliveries where kind = 'alert'`;
    expect(delivery).toMatchObject({ state: 'dead', attempts: 10 });
    expect(delivery?.last_error).toMatch(/ECONNREFUSED/);
  });

  it('that knows no such mailbox ends mail to that address', async () => {
    const office = await openPostOffice();
    office.refuse = { code: 550, message: '5.1.1 <reader0@example.org>: no such user' };
    const world = watching(database, at(5), { smtp: office.url });
    await fall(world);
    expect(await world.settle()).toMatchObject({ dead: 1 });
    const [delivery] = await database.sql`select last_error from deliveries where kind = 'alert'`;
    expect(delivery?.last_error).toContain('no such user');
    expect(delivery?.last_error).not.toContain('reader0');
    office.refuse = null;
    await publish(20, '9.00 EUR');
    await publish(30, '4.00 EUR');
    world.clock.now = Date.parse(at(31));
    expect(await world.settle()).toMatchObject({ sent: 0, cancelled: 1 });
  });
});

describe('a worker', () => {
  /** Sends, and is gone before it can say so. */
  const dying = (url: string): Mailer => {
    const mailer = smtpMailer(url);
    return {
      ...mailer,
      async send(mail) {
        await mailer.send(mail);
        throw new Error('killed');
      },
    };
  };

  it('that dies between sending and noting it costs one copy, which is known by its Message-ID, and never two', async () => {
    const office = await openPostOffice();
    const world = watching(database, at(5), { mailer: dying(office.url) });
    await fall(world);
    await world.match();
    for (let tries = 0; tries < 6; tries++) {
      await world.deliver().catch(() => undefined);
      world.clock.now += (CLAIM_SECONDS + 1) * 1000;
    }
    expect(office.mails).toHaveLength(2);
    expect(new Set(office.mails.map(({ messageId }) => messageId)).size).toBe(1);
    const [delivery] = await database.sql`select state, lost from deliveries where kind = 'alert'`;
    expect(delivery).toEqual({ state: 'dead', lost: 2 });
  });

  it('that dies once is followed by one that sends and is done', async () => {
    const office = await openPostOffice();
    const first = watching(database, at(5), { mailer: dying(office.url) });
    await fall(first);
    await first.match();
    await first.deliver().catch(() => undefined);
    const second = watching(database, at(11), { smtp: office.url });
    expect(await second.deliver()).toMatchObject({ sent: 0 });
    second.clock.now += (CLAIM_SECONDS + 1) * 1000;
    expect(await second.deliver()).toMatchObject({ sent: 1 });
    second.clock.now += (CLAIM_SECONDS + 1) * 1000;
    expect(await second.deliver()).toMatchObject({ sent: 0 });
    expect(office.mails).toHaveLength(2);
  });

  it('races with others without telling anything twice', async () => {
    const office = await openPostOffice();
    const worlds = [0, 1, 2].map(() => watching(database, at(5), { smtp: office.url }));
    const [first] = worlds;
    if (!first) throw new Error('no world');
    await fall(first, 25);
    for (const world of worlds) world.clock.now = Date.parse(at(11));
    await Promise.all(worlds.map((world) => world.match()));
    await Promise.all(worlds.map((world) => world.deliver()));
    await Promise.all(worlds.map((world) => world.settle()));
    const readers = office.mails.map(({ to }) => to?.[0]?.address).toSorted();
    expect(readers).toHaveLength(25);
    expect(new Set(readers).size).toBe(25);
  });
});

describe('a database', () => {
  it('that goes away before a match is committed has it matched again, and told once', async () => {
    const office = await openPostOffice();
    const world = watching(database, at(5), { smtp: office.url });
    await fall(world);
    const broken = matchRuns({
      book: openFilterBook(),
      now: () => world.clock.now,
      transaction: (work) =>
        database.transaction(async (tx) => {
          await work(tx);
          throw new Error('the connection is gone');
        }),
    });
    await expect(broken).rejects.toThrow('gone');
    expect(await world.settle()).toMatchObject({ sent: 1 });
    expect(await world.settle()).toMatchObject({ sent: 0 });
    expect(office.mails).toHaveLength(1);
  });
});

describe('a database server', () => {
  it('that restarts while a mail is under way costs no message, and at most one copy', async () => {
    const office = await openPostOffice();
    const mailer = smtpMailer(office.url);
    let restarts = 0;
    const meanwhile: Mailer = {
      ...mailer,
      async send(mail) {
        const outcome = await mailer.send(mail);
        if (restarts++ === 0) await restart();
        return outcome;
      },
    };
    const world = watching(database, at(5), { mailer: meanwhile });
    await fall(world);
    await restart();
    await world.match().catch(() => undefined);
    for (let tries = 0; tries < 4; tries++) {
      await world.settle().catch(() => undefined);
      world.clock.now += (CLAIM_SECONDS + 1) * 1000;
    }
    expect(new Set(office.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(office.mails.length).toBeLessThanOrEqual(2);
    const [delivery] = await database.sql`select state from deliveries where kind = 'alert'`;
    expect(delivery).toEqual({ state: 'sent' });
  });
});

describe('a clock', () => {
  it('that is set back or forth tells nothing twice', async () => {
    const office = await openPostOffice();
    const world = watching(database, at(5), { smtp: office.url });
    const subscriber = await world.subscriber('ann@example.org');
    const digest = { weekday: 'monday', hour: 8, timeZone: 'UTC' };
    await world.watch(subscriber, { filter: {}, rule: 'price-below', threshold: 5, currency: 'EUR', delivery: 'both', digest });
    await publish(60, '4.00 EUR');
    world.clock.now = Date.parse(at(61));
    await world.settle();
    for (const minutes of [8 * 60, 7 * 60, 8 * 60, 30, 9 * 60, 24 * 60]) {
      world.clock.now = Date.parse(at(minutes));
      await world.digests();
      await world.settle();
    }
    expect(office.mails.map(({ subject }) => subject)).toEqual([
      'Price fell: Acme Hosting Acme a, 6.00 → 4.00 EUR a month',
      'Your week in offers: 1 watch with news',
    ]);
  });
});
