/** `GET /docs`: the reference for people, and `GET /llms.txt`: the manual for language models. Both are made from the document. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ApiEnv } from '../env.ts';
import { cachedFor } from '../http/headers.ts';
import { baseUrl } from '../http/links.ts';
import type { ApiDocument } from '../reference/fields.ts';
import { llmsText } from '../reference/llms.ts';
import { ReferencePage } from '../reference/page.tsx';
import { STYLE_HASH } from '../reference/style.ts';

const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Routes that tell of the API instead of being part of it: the document does not describe them. */
export function docsRoutes(document: () => ApiDocument) {
  return new Hono<ApiEnv>()
    .get('/docs', cachedFor(300), (c) => {
      c.header('Content-Security-Policy', POLICY);
      return c.html(html`<!doctype html>${<ReferencePage document={document()} base={baseUrl(c)} />}`);
    })
    .get('/llms.txt', cachedFor(300), (c) => c.text(llmsText(document(), baseUrl(c))))
    .get('/openapi.json', cachedFor(300), (c) => c.json(document()));
}
