/** Knowledge about technologies as JSON: ids of documents become the documents. */
import type { PlanCapability } from '../../domain/technologies/capabilities-of.ts';
import { CAPABILITIES, CAPABILITY_NAMES, type Capability } from '../../domain/technologies/capability.ts';
import type { Basis, Cell, Statement, TechnologyKnowledge } from '../../domain/technologies/knowledge.ts';
import { NAT } from '../../domain/technologies/nat.ts';
import { answerNeeds, type NeedAnswer, type NeedVerdict } from '../../domain/technologies/needs.ts';
import { REFERENCES, type Reference } from '../../domain/technologies/references.ts';

/** One technology. */
export function presentTechnology(known: TechnologyKnowledge) {
  const { overselling, ballooning, detection } = known;
  return {
    ...known,
    summary: presentStatement(known.summary),
    kernel: presentStatement(known.kernel),
    endOfLife: known.endOfLife.map((end) => ({ ...end, basis: presentBasis(end.basis) })),
    guests: presentStatement(known.guests),
    overhead: presentStatement(known.overhead),
    whyProvidersChooseIt: presentStatement(known.whyProvidersChooseIt),
    capabilities: CAPABILITY_NAMES.map((capability) => ({
      capability,
      means: CAPABILITIES[capability],
      ...presentCell(known.capabilities[capability]),
    })),
    overselling: {
      memory: presentStatement(overselling.memory),
      cpu: presentStatement(overselling.cpu),
      disk: presentStatement(overselling.disk),
      usualDefault: presentStatement(overselling.usualDefault),
    },
    ballooning: { device: ballooning.device, limit: presentStatement(ballooning.limit) },
    detection: {
      systemdDetectVirt: detection.systemdDetectVirt,
      marks: detection.marks.map(presentStatement),
      pitfalls: detection.pitfalls.map(presentStatement),
    },
  };
}

/** NAT, which goes with any technology. */
export function presentNat() {
  const { id, name, summary, notes, overselling } = NAT;
  return {
    id,
    name,
    summary: presentStatement(summary),
    notes: { docker: presentStatement(notes.docker), wireguard: presentStatement(notes.wireguard) },
    overselling: presentStatement(overselling),
  };
}

/** Which technologies serve some needs. */
export function presentNeeds(need: readonly Capability[]) {
  const answers = answerNeeds(need);
  const those = (verdict: NeedVerdict) => answers.filter((answer) => answer.verdict === verdict).map(presentAnswer);
  return { need, serves: those('serves'), depends: those('depends'), cannot: those('cannot'), unknown: those('unknown') };
}

/** What can be done on a plan. */
export function presentCapability({ capability, value, stated, technology, note }: PlanCapability) {
  return {
    capability,
    means: CAPABILITIES[capability],
    value,
    stated: stated && { value: stated.value, said: stated.said },
    technology: technology && presentCell(technology),
    note,
  };
}

function presentAnswer({ needs, ...answer }: NeedAnswer) {
  return { ...answer, needs: needs.map(({ capability, ...cell }) => ({ capability, ...presentCell(cell) })) };
}

function presentCell({ value, why, basis }: Cell) {
  return { value, why, basis: presentBasis(basis) };
}

function presentStatement({ text, basis }: Statement) {
  return { text, basis: presentBasis(basis) };
}

function presentBasis({ kind, asOf, sources }: Basis) {
  return { kind, asOf, sources: sources.map((id): Reference => REFERENCES[id]) };
}
