/** `stealtime migrate`: migrations and reference data, nothing else. */
import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import { openContext } from '../context.ts';
import { say } from '../output.ts';

/** Brings the database up to date. */
export async function migrate(config: Config, log: Logger): Promise<number> {
  const context = await openContext(config, log, 'migrate');
  await context.close();
  say('the database is up to date');
  return 0;
}
