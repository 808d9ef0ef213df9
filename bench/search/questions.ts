/** What people ask: kinds of searches, each with changing values so that no answer is asked for twice in a row. */
import { parseSearch, type SearchQuestion } from '../../domain/filter/search-params.ts';
import { type Random, randomOf } from '../random.ts';

type Params = Readonly<Record<string, string>>;

const COUNTRIES = ['DE', 'NL', 'US', 'GB', 'FR', 'SG', 'PL', 'FI', 'CA', 'JP'];
const MEMORY = ['1GB', '2GB', '4GB', '8GB', '16GB'];
const PRICES = ['5', '10', '20', '40', '80'];

/** Kinds of searches by name. */
export const QUESTIONS: Readonly<Record<string, (random: Random) => Params>> = {
  'everything, cheapest first': () => ({}),
  'country, memory, price': (random) => ({
    country: random.pick(COUNTRIES),
    minMemory: random.pick(MEMORY),
    maxPrice: random.pick(PRICES),
    currency: 'EUR',
  }),
  'technology, per GB of memory': (random) => ({
    technology: random.pick(['kvm', 'openvz', 'xen', 'lxc']),
    sort: 'price-per-gb-memory',
  }),
  'text of one provider': (random) => ({ q: `bench ${random.between(0, 299)} hosting` }),
  'text and memory': (random) => ({ q: random.pick(['frankfurt', 'singapore', 'linode', 'nanode', 'dev1']), minMemory: '2GB' }),
  'horizon of 24 months': (random) => ({ horizon: '24', country: random.pick(COUNTRIES), minMemory: random.pick(MEMORY) }),
  'billed by the year': (random) => ({ term: '12', maxPrice: random.pick(PRICES), currency: 'EUR' }),
  'newest in a country': (random) => ({ sort: 'newest', country: random.pick(COUNTRIES) }),
};

/** A question of a kind; the same number, the same question. */
export function questionOf(kind: string, number: number): SearchQuestion {
  const read = parseSearch(QUESTIONS[kind]?.(randomOf(number)) ?? {});
  if (!read.ok) throw new Error(`${kind}: ${read.errors.map(({ message }) => message).join(', ')}`);
  return read.value;
}
