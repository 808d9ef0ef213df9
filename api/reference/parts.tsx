/** Small parts of the reference. */
import type { Field, TypeWords } from './fields.ts';

/** A text in which backticks mark what is typed, and empty lines part paragraphs. */
export function Words({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>
          <Line text={paragraph} />
        </p>
      ))}
    </>
  );
}

/** The same within a line. */
export function Line({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

/** What a field holds, with a link to a named schema. */
export function Type({ type }: { readonly type: TypeWords }) {
  const link = type.name !== null && <a href={`#schema-${type.name}`}>{type.name}</a>;
  return (
    <>
      {link && type.words === 'null' ? [link, ' or null'] : [type.words, ' ', link]}
      {type.values.length > 0 && <div class="values">{type.values.map((value) => [<code>{value}</code>, ' '])}</div>}
    </>
  );
}

/** A table of fields or parameters. */
export function Fields({ fields, label }: { readonly fields: readonly Field[]; readonly label: string }) {
  return (
    <section class="wide" aria-label={label} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Holds</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, type, means }) => (
            <tr>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>
                <Type type={type} />
              </td>
              <td>
                <Line text={means} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
