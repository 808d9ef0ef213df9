import type { Answer } from './exchange.ts';
import { failed, got, type Outcome } from './outcome.ts';
import { readTarget, refuseTarget, type TargetRules } from './target-rules.ts';

/** One request on the way. */
export interface Hop {
  readonly url: URL;
  /** False once a redirect has left the first origin, and from then on: secrets stay behind for good. */
  readonly onFirstOrigin: boolean;
}

/** Where the way ended. */
export interface Arrival {
  readonly url: URL;
  readonly answer: Answer;
}

const MOST_REDIRECTS = 5;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

/** Visits an address and at most five redirects, each checked against the rules before it is visited. */
export async function followRedirects(
  start: URL,
  rules: TargetRules,
  visit: (hop: Hop) => Promise<Outcome<Answer>>,
): Promise<Outcome<Arrival>> {
  let hop: Hop = { url: start, onFirstOrigin: true };
  let from: URL | undefined;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const refusal = refuseTarget(hop.url, rules, from);
    if (refusal) return { ok: false, failure: refusal };
    const visited = await visit(hop);
    if (!visited.ok) return visited;
    const location = visited.value.headers.location;
    if (!REDIRECT_STATUSES.has(visited.value.status) || location === undefined)
      return got({ url: hop.url, answer: visited.value });
    const target = readTarget(location, hop.url);
    if (!target.ok) return target;
    from = hop.url;
    hop = { url: target.value, onFirstOrigin: hop.onFirstOrigin && target.value.origin === start.origin };
  }
  return failed('unreadable-page', `${start.host} redirected more than ${MOST_REDIRECTS} times`);
}
