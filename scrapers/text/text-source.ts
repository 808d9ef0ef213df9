/** A text that somebody hands in, read like the page of a source: nobody knows where it comes from. */
import type { SourceAdapter } from '../contract.ts';
import { planIdentities } from '../feeds/plan-identity.ts';
import { sortPlans } from '../read/readings.ts';
import { locationNamed } from './locations.ts';
import { readOffers } from './read-offers.ts';

const ROLE = 'text';

/** Reads the pages of role "text", each a text of its own. */
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
    roles: { [ROLE]: { holds: 'an offer in words', perPlace: false, main: true } },
  },
  start: () => [],
  next: () => [],
  extract(pages) {
    const read = pages.map(({ body }) => readOffers(body, { page: ROLE, currency: null, lang: null }));
    const { listings, rejections, findings } = sortPlans(read.flatMap(({ plans }) => plans));
    const identities = planIdentities(ROLE, listings);
    const names = new Set(listings.flatMap(({ places }) => places.flatMap(({ location }) => location ?? [])));
    return {
      listings: listings.map((listing, index) => ({ ...listing, identity: identities[index] })),
      rejections,
      findings: [...read.flatMap((one) => one.findings), ...findings],
      locations: [...names].map(locationNamed),
      complete: true,
      covers: null,
    };
  },
};

/** The text as a page of it. */
export const textPage = (body: string) => ({ role: ROLE, place: null, number: 1, url: '', headers: {}, body });
