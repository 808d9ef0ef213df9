/** What can be done on an offer, and why not. */

import { capabilitiesOf, type PlanCapability } from '../../domain/technologies/capabilities-of.ts';
import { CAPABILITIES } from '../../domain/technologies/capability.ts';
import { Said, Unknown } from '../words/parts.tsx';
import type { OfferView } from './answer.ts';

/** What cannot be done and what the provider decides, each with its reason; what can be done, in one sentence. */
export function CapabilitySection({ view: { stored } }: { readonly view: OfferView }) {
  const all = capabilitiesOf(stored);
  const of = (value: PlanCapability['value']) => all.filter((one) => one.value === value);
  const unknown = of('unknown');
  return (
    <section aria-labelledby="capabilities-title">
      <h2 id="capabilities-title">What it can do</h2>
      {unknown.length === all.length ? (
        <p>
          <Unknown words="Not known: nobody names the technology." />
        </p>
      ) : (
        <>
          <InWords title="Possible" of={of('yes')} />
          <WithReasons title="The provider decides" of={of('provider-dependent')} />
          <WithReasons title="Not possible" of={of('no')} />
          <InWords title="Not known" of={unknown} />
        </>
      )}
    </section>
  );
}

interface Group {
  readonly title: string;
  readonly of: readonly PlanCapability[];
}

function InWords({ title, of }: Group) {
  if (of.length === 0) return null;
  return (
    <p>
      <b>{title}:</b> {of.map(({ capability }) => CAPABILITIES[capability]).join('; ')}.
    </p>
  );
}

function WithReasons({ title, of }: Group) {
  if (of.length === 0) return null;
  return (
    <>
      <p>
        <b>{title}:</b>
      </p>
      <ul class="evidence">
        {of.map((one) => (
          <li>
            {CAPABILITIES[one.capability]}: <Why of={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Why({ of: { stated, technology, note } }: { readonly of: PlanCapability }) {
  return (
    <>
      {stated === null ? (
        (technology?.why ?? '')
      ) : (
        <>
          the offer says so: <q>{<Said text={stated.said} />}</q>
        </>
      )}
      {note === null ? '' : ` ${note}`}
    </>
  );
}
