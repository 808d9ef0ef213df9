import * as cheerio from 'cheerio';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../api/document.ts';
import { fieldsOf, typeOf } from '../../api/reference/fields.ts';
import { startServer } from '../../api/server.ts';
import { COLUMNS } from '../../domain/export/columns.ts';
import { CRITERIA } from '../../domain/filter/criteria.ts';
import { FACETS } from '../../domain/filter/facets.ts';
import { SORT_NAMES } from '../../domain/filter/sort.ts';
import { BROWSER_PATH, NO_BROWSER, startBrowser } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { testApp } from './support.ts';

const database = useDatabase();
const get = (path: string, headers: Record<string, string> = {}) => testApp(database).app.request(path, { headers });
const document = openApiDocument();
const operations = Object.values(document.paths ?? {}).flatMap((item) =>
  [item.get, item.post, item.put, item.patch, item.delete].filter((one) => one !== undefined),
);

describe('/docs', () => {
  it('tells every operation, parameter and schema of the document', async () => {
    const $ = cheerio.load(await (await get('/docs')).text());
    for (const { operationId = '', summary = '', parameters = [] } of operations) {
      const section = $(`section#${operationId}`);
      expect(section.find('h3').text()).toContain(summary);
      const names = section
        .find('tbody th')
        .toArray()
        .map((one) => $(one).text());
      expect(names).toEqual(
        parameters.map((one) => ('in' in one && one.in === 'path' ? `{${one.name}}` : 'name' in one && one.name)),
      );
    }
    for (const name of Object.keys(document.components?.schemas ?? {}))
      expect($(`section#schema-${name} tbody tr`).length).toBeGreaterThan(0);
  });

  it('has no link into nothing, and nothing from elsewhere', async () => {
    const answer = await get('/docs');
    const html = await answer.text();
    const $ = cheerio.load(html);
    for (const one of $('a[href^="#"]').toArray())
      expect($(`[id="${$(one).attr('href')?.slice(1)}"]`).length, $(one).attr('href')).toBe(1);
    const others = $('a')
      .toArray()
      .map((one) => $(one).attr('href') ?? '')
      .filter((href) => !href.startsWith('#'));
    expect(new Set(others)).toEqual(new Set(['/openapi.json', '/llms.txt']));
    expect($('script, link, img, iframe, object, embed, [src], [srcset], [style], form').length).toBe(0);
    expect(html).not.toMatch(/url\(|@import/);
    expect(answer.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });

  it('says 304 to who has it', async () => {
    for (const path of ['/docs', '/llms.txt', '/openapi.json']) {
      const first = await get(path);
      expect(first.headers.get('Cache-Control')).toBe('public, max-age=300');
      expect((await get(path, { 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(304);
    }
  });

  it.skipIf(BROWSER_PATH === null)(
    `is shown by a browser as it should be, with one request (${BROWSER_PATH ?? NO_BROWSER})`,
    async () => {
      const server = await startServer(testApp(database).app, { port: 0, host: '127.0.0.1' });
      if (!server.ok) throw new Error(server.message);
      const browser = await startBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 360, height: 700 } });
        const [asked, complaints]: [string[], string[]] = [[], []];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        await page.goto(`${server.url}/docs#searchOffers`, { waitUntil: 'networkidle' });
        expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([`${server.url}/docs`]);
        expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
        const facts = await page.evaluate(
          '({ font: getComputedStyle(document.body).fontFamily, wide: document.documentElement.scrollWidth })',
        );
        expect(facts).toEqual({ font: 'system-ui, sans-serif', wide: 360 });
      } finally {
        await browser.close();
        await server.close(100);
      }
    },
  );
});

describe('fields of a schema', () => {
  it('are told by their whole path, through lists, choices and null', () => {
    const fields = fieldsOf({
      type: 'object',
      properties: {
        at: { type: 'string', format: 'date-time', description: 'When' },
        list: { type: 'array', items: { type: 'object', properties: { kind: { type: 'string', enum: ['a', 'b'] } } } },
        other: { anyOf: [{ $ref: '#/components/schemas/Row' }, { type: 'null' }] },
        by: { type: 'object', additionalProperties: { type: 'object', properties: { n: { type: ['number', 'null'] } } } },
      },
    });
    expect(fields.map(({ path, type }) => [path, type.words, type.name, type.values.join()])).toEqual([
      ['at', 'time', null, ''],
      ['list', 'list of object', null, ''],
      ['list[].kind', 'string', null, 'a,b'],
      ['other', 'null', 'Row', ''],
      ['by', 'object', null, ''],
      ['by.*.n', 'number or null', null, ''],
    ]);
    expect(typeOf({ type: 'null' }).words).toBe('null');
  });
});

describe('/llms.txt', () => {
  it('is short, and names what the tables of the API hold', async () => {
    const answer = await get('/llms.txt');
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=UTF-8');
    const text = await answer.text();
    expect(text).toMatch(/^# Stealtime\n\n> /);
    expect(text.length).toBeLessThan(16_000);
    for (const name of [...Object.keys(CRITERIA), ...SORT_NAMES]) expect(text).toContain(`- \`${name}\`: `);
    for (const name of [...Object.keys(FACETS), ...COLUMNS.map((column) => column.name)]) expect(text).toContain(name);
    for (const [path, operations] of Object.entries(document.paths ?? {}))
      for (const method of Object.keys(operations ?? {}))
        expect(text.includes(`${method.toUpperCase()} ${path}: `), path).toBe(!path.startsWith('/admin/'));
  });

  it('gives examples that work, under the public address', async () => {
    const { app } = testApp(database, { publicUrl: 'https://deals.example' });
    const text = await (await app.request('/llms.txt')).text();
    const examples = [...text.matchAll(/https:\/\/deals\.example(\/[^\s)]*)/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => !path.includes('{'));
    expect(examples.length).toBeGreaterThan(4);
    for (const path of examples) expect((await app.request(path)).status, path).toBe(200);
  });
});
