/** Limits on how long a CPU may be used, as terms of service write them: "under a 75 % average CPU usage", "20 % of node CPU over 90 s". */
import { sentencesOf } from './sentences.ts';

/** One numeric limit on sustained use. */
export interface FairUseLimit {
  readonly pct: number;
  /** Of what the percentage is: a vCPU of the plan, the whole node, or not said. */
  readonly of: 'vcpu' | 'node' | 'unknown';
  /** Seconds over which use is measured; null: not said. */
  readonly windowSeconds: number | null;
  /** The sentence. */
  readonly said: string;
}

const CPU = /\b(?:v?cpus?|v?cores?|processors?|load)\b/i;
/** Words that make a percentage a limit on use over time, and not a part of a core that is sold. */
const OVER_TIME =
  /\b(?:average|averaged|sustained|sustain|continuous|continuously|constantly|prolonged|steady|at all times|for (?:more|longer) than|(?:over|for|within|during|exceeding|every|per) (?:a |an |any |the )?(?:period|\d{1,4}|one|two|six|few|several|hour|day|minute|extended))/i;
const WINDOW = /\b(\d{1,4}|one|two|six|an|a)[ -]?(seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|d)\b/i;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, six: 6 };

/** Every limit of a text that is about CPU use over time. */
export function fairUseLimits(text: string): readonly FairUseLimit[] {
  return sentencesOf(text).flatMap((said) => {
    if (!CPU.test(said) || !OVER_TIME.test(said)) return [];
    return [...said.matchAll(/(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b)/gi)].flatMap((found) => {
      const pct = Number(found[1]);
      if (pct <= 0 || pct > 100 || isUptime(said, found.index)) return [];
      return [{ pct, of: scopeOf(said), windowSeconds: windowOf(said, found.index), said }];
    });
  });
}

/** Whether a sentence speaks of fair use or a fair share of the CPU without a number. */
export function saysFairUse(sentence: string): boolean {
  return /\bfair[ -]?(?:use|usage|share|shared)\b/i.test(sentence);
}

function isUptime(said: string, at: number): boolean {
  return /\b(?:uptime|sla|discount|off|refund|availability)\b/i.test(said.slice(Math.max(0, at - 20), at + 25));
}

function scopeOf(said: string): FairUseLimit['of'] {
  if (/\b(?:node|host|physical server|server'?s? (?:total|cpu)|total cpu|system resources)\b/i.test(said)) return 'node';
  return /\b(?:v?cpus?|v?cores?)\b/i.test(said) ? 'vcpu' : 'unknown';
}

/** The time that stands next after the percentage, else the first of the sentence. */
function windowOf(said: string, at: number): number | null {
  const found = WINDOW.exec(said.slice(at)) ?? WINDOW.exec(said);
  if (!found) return null;
  const [, amount = '', unit = ''] = found;
  const number = NUMBERS[amount.toLowerCase()] ?? Number(amount);
  const seconds = SECONDS[unit[0]?.toLowerCase() ?? ''];
  return Number.isFinite(number) && seconds !== undefined ? number * seconds : null;
}
