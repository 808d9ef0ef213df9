/**
 * One offer as somebody hands it in: the row of the public contract with as much of it as is known. What is not there is unknown; what
 * has no place in a row is told as unread.
 */
import { z } from 'zod';
import { parseMicros } from '../money.ts';
import { ARCHITECTURES, HOWS, OVERAGES, PRODUCT_TYPES, RESOURCE_MODELS, STORAGE_TYPES } from '../plan.ts';
import type { PriceJson } from '../price-json.ts';
import type { SaidText } from '../risk/assess-input.ts';
import type { AssessedPlan } from '../risk/input-of.ts';
import { CAPABILITY_NAMES, CAPABILITY_VALUES, type Capability, type CapabilityValue } from '../technologies/capability.ts';
import { CONFIDENCES, TECHNOLOGIES } from '../technology.ts';

const text = z.string().max(20_000);
const name = z.string().max(400).nullish();
const count = z.number().finite().nonnegative().max(1e9).nullish();
const yesNo = z.boolean().nullish();
const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words).nullish();
const address = z.string().max(2000).nullish();
const decimal = z
  .union([z.string().max(40), z.number().finite()])
  .refine((amount) => (parseMicros(amount) ?? -1n) >= 0n, 'is no amount of money');
const said = z.union([text, z.looseObject({ said: text.nullish(), text: text.nullish(), quote: text.nullish(), url: address })]);
const saids = z.union([said, z.array(said).max(200)]).nullish();

const price = z.looseObject({
  termMonths: z.int().positive().max(120).nullish(),
  hourly: yesNo,
  amount: decimal,
  currency: z.string().regex(/^[A-Za-z]{3}$/, 'is no currency code of ISO 4217'),
  setupFee: decimal.nullish(),
  phase: oneOf(['introductory', 'regular']),
  renewal: decimal.nullish(),
  taxIncluded: yesNo,
  promoCode: name,
});

/** What is taken for an offer. */
export const offeredSchema = z.looseObject({
  id: name,
  planKey: name,
  name,
  url: address,
  observedAt: z.iso.datetime({ offset: true }).or(z.iso.date()).nullish(),
  productType: oneOf(PRODUCT_TYPES),
  provider: z.union([z.string().max(400), z.looseObject({ id: name, name })]).nullish(),
  technology: z
    .union([
      z.enum(TECHNOLOGIES),
      z.looseObject({
        value: oneOf(TECHNOLOGIES),
        confidence: oneOf(CONFIDENCES),
        how: oneOf(HOWS),
        evidence: z.array(z.looseObject({ said: text, url: address })).nullish(),
      }),
    ])
    .nullish(),
  cpu: z
    .looseObject({
      vcpu: count,
      resourceModel: oneOf(RESOURCE_MODELS),
      said: text.nullish(),
      baselinePct: z.number().min(0).max(100).nullish(),
      model: name,
      architecture: oneOf(ARCHITECTURES),
      frequencyMhz: count,
    })
    .nullish(),
  memory: z
    .looseObject({ mib: count, guaranteedMib: count, burstMib: count, vswapMib: count, resourceModel: oneOf(RESOURCE_MODELS) })
    .nullish(),
  storage: z.looseObject({ gb: count, type: oneOf(STORAGE_TYPES), raid: name }).nullish(),
  network: z
    .looseObject({
      transferGb: count,
      unmetered: yesNo,
      portMbps: count,
      ipv4: count,
      hasIpv6: yesNo,
      ipv6: count,
      ipv6Prefix: name,
      natIpv4: yesNo,
      ddos: yesNo,
      overage: oneOf(OVERAGES),
    })
    .nullish(),
  guests: z.array(z.string().max(60)).max(100).nullish(),
  managed: yesNo,
  locations: z
    .array(z.looseObject({ name, city: name, country: z.string().max(60).nullish() }))
    .max(500)
    .nullish(),
  prices: z.array(price).max(200).nullish(),
  price: price.nullish(),
  capabilities: z.record(z.string(), z.enum(CAPABILITY_VALUES)).nullish(),
  provenance: z.record(z.string(), z.looseObject({ how: oneOf(HOWS), said: text.nullish(), url: address })).nullish(),
  words: saids,
  text: text.nullish(),
  description: text.nullish(),
  quote: text.nullish(),
  quotes: saids,
  terms: saids,
});
export type Offered = z.output<typeof offeredSchema>;

/** Fields of a row that say nothing about what is offered. */
const IGNORED = ['state', 'firstSeenAt', 'lastChangedAt', 'source', 'availability', 'comparable', 'risk', 'gpu', 'snapshots'];

/** An offer made whole. */
export interface OfferedPlan {
  readonly plan: AssessedPlan & { readonly guests: readonly string[] | null; readonly statedCapabilities: readonly StatedHere[] };
  /** Sentences of the provider's terms. */
  readonly terms: readonly SaidText[];
  /** Names of fields that were not read. */
  readonly unread: readonly string[];
}

interface StatedHere {
  readonly capability: Capability;
  readonly value: Exclude<CapabilityValue, 'unknown'>;
  readonly said: string;
}

