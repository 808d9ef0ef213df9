import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent } from 'undici';
import { createRenderedPageFetcher } from './browser/fetch-rendered.ts';
import type { BrowserPlaces } from './browser/find-browser.ts';
import { createRenderer } from './browser/renderer.ts';
import { createPolitePageFetcher, type FetchPage } from './fetch-page.ts';
import { createRobotsFetcher } from './fetch-robots.ts';
import { type AllowPrivate, createGuardedConnector } from './guarded-connector.ts';
import { createPoliteExchange } from './polite-exchange.ts';
import { createPoliteness, type Sleep } from './politeness.ts';
import { createRobotsGate } from './robots.ts';
import { buildUserAgent } from './user-agent.ts';

/** What the network room is made from. Times in milliseconds. */
export interface NetOptions {
  /** Operator's URL or mail address, told to every site. */
  readonly contact: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep?: Sleep | undefined;
  /** Hosts that may be private and may be asked by http: an operator's own mirror, a test's server. Default: none. */
  readonly allowPrivate?: AllowPrivate | undefined;
  /** Least time between starts of requests to one host, where the request does not say. Default 1000. */
  readonly minDelayMs?: number | undefined;
  readonly connectTimeoutMs?: number | undefined;
  /** Resolves names. Default: the system's resolver. */
  readonly lookup?: LookupFunction | undefined;
  /** PEM certificates to trust in place of the system's. */
  readonly trustedCa?: string | undefined;
  /** Where to look for the browser of pages that need one. Default: nowhere but where playwright keeps its own. */
  readonly browser?: BrowserPlaces | undefined;
  /** Told what an operator should know about the browser. Default: nobody. */
  readonly log?: ((message: string) => void) | undefined;
}

/** The door to the network. One per process: politeness is only kept among requests that pass through the same one. */
export interface Net {
  readonly fetchPage: FetchPage;
  /** Ends everything under way, as `unreachable`; so is everything asked afterwards. */
  close(): Promise<void>;
}

/** Builds the network room. */
export function createNet(options: NetOptions): Net {
  const { now, minDelayMs = 1000, allowPrivate = () => false } = options;
  const closing = new AbortController();
  const dispatcher = new Agent({
    connect: createGuardedConnector({
      allowPrivate,
      lookup: options.lookup ?? dnsLookup,
      connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
      trustedCa: options.trustedCa,
    }),
  });
  const sleep: Sleep = options.sleep ?? ((ms, signal) => wait(ms, undefined, { signal }));
  const politeness = createPoliteness({ now, sleep, closing: closing.signal });
  const exchange = createPoliteExchange({ dispatcher, politeness, now });
  const userAgent = buildUserAgent(options.version, options.contact);
  const fetchRobots = createRobotsFetcher({ exchange, userAgent, allowPrivate, minDelayMs });
  const robots = createRobotsGate({ fetchRobots, now });
  const fetchAsSent = createPolitePageFetcher({ exchange, robots, userAgent, allowPrivate, now, minDelayMs });
  const renderer = createRenderer({ places: options.browser ?? { path: null, folders: [] }, userAgent, log: options.log });
  const fetchRendered = createRenderedPageFetcher({ fetchPage: fetchAsSent, renderer });

  return {
    fetchPage: (request) => (request.rendering === 'browser' ? fetchRendered(request) : fetchAsSent(request)),
    async close() {
      closing.abort();
      await Promise.all([renderer.close(), dispatcher.destroy()]);
    },
  };
}
