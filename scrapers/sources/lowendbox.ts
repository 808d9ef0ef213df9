/** Blog of offers of small hosts; what its editors write about the trade is left out by its categories. https://lowendbox.com/ */
import { feedSource } from '../feeds/feed-source.ts';

/** Adapter of the source. */
export const lowendbox = feedSource({
  sourceId: 'lowendbox',
  providerId: 'lowendbox',
  title: 'LowEndBox: the newest offers',
  documentation: 'https://lowendbox.com/',
  feed: 'https://lowendbox.com/feed/',
  offers: ({ categories }) => !categories.some((category) => /editorial|news|giveaway|lowendboxtv/i.test(category)),
  evidence: {
    url: 'https://github.com/profullstack/niche-db/blob/fe890c36698077bd76a107803ad5436447c40673/packages/adapters/src/lowendbox.js',
    said: 'a public reader of this feed: WordPress, twenty posts, what its categories mean',
    seen: '2026-11-26',
  },
  verified: null,
});
