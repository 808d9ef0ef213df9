/** A change as an entry of a feed. */
import type { ChangeEvent } from '../../domain/changes/change-event.ts';
import { type FeedEntry, feedId, plain } from '../feeds/feed.ts';

const WORDS: Readonly<Record<ChangeEvent['kind'], string>> = {
  new: 'New',
  price: 'Price changed',
  restocked: 'In stock again',
  'sold-out': 'Sold out',
  spec: 'Changed',
  withdrawn: 'Withdrawn',
  returned: 'Listed again',
};

/** Longest value that is told in full. */
const LONGEST_VALUE = 120;

/** The entry; `base`: where this service is reached. */
export function changeEntry(event: ChangeEvent, base: string): FeedEntry {
  const { kind, provider, plan, observedAt } = event;
  const said = `${WORDS[kind]}: ${provider.name} ${plan.name ?? plan.id}`;
  const move = priceMove(event);
  return {
    id: feedId(`change ${event.id}`),
    url: `${base}/offers/${encodeURIComponent(plan.id)}`,
    title: plain(move === null ? said : `${said}: ${move}`),
    text: plain([`${said}.`, ...(move === null ? [] : [`${move}.`]), differences(event), places(event)].join(' ')),
    published: observedAt,
    updated: observedAt,
    author: { name: plain(provider.name), url: null },
    tags: [kind, provider.id],
  };
}

function priceMove({ price }: ChangeEvent): string | null {
  if (price === null) return null;
  const percent = price.percent === null ? '' : ` (${price.percent > 0 ? '+' : ''}${price.percent} %)`;
  return `${price.from} to ${price.to} ${price.currency} a month${percent}`;
}

function differences({ kind, before, after }: ChangeEvent): string {
  if (kind !== 'spec') return '';
  const paths = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return paths.map((path) => `${path}: ${wordsOf(before?.[path])} to ${wordsOf(after?.[path])}.`).join(' ');
}

function wordsOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function places({ offerIds }: ChangeEvent): string {
  return offerIds.length === 0 ? 'It concerns the plan as a whole.' : `Offers: ${offerIds.join(', ')}.`;
}
