import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import type { ApiDeps } from '../../api/env.ts';
import { type StreamedTexts, streamedBody } from '../../api/http/stream.ts';
import { createRouter } from '../../api/router.ts';

/** Asks for a stream; what it logs and whether it was ended is noted. */
async function streaming(texts: StreamedTexts['texts'], { longestMs = 60_000, init = {} as RequestInit } = {}) {
  const lines: string[] = [];
  const ended = vi.fn();
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const app = createRouter();
  app.get('/', (c) => {
    c.set('deps', { log } as unknown as ApiDeps);
    c.set('requestId', 'r1');
    async function* watched(signal: AbortSignal) {
      try {
        yield* texts(signal);
      } finally {
        ended();
      }
    }
    return c.body(streamedBody(c, { longestMs, texts: watched }));
  });
  return { answer: await app.request('/', init), lines, ended };
}

async function* endless(made: string[] = []) {
  for (let count = 0; ; count++) {
    made.push(`${count}`);
    yield `${count}\n`;
  }
}

describe('streamedBody', () => {
  it('gives the texts in order, made only as they are read', async () => {
    const made: string[] = [];
    const { answer, ended } = await streaming(() => endless(made));
    expect(made).toEqual([]);
    const reader = answer.body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect([await read(), await read()]).toEqual(['0\n', '1\n']);
    expect(made).toEqual(['0', '1']);
    await reader?.cancel();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('ends what nobody reads on after so long, and tells the reader', async () => {
    const { answer, ended } = await streaming(() => endless(), { longestMs: 50 });
    const reader = answer.body?.getReader();
    await reader?.read();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    await expect(reader?.read()).rejects.toThrow('the stream took too long');
  });

  it('tells work under way when the client is gone', async () => {
    const client = new AbortController();
    const told = vi.fn();
    const { answer, ended } = await streaming(
      async function* waiting(signal) {
        yield 'begun';
        await delay(60_000, undefined, { signal }).catch(told);
      },
      { init: { signal: client.signal } },
    );
    const reader = answer.body?.getReader();
    await reader?.read();
    const next = reader?.read();
    await delay(10);
    client.abort();
    expect((await next)?.done).toBe(true);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    expect(told).toHaveBeenCalledOnce();
  });

  it('breaks off where it fails, and keeps the words to the log', async () => {
    const { answer, lines, ended } = await streaming(async function* failing() {
      yield 'some';
      throw new Error('secret');
    });
    await expect(answer.text()).rejects.toThrow('the stream failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, requestId: 'r1', err: { message: 'secret' } });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('begins nothing that is not read', async () => {
    const { ended } = await streaming(() => endless(), { init: { method: 'HEAD' } });
    expect(ended).not.toHaveBeenCalled();
  });
});
