/**
 * JSON as shops embed it: with comments around it, raw line breaks in its strings, commas before brackets. What JavaScript engines would
 * not read either stays unread. One pass, linear.
 */

const MOST = 1_000_000;

/** The value of a text; undefined where even a lenient reader finds no JSON. */
export function looseJson(text: string): unknown {
  const trimmed = unwrapped(text.slice(0, MOST));
  for (const attempt of [trimmed, mended(trimmed), mended(unescaped(trimmed))]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends more.
    }
  }
  return undefined;
}

/** Without the comment or CDATA marks that keep old browsers from scripts. */
function unwrapped(text: string): string {
  return text
    .trim()
    .replace(/^(?:\/\/)?\s{0,5}(?:<!--|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, '')
    .replace(/(?:\/\/)?\s{0,5}(?:-->|\]\]>|\/\*\]\]>\*\/)$/, '')
    .replace(/;\s{0,5}$/, '')
    .trim();
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&');
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Drops comments and commas before closing brackets; escapes control characters inside strings. */
function mended(text: string): string {
  let out = '';
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (inString) {
      if (char === '\\') {
        out += char + text.charAt(at + 1);
        at += 1;
      } else if (char < ' ') out += ESCAPES[char] ?? ' ';
      else out += char;
      if (char === '"') inString = false;
      continue;
    }
    if (char === '/' && text.charAt(at + 1) === '/') at = endOf(text, '\n', at, 0);
    else if (char === '/' && text.charAt(at + 1) === '*') at = endOf(text, '*/', at, 1);
    else if (char === ',') out += closesNext(text, at + 1) ? '' : char;
    else {
      inString = char === '"';
      out += char;
    }
  }
  return out;
}

function endOf(text: string, mark: string, from: number, rest: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + rest;
}

/** Whether nothing but space lies before a closing bracket; a long gap is none that anybody writes. */
function closesNext(text: string, from: number): boolean {
  for (let at = from; at < text.length && at < from + 200; at += 1) {
    const char = text.charAt(at);
    if (char === '}' || char === ']') return true;
    if (!/\s/.test(char)) return false;
  }
  return false;
}
