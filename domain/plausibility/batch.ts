/** What the plausibility gate is given and what it answers. Only what is judged is asked for: stock and names are not. */
import type { Finding } from '../listing.ts';
import type { Place, PlanOffers } from '../offer.ts';
import type { PlanSpec } from '../plan.ts';

/** The sizes by which a plan is the same machine as before. */
export interface JudgedSpec {
  readonly cpu: Pick<PlanSpec['cpu'], 'vcpu'>;
  readonly memory: Pick<PlanSpec['memory'], 'mib'>;
  readonly storage: Pick<PlanSpec['storage'], 'gb'>;
}

/** One location of a plan with its prices. */
export type JudgedPlace = Pick<Place, 'offerId' | 'prices'>;

/** A plan as far as it is judged; every `PlanOffers` is one. */
export interface JudgedPlan extends Pick<PlanOffers, 'planId'> {
  readonly spec: JudgedSpec;
  readonly places: readonly JudgedPlace[];
}

/**
 * What a batch is compared with. `published`: exactly what the last published batch held, in the locations that this batch
 * speaks for. Offers that the published batch had itself missed do not belong here, or a loss that was released or read twice
 * would be held again with every run. `bundled`: the catalogue that came with the software, which can be years old. `none`:
 * the first batch of a source.
 */
export type Baseline =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'published';
      readonly plans: readonly JudgedPlan[];
      /** Listings that the published run rejected; null where nobody counted. */
      readonly rejections: number | null;
    }
  | {
      readonly kind: 'bundled';
      readonly plans: readonly JudgedPlan[];
      /** Days between the recording and the batch. */
      readonly ageDays: number;
    };

/** A batch before publication. */
export interface BatchToJudge {
  readonly next: readonly JudgedPlan[];
  /** Listings of this run that did not become plans. */
  readonly rejections: number;
  /** Whether the pages held the whole catalogue by their own count. */
  readonly complete: boolean;
  readonly baseline: Baseline;
  /** `judgedHash` of this batch. */
  readonly batchHash: string;
  /** `judgedHash` of the batch that the latest run before this one left in quarantine; null where it left none. */
  readonly heldHash: string | null;
}

/** `publish`, or `quarantine`: the last good batch stays. Findings are sorted, the gravest first. */
export interface Judgement {
  readonly verdict: 'publish' | 'quarantine';
  readonly findings: readonly Finding[];
}
