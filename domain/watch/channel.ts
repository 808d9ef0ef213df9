/** Where a watch tells: the subscriber's address, or a webhook. */
import type { WebhookTemplate } from './watch-body.ts';

/** A channel. */
export type WatchChannel =
  | { readonly kind: 'email' }
  | { readonly kind: 'webhook'; readonly url: string; readonly template: WebhookTemplate };

/** Services that take webhooks in a form of their own, by the host they are known by. */
const BY_HOST: readonly (readonly [RegExp, WebhookTemplate])[] = [
  [/^ntfy\.sh$/, 'ntfy'],
  [/^(?:\w+\.)?discord(?:app)?\.com$/, 'discord'],
  [/^hooks\.slack(?:-gov)?\.com$/, 'slack'],
];

/** Reads a channel, or says what is wrong with it. Whether an address is private is known to who resolves it. */
export function readChannel(text: string, template: WebhookTemplate | null): WatchChannel | string {
  if (text === 'email') return template === null ? { kind: 'email' } : 'takes a template only as a webhook';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== 'https:' || url.hostname === '') return 'is neither "email" nor an https address';
  if (url.username !== '' || url.password !== '') return 'may not carry a user name or a password';
  url.hash = '';
  const known = BY_HOST.find(([host]) => host.test(url.hostname))?.[1];
  return { kind: 'webhook', url: url.href, template: template ?? known ?? 'standard' };
}
