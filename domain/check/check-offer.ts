/** Checks one offer that somebody hands in, by what is known around it. Pure: the same offer and surroundings, the same answer. */
import { type Assessment, assess } from '../risk/assess.ts';
import { type AssessedPlan, assessable, type Surroundings } from '../risk/input-of.ts';
import type { Measured } from '../risk/measured.ts';
import { capabilitiesOf } from '../technologies/capabilities-of.ts';
import { readStatedCapabilities } from '../technologies/stated-words.ts';
import { utcTime } from '../utc-time.ts';
import { type CheckAnswer, checkAnswer } from './check-answer.ts';
import type { OfferedPlan } from './offered-plan.ts';

/** A plan with what capabilities are read from. */
export type CheckedPlan = AssessedPlan &
  Pick<OfferedPlan['plan'], 'guests'> &
  Partial<Pick<OfferedPlan['plan'], 'statedCapabilities'>>;

/** The answer, and the assessment behind it. */
export interface Checked<Offer> {
  readonly answer: CheckAnswer<Offer>;
  readonly assessment: Assessment;
}

/**
 * The day from which the age of reasons is counted: that of the newest thing handed in, so that an old offer with its own old
 * benchmark is judged as it was then; today where nothing has a date. The price of an offer without a date is a price of today.
 */
export function asOf(plan: Pick<AssessedPlan, 'observedAt'>, measurements: readonly Measured[], now: string): string {
  const dated = [plan.observedAt, ...measurements.map(({ ranAt }) => ranAt)].flatMap((time) =>
    time === null ? [] : (utcTime(time) ?? []),
  );
  const newest = dated.toSorted().at(-1);
  return newest === undefined || newest > now ? now : newest;
}

/** Checks a plan; `offer` is how it is shown, `unread` what was not understood of it. */
export function checkPlan<Offer>(
  plan: CheckedPlan,
  offer: Offer,
  unread: readonly string[],
  around: Surroundings,
): Checked<Offer> {
  const { input, resources, market } = assessable(plan, around);
  const assessment = assess({ ...input, now: asOf(plan, around.measurements, around.now) });
  const own = plan.statedCapabilities ?? [];
  const inWords = readStatedCapabilities(plan.words.map(({ text }) => text).join('\n'));
  const statedCapabilities = [...own, ...inWords.filter(({ capability }) => !own.some((one) => one.capability === capability))];
  const capabilities = capabilitiesOf({ ...plan, statedCapabilities });
  const introductory = plan.prices.filter(({ phase }) => phase === 'introductory');
  const facts = {
    ...plan,
    hasPrice: plan.prices.length > 0,
    introductoryWithoutRenewal:
      introductory.length > 0 &&
      introductory.some(({ renewal }) => renewal === null) &&
      !plan.prices.some(({ phase }) => phase === 'regular'),
  };
  return { answer: checkAnswer({ offer, resources, market, assessment, capabilities, facts, unread }), assessment };
}
