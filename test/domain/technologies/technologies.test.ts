/** The matrix of technologies: complete, with a basis for every sentence, and the offer's own word before it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilitiesOf, capabilityValues } from '../../../domain/technologies/capabilities-of.ts';
import { CAPABILITY_NAMES, type Capability } from '../../../domain/technologies/capability.ts';
import type { Basis } from '../../../domain/technologies/knowledge.ts';
import { answerNeeds } from '../../../domain/technologies/needs.ts';
import { REFERENCES } from '../../../domain/technologies/references.ts';
import { readStatedCapabilities } from '../../../domain/technologies/stated-words.ts';
import { KNOWLEDGE } from '../../../domain/technologies/technologies.ts';
import { TECHNOLOGIES } from '../../../domain/technology.ts';

const plan = (value: (typeof TECHNOLOGIES)[number], more: object = {}) => ({
  technology: { value, confidence: 'high' as const, how: 'stated' as const, evidence: [] },
  guests: null,
  network: { natIpv4: null },
  ...more,
});

describe('the knowledge', () => {
  it('covers every technology and every capability', () => {
    expect(Object.keys(KNOWLEDGE).toSorted()).toEqual(TECHNOLOGIES.filter((one) => one !== 'unknown').toSorted());
    for (const { capabilities } of Object.values(KNOWLEDGE))
      expect(Object.keys(capabilities).toSorted()).toEqual(CAPABILITY_NAMES.toSorted());
  });

  it('has a dated source or says that it is general knowledge, for every sentence', () => {
    const bases: Basis[] = [];
    JSON.stringify(KNOWLEDGE, (key, value) => {
      if (key === 'basis') bases.push(value);
      return value;
    });
    expect(bases.length).toBeGreaterThan(400);
    for (const { kind, sources, asOf } of bases) {
      expect([kind, asOf]).toEqual(sources.length > 0 ? ['source', '2026-11-22'] : ['general-knowledge', null]);
      for (const source of sources) expect(REFERENCES).toHaveProperty([source]);
    }
  });

  it.each([
    ['openvz6', 'docker', 'no'],
    ['openvz6', 'nftables', 'no'],
    ['openvz7', 'docker', 'provider-dependent'],
    ['openvz', 'docker', 'unknown'],
    ['lxc', 'own-kernel', 'no'],
    ['lxc', 'docker', 'provider-dependent'],
    ['xen-pv', 'windows', 'no'],
    ['xen-hvm', 'windows', 'yes'],
    ['xen', 'windows', 'unknown'],
    ['kvm', 'docker', 'yes'],
    ['kvm', 'custom-iso', 'provider-dependent'],
    ['kvm', 'nested-virtualization', 'provider-dependent'],
    ['bhyve', 'nested-virtualization', 'no'],
    ['firecracker', 'windows', 'no'],
    ['firecracker', 'own-kernel', 'provider-dependent'],
  ] as const)('%s: %s is %s', (technology, capability, value) => {
    expect(KNOWLEDGE[technology].capabilities[capability].value).toBe(value);
  });
});

describe('capabilities of a plan', () => {
  it('are all unknown where the technology is', () => {
    expect(new Set(Object.values(capabilityValues(plan('unknown'))))).toEqual(new Set(['unknown']));
  });

  it('take its own statement, and keep what the technology says', () => {
    const stated = [{ capability: 'docker', value: 'yes', said: 'Docker: yes' }] as const;
    const docker = capabilitiesOf(plan('openvz6', { statedCapabilities: stated })).find(
      ({ capability }) => capability === 'docker',
    );
    expect(docker).toMatchObject({ value: 'yes', stated: stated[0], technology: { value: 'no' } });
  });

  it('take named guests for statements, and silence about them for nothing', () => {
    expect(capabilityValues(plan('unknown', { guests: ['linux', 'windows'] }))).toMatchObject({
      windows: 'yes',
      linux: 'yes',
      bsd: 'unknown',
    });
  });

  it('say what NAT changes', () => {
    const noted = capabilitiesOf(plan('lxc', { network: { natIpv4: true } })).filter(({ note }) => note !== null);
    expect(noted.map(({ capability }) => capability)).toEqual(['docker', 'wireguard']);
  });

  it('agree between the long form and the short one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TECHNOLOGIES), fc.subarray(['linux', 'windows', 'freebsd']), (technology, guests) => {
        const made = plan(technology, { guests });
        expect(Object.fromEntries(capabilitiesOf(made).map(({ capability, value }) => [capability, value]))).toEqual(
          capabilityValues(made),
        );
      }),
    );
  });
});

describe('needs', () => {
  it('are served, depend or cannot be met, each with a sentence', () => {
    const answers = answerNeeds(['docker', 'windows', 'custom-iso']);
    const verdict = (id: string) => answers.find(({ technology }) => technology === id)?.verdict;
    expect([verdict('kvm'), verdict('openvz6'), verdict('lxc'), verdict('xen')]).toEqual([
      'depends',
      'cannot',
      'cannot',
      'unknown',
    ]);
    for (const { why } of answers) expect(why).toMatch(/^\w.{20,}\.$/s);
  });

  it('are never served where one of them is not a yes', () => {
    fc.assert(
      fc.property(fc.subarray(CAPABILITY_NAMES as Capability[], { minLength: 1 }), (needs) => {
        for (const { verdict, needs: told } of answerNeeds(needs)) {
          expect(verdict === 'serves').toBe(told.every(({ value }) => value === 'yes'));
          expect(verdict === 'cannot').toBe(told.some(({ value }) => value === 'no'));
        }
      }),
    );
  });
});

describe('statements in words', () => {
  it.each([
    ['Docker: yes', 'docker', 'yes'],
    ['Docker supported', 'docker', 'yes'],
    ['TUN/TAP on request', 'tun', 'provider-dependent'],
    ['TUN/TAP', 'tun', 'yes'],
    ['Custom ISO', 'custom-iso', 'yes'],
    ['No nested virtualization', 'nested-virtualization', 'no'],
    ['Windows is not supported', 'windows', 'no'],
  ])('%s', (text, capability, value) => {
    expect(readStatedCapabilities(text)).toEqual([{ capability, value, said: text }]);
  });

  it.each(['Windows', 'Our engineers love Docker containers and build with them every day', 'refuse', 'KVM VPS'])(
    'nothing: %s',
    (text) => expect(readStatedCapabilities(text)).toEqual([]),
  );
});
