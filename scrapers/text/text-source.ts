/** A text that somebody hands in, read like the page of a source. */
import type { SourceAdapter } from '../contract.ts';
import { postListings } from './post-listings.ts';

/** Reads the one page of a text of unknown origin. */
export const textSource: SourceAdapter = {
  manifest: {
    sourceId: 'text',
    providerId: 'text',
    kind: 'post',
    title: 'A text of unknown origin',
    documentation: '',
    hosts: [],
    cadence: 'daily',
    credential: null,
    evidence: { url: '', said: 'handed in', seen: '2026-11-26' },
    verified: null,
    readerVersion: 1,
    conventions: { currency: 'USD', taxIncluded: null },
    roles: { text: { holds: 'an offer in words', perPlace: false, main: true } },
  },
  start: () => [],
  next: () => [],
  extract(pages) {
    const read = pages.map(({ body }, index) => postListings(body, String(index), { page: 'text', currency: null, lang: null }));
    return {
      listings: read.flatMap(({ listings }) => listings),
      rejections: read.flatMap(({ rejections }) => rejections),
      findings: read.flatMap(({ findings }) => findings),
      locations: read.flatMap(({ locations }) => locations),
      complete: true,
      covers: null,
    };
  },
};
