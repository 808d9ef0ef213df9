/** A typed client of a Stealtime service: paths, parameters and answers as its OpenAPI document has them. */
import type { Client, ClientOptions } from 'openapi-fetch';
import type { components, paths } from './api.js';

export type { components, paths };

/** A row of a search. */
export type Row = components['schemas']['Row'];
/** A single offer: a row with the origin of each of its fields. */
export type Offer = components['schemas']['Offer'];
/** What every error is told as. */
export type Problem = components['schemas']['Problem'];

/** Where the service is reached; beside it what openapi-fetch takes (`fetch`, `headers`, …). */
export interface StealtimeOptions extends ClientOptions {
  baseUrl: string;
}

/** Of what can be had in several forms the client reads JSON, unless `parseAs: 'text'` or `'stream'` is asked for. */
export type JsonMedia = 'application/json' | 'application/feed+json' | 'application/problem+json';

/**
 * Makes a client. `const { data, error } = await createClient({ baseUrl }).GET('/v1/offers', { params: { query: { country: ['DE'] } } })`:
 * `data` is the answer, `error` the problem document; it throws only where the service is not reached.
 */
export function createClient(options: StealtimeOptions): Client<paths, JsonMedia>;
