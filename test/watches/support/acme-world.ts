/** Acme's plans, published hour by hour, with a subscriber and a mail server that watch. */
import type { Database } from '../../../db/client.ts';
import type { WebhookDoorOptions } from '../../../net/webhook-door.ts';
import { publishPlans, type SmallPlan } from '../../support/publish-fixture.ts';
import { openPostOffice } from './post-office.ts';
import { watching } from './watching.ts';

/** A plan sold in Falkenstein. */
export function inFalkenstein(price: string, more: Partial<SmallPlan> = {}): SmallPlan {
  return { key: 'a', sold: { fsn: price }, ...more };
}

/** Opens it at a time; `door`: how webhooks are reached. */
export async function acmeWorld(database: Database, start: string, door: WebhookDoorOptions = {}) {
  const office = await openPostOffice();
  const world = watching(database, start, { smtp: office.url }, door);
  return {
    ...world,
    office,
    /** Publishes plans as observed at a time. */
    publish: (at: string, ...plans: SmallPlan[]) => publishPlans(database, at, plans),
    /** Sets the clock. */
    goTo(at: string) {
      world.clock.now = Date.parse(at);
    },
    /** Publishes, and does everything that follows a minute later. */
    async tick(at: string, ...plans: SmallPlan[]) {
      await publishPlans(database, at, plans);
      world.clock.now = Date.parse(at) + 60_000;
      return world.settle();
    },
    /** Makes the digests that are due, and sends what there is. */
    async digestsAt(at: string) {
      world.clock.now = Date.parse(at);
      const made = await world.digests();
      await world.deliver();
      return made;
    },
  };
}
