/** One operation of the reference. */
import { type ApiDocument, type Field, type Schema, typeOf } from './fields.ts';
import { Fields, Line, Type, Words } from './parts.tsx';

type PathItem = NonNullable<ApiDocument['paths']>[string];
type OperationObject = NonNullable<PathItem['get']>;

/** An operation with its place. */
export interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** All operations of the document, in its order. */
export function operationsOf(document: ApiDocument): PlacedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]: [string, PathItem]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
}

/** Its part of the page. */
export function Operation({ method, path, operation }: PlacedOperation) {
  const title = `${method.toUpperCase()} ${path}`;
  const parameters = parametersOf(operation);
  return (
    <section id={operation.operationId} aria-labelledby={`${operation.operationId}-title`}>
      <h3 id={`${operation.operationId}-title`}>
        <code>{title}</code> {operation.summary}
      </h3>
      {operation.description && <Words text={operation.description} />}
      {parameters.length > 0 && <Fields fields={parameters} label={`Parameters of ${title}`} />}
      <Body operation={operation} />
      <dl>
        {Object.entries(operation.responses ?? {}).map(([status, response]) => (
          <>
            <dt>{status}</dt>
            <dd>
              <Line text={response.description ?? ''} />
              <Contents content={response.content ?? {}} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Body({ operation }: { readonly operation: OperationObject }) {
  const body = operation.requestBody;
  if (!body || '$ref' in body) return null;
  return (
    <>
      <h4>Body</h4>
      <Contents content={body.content} />
    </>
  );
}

function Contents({ content }: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }) {
  return (
    <ul>
      {Object.entries(content).map(([mediaType, { schema }]) => (
        <li>
          <code>{mediaType}</code> {schema && <Type type={typeOf(schema)} />}
        </li>
      ))}
    </ul>
  );
}

function parametersOf({ parameters = [] }: OperationObject): Field[] {
  return parameters.flatMap((parameter): Field[] => {
    if ('$ref' in parameter) return [];
    const { name, in: place, description = '', required, schema } = parameter;
    const type = schema ? typeOf(schema) : { words: 'string', name: null, values: [] };
    return [{ path: place === 'path' ? `{${name}}` : name, type, means: `${required ? 'Required. ' : ''}${description}` }];
  });
}
