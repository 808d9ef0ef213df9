/** What sellers' words about CPU and memory mean, and what they do not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCpuWords } from '../../../domain/resource-model/cpu-words.ts';
import { fairUseLimits } from '../../../domain/resource-model/fair-use.ts';
import { readMemoryWords } from '../../../domain/resource-model/memory-words.ts';

const cpu = (text: string) => {
  const read = readCpuWords(text);
  return read && [read.model, read.baselinePct];
};

describe('readCpuWords', () => {
  it.each([
    '4 Dedicated CPUs',
    '1 Dedicated Core AMD EPYC 7551P',
    '2 dedicated AMD EPYC cores, 8 GB RAM',
    'Dedicated CPU Droplets have guaranteed access to the full hyperthread at all times.',
    'Because the vCPU cores are not shared, no other Compute Instances can utilize them.',
    'Instances with dedicated vCPU do not share their compute resources with other Instances (1 vCPU = 1 CPU thread dedicated to that Instance).',
    'Every dedicated vCPU instance has its own dedicated CPU resources (1 vCPU = 1 hyper-thread)',
    'CPU: 4 cores (dedicated)',
    '4 vCores, pinned cores, NVMe',
  ])('takes for dedicated: %s', (text) => expect(cpu(text)).toEqual(['dedicated', null]));

  it.each([
    'With shared CPU Droplets, the hyperthread allocated to the Droplet may be shared between multiple other Droplets.',
    'Your processes are scheduled on the same CPU cores as processes from other Compute Instances.',
    'Shared vCPUs',
    'vCPU: 2 (shared)',
    '1 EPYC vCPU (fair-share)',
    'vCPU dedicated within VM, but physically distributed',
    'you should maintain under a 75% average CPU usage on virtual private servers',
    'Using more than 20% of node CPU for more than 90 seconds is not allowed',
  ])('takes for shared: %s', (text) => expect(cpu(text)).toEqual(['shared', null]));

  it.each([
    ['earns 6 credits per hour, resulting in a baseline utilization of 5%', 'burst', 5],
    ['Guaranteed 25% of its 4 vCPU', 'burst', 25],
    ['burstable vCPU', 'burst', null],
    ['CPU: 1 Core limited to 25% usage', 'capped', 25],
    ['0.5 vCPU', 'capped', 50],
    ['half a core', 'capped', 50],
  ])('%s is %s at %s %%', (text, model, pct) => expect(cpu(text)).toEqual([model, pct]));

  it.each([
    'Dedicated Resources: Yes',
    '100% dedicated resources',
    '1 Dedicated IPv4',
    '2 vCPU Dedicated IPv4 included',
    'VDS with 4 vCPU',
    'Dedicated servers from 30 EUR',
    'Shared hosting and dedicated support, 2 vCPU',
    '2 vCPU, 1 Gbit burstable port',
    'Choose between shared vCPU and dedicated vCPU',
    'non-dedicated cores',
    'Upgrade: dedicated cores available on request',
    '2 vCPU\n4 GB RAM\n99.9% uptime over a month',
    '8-core VPS',
  ])('says nothing of: %s', (text) => expect(cpu(text)).toBeNull());

  it('does not decide between opposite sentences', () => {
    expect(cpu('2 dedicated vCPU\nThe cores are shared.')).toBeNull();
  });

  it('quotes the sentence and names the rule', () => {
    expect(readCpuWords('KVM\n4 Dedicated CPUs\n8 GB')).toEqual({
      model: 'dedicated',
      said: '4 Dedicated CPUs',
      rule: 'dedicated-cores',
      baselinePct: null,
    });
  });

  it('reads any text in bounded time', () => {
    const words = fc.constantFrom(
      'dedicated ',
      'cpu ',
      'shared ',
      '20% ',
      'cores ',
      '. ',
      '\n',
      'a',
      ' ',
      'for more than ',
      'is ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 3000 }), (parts) => {
        const read = readCpuWords(parts.join(''));
        expect(read === null || read.said.length <= 400).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('readMemoryWords', () => {
  it.each([
    ['Resources like RAM, disk storage, and network bandwidth are always dedicated', 'dedicated'],
    ['4 GB dedicated RAM', 'dedicated'],
    ['no overprovisioning of memory', 'dedicated'],
    ['Max Burst Memory / Swap : 8 GB', 'burst'],
    ['512 MB guaranteed RAM, 1 GB burst RAM', 'burst'],
    ['256MB vSwap', 'burst'],
  ])('%s is %s', (text, model) => expect(readMemoryWords(text)?.model).toBe(model));

  it.each(['4 GB RAM', 'dedicated resources', 'burstable CPU'])('says nothing of: %s', (text) =>
    expect(readMemoryWords(text)).toBeNull(),
  );
});

describe('fairUseLimits', () => {
  it.each([
    ['20% of node CPU over 90 seconds', 20, 'node', 90],
    ['you should maintain under a 75% average CPU usage', 75, 'vcpu', null],
    ['CPU above 90% for more than 1 hour', 90, 'vcpu', 3600],
  ] as const)('reads %s', (text, pct, of, windowSeconds) => {
    expect(fairUseLimits(text)).toEqual([{ pct, of, windowSeconds, said: text }]);
  });

  it('leaves uptime and discounts alone', () => {
    expect(fairUseLimits('99.9% uptime SLA measured over a month for CPU nodes; 20% off for a year')).toEqual([]);
  });
});
