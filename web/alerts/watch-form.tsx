/** The form of a new watch. It works without a script: what a rule does not need is ignored. */
import type { FieldError } from '../../domain/filter/params.ts';
import { WEEKDAYS } from '../../domain/watch/digest-time.ts';
import { RULES, WATCH_RULES, type WatchRule } from '../../domain/watch/rules.ts';
import type { Typed } from './form-body.ts';

const RULE_NAMES: Readonly<Record<WatchRule, string>> = {
  'price-below': 'Price at or below',
  'price-drop-pct': 'Price falls by per cent',
  restock: 'Back on sale',
  'new-offer': 'New offer',
  'any-change': 'Any change',
};

const DELIVERY_NAMES = { immediate: 'at once', digest: 'in the weekly digest', both: 'both' } as const;

interface Props {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** The form. `typed.search`: query of the search to be watched; `typed.offer`: id of an offer instead. */
export function WatchForm({ typed, errors }: Props) {
  const offer = typed.offer ?? '';
  return (
    <section aria-labelledby="new-watch">
      <h2 id="new-watch">New watch</h2>
      {errors.length > 0 && (
        <section class="errors" aria-labelledby="errors-title">
          <h3 id="errors-title">It was not made</h3>
          <ul>
            {errors.map(({ field, message }) => (
              <li>
                {field}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form class="filters" action="/alerts/watches" method="post">
        <p>
          Looks at: <strong>{offer !== '' ? `offer ${offer}` : wantedWords(typed.search ?? '')}</strong>.{' '}
          <a href={offer !== '' ? '/' : `/?${typed.search ?? ''}`}>Choose another search</a>
        </p>
        <input type="hidden" name="search" value={typed.search ?? ''} />
        <input type="hidden" name="offer" value={offer} />
        <div class="further-groups">
          <fieldset>
            <legend>What for</legend>
            <div class="fields">
              <Choice
                name="rule"
                label="Tell me of"
                typed={typed}
                choices={WATCH_RULES.map((rule) => [rule, RULE_NAMES[rule]])}
              />
              <Text name="threshold" label="Amount a month, or per cent" typed={typed} mode="decimal" />
              <Text name="currency" label="Currency" typed={typed} otherwise="USD" />
            </div>
          </fieldset>
          <fieldset>
            <legend>How</legend>
            <div class="fields">
              <Choice name="delivery" label="When" typed={typed} choices={Object.entries(DELIVERY_NAMES)} />
              <Choice name="weekday" label="Digest on" typed={typed} choices={WEEKDAYS.map((day) => [day, day])} />
              <Choice name="hour" label="at hour" typed={typed} choices={HOURS} otherwise="8" />
              <Text name="timeZone" label="Time zone" typed={typed} otherwise="UTC" />
              <Text name="webhook" label="Webhook instead of mail (https)" typed={typed} />
            </div>
          </fieldset>
        </div>
        <div class="send">
          <button type="submit">Watch</button>
        </div>
      </form>
      <details class="further">
        <summary>When a watch tells again</summary>
        <dl>
          {WATCH_RULES.map((rule) => (
            <>
              <dt>{RULE_NAMES[rule]}</dt>
              <dd>
                {RULES[rule].means} {RULES[rule].again}
              </dd>
            </>
          ))}
        </dl>
        <p>What is true already when a watch begins is told on this page, and not again until it was otherwise.</p>
      </details>
    </section>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour): readonly [string, string] => [
  String(hour),
  `${String(hour).padStart(2, '0')}:00`,
]);

/** A search, or an offer, in words; given as a query. */
export function wantedWords(query: string): string {
  const words = [...new URLSearchParams(query)].map(([name, value]) => `${name} ${value}`);
  return words.length > 0 ? words.join(', ') : 'all offers';
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly typed: Typed;
  readonly otherwise?: string;
}

function Choice({
  name,
  label,
  typed,
  choices,
  otherwise,
}: FieldProps & { readonly choices: readonly (readonly [string, string])[] }) {
  const chosen = typed[name] ?? otherwise;
  return (
    <p class="field">
      <label for={`watch-${name}`}>{label}</label>
      <select id={`watch-${name}`} name={name}>
        {choices.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

function Text({ name, label, typed, otherwise, mode }: FieldProps & { readonly mode?: 'decimal' }) {
  return (
    <p class="field">
      <label for={`watch-${name}`}>{label}</label>
      <input id={`watch-${name}`} name={name} value={typed[name] ?? otherwise ?? ''} inputmode={mode} autocomplete="off" />
    </p>
  );
}
