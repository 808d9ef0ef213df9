import robotsParser from 'robots-parser';
import { type Failed, failed, got, type Outcome } from './outcome.ts';
import { PRODUCT_TOKEN } from './user-agent.ts';

/** A robots.txt as fetched; `text` only matters for 2xx. */
export interface RobotsFile {
  readonly status: number;
  readonly text: string;
}

/** What robots.txt has to say about an address that may be fetched. */
export interface Permission {
  /** Least time between requests to the host, in milliseconds; 0 where none is asked for. */
  readonly crawlDelayMs: number;
}

/** Asks robots.txt (RFC 9309) before a page is fetched. */
export interface RobotsGate {
  /** `robots-disallowed`, or why robots.txt could not be read (then its pages are left alone, RFC 9309 §2.3.1.4). */
  check(url: URL): Promise<Outcome<Permission>>;
}

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

interface Remembered {
  readonly rules: Outcome<Rules>;
  /** Epoch milliseconds. */
  readonly askAgainAt: number;
}

interface Options {
  /** Fetches a robots.txt with its redirects; at most the first 500 KiB of text. */
  readonly fetchRobots: (url: URL) => Promise<Outcome<RobotsFile>>;
  readonly now: () => number;
  readonly rememberedOrigins?: number;
}

const FRESH_MS = 24 * 60 * 60_000;
/** Short enough for a retry within the same run to find the site back. */
const TROUBLE_MS = 60_000;
const LONGEST_CRAWL_DELAY_S = 24 * 60 * 60;

// Its declarations promise an ES module, but it is CommonJS: what is imported is the function itself.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules;

/** A gate that remembers each origin's robots.txt for a day, and reads an origin's file once however many pages ask at the same time. */
export function createRobotsGate({ fetchRobots, now, rememberedOrigins = 1000 }: Options): RobotsGate {
  const memory = new Map<string, Remembered>();
  const underWay = new Map<string, Promise<Outcome<Rules>>>();

  const load = async (origin: string): Promise<Outcome<Rules>> => {
    const url = new URL('/robots.txt', origin);
    const loaded = readRules(url, await fetchRobots(url));
    const before = memory.get(origin);
    // RFC 9309 §2.4: the old file holds on while the new one cannot be had.
    const rules = !loaded.ok && before?.rules.ok ? before.rules : loaded;
    const askAgainAt = loaded.ok ? now() + FRESH_MS : (loaded.failure.notBefore ?? now() + TROUBLE_MS);
    memory.delete(origin);
    memory.set(origin, { rules, askAgainAt });
    const [oldest] = memory.keys();
    if (memory.size > rememberedOrigins && oldest !== undefined) memory.delete(oldest);
    return rules;
  };

  const rulesOf = (origin: string): Promise<Outcome<Rules>> => {
    const known = memory.get(origin);
    if (known && known.askAgainAt > now()) return Promise.resolve(known.rules);
    const pending = underWay.get(origin) ?? load(origin).finally(() => underWay.delete(origin));
    underWay.set(origin, pending);
    return pending;
  };

  return {
    async check(url) {
      const rules = await rulesOf(url.origin);
      if (!rules.ok) return rules;
      if (rules.value.isAllowed(url.href, PRODUCT_TOKEN) === false) {
        return failed('robots-disallowed', `robots.txt of ${url.host} does not allow the page`);
      }
      return got({ crawlDelayMs: crawlDelayMs(rules.value) });
    },
  };
}

function readRules(url: URL, file: Outcome<RobotsFile>): Outcome<Rules> {
  if (!file.ok) return leftAlone(url, file);
  const { status, text } = file.value;
  if (status >= 500) return leftAlone(url, failed('server-error', `${url.host} answered ${status}`));
  // RFC 9309 §2.3.1.3: a 4xx (or a redirect to nowhere) means that there is no robots.txt.
  return got(parseRobots(url.href, status >= 200 && status < 300 ? text : ''));
}

/** Keeps the cause, so that a site that is down is retried like one, not shown to the operator as a refusal. */
function leftAlone(url: URL, { failure }: Failed): Failed {
  const message = `robots.txt of ${url.host} could not be read, so its pages are left alone for now: ${failure.message}`;
  return failed(failure.code, message, failure.notBefore);
}

function crawlDelayMs(rules: Rules): number {
  const seconds = rules.getCrawlDelay(PRODUCT_TOKEN) ?? 0;
  return Math.min(Math.max(seconds, 0), LONGEST_CRAWL_DELAY_S) * 1000;
}
