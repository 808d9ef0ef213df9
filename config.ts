/** The one reader of the environment. Composition roots call it once and pass values down. `docs/configuration.md` lists all. */
import { delimiter, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['off', 'on']).default('on');

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_READ_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ADMIN_TOKEN: z.string().min(16).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(300).optional(),
  SECRET_KEY: z.string().min(16).optional(),
  BROWSER_PATH: z.string().min(1).optional(),
  PATH: z.string().default(''),
  USER_AGENT_CONTACT: z.string().min(3).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT: flag,
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  SCHEDULES: flag,
  ALLOW_PRIVATE_HOSTS: z.string().default(''),
});

/** Settings of this process. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databaseReadUrl: string | null;
  readonly adminToken: string | null;
  readonly contact: string;
  /** Server that mail is given to; null: it is written into a folder. */
  readonly smtpUrl: string | null;
  /** Header `From` of mail; null: a name of the service's own. */
  readonly mailFrom: string | null;
  /** What links in mail and webhooks are signed with; null: a key is made and kept in the data folder. */
  readonly secretKey: string | null;
  /** The browser for pages that need one (null: one is looked for), and the folders of this machine's commands. */
  readonly browser: { readonly path: string | null; readonly folders: readonly string[] };
  readonly logLevel: string;
  readonly rateLimit: boolean;
  /** Whether X-Forwarded-For of a proxy in front is believed. */
  readonly trustProxy: boolean;
  readonly schedules: boolean;
  /** Hosts that may be private: an operator's own mirror. */
  readonly allowPrivateHosts: readonly string[];
  /** A credential by its environment name (`LINODE_TOKEN`); null where it is not set. */
  readonly credential: (name: string) => string | null;
}

/** A setting that cannot be used; the message names it and what it may be. */
export class ConfigError extends Error {}

/** Where nobody has set a contact, sites are told where the software comes from. */
const DEFAULT_CONTACT = 'https://github.com/stealtime/stealtime; operator has set no USER_AGENT_CONTACT';

/** Reads and checks the environment. Throws ConfigError. Empty values count as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = schema.safeParse(set);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`configuration: ${lines.join('; ')}`);
  }
  const value = read.data;
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL ?? null,
    dataDir: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    databaseReadUrl: value.DATABASE_READ_URL ?? null,
    adminToken: value.ADMIN_TOKEN ?? null,
    browser: {
      path: value.BROWSER_PATH ?? null,
      folders: value.PATH.split(delimiter).filter((folder) => folder !== ''),
    },
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? null,
    secretKey: value.SECRET_KEY ?? null,
    contact: value.USER_AGENT_CONTACT ?? DEFAULT_CONTACT,
    logLevel: value.LOG_LEVEL,
    rateLimit: value.RATE_LIMIT === 'on',
    trustProxy: value.TRUST_PROXY === 'on',
    schedules: value.SCHEDULES === 'on',
    allowPrivateHosts: value.ALLOW_PRIVATE_HOSTS.split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    credential: (name: string) => set[name] ?? null,
  });
}
