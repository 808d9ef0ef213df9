/** What changed, newest first; the same change in many places is told once. */
import type { PriceJson } from '../../domain/price-json.ts';
import type { ChangeJson } from '../../domain/told-change.ts';
import { listedPrice } from '../words/price.ts';
import { day } from '../words/time.ts';
import type { OfferView } from './answer.ts';
import { factsOf } from './facts.ts';
import { placesWords } from './place-names.ts';

const KINDS: Readonly<Record<string, string>> = {
  new: 'First seen',
  price: 'Price changed',
  restocked: 'Back in stock',
  'sold-out': 'Sold out',
  spec: 'Plan changed',
  withdrawn: 'Withdrawn',
  returned: 'Sold again',
};

interface ToldChange {
  readonly change: ChangeJson;
  readonly offerIds: readonly string[];
  readonly words: string;
}

export function ChangeList({ view: { history, row, stored } }: { readonly view: OfferView }) {
  const names = new Map(factsOf(stored).map(({ path, name }) => [path, name]));
  const told = grouped(history.changes, names).toReversed();
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">Changes</h2>
      <ul class="changes">
        {told.map(({ change, offerIds, words }) => (
          <li>
            <time datetime={change.observedAt}>{day(change.observedAt)}</time>{' '}
            <strong>{KINDS[change.kind] ?? change.kind}</strong>
            <bdi>
              {words === '' ? '' : `: ${words}`}
              {offerIds.length === 0 ? '' : ` (${placesWords(offerIds, row)})`}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function grouped(changes: readonly ChangeJson[], names: ReadonlyMap<string, string>): ToldChange[] {
  const groups = new Map<string, ToldChange>();
  for (const change of changes) {
    const words = wordsOf(change, names);
    const key = JSON.stringify([change.kind, change.observedAt, words]);
    const offerIds = [...(groups.get(key)?.offerIds ?? []), ...(change.offerId === null ? [] : [change.offerId])];
    groups.set(key, { change, words, offerIds });
  }
  return [...groups.values()];
}

function wordsOf({ kind, before, after }: ChangeJson, names: ReadonlyMap<string, string>): string {
  const [from, to] = [pricesOf(before), pricesOf(after)];
  if (kind === 'spec') {
    const paths = Object.keys(after ?? before ?? {});
    return paths.map((path) => `${names.get(path) ?? path} ${plain(before?.[path])} → ${plain(after?.[path])}`).join('; ');
  }
  return kind === 'price' && from && to ? `${from} → ${to}` : (to ?? '');
}

function pricesOf(fields: ChangeJson['before']): string | null {
  const prices = fields?.prices;
  return Array.isArray(prices) && prices.length > 0 ? (prices as PriceJson[]).map(listedPrice).join(' or ') : null;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
