import type { Context } from 'hono';
import type { ApiEnv } from '../env.ts';

type Texts = AsyncGenerator<string, void, undefined>;

/** What a stream is made of. */
export interface StreamedTexts {
  /** However slowly it is read, it ends after so long. */
  readonly longestMs: number;
  /** Makes the texts; the signal tells that nobody wants them any more. */
  readonly texts: (signal: AbortSignal) => Texts;
}

/**
 * A body that is made while it is read, and no faster. Nothing is begun before the first byte is asked for (a HEAD asks for
 * none). Where it ends too early, whoever still reads gets an error, so that a part never passes for the whole.
 */
export function streamedBody(c: Context<ApiEnv>, { longestMs, texts }: StreamedTexts): ReadableStream {
  c.set('streamed', true);
  const { log } = c.get('deps');
  const requestId = c.get('requestId');
  const encoder = new TextEncoder();
  const unwanted = new AbortController();
  let made: Texts | undefined;
  let end: () => void = () => undefined;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        made ??= begin(controller);
        try {
          const { done, value } = await made.next();
          if (unwanted.signal.aborted) return;
          if (!done) return controller.enqueue(encoder.encode(value));
          end();
          controller.close();
        } catch (error) {
          if (unwanted.signal.aborted) return;
          end();
          log.error({ err: error, requestId }, 'stream failed');
          // Without its words, which may hold what is nobody's business.
          controller.error(new Error('the stream failed'));
        }
      },
      async cancel() {
        end();
        unwanted.abort();
        await made?.return().catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );

  function begin(controller: ReadableStreamDefaultController): Texts {
    const stop = (tell: () => void) => {
      unwanted.abort();
      tell();
      // A reader that has stalled never asks again: what is held is given back all the same.
      made?.return().catch(() => undefined);
    };
    const tooLong = setTimeout(() => stop(() => controller.error(new Error('the stream took too long'))), longestMs).unref();
    const left = () => stop(() => controller.close());
    c.req.raw.signal.addEventListener('abort', left, { once: true });
    end = () => {
      clearTimeout(tooLong);
      c.req.raw.signal.removeEventListener('abort', left);
    };
    return texts(unwanted.signal);
  }
}
