/** The answer of a check as a person reads it on a terminal. Pure. */
import type { CheckAnswer } from '../domain/check/check-answer.ts';
import { type Offered, offeredSchema } from '../domain/check/offered-plan.ts';
import { writeGb, writeMemory, writeRate } from '../domain/filter/sizes.ts';
import type { CapabilityValue } from '../domain/technologies/capability.ts';
import { RESOURCE_MODEL_NAMES, TECHNOLOGY_NAMES } from '../web/words/names.ts';

const CAPABILITY_HEADS: readonly (readonly [CapabilityValue, string])[] = [
  ['yes', 'Works'],
  ['provider-dependent', 'Depends on the seller'],
  ['no', 'Cannot work'],
  ['unknown', 'Not known'],
];
const ARROWS = { raises: '+', lowers: '-', neutral: '=' } as const;

/** The whole answer, with a line's end behind each line. */
export function checkInWords(answer: CheckAnswer<unknown>): string {
  const offer = offeredSchema.parse(answer.offer);
  const { market, resourceModel, risk, capabilities, questions, unread } = answer;
  const sections: (readonly [string, readonly string[]])[] = [
    ['What was read', offerLines(offer)],
    ['Whose the resources are', [modelLine('CPU', resourceModel.cpu), modelLine('Memory', resourceModel.memory)]],
    [
      `Risk of getting less than you expect: ${risk.level} (confidence: ${risk.confidence})`,
      [risk.summary, ...risk.evidence.filter(({ setAside }) => setAside === null).map(evidenceLine)],
    ],
    ['Would change this', risk.wouldChange.map(listed)],
    ['Price', market ? [market.summary] : ['There is no price to compare.']],
    ['What you can run', capabilityLines(capabilities)],
    ['Ask the seller', questions.map(listed)],
    ['Not read', unread.map(listed)],
  ];
  return sections
    .flatMap(([head, lines]) => (lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`), '']))
    .join('\n');
}

const listed = (words: string) => `- ${words}`;

function offerLines(offer: Offered): string[] {
  const { cpu, memory, storage, network } = offer;
  const technology = typeof offer.technology === 'string' ? { value: offer.technology } : offer.technology;
  const said = technology && 'evidence' in technology ? technology.evidence?.[0]?.said : undefined;
  const known = (value: number | null | undefined, words: (value: number) => string) =>
    value === null || value === undefined ? [] : [words(value)];
  const specs = [
    ...known(cpu?.vcpu, (count) => `${count} vCPU`),
    ...known(memory?.mib, (mib) => `${writeMemory(mib)} memory`),
    ...known(memory?.burstMib, (mib) => `${writeMemory(mib)} burst`),
    ...known(memory?.vswapMib, (mib) => `${writeMemory(mib)} vSwap`),
    ...known(storage?.gb, (gb) => `${writeGb(gb)}${storage?.type && storage.type !== 'unknown' ? ` ${storage.type}` : ' disk'}`),
    ...(network?.unmetered ? ['unmetered traffic'] : known(network?.transferGb, (gb) => `${writeGb(gb)} transfer`)),
    ...known(network?.portMbps, (mbps) => `${writeRate(mbps)} port`),
    ...known(network?.ipv4, (count) => (network?.natIpv4 ? 'NAT IPv4' : `${count} IPv4`)),
  ];
  const prices = offer.prices ?? (offer.price ? [offer.price] : []);
  return [
    offer.name ?? 'A plan without a name',
    `${TECHNOLOGY_NAMES[technology?.value ?? 'unknown']}${said ? `, from "${said}"` : ''}`,
    specs.length > 0 ? specs.join(', ') : 'no sizes',
    ...prices.map(
      ({ amount, currency, termMonths, hourly, phase }) =>
        `${amount} ${currency} ${hourly ? 'an hour' : termMonths ? `for ${termMonths} month${termMonths === 1 ? '' : 's'}` : '(for how long is not stated)'}${phase === 'introductory' ? ', first term only' : ''}`,
    ),
  ];
}

function modelLine(
  what: string,
  {
    model,
    said,
    url,
  }: { readonly model: keyof typeof RESOURCE_MODEL_NAMES; readonly said: string | null; readonly url: string | null },
): string {
  return `${what}: ${RESOURCE_MODEL_NAMES[model]}${said === null ? '' : `, from "${said}"`}${url === null ? '' : ` (${url})`}`;
}

function evidenceLine({ direction, statement, source }: CheckAnswer<unknown>['risk']['evidence'][number]): string {
  return `${ARROWS[direction]} ${statement}${source.url === null ? '' : ` (${source.url})`}`;
}

function capabilityLines(capabilities: CheckAnswer<unknown>['capabilities']): string[] {
  return CAPABILITY_HEADS.flatMap(([value, head]) => {
    const names = Object.entries(capabilities).flatMap(([name, one]) => (one.value === value ? [name] : []));
    return names.length === 0 ? [] : [`${head}: ${names.join(', ')}`];
  });
}
