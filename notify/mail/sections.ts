/** Words that both parts of a mail share. */

/** Parts of a digest in their order. */
export const SECTIONS = [
  ['newOffers', 'New offers'],
  ['lows', 'Lowest prices so far'],
  ['drops', 'Prices that fell'],
  ['restocks', 'Back on sale'],
] as const;

/** What a test says. */
export const TEST_WORDS = 'This is the test that you asked for: what your watch tells arrives here.';

/** What a notice says. */
export function noticeWords(reason: 'expired' | 'muted'): string {
  return reason === 'expired'
    ? 'Your watch has reached the end that you gave it. It tells nothing any more.'
    : 'Your watch is switched off: its webhook has not taken a message for days. Repair it and switch the watch on again.';
}