/** Makes an offer whole: every field that is missing is unknown. */
export function offeredPlan(offered: Offered): OfferedPlan {
  const { technology, cpu, memory, storage, network } = offered;
  const tech = typeof technology === 'string' ? { value: technology } : technology;
  const evidence = tech && 'evidence' in tech ? (tech.evidence ?? []) : [];
  const provider = typeof offered.provider === 'string' ? { id: null, name: offered.provider } : offered.provider;
  const unread = Object.keys(offered).filter((key) => !Object.hasOwn(offeredSchema.shape, key) && !IGNORED.includes(key));
  const prices = [...(offered.prices ?? []), ...(offered.price ? [offered.price] : [])];
  const readable = prices.filter(({ termMonths, hourly }) => termMonths != null || hourly === true);
  if (readable.length < prices.length) unread.push('prices without a billing term');
  return {
    plan: {
      id: offered.id ?? null,
      name: offered.name ?? offered.planKey ?? null,
      provider: { id: provider?.id ?? '', name: provider?.name ?? '' },
      observedAt: offered.observedAt ?? null,
      productType: offered.productType ?? 'unknown',
      technology: {
        value: tech?.value ?? 'unknown',
        confidence:
          (tech && 'confidence' in tech ? tech.confidence : null) ?? (tech?.value && tech.value !== 'unknown' ? 'high' : 'none'),
        how: (tech && 'how' in tech ? tech.how : null) ?? (tech?.value && tech.value !== 'unknown' ? 'given' : 'unknown'),
        evidence: evidence.map(({ said: quote, url }) => ({ said: quote, url: url ?? null })),
      },
      cpu: {
        vcpu: cpu?.vcpu ?? null,
        resourceModel: cpu?.resourceModel ?? 'unknown',
        said: cpu?.said ?? null,
        baselinePct: cpu?.baselinePct ?? null,
        model: cpu?.model ?? null,
        architecture: cpu?.architecture ?? 'unknown',
        frequencyMhz: cpu?.frequencyMhz ?? null,
      },
      memory: {
        mib: memory?.mib ?? null,
        guaranteedMib: memory?.guaranteedMib ?? null,
        burstMib: memory?.burstMib ?? null,
        vswapMib: memory?.vswapMib ?? null,
        resourceModel: memory?.resourceModel ?? 'unknown',
      },
      storage: { gb: storage?.gb ?? null, type: storage?.type ?? 'unknown', raid: storage?.raid ?? null, disks: [] },
      network: {
        transferGb: network?.transferGb ?? null,
        unmetered: network?.unmetered ?? null,
        portMbps: network?.portMbps ?? null,
        ipv4: network?.ipv4 ?? null,
        hasIpv6: network?.hasIpv6 ?? null,
        ipv6: network?.ipv6 ?? null,
        ipv6Prefix: network?.ipv6Prefix ?? null,
        natIpv4: network?.natIpv4 ?? null,
        ddos: network?.ddos ?? null,
        overage: network?.overage ?? 'unknown',
      },
      guests: offered.guests ?? null,
      statedCapabilities: statedIn(offered.capabilities ?? {}),
      locations: (offered.locations ?? []).map(({ country }) => ({ country: country?.toUpperCase() ?? null })),
      prices: readable.map(priceOf),
      provenance: Object.fromEntries(
        Object.entries(offered.provenance ?? {}).map(([field, origin]) => [
          field,
          { how: origin.how ?? 'given', said: origin.said ?? null, url: origin.url ?? null },
        ]),
      ),
      words: [
        ...saidTexts(offered.words),
        ...saidTexts(offered.quotes),
        ...[offered.text, offered.description, offered.quote].flatMap((one) =>
          one ? [{ text: one, url: offered.url ?? null }] : [],
        ),
      ],
    },
    terms: saidTexts(offered.terms),
    unread,
  };
}

function priceOf(one: z.output<typeof price>): PriceJson {
  const money = (amount: string | number | null | undefined) => (amount == null ? null : String(amount));
  return {
    termMonths: one.termMonths ?? null,
    hourly: one.hourly ?? false,
    amount: String(one.amount),
    currency: one.currency.toUpperCase(),
    setupFee: money(one.setupFee),
    phase: one.phase ?? 'regular',
    renewal: money(one.renewal),
    taxIncluded: one.taxIncluded ?? null,
    promoCode: one.promoCode ?? null,
    expiresAt: null,
    how: 'given',
  };
}

function statedIn(given: Readonly<Record<string, CapabilityValue>>): StatedHere[] {
  return CAPABILITY_NAMES.flatMap((capability) => {
    const value = given[capability];
    return value === undefined || value === 'unknown'
      ? []
      : [{ capability, value, said: `capabilities.${capability} = ${value}` }];
  });
}

function saidTexts(given: z.output<typeof saids>): SaidText[] {
  const list = given == null ? [] : Array.isArray(given) ? given : [given];
  return list.flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [{ text: one, url: null }];
    const words = one.said ?? one.text ?? one.quote ?? '';
    return words.trim() === '' ? [] : [{ text: words, url: one.url ?? null }];
  });
}
