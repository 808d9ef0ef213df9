import type { Metrics } from './http/metrics.ts';
import { createRouter } from './router.ts';
import { adminBenchmarksRoutes } from './routes/admin-benchmarks.ts';
import { adminDeliveriesRoutes } from './routes/admin-deliveries.ts';
import { adminPricesRoutes } from './routes/admin-prices.ts';
import { adminReportsRoutes } from './routes/admin-reports.ts';
import { adminRunsRoutes } from './routes/admin-runs.ts';
import { adminSourcesRoutes } from './routes/admin-sources.ts';
import { benchmarksRoutes } from './routes/benchmarks.ts';
import { changesRoutes } from './routes/changes.ts';
import { checkRoutes } from './routes/check.ts';
import { compareRoutes } from './routes/compare.ts';
import { explainRoutes } from './routes/explain.ts';
import { feedsRoutes } from './routes/feeds.ts';
import { healthRoutes } from './routes/health.ts';
import { indexRoutes } from './routes/index.ts';
import { offerRoutes } from './routes/offer.ts';
import { offerBenchmarksRoutes } from './routes/offer-benchmarks.ts';
import { offerCapabilitiesRoutes } from './routes/offer-capabilities.ts';
import { offerPricesRoutes } from './routes/offer-prices.ts';
import { offerRiskRoutes } from './routes/offer-risk.ts';
import { offerSimilarRoutes } from './routes/offer-similar.ts';
import { offersRoutes } from './routes/offers.ts';
import { offersExportRoutes } from './routes/offers-export.ts';
import { providersRoutes } from './routes/providers.ts';
import { reportsRoutes } from './routes/reports.ts';
import { sourcesRoutes } from './routes/sources.ts';
import { subscriptionsRoutes } from './routes/subscriptions.ts';
import { technologiesRoutes } from './routes/technologies.ts';
import { unsubscribeRoutes } from './routes/unsubscribe.ts';
import { watchesRoutes } from './routes/watches.ts';

/** Every route of the API, one line an area. */
export function apiRoutes(metrics: Metrics) {
  return createRouter()
    .route('/', offersRoutes)
    .route('/', offersExportRoutes)
    .route('/', feedsRoutes)
    .route('/', offerRoutes)
    .route('/', offerPricesRoutes)
    .route('/', offerSimilarRoutes)
    .route('/', offerCapabilitiesRoutes)
    .route('/', offerRiskRoutes)
    .route('/', checkRoutes)
    .route('/', offerBenchmarksRoutes)
    .route('/', benchmarksRoutes())
    .route('/', compareRoutes)
    .route('/', explainRoutes)
    .route('/', changesRoutes)
    .route('/', reportsRoutes)
    .route('/', sourcesRoutes)
    .route('/', providersRoutes)
    .route('/', technologiesRoutes)
    .route('/', subscriptionsRoutes)
    .route('/', watchesRoutes)
    .route('/', unsubscribeRoutes)
    .route('/', adminRunsRoutes)
    .route('/', adminSourcesRoutes)
    .route('/', adminPricesRoutes)
    .route('/', adminReportsRoutes)
    .route('/', adminBenchmarksRoutes)
    .route('/', adminDeliveriesRoutes)
    .route('/', healthRoutes(metrics))
    .route('/', indexRoutes);
}
