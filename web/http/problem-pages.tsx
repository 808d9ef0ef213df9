/** Errors as pages: the words of the API's problem documents, for people. */
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../env.ts';
import { Layout } from '../layout.tsx';
import { answerPage, type PageStatus } from './answer.ts';
import { wantsErrorPage } from './negotiation.ts';

const TITLES: Readonly<Partial<Record<number, string>>> = {
  404: 'There is no such page',
  429: 'Too many requests',
  500: 'Something broke on our side',
};

interface Problem {
  readonly title: string;
  readonly status: PageStatus;
  readonly detail: string;
}

/** Turns problem documents into pages where a browser asked for one. */
export const problemPages = createMiddleware<WebEnv>(async (c, next) => {
  await next();
  if (c.res.headers.get('Content-Type') !== 'application/problem+json' || !wantsErrorPage(c)) return;
  const problem = (await c.res.json()) as Problem;
  c.res = await answerPage(c, <ErrorPage {...problem} requestId={c.get('requestId')} />, problem.status);
});

function ErrorPage({ title, status, detail, requestId }: Problem & { readonly requestId: string }) {
  const words = TITLES[status] ?? title;
  return (
    <Layout title={words}>
      <h1>{words}</h1>
      <p>{status === 404 ? 'The address may be mistyped, or what stood here is gone.' : detail}</p>
      <p>
        <a href="/">Search offers</a>
      </p>
      {status >= 500 && <p class="muted">Request {requestId}</p>}
    </Layout>
  );
}
