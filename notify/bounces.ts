/** Mail that came back: delivery status notifications (RFC 3464) and complaints (RFC 5965), from a mailbox file or a single mail. */
import PostalMime from 'postal-mime';
import { readAddress } from '../domain/watch/address.ts';

/** An address that is to get no more mail. */
export interface Returned {
  readonly email: string;
  readonly reason: 'bounce' | 'complaint';
}

/** What a mailbox held. */
export interface ReadBounces {
  readonly mails: number;
  /** Each address once. */
  readonly returned: readonly Returned[];
}

/** A mailbox larger than this is not read whole, in bytes. */
const LARGEST_MAILBOX = 256 * 1024 * 1024;

/** Reads a file: mails after one another, each begun by a line "From …", or one mail. */
export async function readBounces(mailbox: Buffer): Promise<ReadBounces> {
  const mails = split(mailbox.subarray(0, LARGEST_MAILBOX).toString('latin1'));
  const returned = new Map<string, Returned>();
  for (const mail of mails) {
    for (const one of await returnedBy(Buffer.from(mail, 'latin1'))) {
      // Who complained has asked not to be written to; that counts for more than a mailbox that is gone.
      if (!returned.has(one.email) || one.reason === 'complaint') returned.set(one.email, one);
    }
  }
  return { mails: mails.length, returned: [...returned.values()] };
}

function split(text: string): string[] {
  const mails: string[][] = [];
  let afterBlank = true;
  for (const line of text.split('\n')) {
    if (afterBlank && line.startsWith('From ')) mails.push([]);
    else if (mails.length === 0) mails.push([line]);
    else mails.at(-1)?.push(line.replace(/^>(>*From )/, '$1'));
    afterBlank = line.trim() === '';
  }
  return mails.map((lines) => lines.join('\n')).filter((mail) => mail.trim() !== '');
}

async function returnedBy(raw: Buffer): Promise<Returned[]> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
  return mail.attachments.flatMap(({ mimeType, content }): Returned[] => {
    const text = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');
    if (mimeType === 'message/delivery-status') return bounced(text);
    return mimeType === 'message/feedback-report' ? complained(text) : [];
  });
}

/** Blocks of fields; the recipients whose mailbox is gone for good. Refusals for policy (5.7) say nothing about the mailbox. */
function bounced(text: string): Returned[] {
  return blocksOf(text).flatMap((fields) => {
    const status = fields.get('status') ?? '';
    const failed = fields.get('action')?.toLowerCase() === 'failed' && /^5\.\d/.test(status) && !/^5\.7\./.test(status);
    const email = failed ? addressIn(fields.get('original-recipient') ?? fields.get('final-recipient')) : null;
    return email === null ? [] : [{ email, reason: 'bounce' as const }];
  });
}

function complained(text: string): Returned[] {
  return blocksOf(text).flatMap((fields) => {
    const isSpam = ['abuse', 'fraud', 'other', 'virus'].includes(fields.get('feedback-type')?.toLowerCase() ?? '');
    const email = isSpam ? addressIn(fields.get('original-rcpt-to') ?? fields.get('removal-recipient')) : null;
    return email === null ? [] : [{ email, reason: 'complaint' as const }];
  });
}

/** "rfc822; ann@example.org" or "<ann@example.org>" */
function addressIn(value: string | undefined): string | null {
  return value === undefined ? null : readAddress(value.slice(value.indexOf(';') + 1).replace(/[<>\s]/g, ''));
}

function blocksOf(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n/g, '\n')
    .split('\n\n')
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':');
        if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
      }
      return fields;
    });
}
