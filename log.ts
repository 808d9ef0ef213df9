/** The process's logger: JSON lines on stderr, because stdout belongs to data. */
import { destination, type Logger, pino } from 'pino';

export type { Logger };

/** A logger at a level; `name` is the process's role ("start", "worker"). */
export function createLogger(level: string, name: string): Logger {
  return pino(
    { level, name, base: { pid: process.pid }, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    destination({ fd: 2, sync: true }),
  );
}
