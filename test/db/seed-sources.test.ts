import { beforeEach, describe, expect, it } from 'vitest';
import { seedSources } from '../../db/queries/seed.ts';
import { switchedOff, switchSource } from '../../db/queries/switch-source.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const NOW = '2026-11-26T06:00:00.000Z';
const seed = (off?: string | null) =>
  seedSources(database.sql, [{ sourceId: 'shop', providerId: 'acme', ...(off === undefined ? {} : { off }) }]);
const off = () => switchedOff(database.sql, 'shop');
const operator = (reason: string | null) =>
  switchSource(database.sql, 'shop', { off: reason === null ? null : { reason }, now: NOW });

beforeEach(() => database.sql`truncate sources`);

describe('a source that begins switched off', () => {
  it('stays so, with the reason of this version, until somebody acts', async () => {
    await seed('unverified');
    expect(await off()).toEqual({ reason: 'unverified', since: null });
    await seed('not verified yet');
    expect(await off()).toEqual({ reason: 'not verified yet', since: null });
  });

  it('is on for good once an operator has switched it on, and due at once', async () => {
    await seed('unverified');
    expect(await operator(null)).toBe(true);
    await seed('unverified');
    expect(await off()).toBeNull();
    const [row] = await database.sql<{ due: boolean }[]>`select next_run_at = ${NOW} as due from sources`;
    expect(row?.due).toBe(true);
  });

  it('comes on with the version that verifies it', async () => {
    await seed('unverified');
    await seed(null);
    expect(await off()).toBeNull();
  });

  it('is not switched on against an operator who keeps it off', async () => {
    await seed('unverified');
    await operator('they asked us to');
    await seed(null);
    expect(await off()).toEqual({ reason: 'they asked us to', since: NOW });
  });
});

it('a source that begins switched on is left as operators have it', async () => {
  await seed();
  expect(await off()).toBeNull();
  await operator('they asked us to');
  await seed();
  expect(await off()).toMatchObject({ reason: 'they asked us to' });
});
