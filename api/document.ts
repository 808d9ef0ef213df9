/** The OpenAPI document, made from the routes alone: no database, no configuration. */
import { createMetrics } from './http/metrics.ts';
import { OPERATOR_SCHEME } from './http/operator.ts';
import { SUBSCRIBER_SCHEME } from './http/subscriber.ts';
import { createRouter } from './router.ts';
import { apiRoutes } from './routes.ts';

const ABOUT = `VPS offers read from their sources, compared, with the origin of every field.

Unknown is a value: missing knowledge is \`null\` or \`"unknown"\`, never absent and never a default. Times are RFC 3339 UTC; money is a
decimal text beside its currency. Errors are problem details (RFC 9457) whose \`type\` is an address under \`/problems/\`.`;

/** The document of this API, OpenAPI 3.1. */
export function openApiDocument() {
  const router = createRouter().route('/', apiRoutes(createMetrics()));
  router.openAPIRegistry.registerComponent('securitySchemes', OPERATOR_SCHEME, {
    type: 'http',
    scheme: 'bearer',
    description: 'The ADMIN_TOKEN of this service',
  });
  router.openAPIRegistry.registerComponent('securitySchemes', SUBSCRIBER_SCHEME, {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that a confirmed link gave',
  });
  return router.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: { title: 'Stealtime', version: '1', description: ABOUT, license: { name: 'MIT' } },
      servers: [{ url: '/', description: 'Where this document was read' }],
      tags: [
        { name: 'offers', description: 'Search, single offers, their history' },
        { name: 'technologies', description: 'What virtualization lets you do, and how it is oversold' },
        { name: 'feeds', description: 'What is new, for feed readers' },
        {
          name: 'watches',
          description: 'Being told: subscriptions, watches, what they sent. Needs a token from a confirmed link',
        },
        { name: 'sources', description: 'What is read, and how it fares' },
        { name: 'providers', description: 'Who sells, and where' },
        { name: 'reports', description: 'Telling operators what is wrong, or what happened' },
        {
          name: 'admin',
          description: 'For operators: runs, held batches, sources, wrong prices, reports of readers. Needs the ADMIN_TOKEN',
        },
        { name: 'operation', description: 'For whoever runs this' },
      ],
    },
    { sortComponents: 'alphabetically' },
  );
}
