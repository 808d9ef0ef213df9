/** Reasons from the provider: its age, what it publishes, what people report with links. */
import type { ExperienceReport, RiskInput } from './assess-input.ts';
import { type Evidence, evidence } from './evidence.ts';

/** Reports count for so many months. */
const REPORT_MONTHS = 24;
/** One report more is expected for each so many catalogued offers: big providers collect more. */
const OFFERS_PER_EXPECTED_REPORT = 2000;

/** Everything that the provider gives. */
export function providerSignals(input: RiskInput): readonly Evidence[] {
  return [...age(input), ...openness(input), ...reports(input)];
}

function age({ provider: { ageYears, ageSource } }: RiskInput): Evidence[] {
  if (ageYears === null || (ageYears >= 1 && ageYears <= 5)) return [];
  const young = ageYears < 1;
  return [
    evidence({
      id: 'PR-AGE',
      family: 'provider',
      ln: young ? 0.4 : -0.3,
      value: ageYears,
      threshold: 'under 1 year, or over 5',
      observation: young ? 'The provider is less than a year old.' : `The provider has been there for ${ageYears} years.`,
      meaning: young ? 'Most that fail, fail early.' : 'Whoever lasted had customers who stayed.',
      doubt: 'Brands are renamed and sold.',
      source: { quote: ageSource?.text ?? null, url: ageSource?.url ?? null },
    }),
  ];
}

function openness({ provider: { openness: said } }: RiskInput): Evidence[] {
  if (said === null) return [];
  return [
    evidence({
      id: 'PR-OPEN',
      family: 'provider',
      ln: -0.6,
      value: 'published',
      observation: `The provider publishes how full its nodes are: "${said.text.slice(0, 140)}".`,
      meaning: 'Who says it can be held to it.',
      doubt: 'The page may be old.',
      source: { quote: said.text, url: said.url },
    }),
  ];
}

/** Reports of the last two years, one an author, and no more than the provider's size lets expect. */
export function countedReports(reports: readonly ExperienceReport[], now: string): readonly ExperienceReport[] {
  const since = monthsBefore(now, REPORT_MONTHS);
  const newestFirst = reports
    .filter(({ kind, date }) => kind !== 'praise' && date >= since && date <= now.slice(0, 10))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return newestFirst.filter((report, index) => newestFirst.findIndex(({ author }) => author === report.author) === index);
}

function reports({ reports: all, provider: { offers }, now }: RiskInput): Evidence[] {
  const counted = countedReports(all, now);
  const expected = Math.floor((offers ?? 0) / OFFERS_PER_EXPECTED_REPORT);
  const beyond = counted.length - expected;
  const newest = counted[0];
  if (beyond <= 0 || !newest) return [];
  const kinds = [...new Set(counted.map(({ kind }) => kind))].join(', ');
  return [
    evidence({
      id: 'PR-REPORTS',
      family: 'provider',
      ln: beyond >= 3 ? 0.9 : 0.4,
      value: counted.length,
      threshold: '1 or 2, and 3 or more for more weight',
      observation: `${counted.length} ${counted.length === 1 ? 'person reports' : 'people report'} trouble (${kinds}) in the last 24 months.`,
      comparison: expected > 0 ? `A provider of its size is expected to have ${expected}.` : null,
      meaning: 'What several people meet independently is likely to be met again.',
      doubt: 'People report when they are angry; one of them says little.',
      source: { quote: newest.words, url: newest.url },
      observedAt: newest.date,
    }),
  ];
}

/** A day some months before an ISO time. */
export function monthsBefore(now: string, months: number): string {
  const [year = 0, month = 1] = now.split('-').map(Number);
  const since = year * 12 + (month - 1) - months;
  return `${String(Math.floor(since / 12)).padStart(4, '0')}-${String((since % 12) + 1).padStart(2, '0')}-${now.slice(8, 10)}`;
}
