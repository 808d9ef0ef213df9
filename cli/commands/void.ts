/** `stealtime void` and `stealtime unvoid`: a price that was wrong, and taking that back. */
import type { Config } from '../../config.ts';
import { findByAnyId } from '../../db/queries/offer-by-id.ts';
import { setVoid } from '../../db/queries/void-price.ts';
import { isId } from '../../domain/identity.ts';
import type { Logger } from '../../log.ts';
import { openContext } from '../context.ts';
import { BadUsage, CommandFailed, say } from '../output.ts';

/** Which price. */
export interface PriceToVoid {
  /** Of a row or an offer. */
  readonly id: string;
  readonly observedFrom: string;
  /** Null: the void is lifted. */
  readonly reason: string | null;
}

/** Voids a price, or lifts a void. */
export async function voidPrice(config: Config, log: Logger, { id, observedFrom, reason }: PriceToVoid): Promise<number> {
  if (Number.isNaN(Date.parse(observedFrom)))
    throw new BadUsage(`"${observedFrom}" is no time; take it from the history of the offer`);
  const at = new Date(observedFrom).toISOString();
  const context = await openContext(config, log, 'void');
  try {
    const found = isId(id) ? await findByAnyId(context.database.sql, id) : null;
    if (!found) throw new CommandFailed(`there is no offer ${id}`);
    const mark = reason === null ? null : { by: 'operator', reason, at: new Date(context.now()).toISOString() };
    const done = await setVoid(context.database, { ...found, observedFrom: at }, mark);
    if (!done.ok) {
      const why = {
        'no-such-period': `${id} has no price that was first observed at ${at}`,
        'voided-already': 'that price is voided already',
        'not-voided': 'that price is not voided',
      };
      throw new CommandFailed(why[done.code]);
    }
    say(`${mark ? 'voided' : 'unvoided'}: the price of ${done.offerIds.join(', ')}`);
    return 0;
  } finally {
    await context.close();
  }
}
