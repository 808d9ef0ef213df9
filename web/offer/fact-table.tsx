import type { StoredRow } from '../../domain/stored-row.ts';
import { Said, Scroll } from '../words/parts.tsx';
import { factsOf } from './facts.ts';
import { OriginWords } from './origin.tsx';

/** What is known of the plan, each with how, and then what is not. */
export function FactTable({ stored }: { readonly stored: StoredRow }) {
  const facts = factsOf(stored);
  const unknown = facts.filter(({ value }) => value === null);
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">What you get</h2>
      <Scroll label="Table of facts">
        <table class="facts">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Value</th>
              <th scope="col">How it is known</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ name, path, value }) =>
              value === null ? null : (
                <tr>
                  <th scope="row">{name}</th>
                  <td>
                    <Said text={value} />
                  </td>
                  <td class="origin">
                    <OriginWords origin={stored.provenance[path]} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Scroll>
      {unknown.length > 0 && (
        <p class="muted">
          {`Nobody says: ${unknown.map(({ name }) => name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())).join(', ')}.`}
        </p>
      )}
    </section>
  );
}
