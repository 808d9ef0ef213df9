/** A real SMTP server that keeps what it gets, for one test. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** What it got, and how it behaves. */
export interface PostOffice {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answer to the next recipients; null: all are fine. */
  refuse: { readonly code: number; readonly message: string } | null;
  close(): Promise<void>;
}

/** A mail as received. */
export interface ReceivedMail extends Email {
  readonly raw: string;
  /** By name in lower case. */
  readonly head: Readonly<Record<string, string>>;
}

/** Opens it. */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  const mails: ReceivedMail[] = [];
  const state: { refuse: PostOffice['refuse'] } = { refuse: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (state.refuse) done(Object.assign(new Error(state.refuse.message), { responseCode: state.refuse.code }));
      else done();
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const mail = await PostalMime.parse(raw);
        const head = Object.fromEntries(mail.headers.map(({ key, value }) => [key.toLowerCase(), value]));
        mails.push({ ...mail, raw, head });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address() as AddressInfo;
  let closed = false;
  const close = () =>
    new Promise<void>((resolve) => {
      if (closed) return resolve();
      closed = true;
      server.close(() => resolve());
    });
  onTestFinished(close);
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    get refuse() {
      return state.refuse;
    },
    set refuse(value) {
      state.refuse = value;
    },
    close,
  };
}
