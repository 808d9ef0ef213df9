/** Metrics of one process, in the text format that Prometheus reads. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One answered request. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the path itself. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the catalogue holds now. */
export interface CatalogueFigures {
  readonly sourcesByState: ReadonlyMap<string, number>;
  readonly rows: number;
  /** Null without any rates. */
  readonly ratesAgeSeconds: number | null;
}

/** Where requests are counted and figures are written out. */
export interface Metrics {
  countRequest(request: AnsweredRequest): void;
  /** Everything; `figures` null: the catalogue cannot be asked. */
  write(figures: CatalogueFigures | null): Promise<{ readonly text: string; readonly contentType: string }>;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Metrics of their own for one app, so that two in one process do not share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({ name: 'http_requests_total', help: 'Answered requests', labelNames, registers });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'route'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const sources = new Gauge({ name: 'stealtime_sources', help: 'Sources by state', labelNames: ['state'] as const, registers });
  const rows = new Gauge({ name: 'stealtime_rows', help: 'Search rows that are not withdrawn', registers });
  const ratesAge = new Gauge({ name: 'stealtime_rates_age_seconds', help: 'Age of the newest exchange rates', registers });
  return {
    countRequest({ method, route, status, seconds: duration }) {
      const known = METHODS.has(method) ? method : 'other';
      requests.inc({ method: known, route, status });
      seconds.observe({ method: known, route }, duration);
    },
    async write(figures) {
      sources.reset();
      for (const [state, count] of figures?.sourcesByState ?? []) sources.set({ state }, count);
      rows.set(figures?.rows ?? Number.NaN);
      ratesAge.set(figures?.ratesAgeSeconds ?? Number.NaN);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
