/** HTML and BBCode of a post into the Markdown that its lines are read from. One pass, whatever is nested or left open. */

const BREAKS = new Set([
  'p',
  'div',
  'br',
  'tr',
  'table',
  'tbody',
  'thead',
  'ul',
  'ol',
  'dl',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'figure',
  'center',
  'form',
  'details',
  'summary',
  'main',
  'aside',
  'nav',
]);
/** Elements whose content is no text of the post. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe', 'textarea', 'title', 'select']);

/** HTML elements as Markdown; anything else stays as written. */
export function htmlToMarkdown(text: string): string {
  if (!text.includes('<')) return text;
  const out: string[] = [];
  const links: string[] = [];
  const lower = text.toLowerCase();
  let at = 0;
  let closing = -1;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    out.push(text.slice(at, open));
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open + 4);
      at = end < 0 ? text.length : end + 3;
      continue;
    }
    if (closing >= 0 && closing < open) closing = text.indexOf('>', open);
    else if (closing < 0) closing = text.indexOf('>', open);
    const tag = closing < 0 ? null : tagAt(text, open, closing);
    if (!tag) {
      out.push('<');
      at = open + 1;
      continue;
    }
    at = closing + 1;
    if (!tag.end && SILENT.has(tag.name)) {
      const end = lower.indexOf(`</${tag.name}`, at);
      at = end < 0 ? text.length : end;
      continue;
    }
    out.push(markOf(tag, links));
  }
  out.push(text.slice(at));
  return out.join('');
}

interface Tag {
  readonly name: string;
  readonly end: boolean;
  readonly attributes: string;
}

/** The tag between a "<" and the next ">"; null where that is none (an address, a comparison). */
function tagAt(text: string, open: number, close: number): Tag | null {
  if (close - open > 4000) return null;
  const inner = text.slice(open + 1, close);
  const match = /^(\/?)([a-zA-Z][a-zA-Z0-9-]{0,20})(?=[\s/]|$)/.exec(inner);
  if (!match || inner.includes('<')) return null;
  const [, slash = '', name = ''] = match;
  return { name: name.toLowerCase(), end: slash === '/', attributes: inner.slice(match[0].length) };
}

function markOf({ name, end, attributes }: Tag, links: string[]): string {
  if (/^h[1-6]$/.test(name)) return end ? '\n\n' : `\n\n${'#'.repeat(Number(name.charAt(1)))} `;
  if (name === 'li' || name === 'dt') return end ? '' : '\n* ';
  if (name === 'td' || name === 'th') return end ? '' : ' | ';
  if (name === 'hr') return '\n---\n';
  if (name === 'pre') return '\n\n';
  if (BREAKS.has(name)) return name === 'p' || name === 'table' ? '\n\n' : '\n';
  if (name === 'b' || name === 'strong') return '**';
  if (name === 's' || name === 'del' || name === 'strike') return '~~';
  if (name === 'a') {
    if (end) {
      const href = links.pop();
      return href === undefined ? '' : `](${href})`;
    }
    const href = /\bhref\s{0,3}=\s{0,3}["']?([^"'\s>]{0,2000})/i.exec(attributes)?.[1] ?? '';
    links.push(href.replace(/[()]/g, ''));
    return '[';
  }
  return ' ';
}

const BBCODE =
  /\[(\/?)(b|i|u|s|strike|url|img|color|colour|font|size|list|\*|li|quote|code|center|left|right|indent|highlight|h[1-6]|table|tr|td|th|hr|email|attach|spoiler|justify|float|size|background)(?:=([^\][\n]{0,500}))?\]/gi;

/** BBCode elements as Markdown. Square brackets that are none stay. */
export function bbcodeToMarkdown(text: string): string {
  if (!text.includes('[')) return text;
  return text
    .replace(/\[img(?:=[^\][\n]{0,200})?\][^[\n]{0,1000}\[\/img\]/gi, ' ')
    .replace(/\[url\]([^[\n]{0,1000})\[\/url\]/gi, ' $1 ')
    .replace(
      /\[url=["']?([^\]["'\n]{0,1000})["']?\]([^\n[]{0,400}(?:\[\/?(?:b|i|u|color|size)[^\][\n]{0,40}\][^\n[]{0,400}){0,6})\[\/url\]/gi,
      '[$2]($1)',
    )
    .replace(BBCODE, (whole, slash: string, tag: string) => bbMark(whole, slash === '/', tag.toLowerCase()));
}

function bbMark(whole: string, end: boolean, tag: string): string {
  if (tag === 'b') return '**';
  if (tag === 's' || tag === 'strike') return '~~';
  if (tag === '*' || tag === 'li') return end ? '' : '\n* ';
  if (/^h[1-6]$/.test(tag)) return end ? '\n\n' : `\n\n${'#'.repeat(Number(tag.charAt(1)))} `;
  if (tag === 'td' || tag === 'th') return end ? '' : ' | ';
  if (tag === 'hr') return '\n---\n';
  if (['tr', 'table', 'list', 'quote', 'code', 'center', 'spoiler'].includes(tag)) return '\n';
  // "[U]" and "[S]" in capitals and alone can be words; the others are never more than looks.
  return whole.length > 60 ? ' ' : '';
}
