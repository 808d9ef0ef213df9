/** Forum of small hosts: posts of many sellers, whose names stand in their titles. https://lowendtalk.com/categories/offers */
import { feedSource } from '../feeds/feed-source.ts';

/** Adapter of the source. */
export const lowendtalk = feedSource({
  sourceId: 'lowendtalk',
  providerId: 'lowendtalk',
  title: 'LowEndTalk: the newest offers',
  documentation: 'https://lowendtalk.com/categories/offers',
  feed: 'https://lowendtalk.com/categories/offers/feed.rss',
  evidence: {
    url: 'https://github.com/samoyed24/lowendtalk-lowprice-monitor/blob/3ef006b5b30ce910bd1ae66158a9bc1a1444f471/wrangler.jsonc',
    said: 'a public monitor of low prices reads this feed; its reader says that the text of an offer stands in the description',
    seen: '2026-11-26',
  },
  verified: null,
});
