/** How likely less comes than is promised: the level with its reasons, their doubts, and what would change it. */
import type { RiskEvidenceJson } from '../../domain/risk/risk-evidence-json.ts';
import { CONFIDENCE_WORDS, RISK_NAMES } from '../words/names.ts';
import { escapedId, SafeLink, Said, Unknown } from '../words/parts.tsx';
import { minute } from '../words/time.ts';
import type { OfferView } from './answer.ts';
import { hostOf } from './origin.tsx';

/** The section; a row that nothing assessed yet says so. */
export function RiskSection({ view: { id, assessed } }: { readonly view: OfferView }) {
  return (
    <section aria-labelledby="risk-title">
      <h2 id="risk-title">Risk of overselling</h2>
      {assessed === null ? (
        <p>
          <Unknown words="Not assessed yet, or not at this price." />
        </p>
      ) : (
        <Assessed assessed={assessed} />
      )}
      <p class="muted">
        A risk is an inference from reasons, no verdict about the provider, and no percentage.{' '}
        <a href={`/v1/offers/${escapedId(id)}/risk`}>All of it as data</a>
      </p>
    </section>
  );
}

function Assessed({ assessed: { assessment, assessedAt } }: { readonly assessed: NonNullable<OfferView['assessed']> }) {
  const { level, confidence, evidence, rules, wouldChange, summary } = assessment.risk;
  return (
    <>
      <p class="big">
        {level === 'unknown' ? <Unknown words="Not known" /> : RISK_NAMES[level]} <small>{CONFIDENCE_WORDS[confidence]}</small>
      </p>
      <p>
        {summary} <small class="muted">Assessed {minute(assessedAt)}.</small>
      </p>
      {evidence.length > 0 && (
        <ul class="evidence reasons">
          {evidence.map((one) => (
            <Reason reason={one} />
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <ul class="evidence">
          {rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      )}
      {wouldChange.length > 0 && (
        <>
          <h3>What would change it</h3>
          <ul class="evidence">
            {wouldChange.map((what) => (
              <li>{what}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const DIRECTIONS = { raises: 'Raises it', lowers: 'Lowers it', neutral: 'Changes nothing' } as const;

function Reason({ reason }: { readonly reason: RiskEvidenceJson }) {
  const { direction, strength, statement, source, observedAt, setAside } = reason;
  const how = setAside === null && direction !== 'neutral' ? `, ${strength}` : '';
  return (
    <li>
      <b>
        {setAside === null ? DIRECTIONS[direction] : 'Not counted'}
        {how}:
      </b>{' '}
      <Said text={statement} />
      {setAside === null ? null : ` (${setAside})`}
      {source.url === null ? null : (
        <>
          {' '}
          <SafeLink url={source.url} words={hostOf(source.url)} />
        </>
      )}
      {observedAt === null ? null : <small class="muted"> {observedAt.slice(0, 10)}</small>}
    </li>
  );
}
