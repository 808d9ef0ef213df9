/** A pasted report as plain lines: terminals, forums and Markdown leave marks in it that are no part of what a tool printed. */

/** A line of a report, cut: no tool writes longer ones, and what is longer is text around it. */
export const LONGEST_LINE = 2000;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&#124;': '|',
  '&#x7c;': '|',
};

/** Lines without colours, tags, quote marks, fences and Markdown's escapes; blanks inside a line stay as they are. */
export function cleanLines(text: string): string[] {
  return plain(text).split('\n').map(cleanLine);
}

/** Text without terminal colours, tags and entities; line breaks are `\n`. */
export function plain(text: string): string {
  return withoutColours(text)
    .replace(/\r\n?|\u2028|\u2029|<br\s?\/?>/g, '\n')
    .replace(/<(?!https?:)\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/&(?:[a-z]{2,5}|#\d{2,3}|#x[0-9a-f]{2});/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u2502\u2503\uff5c\u00a6]/g, '|')
    .replaceAll('\uff1a', ':');
}

function withoutColours(text: string): string {
  return text
    .split('\u001b')
    .map((part, at) => (at === 0 ? part : part.replace(/^[[(][0-9;?]{0,16}[A-Za-z]/, '')))
    .join('')
    .replace(/\[0K|\[[0-9;]{1,8}m/g, '');
}

function cleanLine(line: string): string {
  return line
    .slice(0, LONGEST_LINE)
    .replace(/^(?:\s{0,8}>){1,5}\s?/, '')
    .replace(/\\([|_*#`~<>[\]().+-])/g, '$1')
    .replace(/\*\*|`{1,3}|~~/g, '')
    .trimEnd();
}

/** The cells of a table row that is drawn with bars. */
export function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** What lines of the form "label : value" say: the first of each label. Labels in lower case, without blanks at their ends. */
export function labelled(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(':');
    if (at < 1 || at > 40) continue;
    const label = line
      .slice(0, at)
      .replace(/^[\s*•#-]+/, '')
      .trim()
      .toLowerCase()
      .replace(/\s+/g, ' ');
    if (label !== '' && !found.has(label)) found.set(label, line.slice(at + 1).trim());
  }
  return found;
}
