/** A provider that publishes an offers feed at its well-known address: its source in five lines. */
import type { SourceAdapter } from '../contract.ts';
import { defineShop, type Shop } from './define-shop.ts';
import { FEED_PATH } from './offers-feed/feed-schema.ts';
import { offersFeed } from './offers-feed/offers-feed.ts';

/** What there is to say of a feed. */
export interface Feed extends Omit<Shop, 'platform' | 'groups' | 'follow' | 'currency' | 'rendering'> {
  /** Host that publishes it ("example.com"); or its whole address where it stands elsewhere. */
  readonly at: string;
}

/** Makes the adapter of a provider's feed. Every price of a feed names its currency. */
export function defineFeed({ at, ...feed }: Feed): SourceAdapter {
  const url = at.includes('://') ? at : `https://${at}${FEED_PATH}`;
  return defineShop({ ...feed, platform: offersFeed, groups: { offers: url }, currency: 'USD' });
}
