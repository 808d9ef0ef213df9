/** The answer to "is this any good?": what was read, what the market and the technology say, and what to ask the seller. */
import type { MarketPosition } from '../market/position.ts';
import { peersWords } from '../market/position.ts';
import type { PlanResources } from '../resource-model/resource-model.ts';
import type { Assessment } from '../risk/assess.ts';
import type { RiskEvidenceJson } from '../risk/risk-evidence-json.ts';
import { evidenceJson } from '../risk/risk-evidence-json.ts';
import type { PlanCapability } from '../technologies/capabilities-of.ts';
import { questionsFor } from './questions.ts';

/** Position in the market with a sentence. */
export type MarketJson = MarketPosition & { readonly summary: string };

/** The risk with all its reasons. */
export interface CheckedRisk {
  readonly level: Assessment['level'];
  readonly confidence: Assessment['confidence'];
  readonly summary: string;
  readonly modelVersion: string;
  readonly evidence: readonly RiskEvidenceJson[];
  readonly families: Readonly<Record<string, number>>;
  readonly rules: readonly string[];
  readonly wouldChange: readonly string[];
}

/** What can be done, with why. */
export interface CheckedCapability {
  readonly value: PlanCapability['value'];
  readonly why: string | null;
}

/** The whole answer; `offer` is what it is about, as it was read. */
export interface CheckAnswer<Offer> {
  readonly offer: Offer;
  readonly market: MarketJson | null;
  readonly resourceModel: PlanResources;
  readonly risk: CheckedRisk;
  readonly capabilities: Readonly<Record<string, CheckedCapability>>;
  readonly questions: readonly string[];
  readonly unread: readonly string[];
}

/** What an answer is put together from. */
export interface CheckParts<Offer> {
  readonly offer: Offer;
  readonly resources: PlanResources;
  readonly market: MarketPosition | null;
  readonly assessment: Assessment;
  readonly capabilities: readonly PlanCapability[];
  readonly facts: Parameters<typeof questionsFor>[0];
  readonly unread: readonly string[];
}

/** Puts the answer together. */
export function checkAnswer<Offer>(parts: CheckParts<Offer>): CheckAnswer<Offer> {
  const { offer, resources, market, assessment, capabilities, facts, unread } = parts;
  return {
    offer,
    market: market && { ...market, summary: marketWords(market) },
    resourceModel: resources,
    risk: riskJsonOf(assessment),
    capabilities: Object.fromEntries(
      capabilities.map(({ capability, value, stated, technology, note }) => {
        const why = stated ? `The offer says so: ${stated.said}` : (technology?.why ?? null);
        return [capability, { value, why: note === null ? why : `${why ?? ''} ${note}`.trim() }];
      }),
    ),
    questions: questionsFor(facts, resources),
    unread,
  };
}

/** The risk of an assessment as it is told. */
export function riskJsonOf({
  level,
  confidence,
  summary,
  modelVersion,
  evidence,
  families,
  rules,
  wouldChange,
}: Assessment): CheckedRisk {
  return { level, confidence, summary, modelVersion, evidence: evidence.map(evidenceJson), families, rules, wouldChange };
}

/** The position in a sentence. */
export function marketWords(market: MarketPosition): string {
  if (market.percentile === null)
    return `Its place in the market is not known: ${market.reason ?? 'it has no price to compare'}.`;
  const side =
    market.percentile <= 50
      ? `lower than ${Math.floor(100 - market.percentile)}`
      : `higher than ${Math.floor(market.percentile)}`;
  return `The price is ${side} % of ${peersWords(market)}.`;
}
