/** The network test in YABS's text. */
import type { IperfRow } from '../report.ts';
import { cells } from './clean-text.ts';
import { milliseconds, rateMbps, words } from './figures.ts';

/** What stands in a cell of speeds. */
const SPEED = /^(?:busy\b|-{1,3}$|[\d.,]+\s*[KMGT]?bits?\/s)/i;

/** The rows of one line: one, or several where a page has joined lines. Empty: the line is none of the table. */
export function iperfRows(line: string, mode: IperfRow['mode']): IperfRow[] {
  const all = cells(line);
  const found: IperfRow[] = [];
  for (let at = 2; at < all.length; at += 1) {
    const send = all[at] ?? '';
    if (!SPEED.test(send) || SPEED.test(all[at - 1] ?? '')) continue;
    const receive = all[at + 1];
    // In a joined line the ping of a row stands in one cell with the provider of the next.
    const provider = words((all[at - 2] ?? '').replace(/^(?:[\d.]+\s*ms|-{2,})\s+/i, ''), 80);
    const location = words(all[at - 1], 120);
    if (provider === null && location === null) continue;
    found.push({
      mode,
      provider,
      location,
      sendMbps: rateMbps(send),
      receiveMbps: rateMbps(receive),
      sendBusy: /^busy/i.test(send),
      receiveBusy: /^busy/i.test(receive ?? ''),
      pingMs: milliseconds(all[at + 2]),
    });
  }
  return found;
}
