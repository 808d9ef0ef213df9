/** The filter as a form: it sends the API's own parameters, and keeps what was typed. */
import type { FilterName } from '../../domain/filter/criteria.ts';
import type { FieldError } from '../../domain/filter/params.ts';
import { DEFAULT_LIMIT } from '../../domain/filter/search-params.ts';
import type { SearchView } from './answer.ts';
import { type Choice, choicesOf, sortChoices, valueName } from './choices.ts';
import { type FieldGroup, FURTHER_GROUPS, fieldId, fieldOf, MAIN_GROUPS } from './fields.ts';

const LIMITS: readonly Choice[] = [
  ['', String(DEFAULT_LIMIT)],
  ['100', '100'],
  ['200', '200'],
];

/** The whole form. Further filters are open while one of them is in use or wrong. */
export function SearchForm({ view }: { readonly view: SearchView }) {
  const { texts, errors } = view;
  const further = FURTHER_GROUPS.flatMap(({ names }) => names);
  const used = further.filter((name) => texts[name] !== undefined || errors.some(({ field }) => field === name)).length;
  return (
    <search>
      <form class="filters" action="/" method="get">
        <div class="top">
          <Field name="q" view={view} />
          <Select name="sort" label="Order" choices={sortChoices()} text={texts.sort} errors={errors} />
        </div>
        <div class="main-groups">
          {MAIN_GROUPS.map((group) => (
            <Group group={group} view={view} />
          ))}
        </div>
        <details class="further" open={used > 0}>
          <summary>More filters{used > 0 ? ` (${used} in use)` : ''}</summary>
          <div class="further-groups">
            {FURTHER_GROUPS.map((group) => (
              <Group group={group} view={view} />
            ))}
            <fieldset>
              <legend>List</legend>
              <div class="fields">
                <Select name="limit" label="Rows on a page" choices={LIMITS} text={texts.limit} errors={errors} />
              </div>
            </fieldset>
          </div>
        </details>
        <div class="send">
          <p class="check">
            <input
              type="checkbox"
              name="includeUnknown"
              value="true"
              id={fieldId('includeUnknown')}
              checked={texts.includeUnknown === 'true'}
            />{' '}
            <label for={fieldId('includeUnknown')}>Include offers of which something asked for is not known</label>
          </p>
          <button type="submit">Show offers</button>
        </div>
      </form>
    </search>
  );
}

function Group({ group, view }: { readonly group: FieldGroup; readonly view: SearchView }) {
  return (
    <fieldset>
      <legend>{group.title}</legend>
      <div class="fields">
        {group.names.map((name) => (
          <Field name={name} view={view} />
        ))}
      </div>
    </fieldset>
  );
}

function Field({ name, view: { texts, errors, known } }: { readonly name: FilterName; readonly view: SearchView }) {
  const { label, example } = fieldOf(name);
  const choices = choicesOf(name, known);
  const text = texts[name];
  if (choices) return <Select name={name} label={label} choices={choices} text={text} errors={errors} />;
  return (
    <p class="field">
      <label for={fieldId(name)}>{label}</label>
      <input
        type="text"
        name={name}
        id={fieldId(name)}
        value={text ?? ''}
        placeholder={example}
        autocomplete="off"
        {...faulty(name, errors)}
      />
      <Fault name={name} errors={errors} />
    </p>
  );
}

interface SelectProps {
  readonly name: FilterName | 'sort' | 'limit';
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly text: string | undefined;
  readonly errors: readonly FieldError[];
}

/** A choice that the address makes and the list lacks (several values, or a wrong one) is kept as one of its own. */
function Select({ name, label, choices, text = '', errors }: SelectProps) {
  const listed = choices.some(([value]) => value === text);
  const own: Choice = [text, name === 'sort' || name === 'limit' ? text : valueName(name, text)];
  return (
    <p class="field">
      <label for={fieldId(name)}>{label}</label>
      <select name={name} id={fieldId(name)} {...faulty(name, errors)}>
        {(listed ? choices : [own, ...choices]).map(([value, words]) => (
          <option value={value} selected={value === text}>
            {words}
          </option>
        ))}
      </select>
      <Fault name={name} errors={errors} instead={listed ? undefined : `"${text}" is none of these`} />
    </p>
  );
}

function faulty(name: string, errors: readonly FieldError[]) {
  const wrong = errors.some(({ field }) => field === name);
  return wrong ? ({ 'aria-invalid': 'true', 'aria-describedby': `${fieldId(name)}-error` } as const) : {};
}

interface FaultProps {
  readonly name: string;
  readonly errors: readonly FieldError[];
  /** Said instead of the errors, which stand in full above the form. */
  readonly instead?: string | undefined;
}

function Fault({ name, errors, instead }: FaultProps) {
  const own = errors.filter(({ field }) => field === name);
  if (own.length === 0) return null;
  return (
    <span class="fault" id={`${fieldId(name)}-error`}>
      {instead ?? own.map(({ message }) => message).join('; ')}
    </span>
  );
}
