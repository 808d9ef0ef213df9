/** Sends mails: by the operator's SMTP server, or into a folder where there is none. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { withoutAddresses } from '../../domain/watch/address.ts';
import type { Mail } from './build-mail.ts';

/** How a try ended. `address-refused`: the server says that there is no such mailbox. Messages hold no address. */
export type MailOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'address-refused' | 'refused' | 'unreachable'; readonly message: string };

/** Where mails go. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
  close(): void;
}

/** Pause for a server that does not answer, in milliseconds. */
const PATIENCE_MS = 30_000;

/** Sends by SMTP. `url`: smtp://user:password@host:port, or smtps://. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport(url, undefined);
  Object.assign(transport.options, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // What a message says comes from a database: nothing in it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(optionsOf(mail));
        return { ok: true };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Writes each mail as an `.eml` file. The same delivery is the same file: sent twice it is there once. */
export function outboxMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(optionsOf(mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${/^<([\w-]+)@/.exec(mail.messageId)?.[1] ?? 'mail'}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
      return { ok: true };
    },
    close: () => undefined,
  };
}

function optionsOf({ headers, ...mail }: Mail) {
  const prepared = Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, foldLines: false, value } }));
  return { ...mail, headers: prepared };
}

/** No such mailbox, moved, not allowed as a name: RFC 5321. Refusals for policy (5.7) say nothing about the mailbox. */
const NO_MAILBOX: ReadonlySet<number> = new Set([550, 551, 553]);

function outcomeOf(error: unknown): MailOutcome {
  if (!(error instanceof Error)) throw error;
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // An error without either comes from our own code.
  if (status === null && code === null) throw error;
  const message = withoutAddresses(error.message);
  if (status === null || status < 500) return { ok: false, code: 'unreachable', message };
  const aboutMailbox = code === 'EENVELOPE' && NO_MAILBOX.has(status) && !/\b5\.7\.\d/.test(error.message);
  return { ok: false, code: aboutMailbox ? 'address-refused' : 'refused', message };
}
