import { type Dispatcher, request } from 'undici';
import { PrivateAddressError } from './guarded-connector.ts';
import { type Failed, failed, got, type Outcome } from './outcome.ts';
import { type BodyLimits, discard, readBody } from './read-body.ts';

/** One GET, without redirects. Header names in lower case. */
export interface Exchange extends BodyLimits {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** For everything from looking up the name to the last byte, in milliseconds. */
  readonly timeoutMs: number;
}

/** What came back, whatever the status. The body is decoded, and read for 2xx only (else empty). */
export interface Answer {
  readonly status: number;
  /** Lower-case names; repeated fields joined by `, `. Without those that no longer hold of the decoded body, and without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

// Cookies are a live session of ours: nothing here sends them back, and snapshots keep headers.
const UNKEPT_HEADERS = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie']);
/** Reading this much of an unwanted body is cheaper than a new connection. */
const UNWANTED_BODY_BYTES = 16_384;
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
const OUR_MISTAKE_CODES = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_INVALID_RETURN_VALUE']);

/**
 * Performs one GET through the guarded dispatcher.
 * Failures: `private-address`, `unreachable`, `timed-out`, `too-large`, `unreadable-page` (damaged or unknown content coding).
 */
export async function exchange(dispatcher: Dispatcher, asked: Exchange): Promise<Outcome<Answer>> {
  // undici's own timeouts restart with every byte; a server that drips must meet one that does not.
  const deadline = AbortSignal.timeout(asked.timeoutMs);
  try {
    const { statusCode, headers, body } = await request(asked.url, {
      dispatcher,
      headers: asked.headers,
      signal: deadline,
      headersTimeout: asked.timeoutMs,
      bodyTimeout: asked.timeoutMs,
    });
    const plain = flatten(headers);
    if (statusCode < 200 || statusCode >= 300) {
      await body.dump({ limit: UNWANTED_BODY_BYTES }).catch(() => undefined);
      return got({ status: statusCode, headers: keep(plain), body: Buffer.alloc(0) });
    }
    if (asked.beyond === 'refuse' && Number(plain['content-length']) > asked.maxBytes) {
      discard(body);
      return tooLarge(asked);
    }
    const reading = await readBody(body, plain['content-encoding'], asked);
    if ('body' in reading) return got({ status: statusCode, headers: keep(plain), body: reading.body });
    if (reading.trouble === 'too-large') return tooLarge(asked);
    return failed('unreadable-page', `${asked.url.host} answered in a content coding that was not asked for`);
  } catch (error) {
    if (deadline.aborted) return failed('timed-out', `${asked.url.host} did not answer fully within ${asked.timeoutMs} ms`);
    return transportFailure(error, asked.url.host);
  }
}

/** Reads the error of a broken connection to a host; anything that is not one is a bug and thrown on. */
export function transportFailure(error: unknown, host: string): Failed {
  if (error instanceof PrivateAddressError)
    return failed('private-address', `${host} is or resolves to an address that is not public`);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined || OUR_MISTAKE_CODES.has(code)) throw error;
  if (TIMEOUT_CODES.has(code)) return failed('timed-out', `${host} did not answer in time (${code})`);
  if (/^(Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test(code))
    return failed('unreadable-page', `${host} sent a damaged body (${code})`);
  return failed('unreachable', `${host} could not be reached (${code})`);
}

function tooLarge({ url, maxBytes }: Exchange): Failed {
  return failed('too-large', `${url.host} sent more than ${maxBytes} bytes`);
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}

function keep(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !UNKEPT_HEADERS.has(name)));
}
