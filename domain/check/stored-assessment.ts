import type { MarketPosition } from '../market/position.ts';
import type { PlanResources } from '../resource-model/resource-model.ts';
import type { CheckedRisk } from './check-answer.ts';

/** An assessment as it is kept: the risk with its reasons, the position in the market and the resource model it was made from. */
export interface StoredAssessment {
  readonly risk: CheckedRisk;
  readonly market: MarketPosition | null;
  readonly resourceModel: PlanResources;
}
