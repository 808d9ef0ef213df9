/** Problem details (RFC 9457): the one shape of every error, and the one table of what can go wrong. */
import type { Context } from 'hono';
import type { FieldError } from '../../domain/filter/params.ts';
import type { ApiEnv } from '../env.ts';

/** Every kind of problem; its address is `/problems/<name>`, which answers with these words. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'A token is needed' },
  'admin-off': { status: 403, title: "The operator's view is off" },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This method is not allowed here' },
  conflict: { status: 409, title: 'This does not fit the state of things' },
  'too-large': { status: 413, title: 'The request is too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'An error on our side' },
  'not-ready': { status: 503, title: 'Not ready yet' },
} as const;

/** Name of a kind of problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Particulars of one occurrence. */
export interface Particulars {
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Content type of every error. */
export const PROBLEM_TYPE = 'application/problem+json';

/** Answers with a problem. */
export function problem<Code extends ProblemCode>(c: Context<ApiEnv>, code: Code, { detail, errors = [], headers }: Particulars) {
  const { status, title }: { readonly status: (typeof PROBLEMS)[Code]['status']; readonly title: string } = PROBLEMS[code];
  const body = { type: `/problems/${code}`, title, status, detail, errors: [...errors], requestId: c.get('requestId') };
  return c.json(body, status, { ...headers, 'Content-Type': PROBLEM_TYPE, 'Cache-Control': 'no-store' });
}

/** Answers that fields of the request are wrong. */
export function invalidRequest(c: Context<ApiEnv>, errors: readonly FieldError[]) {
  const named = errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  return problem(c, 'invalid-request', { detail: named.join('; '), errors });
}
