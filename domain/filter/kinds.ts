/** Kinds of values that parameters take: how their text is read, what is said when it cannot be, how it is written back. */
import { countries } from 'countries-list';
import { z } from 'zod';
import { formatMicros, parseMicros } from '../money.ts';
import { REGIONS, type Region } from '../search-facts.ts';
import { utcTime } from '../utc-time.ts';

/** A kind of value `V`, which is plain JSON. */
export interface Kind<V> {
  readonly schema: z.ZodType<V, string>;
  /** The canonical text, which `schema` reads back to an equal value. */
  readonly write: (value: V) => string;
  /** What to give, for help and messages: "a size such as 2GB". */
  readonly says: string;
  /** The words that may be given, where they are few. */
  readonly words: readonly string[] | null;
}

/** A kind read by `read`, which answers null for what it does not understand. */
export function kindOf<V>(says: string, read: (text: string) => V | null, write: (value: V) => string): Kind<V> {
  const readOrSay = (text: string): V | Wrong => {
    const value = read(text);
    return value === null ? { wrong: `"${text}" is not ${says}` } : value;
  };
  return { schema: schemaOf(says, readOrSay), write, says, words: null };
}

/** Several values, separated by commas: sorted, each once. `read` answers null for a word it does not understand. */
export function listOf(says: string, read: (word: string) => string | null): Kind<readonly string[]> {
  const readAll = (text: string): readonly string[] | Wrong => {
    const words = text.split(',').map((word) => word.trim());
    if (words.length > 100) return { wrong: 'has more than 100 values' };
    const values: string[] = [];
    for (const word of words) {
      const value = word === '' ? null : read(word);
      if (value === null) return { wrong: `"${word}" is not ${says}` };
      values.push(value);
    }
    return [...new Set(values)].toSorted();
  };
  return { schema: schemaOf(says, readAll), write: (values) => values.join(','), says, words: null };
}

/** Several of a few words, in any case. */
export function wordsOf(words: readonly string[]): Kind<readonly string[]> {
  const byName = new Map(words.map((word) => [word.toLowerCase(), word]));
  return { ...listOf(`one of ${words.join(', ')}`, (word) => byName.get(word.toLowerCase()) ?? null), words };
}

export const flag: Kind<boolean> = {
  ...kindOf<boolean>('true or false', (text) => (text === 'true' ? true : text === 'false' ? false : null), String),
  words: ['true', 'false'],
};

/** A whole number of a range. */
export function wholeNumber(least: number, most: number): Kind<number> {
  return kindOf(
    `a whole number from ${least} to ${most}`,
    (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null),
    String,
  );
}

/** A number of vCPUs, of which fractions are sold. */
export const cores = kindOf<number>(
  'a number of vCPUs from 0 to 100000 such as 2 or 0.5',
  (text) => (/^\d{1,6}(\.\d{1,3})?$/.test(text) && Number(text) <= 100_000 ? Number(text) : null),
  String,
);

/** Money of the asked currency, kept as a canonical decimal text: JSON numbers are no money. */
export const amount = kindOf<string>(
  'an amount from 0 to 1000000000 such as 5 or 4.99',
  (text) => {
    const micros = parseMicros(text);
    return micros === null || micros < 0n || micros > 1_000_000_000_000_000n ? null : formatMicros(micros);
  },
  String,
);

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const currencyCode = kindOf<string>(
  'a currency code of ISO 4217 such as EUR or USD',
  (text) => (CURRENCIES.has(text.toUpperCase()) ? text.toUpperCase() : null),
  String,
);

/** One text of a few words, in lower case: what it is looked for in is, too. */
export const phrase = kindOf<string>(
  'a text of 1 to 200 characters',
  (text) => {
    const phrase = text.trim().toLowerCase().replace(/\s+/g, ' ');
    return phrase !== '' && phrase.length <= 200 ? phrase : null;
  },
  String,
);

/** A time, kept in the canonical form of `utc-time.ts`, or an age in days ("7d"), kept as it is. */
export const since = kindOf<string>(
  'a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d',
  (text) => {
    const days = /^0*([1-9]\d{0,3})d$/.exec(text)?.[1];
    if (days !== undefined) return Number(days) <= 3650 ? `${days}d` : null;
    return utcTime(text);
  },
  String,
);

export const countryCodes = listOf('a country code of ISO 3166-1 such as DE', (word) => {
  const code = word.toUpperCase();
  return Object.hasOwn(countries, code) ? code : null;
});

const REGION_NAMES = Object.keys(REGIONS) as Region[];

export const regionNames: Kind<readonly string[]> = {
  ...listOf(`one of ${REGION_NAMES.map((name) => `${name} (${REGIONS[name]})`).join(', ')}`, (word) => {
    const given = word.toLowerCase();
    return REGION_NAMES.find((name) => name === given || REGIONS[name].toLowerCase() === given) ?? null;
  }),
  words: REGION_NAMES,
};

interface Wrong {
  readonly wrong: string;
}

function schemaOf<V>(says: string, read: (text: string) => V | Wrong): z.ZodType<V, string> {
  return z.string().transform((text, context): V => {
    const value = text === '' ? { wrong: `is empty: give ${says}, or leave it out` } : read(text);
    if (!isWrong(value)) return value;
    context.addIssue({ code: 'custom', message: value.wrong });
    return z.NEVER;
  });
}

function isWrong(value: unknown): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value;
}
