/** Weekly digests as they arrive: at the hour of the subscriber's own clock, through its changes, and only with something to say. */
import { beforeEach, describe, expect, it } from 'vitest';
import { leaveByToken } from '../../db/queries/watches/leave.ts';
import { useDatabase } from '../support/database.ts';
import { seedAcme } from '../support/publish-fixture.ts';
import { acmeWorld, inFalkenstein } from './support/acme-world.ts';
import { emptyAll } from './support/watching.ts';

const database = useDatabase();

beforeEach(async () => {
  await emptyAll(database);
  await seedAcme(database);
});

const digest = (timeZone: string) => ({ delivery: 'digest', digest: { weekday: 'monday', hour: 9, timeZone } });

describe('at the hour of the wall clock', () => {
  it.each([
    // Berlin leaves summer time on 25 October 2026, New York on 1 November; both come back in March 2027.
    ['Europe/Berlin', '2026-10-15T00:00:00Z', ['2026-10-19T07:00', '2026-10-26T08:00', '2026-11-02T08:00']],
    ['America/New_York', '2026-10-22T00:00:00Z', ['2026-10-26T13:00', '2026-11-02T14:00', '2026-11-09T14:00']],
    ['Europe/Berlin', '2027-03-20T00:00:00Z', ['2027-03-22T08:00', '2027-03-29T07:00', '2027-04-05T07:00']],
  ])('%s from %s: one mail a week, through the change of the clocks', async (zone, start, hours) => {
    const world = await acmeWorld(database, start);
    await world.publish(new Date(world.clock.now - 3_600_000).toISOString(), inFalkenstein('9.00 EUR'));
    await world.match();
    const subscriber = await world.subscriber('ann@example.org');
    await world.watch(subscriber, { filter: {}, rule: 'any-change', ...digest(zone) });
    for (const [week, hour] of hours.entries()) {
      const due = Date.parse(`${hour}:00Z`);
      await world.tick(new Date(due - 12 * 3_600_000).toISOString(), inFalkenstein(`${8 - week}.00 EUR`));
      expect(await world.digestsAt(new Date(due - 1000).toISOString())).toEqual({ due: 0, queued: 0 });
      expect(await world.digestsAt(new Date(due).toISOString())).toEqual({ due: 1, queued: 1 });
      expect(await world.digestsAt(new Date(due + 3_600_000).toISOString())).toEqual({ due: 0, queued: 0 });
    }
    expect(world.office.mails.map(({ date }) => date?.slice(0, 16))).toEqual(hours);
  });
});

describe('a digest', () => {
  it('is one mail of all watches, in parts, and says nothing where nothing happened', async () => {
    const world = await acmeWorld(database, '2026-11-19T00:00:00Z');
    const subscriber = await world.subscriber('ann@example.org');
    const cheap = inFalkenstein('6.00 EUR');
    const big = inFalkenstein('20.00 EUR', { key: 'b', memoryMib: 8192 });
    const gone = inFalkenstein('3.00 EUR', { key: 'c', stock: { fsn: 'sold-out' } });
    await world.tick('2026-11-19T01:00:00Z', cheap, big, gone);
    await world.watch(subscriber, { filter: {}, rule: 'any-change', ...digest('UTC') });
    await world.watch(subscriber, { filter: { minMemory: '4GB' }, rule: 'new-offer', ...digest('UTC') });
    await world.watch(subscriber, { filter: { country: 'US' }, rule: 'any-change', ...digest('UTC') });

    const back = { ...gone, stock: {} };
    const fresh = inFalkenstein('18.00 EUR', { key: 'd', memoryMib: 4096 });
    expect(await world.tick('2026-11-22T20:00:00Z', { ...cheap, sold: { fsn: '4.50 EUR' } }, big, back, fresh)).toMatchObject({
      sent: 0,
    });
    expect(await world.digestsAt('2026-11-23T09:00:00Z')).toEqual({ due: 1, queued: 1 });
    const [mail, ...others] = world.office.mails;
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Your week in offers: 2 watches with news');
    expect(mail?.head['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    for (const part of [mail?.text, mail?.html]) {
      for (const words of ['New offers', 'Lowest prices so far', '6.00 → 4.50 EUR', 'Back on sale', '18.00 EUR']) {
        expect(part, words).toContain(words);
      }
      expect(part).not.toContain('country US');
    }
    // A week without news.
    await world.tick('2026-11-29T20:00:00Z', { ...cheap, sold: { fsn: '4.50 EUR' } }, big, back, fresh);
    expect(await world.digestsAt('2026-11-30T09:00:00Z')).toEqual({ due: 1, queued: 0 });
    expect(world.office.mails).toHaveLength(1);
  });

  it('is left by its own link, and what is told at once goes on', async () => {
    const world = await acmeWorld(database, '2026-11-19T00:00:00Z');
    const subscriber = await world.subscriber('ann@example.org');
    await world.tick('2026-11-19T01:00:00Z', inFalkenstein('6.00 EUR'));
    await world.watch(subscriber, { filter: {}, rule: 'any-change', ...digest('UTC'), delivery: 'both' });
    await world.tick('2026-11-22T20:00:00Z', inFalkenstein('5.00 EUR'));
    await world.digestsAt('2026-11-23T09:00:00Z');
    const [, weekly] = world.office.mails;
    const token = /token=([\w.-]+)/.exec(weekly?.head['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(await leaveByToken(database.sql, world.deps.signer, token)).toBe('digest');
    expect(await world.tick('2026-11-29T20:00:00Z', inFalkenstein('4.00 EUR'))).toMatchObject({ sent: 1 });
    expect(await world.digestsAt('2026-11-30T09:00:00Z')).toEqual({ due: 0, queued: 0 });
    expect(world.office.mails).toHaveLength(3);
  });
});
