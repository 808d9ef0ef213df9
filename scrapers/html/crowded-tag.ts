/** Tags with more attributes than any real one: parsers look through all of a tag's attributes for each new one. */

/** Attributes of one tag, beyond which the page is given up. */
const MOST_ATTRIBUTES = 200;

const RAW_TEXT = /^(script|style|textarea|title|noscript)\b/i;

/** Whether a page holds a tag with a flood of attributes. Linear; the text of scripts and styles is passed over. */
export function hasCrowdedTag(html: string): boolean {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) return false;
      at = end + 3;
      continue;
    }
    const tag = tagAt(html, at + 1);
    if (tag === null) {
      at += 1;
      continue;
    }
    if (tag.attributes > MOST_ATTRIBUTES) return true;
    const raw = RAW_TEXT.exec(html.slice(at + 1, at + 10))?.[1];
    at = raw === undefined ? tag.end : endOfRawText(html, tag.end, raw);
  }
  return false;
}

/** Where the tag ends and how many attributes it has at least; null where no tag begins. */
function tagAt(html: string, start: number): { end: number; attributes: number } | null {
  if (!isLetter(html.charCodeAt(start))) return null;
  let attributes = 0;
  let spaced = false;
  let at = start;
  while (at < html.length) {
    const char = html.charCodeAt(at);
    if (char === 0x3e) break;
    if (char <= 0x20 || char === 0x2f) spaced = true;
    else if ((char === 0x22 || char === 0x27) && isValueStart(html, at)) {
      const close = html.indexOf(html.charAt(at), at + 1);
      if (close < 0) return { end: html.length, attributes };
      at = close;
      // What follows a quoted value is the next attribute, with or without a space.
      spaced = true;
    } else if (spaced) {
      spaced = false;
      attributes += 1;
      if (attributes > MOST_ATTRIBUTES) break;
    }
    at += 1;
  }
  return { end: at, attributes };
}

function isValueStart(html: string, quote: number): boolean {
  let before = quote - 1;
  // A few spaces may stand between the sign and the value; more are no value of a real page.
  while (before > quote - 8 && html.charCodeAt(before) <= 0x20) before -= 1;
  return html.charAt(before) === '=';
}

function isLetter(char: number): boolean {
  return (char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a);
}

function endOfRawText(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}
