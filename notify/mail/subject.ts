import type { Message } from '../message.ts';
import { harmless, summaryOf } from '../words.ts';

/** Subject of a mail: what it says, before anything else. */
export function subjectOf(message: Message): string {
  switch (message.kind) {
    case 'confirm':
      return 'Confirm your address for Stealtime';
    case 'test':
      return `Test: ${harmless(message.watch.title)}`;
    case 'alert': {
      const [first] = message.items;
      const others = message.items.length + message.more - 1;
      if (first === undefined) return harmless(message.watch.title);
      return `${summaryOf(first)}${others > 0 ? `, and ${others} more` : ''}`;
    }
    case 'notice':
      return `${message.reason === 'expired' ? 'Your watch has ended' : 'Your watch is switched off'}: ${harmless(message.watch.title)}`;
    case 'digest':
      return `Your week in offers: ${message.parts.length} ${message.parts.length === 1 ? 'watch' : 'watches'} with news`;
  }
}
