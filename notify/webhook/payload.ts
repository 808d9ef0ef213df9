/** A message as a webhook takes it: signed JSON of our own, or the form of a service. */
import { Webhook } from 'standardwebhooks';
import type { WebhookTemplate } from '../../domain/watch/watch-body.ts';
import type { WebhookPost } from '../../net/webhook-door.ts';
import { SECTIONS, TEST_WORDS } from '../mail/sections.ts';
import { type Message, pageOf, type Sender } from '../message.ts';
import { factsOf, harmless, headline, nameOf, summaryOf } from '../words.ts';

/** What is told to webhooks: the rest is for the subscriber's address alone. */
export type WebhookMessage = Extract<Message, { kind: 'alert' | 'test' | 'digest' }>;

/** Where a message goes, and what it is signed with. */
export interface WebhookTarget {
  readonly url: string;
  readonly template: WebhookTemplate;
  /** `whsec_…` */
  readonly secret: string;
  /** The same for every try, so that a receiver can tell a second copy. */
  readonly deliveryId: string;
}

/** Builds the request. `now`: epoch milliseconds. */
export function webhookPost(message: WebhookMessage, target: WebhookTarget, sender: Sender, now: number): WebhookPost {
  const { url, template } = target;
  if (template === 'standard') return signed(message, target, now);
  const lines = linesOf(message, sender, template);
  switch (template) {
    case 'ntfy':
      return {
        url,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', Title: ascii(titleOf(message)), Click: clickOf(message, sender) },
        body: cut(lines.join('\n'), 3500),
      };
    case 'discord':
      return json(url, { content: cut(lines.join('\n'), 1900), allowed_mentions: { parse: [] } });
    case 'slack':
      return json(url, { text: cut(lines.join('\n'), 3500), unfurl_links: false });
  }
}

/** Standard Webhooks: id, time and body are signed, and verify with any of its libraries. */
function signed(message: WebhookMessage, { url, secret, deliveryId }: WebhookTarget, now: number): WebhookPost {
  const at = new Date(now);
  const { kind, ...data } = message;
  const body = JSON.stringify({ type: `watch.${kind}`, timestamp: at.toISOString(), data });
  return {
    url,
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': deliveryId,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': new Webhook(secret).sign(deliveryId, at, body),
    },
    body,
  };
}

function json(url: string, body: unknown): WebhookPost {
  return { url, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function titleOf(message: WebhookMessage): string {
  if (message.kind === 'digest') return 'Your week in offers';
  const [first] = message.items;
  return first === undefined || message.kind === 'test' ? harmless(message.watch.title) : `${headline(first)}: ${nameOf(first)}`;
}

function clickOf(message: WebhookMessage, sender: Sender): string {
  if (message.kind === 'digest') return `${sender.base}/alerts`;
  const [first] = message.items;
  return first === undefined ? message.watch.page : pageOf(sender, first.rowId);
}

function linesOf(message: WebhookMessage, sender: Sender, template: WebhookTemplate): string[] {
  const said = (text: string) => escaped(text, template);
  if (message.kind === 'test') return [said(message.watch.title), said(TEST_WORDS)];
  if (message.kind === 'digest') {
    return message.parts.flatMap(({ watch, part }) => [
      said(harmless(watch.title)),
      ...SECTIONS.flatMap(([key, title]) =>
        part[key].length === 0 ? [] : [`${title}:`, ...part[key].map((item) => `- ${said(summaryOf(item))}`)],
      ),
      ...part.warnings.map((one) => `- ${said(`Risk ${one.from} → ${one.to}: ${nameOf(one)}`)}`),
    ]);
  }
  const shown = message.items.flatMap((item) => [
    said(summaryOf(item)),
    ...factsOf(item)
      .filter(([label]) => label === 'In your currency' || label === 'Stock' || label === 'Risk')
      .map(([label, value]) => said(`${label}: ${value}`)),
    pageOf(sender, item.rowId),
  ]);
  return [...shown, ...(message.more > 0 ? [`and ${message.more} more: ${message.watch.page}`] : []), said(message.watch.title)];
}

/** What a service would read as more than text. Names come from sources. */
function escaped(text: string, template: WebhookTemplate): string {
  if (template === 'slack') return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return template === 'discord' ? text.replace(/[\\*_~`|>[\]()<@#]/g, '\\$&') : text;
}

/** Headers take letters of ASCII only. */
function ascii(text: string): string {
  return text
    .replaceAll('→', '->')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, '')
    .slice(0, 120);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
