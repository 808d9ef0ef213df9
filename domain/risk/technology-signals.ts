/** Reasons from the technology. */
import type { RiskInput } from './assess-input.ts';
import { type Evidence, evidence } from './evidence.ts';

const CONTAINERS: Readonly<Record<string, { id: string; ln: number; name: string; doubt: string }>> = {
  openvz6: { id: 'TE-OVZ', ln: 0.6, name: 'OpenVZ 6', doubt: 'The provider may reserve it nevertheless.' },
  openvz7: { id: 'TE-OVZ', ln: 0.6, name: 'OpenVZ 7', doubt: 'The provider does not say that it changed this; it may have.' },
  openvz: { id: 'TE-OVZ', ln: 0.6, name: 'OpenVZ', doubt: 'The provider may reserve it nevertheless.' },
  lxc: { id: 'TE-LXC', ln: 0.4, name: 'LXC', doubt: 'The provider may keep enough memory free for everybody.' },
};
const VZ7_GUIDE = 'https://github.com/OpenVZ/vz-docs/blob/e97b2fd/virtuozzo_7_users_guide.asc';
const LXC_OPTIONS = 'https://github.com/lxc/incus/blob/be7afc5/doc/config_options.txt';

/** Everything that the technology gives. */
export function technologySignals(input: RiskInput): readonly Evidence[] {
  const { technology, natIpv4, memoryMib, resources } = input;
  const found: Evidence[] = [];
  const container = CONTAINERS[technology.value];
  const source = { quote: technology.said, url: technology.url };
  if (container && resources.memory.model !== 'dedicated') {
    const size = memoryMib === null ? 'the advertised memory' : `the advertised ${memoryMib} MiB of memory`;
    found.push(
      evidence({
        id: container.id,
        family: 'technology',
        ln: container.ln,
        value: technology.value,
        observation: `It runs on ${container.name}: ${size} is a limit.`,
        comparison:
          technology.value === 'openvz7' ? "The platform's default guarantee is 0 %." : 'A limit reserves nothing by itself.',
        meaning: 'Containers make it easy to promise the same memory several times.',
        doubt: container.doubt,
        source: { quote: technology.said, url: technology.value === 'lxc' ? LXC_OPTIONS : VZ7_GUIDE },
      }),
    );
  }
  if (technology.value.startsWith('xen')) {
    found.push(
      evidence({
        id: 'TE-XEN',
        family: 'technology',
        ln: -0.2,
        value: technology.value,
        observation: 'It runs on Xen.',
        comparison: 'Overcommitting memory is experimental there.',
        meaning: 'Memory is rarely oversold on Xen.',
        doubt: 'It says nothing about the CPU.',
        source,
      }),
    );
  }
  if (natIpv4 === true) {
    found.push(
      evidence({
        id: 'TE-NAT',
        family: 'technology',
        ln: 0.1,
        value: 'nat',
        observation: 'Its IPv4 address is shared by NAT.',
        meaning: 'Plans of this price class usually come without reservations.',
        doubt: 'The price class is no evidence by itself.',
        source: { quote: null, url: null },
      }),
    );
  }
  return found;
}
