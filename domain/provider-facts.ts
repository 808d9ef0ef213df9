/**
 * Curated provider facts: what a provider documents for all plans of a class, with the quote and the address that carry it.
 * Data stands in `db/catalog/providers/`; this file says what they are and how one applies to a plan.
 */
import { z } from 'zod';
import { RESOURCE_MODELS, STORAGE_TYPES } from './plan.ts';
import { CONFIDENCES, TECHNOLOGIES } from './technology.ts';

const cited = { when: z.record(z.string(), z.array(z.string())), said: z.string().min(1), url: z.url() };

/** One documented fact: the field it fills, for which class words it holds, and its source. */
export const providerFactSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('technology'), value: z.enum(TECHNOLOGIES), confidence: z.enum(CONFIDENCES), ...cited }),
  z.strictObject({ field: z.literal('cpu.resourceModel'), value: z.enum(RESOURCE_MODELS), ...cited }),
  z.strictObject({ field: z.literal('cpu.baselinePct'), value: z.number(), ...cited }),
  z.strictObject({ field: z.literal('memory.resourceModel'), value: z.enum(RESOURCE_MODELS), ...cited }),
  z.strictObject({ field: z.literal('storage.type'), value: z.enum(STORAGE_TYPES), ...cited }),
  z.strictObject({ field: z.literal('network.hasIpv6'), value: z.boolean(), ...cited }),
  z.strictObject({ field: z.literal('network.ipv4'), value: z.number(), ...cited }),
  z.strictObject({ field: z.literal('network.ddos'), value: z.boolean(), ...cited }),
  z.strictObject({ field: z.literal('guests'), value: z.array(z.string()), ...cited }),
]);
export type ProviderFact = z.infer<typeof providerFactSchema>;

/** What the terms of a provider may be about: how long and how much a CPU may be used. */
export const TERM_SUBJECTS = ['cpu-use'] as const;

/** One sentence of a provider's terms of use, as it stands there on the day it was read. */
export const providerTermSchema = z.strictObject({
  about: z.enum(TERM_SUBJECTS),
  said: z.string().min(1),
  url: z.url(),
  retrieved: z.iso.date(),
});
export type ProviderTerm = z.infer<typeof providerTermSchema>;

/** A provider as the catalogue describes it. */
export const providerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1),
  /** ISO 3166-1 alpha-2 of the company's seat; null where no source says so. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  website: z.url(),
  founded: z.strictObject({ year: z.int(), url: z.url() }).nullable(),
  sources: z.array(z.strictObject({ url: z.url(), retrieved: z.iso.date(), quote: z.string() })),
  facts: z.array(providerFactSchema),
  /** Words of its terms of use that bear on what a plan's buyer gets; absent: none are known. */
  terms: z.array(providerTermSchema).min(1).optional(),
});
export type Provider = z.infer<typeof providerSchema>;

/** Type of the value of each field that a fact can fill. */
export type FactValues = { readonly [Fact in ProviderFact as Fact['field']]: Fact['value'] };

/** A fact about one field. */
export type FactOf<F extends ProviderFact['field']> = ProviderFact & { readonly field: F; readonly value: FactValues[F] };

/** The first fact for a field whose class words all match the plan's; null where the provider documents nothing. */
export function factFor<F extends ProviderFact['field']>(
  facts: readonly ProviderFact[],
  field: F,
  words: Readonly<Record<string, string>>,
): FactOf<F> | null {
  const holds = (fact: ProviderFact): fact is FactOf<F> =>
    fact.field === field && Object.entries(fact.when).every(([word, values]) => values.includes(words[word] ?? ''));
  return facts.find(holds) ?? null;
}
