/** What would make an assessment surer, or another one: the questions that are open, in the order of their weight. */
import type { RiskInput } from './assess-input.ts';
import type { RiskLevel } from './level.ts';

/** Sentences; empty only where everything is known. */
export function whatWouldChange(input: RiskInput, level: RiskLevel | 'unknown'): readonly string[] {
  const { resources, measurements, technology, market, perMonthUsd } = input;
  const container = ['openvz', 'openvz6', 'openvz7', 'lxc'].includes(technology.value);
  return [
    ...(resources.cpu.model === 'unknown'
      ? ["The provider's statement whether cores are dedicated, shared or limited, with a link."]
      : []),
    ...(measurements.length === 0
      ? ['A benchmark with the steal under full load, from somebody who has this plan.']
      : measurements.length < 3
        ? ['Two more benchmarks on other days, one of them in the evening.']
        : []),
    ...(container && resources.memory.model !== 'dedicated' ? ['A stated guarantee of the memory.'] : []),
    ...(technology.value === 'unknown' ? ['The name of the virtualization technology.'] : []),
    ...(perMonthUsd === null
      ? ['A price in a currency with a known rate.']
      : market?.percentile === null
        ? ['More offers like it to compare the price with.']
        : []),
    ...(level === 'elevated' ? ['Three independent reports, or their absence over time.'] : []),
  ];
}
