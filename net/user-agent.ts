/** The name that robots.txt files can address us by (RFC 9309 product token). */
export const PRODUCT_TOKEN = 'Stealtime';

/** Who we are and where to complain: `Stealtime/<version> (+<contact>)`; contact is a URL or mail address of the operator. */
export function buildUserAgent(version: string, contact: string): string {
  return `${PRODUCT_TOKEN}/${printable(version)} (+${printable(contact)})`;
}

/** Header-safe: a line break or a bracket in an operator's setting must not make every request invalid. */
function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]|[()]/g, '');
}
