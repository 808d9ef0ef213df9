/** The reference of the API as one page, made from its document. Nothing on it runs, and nothing comes from elsewhere. */
import { raw } from 'hono/html';
import { type ApiDocument, fieldsOf } from './fields.ts';
import { Operation, operationsOf } from './operation.tsx';
import { Fields, Words } from './parts.tsx';
import { STYLE } from './style.ts';

/** The page. `base`: where the API is reached. */
export function ReferencePage({ document, base }: { readonly document: ApiDocument; readonly base: string }) {
  const operations = operationsOf(document);
  const groups = (document.tags ?? []).map((tag) => ({
    tag,
    operations: operations.filter(({ operation }) => operation.tags?.includes(tag.name)),
  }));
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{document.info.title} API</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <nav aria-label="Contents">
          {groups.map(({ tag, operations: own }) => (
            <>
              <h2>{tag.name}</h2>
              <ul>
                {own.map(({ method, path, operation }) => (
                  <li>
                    <a href={`#${operation.operationId}`}>
                      {method === 'get' ? '' : `${method.toUpperCase()} `}
                      {path}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
          <h2>schemas</h2>
          <ul>
            {schemas.map(([name]) => (
              <li>
                <a href={`#schema-${name}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <h1>{document.info.title} API</h1>
          <Words text={document.info.description ?? ''} />
          <p>
            For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI {document.openapi}); for language models:{' '}
            <a href="/llms.txt">llms.txt</a>. It is reached at <code>{base}</code>.
          </p>
          {groups.map(({ tag, operations: own }) => (
            <>
              <h2>{tag.description}</h2>
              {own.map((placed) => (
                <Operation {...placed} />
              ))}
            </>
          ))}
          <h2>Schemas</h2>
          {schemas.map(([name, schema]) => (
            <section id={`schema-${name}`} aria-labelledby={`schema-${name}-title`}>
              <h3 id={`schema-${name}-title`}>{name}</h3>
              <Fields fields={fieldsOf(schema)} label={`Fields of ${name}`} />
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
