/** Checks what somebody hands in, a text or an offer in JSON, by what is known around it. No I/O: the command line uses it too. */
import type { FoundRow } from '../../db/queries/offer-by-id.ts';
import { storedRow } from '../../db/queries/stored-row.ts';
import { type Checked, checkPlan } from '../../domain/check/check-offer.ts';
import { type Offered, offeredPlan } from '../../domain/check/offered-plan.ts';
import { assessedRow, riskShown } from '../../domain/check/stored-plan.ts';
import { DEFAULT_HORIZON_MONTHS } from '../../domain/comparable.ts';
import type { PlanOffers } from '../../domain/offer.ts';
import { presentRow } from '../../domain/present-row.ts';
import type { Provider } from '../../domain/provider-facts.ts';
import type { Surroundings } from '../../domain/risk/input-of.ts';
import { providerNamed, providerSurroundings } from '../../domain/risk/provider-surroundings.ts';
import { rowsOf } from '../../domain/row.ts';
import { rowState } from '../../domain/row-state.ts';
import type { StoredRow } from '../../domain/stored-row.ts';
import { checkedText } from '../../scrapers/text/checked-text.ts';

/** What is known around everything that is checked. */
export interface CheckSurroundings extends Omit<Surroundings, 'terms' | 'provider' | 'reports' | 'referenceOf'> {
  readonly providers: readonly Provider[];
  readonly reportsOf: (providerId: string) => Surroundings['reports'];
  /** What chips reach elsewhere than at a provider; null: everywhere. */
  readonly referencesOf: (except: string | null) => Surroundings['referenceOf'];
}

/** Checks an offer in the shape of a row, or a part of one. */
export function checkOffered(offered: Offered, around: CheckSurroundings): Checked<Offered> {
  const { plan, terms, unread } = offeredPlan(offered);
  const known = knownOf(plan.provider, around);
  return checkPlan(plan, offered, unread, { ...around, ...known, terms: [...terms, ...known.terms] });
}

/** Checks the plan that a text offers; `offer` is the row that was read. */
export function checkText(text: string, around: CheckSurroundings): Checked<unknown> {
  const { plan, words, unread } = checkedText(text);
  const stored = rowOf(plan, around.now);
  const offer = {
    ...presentRow(stored, { ...asked(around), observedAt: around.now, state: 'recorded', provenance: true }),
    id: null,
    source: null,
    observedAt: null,
    firstSeenAt: null,
    lastChangedAt: null,
  };
  const assessed = { ...assessedRow(stored), id: null, observedAt: null, words: [{ text: words, url: null }] };
  const { answer, assessment } = checkPlan(assessed, offer, unread, { ...around, ...knownOf({ id: '', name: '' }, around) });
  return { answer: { ...answer, offer: { ...offer, risk: riskShown(assessment) } }, assessment };
}

function knownOf(provider: { id: string; name: string }, { providers, reportsOf, referencesOf, now }: CheckSurroundings) {
  const known = providerNamed(providers, provider);
  const reports = known === null ? [] : reportsOf(known.id);
  const referenceOf = referencesOf(known?.id ?? (provider.id === '' ? null : provider.id));
  return { ...providerSurroundings(known, Number(now.slice(0, 4)), null), reports, referenceOf };
}

function rowOf(plan: PlanOffers, now: string): StoredRow {
  const { places, ...rest } = plan;
  const published = { ...rest, observation: 'recorded' as const, firstSeenAt: now, lastChangedAt: now };
  const seen = { firstSeenAt: now, lastSeenAt: now, missedRuns: 0, withdrawn: false };
  const [row] = rowsOf(
    published,
    places.map((place) => ({ ...place, ...seen })),
  );
  if (!row) throw new Error('a plan without a row');
  const nobody = { id: 'text', name: 'text', country: null, website: null };
  return storedRow(row, nobody, { id: 'text', kind: 'post', url: '' }, {});
}

/** Checks a published row. */
export function checkStored(found: FoundRow, around: CheckSurroundings): Checked<unknown> {
  const { stored, observedAt } = found;
  const offer = presentRow(stored, { ...asked(around), observedAt, state: rowState(found, around.now), provenance: true });
  const { answer, assessment } = checkPlan({ ...assessedRow(stored), id: stored.id, observedAt }, offer, [], {
    ...around,
    ...knownOf(stored.provider, around),
  });
  return { answer: { ...answer, offer: { ...offer, risk: riskShown(assessment) } }, assessment };
}

function asked({ rates }: CheckSurroundings) {
  return { horizonMonths: DEFAULT_HORIZON_MONTHS, termMonths: null, currency: 'USD', rates } as const;
}
