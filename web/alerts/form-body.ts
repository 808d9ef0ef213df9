/** The form of a new watch as the body that the API takes. */
import type { FieldError } from '../../domain/filter/params.ts';
import { WEEKDAYS } from '../../domain/watch/digest-time.ts';
import { RULES, type WatchRule } from '../../domain/watch/rules.ts';
import { type NewWatchBody, newWatchBody } from '../../domain/watch/watch-body.ts';

/** What was typed, by name of the field. */
export type Typed = Readonly<Record<string, string>>;

/** Fields of a form; files are none of ours. */
export function typedOf(body: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()] as const] : [])),
  );
}

/** Reads the form, or says what is wrong with it. */
export function bodyOf(
  typed: Typed,
): { readonly ok: true; readonly body: NewWatchBody } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const given = (name: string): string | null => (typed[name] === undefined || typed[name] === '' ? null : typed[name]);
  const rule = given('rule');
  const needsThreshold = rule !== null && Object.hasOwn(RULES, rule) && RULES[rule as WatchRule].threshold !== null;
  const delivery = given('delivery') ?? 'immediate';
  const expires = given('expiresAt');
  const read = newWatchBody.safeParse({
    ...(given('offer') === null
      ? { filter: Object.fromEntries(new URLSearchParams(typed.search ?? '')) }
      : { offerId: given('offer') }),
    rule,
    threshold: needsThreshold ? given('threshold') : null,
    currency: given('currency'),
    channel: given('webhook') ?? 'email',
    delivery,
    digest:
      delivery === 'immediate'
        ? null
        : { weekday: given('weekday') ?? WEEKDAYS[0], hour: Number(given('hour') ?? '8'), timeZone: given('timeZone') ?? 'UTC' },
    expiresAt: expires,
  });
  if (read.success) return { ok: true, body: read.data };
  return { ok: false, errors: read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
}
