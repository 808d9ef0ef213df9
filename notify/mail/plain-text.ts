/** The plain part of a mail: everything that the other part says. */
import type { DigestPart } from '../../domain/watch/digest.ts';
import type { ToldItem } from '../../domain/watch/told-item.ts';
import { type Message, pageOf, type Sender, type WatchNote } from '../message.ts';
import { factsOf, harmless, headline, moveWords, nameOf, reasonOf, summaryOf } from '../words.ts';
import { noticeWords, SECTIONS, TEST_WORDS } from './sections.ts';

/** Writes the plain part. */
export function plainText(message: Message, sender: Sender): string {
  return `${bodyOf(message, sender).join('\n')}\n`;
}

function bodyOf(message: Message, sender: Sender): string[] {
  switch (message.kind) {
    case 'confirm':
      return [
        'Somebody, hopefully you, wants to hear from Stealtime at this address.',
        '',
        'Open this link and press the button there:',
        message.link,
        '',
        `It works once, for ${message.hours} hours. Without it nothing else is sent. If it was not you, do nothing.`,
      ];
    case 'test':
      return [TEST_WORDS, '', ...whyWords(message.watch), ...leaveWords(message.watch, sender)];
    case 'alert':
      return [
        ...message.items.flatMap((item) => [...itemWords(item, sender), '']),
        ...(message.more > 0 ? [`And ${message.more} more: ${message.watch.page}`, ''] : []),
        ...whyWords(message.watch),
        ...leaveWords(message.watch, sender),
      ];
    case 'notice':
      return [noticeWords(message.reason), '', `Watch: ${harmless(message.watch.title)}`, `Your watches: ${sender.base}/alerts`];
    case 'digest':
      return [
        ...message.parts.flatMap(({ watch, part }) => [harmless(watch.title), watch.page, '', ...partWords(part, sender), '']),
        '-- ',
        `Leave the digest: ${message.leave}`,
        `Your watches: ${sender.base}/alerts`,
      ];
  }
}

function itemWords(item: ToldItem, sender: Sender): string[] {
  const facts = factsOf(item).map(([label, value]) => (label === '' ? `  ${value}` : `  ${label}: ${value}`));
  return [`${headline(item)}: ${nameOf(item)}`, ...facts, `  ${pageOf(sender, item.rowId)}`];
}

function partWords(part: DigestPart, sender: Sender): string[] {
  const lists = SECTIONS.flatMap(([key, title]) => {
    const items = part[key];
    if (items.length === 0) return [];
    return [`${title}:`, ...items.flatMap((item) => [`  - ${lineOf(item)}`, `    ${pageOf(sender, item.rowId)}`])];
  });
  const warnings = part.warnings.flatMap((one) => [
    `  - ${nameOf(one)}: risk ${one.from} → ${one.to}: ${reasonOf(one.summary)}`,
    `    ${pageOf(sender, one.rowId)}`,
  ]);
  return [
    ...lists,
    ...(warnings.length > 0 ? ['Warnings that appeared:', ...warnings] : []),
    ...(part.more > 0 ? [`And ${part.more} more.`] : []),
  ];
}

/** One line of a digest. */
export function lineOf(item: ToldItem): string {
  const asked =
    item.price?.asked && item.price.asked.currency !== item.price.own.currency ? ` (about ${moveWords(item.price.asked)})` : '';
  const risk = item.risk.level === 'unknown' ? '' : `; risk ${item.risk.level}`;
  return `${summaryOf(item)}${asked}${risk}`;
}

function whyWords({ title, again, page }: WatchNote): string[] {
  return [`Why you get this: ${harmless(title)}`, page, again, ''];
}

function leaveWords({ leave }: WatchNote, { base }: Sender): string[] {
  return ['-- ', `End or pause this watch: ${leave}`, `Your watches: ${base}/alerts`];
}
