import type { Failure, FailureCode } from '../domain/failure.ts';

/** Something did not work out, as a value. */
export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
}

/** A value, or why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failed;

/** Wraps a value that was got. */
export function got<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** Wraps a failure. `message` names the host and no secret; `notBefore` in epoch milliseconds. */
export function failed(code: FailureCode, message: string, notBefore?: number): Failed {
  return { ok: false, failure: notBefore === undefined ? { code, message } : { code, message, notBefore } };
}
