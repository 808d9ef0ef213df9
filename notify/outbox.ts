/** The folder of mails that were written because no SMTP server is set: listed, and read as a mail program would. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** A mail in the folder. */
export interface OutboxEntry {
  /** Name without its ending. */
  readonly id: string;
  /** ISO time. */
  readonly writtenAt: string;
  readonly to: string;
  readonly subject: string;
}

/** A mail in full. */
export interface OutboxMail extends OutboxEntry {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html: string;
}

/** The folder. */
export interface Outbox {
  /** Newest first. */
  list(limit: number): Promise<OutboxEntry[]>;
  /** Null: there is none of this name. */
  read(id: string): Promise<OutboxMail | null>;
}

/** Opens the folder; it need not exist yet. */
export function openOutbox(folder: string): Outbox {
  const read = async (id: string): Promise<OutboxMail | null> => {
    if (!/^[\w-]{1,80}$/.test(id)) return null;
    const file = join(folder, `${id}.eml`);
    const [body, facts] = await Promise.all([readFile(file), stat(file)]).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [null, null] as const;
      throw error;
    });
    if (body === null) return null;
    const mail = await PostalMime.parse(body);
    return {
      id,
      writtenAt: facts.mtime.toISOString(),
      to: (mail.to ?? []).map(({ address }) => address ?? '').join(', '),
      subject: mail.subject ?? '',
      headers: mail.headers.map(({ key, originalKey, value }) => ({ name: originalKey ?? key, value })),
      text: mail.text ?? '',
      html: mail.html ?? '',
    };
  };
  return {
    read,
    async list(limit) {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const ids = names.flatMap((name) => (name.endsWith('.eml') ? name.slice(0, -4) : []));
      const dated = await Promise.all(
        ids.map(async (id) => ({ id, at: (await stat(join(folder, `${id}.eml`)).catch(() => null))?.mtimeMs ?? 0 })),
      );
      const newest = dated.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, limit);
      const mails = await Promise.all(newest.map(({ id }) => read(id)));
      return mails.filter((mail) => mail !== null).map(({ id, writtenAt, to, subject }) => ({ id, writtenAt, to, subject }));
    },
  };
}
