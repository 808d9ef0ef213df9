import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { clientOptions, type EmbeddedConnection } from './connection.ts';

/** A connection held only to be seen: the server is stopped when nobody is here any more. */
export interface Presence {
  /** How many other clients the server has now. Lets those that are just leaving leave, for a tenth of a second. */
  others(): Promise<number>;
  /** Ends the connection. */
  leave(): Promise<void>;
}

/**
 * Connects and stays. `lost` is called once, when the server goes away under us; the presence is of no use from then on.
 * Pools do not show who is here: they connect late and let idle connections go.
 */
export async function bePresent(connection: EmbeddedConnection, lost: () => void): Promise<Presence> {
  let watching = false;
  const sql = postgres({
    ...clientOptions(connection),
    connection: { application_name: 'stealtime presence' },
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    onclose: () => {
      if (watching) lost();
      watching = false;
    },
  });
  const count = async (): Promise<number> => {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row?.others ?? 0;
  };
  const leave = async (): Promise<void> => {
    watching = false;
    await sql.end({ timeout: 1 });
  };
  try {
    await sql`select 1`;
  } catch (error) {
    await leave();
    throw error;
  }
  watching = true;
  return {
    async others() {
      let others = await count();
      for (let round = 0; others > 0 && round < 5; round++) {
        await delay(20);
        others = await count();
      }
      return others;
    },
    leave,
  };
}
