import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What we can undo, as the Accept-Encoding header says it. */
export const ACCEPT_ENCODING = 'gzip, br, deflate';
/** Nobody compresses more often; each layer costs a decoder. */
const MOST_ENCODINGS = 2;

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** How much of a body to read. */
export interface BodyLimits {
  /** Most bytes of the decoded body. */
  readonly maxBytes: number;
  /** What happens to a longer one. */
  readonly beyond: 'refuse' | 'truncate';
}

/** A body read, or why not: longer than allowed, or encoded in a way we did not offer. */
export type BodyReading = { readonly body: Buffer } | { readonly trouble: 'too-large' | 'unknown-encoding' };

/**
 * Reads and decodes a response body. At most `maxBytes` (plus one decoder's buffer) are ever held, whatever the body unpacks to.
 * Rejects with the stream's own error when the connection breaks, the signal of the request fires, or the data is damaged.
 */
export async function readBody(stream: Readable, contentEncoding: string | undefined, limits: BodyLimits): Promise<BodyReading> {
  const chain = decodingChain(contentEncoding);
  if (chain === undefined) {
    discard(stream);
    return { trouble: 'unknown-encoding' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let exceeded = false;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.subarray(0, limits.maxBytes - size));
      size += chunk.length;
      exceeded = size > limits.maxBytes;
      // An error, because nothing milder makes the pipeline close the connection behind it.
      done(exceeded ? new Error('body exceeds its limit') : null);
    },
  });
  await pipeline([stream, ...chain, collect]).catch((error: unknown) => {
    if (!exceeded) throw error;
  });
  return exceeded && limits.beyond === 'refuse' ? { trouble: 'too-large' } : { body: Buffer.concat(chunks) };
}

/** Closes a body that nobody will read, and its connection. */
export function discard(stream: Readable): void {
  // undici reports our own abort as an error of the stream; without a listener it would end the process.
  stream.on('error', () => undefined).destroy();
}

function decodingChain(contentEncoding = ''): NodeJS.ReadWriteStream[] | undefined {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_ENCODINGS) return undefined;
  const makers = names.reverse().map((name) => (Object.hasOwn(decoders, name) ? decoders[name] : undefined));
  return makers.every((make) => make !== undefined) ? makers.map((make) => make()) : undefined;
}
