/** A message as a mail: both parts, and the headers by which mail programs file it and let people leave. */
import type { Message, Sender } from '../message.ts';
import { htmlPart } from './html-part.tsx';
import { plainText } from './plain-text.ts';
import { subjectOf } from './subject.ts';

/** A mail to be sent. */
export interface Mail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every try of one delivery, so that a second copy can be told from a second event. */
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
}

/** Builds the mail of a delivery. `now`: epoch milliseconds. */
export function buildMail(message: Message, to: string, deliveryId: string, sender: Sender, now: number): Mail {
  const host = hostOf(sender);
  const subject = subjectOf(message).slice(0, 200);
  return {
    to,
    from: sender.from,
    subject,
    text: plainText(message, sender),
    html: htmlPart(message, subject, sender),
    messageId: `<${deliveryId}@${host}>`,
    date: new Date(now),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(message, host) },
  };
}

/** RFC 2919 and RFC 8058. A confirmation is asked for and comes once: there is nothing to leave. */
function listHeaders(message: Message, host: string): Record<string, string> {
  if (message.kind === 'confirm') return { 'List-Id': `Stealtime subscriptions <subscriptions.${host}>` };
  const [name, leave] =
    message.kind === 'digest' ? ['digest', message.leave] : [`${message.watch.id}.watches`, message.watch.leave];
  return {
    'List-Id': `Stealtime ${message.kind === 'digest' ? 'digest' : 'watch'} <${name}.${host}>`,
    'List-Unsubscribe': `<${leave}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** Domain of ids: that of the service. */
function hostOf({ base }: Sender): string {
  return new URL(base).hostname.replace(/[^\w.-]/g, '') || 'localhost';
}
