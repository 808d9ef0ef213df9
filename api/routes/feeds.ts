/** `GET /v1/feeds/…`: what is new, for feed readers. */
import { createRoute, z } from '@hono/zod-openapi';
import { changesFeed } from '../answers/changes-feed.ts';
import { offersFeed } from '../answers/offers-feed.ts';
import { writeAtom } from '../feeds/atom.ts';
import { writeJsonFeed } from '../feeds/json-feed.ts';
import { cachedFor } from '../http/headers.ts';
import { changeFeedParameters, filterParameters } from '../http/parameters.ts';
import { invalidRequest } from '../http/problem.ts';
import { createRouter } from '../router.ts';
import { problemResponse } from '../schemas/common.ts';
import { jsonFeedSchema } from '../schemas/feed.ts';

const ATOM = { 'Content-Type': 'application/atom+xml; charset=utf-8' };
const JSON_FEED = { 'Content-Type': 'application/feed+json; charset=utf-8' };

const shared = {
  method: 'get' as const,
  tags: ['feeds'],
  middleware: cachedFor(300),
};
const wrong = problemResponse('A parameter is wrong');
const ABOUT_OFFERS =
  'The newest 100 rows that meet the filter of a search. An entry keeps its id; its time moves when the row changes.';

const ABOUT_CHANGES =
  'The newest 100 events of `/v1/changes`: price changes, stock, specifications, new and withdrawn plans. Entries never change.';

const offersAtom = createRoute({
  ...shared,
  path: '/v1/feeds/offers.atom',
  operationId: 'getOffersAtom',
  parameters: filterParameters(),
  summary: 'New offers as Atom',
  description: ABOUT_OFFERS,
  responses: { 200: { description: 'The feed', content: { 'application/atom+xml': { schema: z.string() } } }, 400: wrong },
});

const offersJson = createRoute({
  ...shared,
  path: '/v1/feeds/offers.json',
  operationId: 'getOffersJsonFeed',
  parameters: filterParameters(),
  summary: 'New offers as JSON Feed',
  description: ABOUT_OFFERS,
  responses: { 200: { description: 'The feed', content: { 'application/feed+json': { schema: jsonFeedSchema } } }, 400: wrong },
});

const changesAtom = createRoute({
  ...shared,
  path: '/v1/feeds/changes.atom',
  operationId: 'getChangesAtom',
  parameters: changeFeedParameters(),
  summary: 'Changes as Atom',
  description: ABOUT_CHANGES,
  responses: { 200: { description: 'The feed', content: { 'application/atom+xml': { schema: z.string() } } }, 400: wrong },
});

const changesJson = createRoute({
  ...shared,
  path: '/v1/feeds/changes.json',
  operationId: 'getChangesJsonFeed',
  parameters: changeFeedParameters(),
  summary: 'Changes as JSON Feed',
  description: ABOUT_CHANGES,
  responses: { 200: { description: 'The feed', content: { 'application/feed+json': { schema: jsonFeedSchema } } }, 400: wrong },
});

export const feedsRoutes = createRouter()
  .openapi(offersAtom, async (c) => {
    const feed = await offersFeed(c);
    return feed.ok ? c.body(writeAtom(feed.value), 200, ATOM) : invalidRequest(c, feed.errors);
  })
  .openapi(offersJson, async (c) => {
    const feed = await offersFeed(c);
    return feed.ok ? c.json(writeJsonFeed(feed.value), 200, JSON_FEED) : invalidRequest(c, feed.errors);
  })
  .openapi(changesAtom, async (c) => {
    const feed = await changesFeed(c);
    return feed.ok ? c.body(writeAtom(feed.value), 200, ATOM) : invalidRequest(c, feed.errors);
  })
  .openapi(changesJson, async (c) => {
    const feed = await changesFeed(c);
    return feed.ok ? c.json(writeJsonFeed(feed.value), 200, JSON_FEED) : invalidRequest(c, feed.errors);
  });
