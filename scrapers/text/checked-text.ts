/** The one plan of a text that somebody wants checked: read like a post; without a price, by its facts alone. Pure. */
import type { Listing } from '../../domain/listing.ts';
import { normalizeListing } from '../../domain/normalize.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { readPages } from '../read-pages.ts';
import { quoteWords } from './quote-words.ts';
import { specFactsIn } from './spec-facts.ts';
import { technologyOf } from './technology.ts';
import { textPage, textSource } from './text-source.ts';

/** What a text came to. */
export interface CheckedText {
  /** The plan that is checked: the first one that could be read. */
  readonly plan: PlanOffers;
  /** Words about this plan: the whole text where it holds no other. */
  readonly words: string;
  /** What was not read, in sentences. */
  readonly unread: readonly string[];
}

const PAGE = 'text';
/** More lines of a text without a price are no offer. */
const MOST_LINES = 400;

/** Reads a text. There is always a plan: of a text that states nothing, one of which nothing is known. */
export function checkedText(text: string): CheckedText {
  const { plans, rejections, findings } = readPages(textSource, [textPage(text)], null);
  const [first, ...others] = plans;
  const refused = rejections
    .filter(({ code }) => first !== undefined || code !== 'no-price')
    .map(({ code, field, said }) => `${field} (${code}): ${quoteWords(said)}`);
  if (first) {
    const more = others.map(({ name, planId }) => `Another plan of the text was not assessed: ${name ?? planId}.`);
    return {
      plan: fromNowhere(first),
      words: others.length === 0 ? text : (first.spec.cpu.said ?? ''),
      unread: [...more, ...refused],
    };
  }
  const messages = findings.filter(({ code }) => code !== 'empty').map(({ message }) => message);
  return { plan: unpriced(text), words: text, unread: [...refused, ...messages] };
}

function unpriced(text: string): PlanOffers {
  const lines = text
    .slice(0, 100_000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
  const technology = technologyOf(lines);
  const listing: Listing = {
    planKey: null,
    identity: PAGE,
    words: {},
    ...specFactsIn(lines, PAGE),
    ...(technology
      ? {
          technology: {
            is: { value: technology.value, confidence: technology.confidence },
            said: quoteWords(technology.said),
            how: 'stated',
            page: PAGE,
          },
        }
      : {}),
    ...NO_PRICE,
  };
  const read = normalizeListing(listing, CONTEXT);
  if (read.ok) return withoutPrice(read.plan);
  // A figure that cannot be true is no fact: what is left is that nothing is known.
  const empty = normalizeListing({ planKey: null, identity: PAGE, words: {}, ...NO_PRICE }, CONTEXT);
  if (!empty.ok) throw new Error(`a listing that states nothing was rejected: ${empty.rejection.field}`);
  return withoutPrice(empty.plan);
}

/** Plans are read with a price or not at all; this one is taken away again. */
const NO_PRICE: Pick<Listing, 'prices' | 'places'> = {
  prices: [{ amount: { is: '1', said: '', how: 'stated', page: PAGE }, per: { months: 1 }, phase: 'regular' }],
  places: [],
};

function withoutPrice(plan: PlanOffers): PlanOffers {
  const { prices: _, ...provenance } = plan.provenance;
  return fromNowhere({ ...plan, provenance, places: plan.places.map((place) => ({ ...place, prices: [] })) });
}

/** A text that was handed in stands at no address. */
function fromNowhere(plan: PlanOffers): PlanOffers {
  const { technology } = plan.spec;
  const evidence = technology.evidence.map(({ said, url }) => ({ said, url: url || null }));
  return {
    ...plan,
    url: plan.url || null,
    spec: { ...plan.spec, technology: { ...technology, evidence } },
    provenance: Object.fromEntries(
      Object.entries(plan.provenance).map(([field, origin]) => [field, { ...origin, url: origin.url || null }]),
    ),
  };
}

const CONTEXT = {
  sourceId: 'text',
  providerId: 'text',
  website: null,
  conventions: textSource.manifest.conventions,
  facts: [],
  locations: new Map(),
  pageUrl: () => null,
};
