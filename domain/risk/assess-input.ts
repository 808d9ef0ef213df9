/** Everything that an assessment looks at. Unknown facts are null: silence is no evidence. */
import type { ReferenceOf } from '../benchmark/reference.ts';
import type { MarketPosition } from '../market/position.ts';
import type { StorageType } from '../plan.ts';
import type { PlanResources } from '../resource-model/resource-model.ts';
import type { Technology } from '../technology.ts';
import type { CostFloor } from './cost-floor.ts';
import type { Measured } from './measured.ts';
import type { ReportKind } from './report-kinds.ts';

/** A text with where it stands. */
export interface SaidText {
  readonly text: string;
  readonly url: string | null;
}

/** What somebody reported about a provider, reviewed. */
export interface ExperienceReport {
  readonly kind: ReportKind;
  /** ISO date of the experience. */
  readonly date: string;
  /** Hash of who says so. */
  readonly author: string;
  readonly url: string | null;
  /** Our words. */
  readonly words: string;
}

/** What an assessment is made from. */
export interface RiskInput {
  readonly technology: { readonly value: Technology; readonly said: string | null; readonly url: string | null };
  readonly natIpv4: boolean | null;
  readonly resources: PlanResources;
  readonly vcpu: number | null;
  readonly memoryMib: number | null;
  readonly storageGb: number | null;
  readonly storageType: StorageType;
  /** Plans sold for their storage are judged by another measure. */
  readonly storagePlan: boolean;
  readonly unmetered: boolean | null;
  readonly portMbps: number | null;
  /** The longest and the shortest term it is sold for, in months. */
  readonly shortestTermMonths: number | null;
  /** Regular price a month in US dollars, set-up fee spread over the term; null: no price, or no rate. */
  readonly perMonthUsd: number | null;
  readonly market: MarketPosition | null;
  readonly floor: CostFloor | null;
  /** The plan's own words. */
  readonly words: readonly SaidText[];
  /** The provider's catalogued terms. */
  readonly terms: readonly SaidText[];
  readonly provider: {
    /** Whole years since it was founded or first seen; null: not known. */
    readonly ageYears: number | null;
    readonly ageSource: SaidText | null;
    /** What it publishes about density, steal or guaranteed shares. */
    readonly openness: SaidText | null;
    /** How many offers of it are catalogued; big providers collect more reports. */
    readonly offers: number | null;
  };
  readonly reports: readonly ExperienceReport[];
  readonly measurements: readonly Measured[];
  readonly referenceOf: ReferenceOf;
  /** When price and words were observed; ISO time. */
  readonly observedAt: string | null;
  /** ISO time. */
  readonly now: string;
}
