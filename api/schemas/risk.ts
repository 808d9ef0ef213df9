/** Risk, market position and checks in the contract's JSON. */
import { z } from '@hono/zod-openapi';
import { offeredSchema } from '../../domain/check/offered-plan.ts';
import { HOWS, RESOURCE_MODELS } from '../../domain/plan.ts';
import { RISK_LEVELS } from '../../domain/risk/level.ts';
import { CAPABILITY_VALUES } from '../../domain/technologies/capability.ts';
import { CONFIDENCES } from '../../domain/technology.ts';
import { time } from './common.ts';

const evidence = z
  .strictObject({
    id: z.string().describe('Name of the signal'),
    family: z.string().describe('Family of signals; their sum is bounded'),
    direction: z.enum(['raises', 'lowers', 'neutral']).describe('What it does to the risk'),
    strength: z.enum(['weak', 'medium', 'strong']).describe('How much it says'),
    statement: z.string().describe('Observation, comparison, meaning, doubt'),
    value: z.union([z.string(), z.number()]).nullable().describe('What was observed'),
    comparison: z.string().nullable().describe('What it was compared with'),
    threshold: z.string().nullable().describe('From when on it counts'),
    source: z
      .strictObject({
        quote: z.string().nullable().describe('The words'),
        url: z.string().nullable().describe('Where they stand'),
      })
      .describe('What it rests on'),
    observedAt: z.string().nullable().describe('When that was seen; null: with the offer'),
    weight: z.number().describe('Natural log-odds that it adds, with age'),
    setAside: z.string().nullable().describe('Why it does not count; null: it does'),
  })
  .openapi('RiskEvidence');

const level = z
  .enum([...RISK_LEVELS, 'unknown'])
  .describe('unknown: too little is known. No percentage: the base rate is unknown');

const risk = {
  level,
  confidence: z.enum(CONFIDENCES).describe('How sure the level is'),
  summary: z.string().describe('In one sentence'),
  modelVersion: z.string().describe('Of the rules'),
  evidence: z.array(evidence).readonly().describe('The reasons, weightiest first'),
  families: z.record(z.string(), z.number()).describe('Bounded sums by family'),
  rules: z.array(z.string()).readonly().describe('Rules that moved the level'),
  wouldChange: z.array(z.string()).readonly().describe('What would make it surer, or another one'),
};

const nullableNumber = z.number().nullable();
const market = z
  .strictObject({
    n: z.int().describe('Peers'),
    percentile: nullableNumber.describe('Percent of the peers that are cheaper; null: unknown'),
    z: nullableNumber.describe('Robust z of the log price; null: unknown, or all peers cost the same'),
    zPerGbMemory: nullableNumber.describe('The same per GB of memory'),
    zPerVcpu: nullableNumber.describe('The same per vCPU'),
    zPerTb: nullableNumber.describe('The same per TB of disk'),
    perGbMemoryUsd: nullableNumber.describe('US dollars a month per GB of memory'),
    perVcpuUsd: nullableNumber.describe('US dollars a month per vCPU'),
    perTbUsd: nullableNumber.describe('US dollars a month per TB of disk'),
    group: z
      .strictObject({
        family: z.string().describe('Technology family'),
        dedicated: z.boolean().nullable().describe('Whether CPUs are dedicated; null: of any model'),
        regions: z.array(z.string()).readonly().nullable().describe('Continents; null: anywhere'),
        memoryFactor: nullableNumber.describe('Times that memory may differ by'),
        from: z.string().describe('First day'),
        to: z.string().describe('Last day'),
        widened: z.array(z.string()).readonly().describe('What was widened to find enough peers'),
      })
      .describe('Whom it was compared with'),
    reason: z.string().nullable().describe('Why there is no position'),
    summary: z.string().describe('In a sentence'),
  })
  .openapi('MarketPosition');

const known = {
  model: z.enum(RESOURCE_MODELS).describe('Whose the resource is'),
  how: z.enum(HOWS).describe('How that is known'),
  said: z.string().nullable().describe('The words'),
  url: z.string().nullable().describe('Where they stand'),
  rule: z.string().nullable().describe('Rule that read them'),
};
const mib = z.number().nullable();
const resourceModel = z
  .strictObject({
    cpu: z.strictObject({ ...known, baselinePct: nullableNumber.describe('Documented percent of each vCPU') }),
    memory: z.strictObject({
      ...known,
      guaranteedMib: mib.describe('Guaranteed memory'),
      burstMib: mib.describe('Burst memory'),
      vswapMib: mib.describe('vSwap'),
    }),
  })
  .openapi('ResourceModels');

/** The last assessment of an offer, with its reasons. */
export const offerRiskSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    ...risk,
    modelVersion: risk.modelVersion.nullable().describe('Of the rules; null: not assessed yet'),
    data: z.array(evidence).readonly().describe('The reasons, as in `evidence`'),
    market: market.nullable().describe('Place of the price among its peers; null: no price to compare'),
    resourceModel: resourceModel.nullable().describe('Whose CPU and memory are; null: not assessed yet'),
    assessedAt: time.nullable().describe('When; null: not yet'),
  })
  .openapi('OfferRisk');

/** What is checked: one of the three. */
export const checkRequestSchema = z
  .strictObject({
    text: z.string().trim().min(1).max(60_000).optional().describe('The words of an offer, a whole post too'),
    offer: offeredSchema.optional().openapi({ type: 'object' }).describe('A row, or as much of one as is known'),
    url: z.string().max(2000).optional().describe('Address of a known offer: the page that sells it, or ours'),
    benchmark: z.string().max(60_000).optional().describe('A benchmark report of a server of this plan'),
  })
  .openapi('CheckRequest');

/** The answer of a check. */
export const checkAnswerSchema = z
  .strictObject({
    offer: z.record(z.string(), z.unknown()).describe('What was read'),
    market: market.nullable().describe('Place of the price among its peers; null: no price to compare'),
    resourceModel,
    risk: z.strictObject(risk),
    capabilities: z
      .record(
        z.string(),
        z.strictObject({ value: z.enum(CAPABILITY_VALUES).describe('Whether'), why: z.string().nullable().describe('Why') }),
      )
      .describe('What can be done'),
    questions: z.array(z.string()).readonly().describe('What to ask the seller'),
    unread: z.array(z.string()).readonly().describe('What was not understood'),
  })
  .openapi('CheckAnswer');
