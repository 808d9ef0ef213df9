/** The markup inside a line: Markdown, BBCode and HTML marks taken off, invisible characters and decorations gone. */

/** Struck-out words are prices of the past. Bounded, so that marks without an end cost no more than their line. */
const STRUCK = /~~[^~\n]{1,300}~~|<(s|del|strike)\b[^>]{0,200}>[^<]{0,300}<\/\1>|\[(s|strike)\][^[]{0,300}\[\/\2\]/gi;
const IMAGE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)/g;
const LINK_MARK = '\u0001';
const LINK_END =
  /\]\(\s{0,2}<?((?:[^()\s<>]|\([^()\s]{0,200}\)){0,1500})>?(?:\s{1,3}(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'))?\s{0,2}\)/g;
const AUTOLINK_ONCE = /<?(\bhttps?:\/\/[^\s<>)\]"']{1,2000})>?/;
const AUTOLINK = /<?\bhttps?:\/\/[^\s<>)\]"']{1,2000}>?/g;
const BBCODE =
  /\[\/?(?:b|i|u|s|url|img|color|colour|font|size|list|\*|li|quote|code|center|left|right|indent|highlight|h[1-6]|table|tr|td|th|hr|email|attach|spoiler)(?:=[^\]\n]{0,500})?\]/gi;
const TAG = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>\n]{0,1000})?\/?>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  yen: '¥',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  times: '×',
  hellip: '…',
  frac12: '½',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
};
const INVISIBLE =
  /(?:[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]|\u034f|[\ufe00-\ufe0f])/gu;
const STYLED = /[\u{1d400}-\u{1d7ff}\uff01-\uff5e\u2460-\u24ff\u2150-\u218f]/gu;
const EMOJI =
  /(?:[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|(?![\d#*©®™])\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?(?:\u200d(?:\p{Extended_Pictographic}|[♀♂])[\u{1f3fb}-\u{1f3ff}]?){0,4})/gu;

/** Characters as people read them: styled letters plain, invisible ones gone, emoji as separators. */
export function plainCharacters(text: string): string {
  return text
    .replace(/\ufe0f/g, '')
    .replace(EMOJI, ' • ')
    .replace(STYLED, (character) => character.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2018\u2019\u201b\u2032]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
}

/** A line without its links, the first of their addresses, and the words of one that begins the line. */
export function stripLinks(line: string): { readonly text: string; readonly url: string | null; readonly lead: string | null } {
  if (!line.includes('](')) return { text: line, url: AUTOLINK_ONCE.exec(line)?.[1] ?? null, lead: null };
  let url: string | null = null;
  const ended = line.replace(IMAGE, ' ').replace(LINK_END, (_, address: string) => {
    url ??= address === '' ? null : address;
    return LINK_MARK;
  });
  // Brackets close in the order in which they were opened last; those of links go.
  const drop = new Set<number>();
  const open: number[] = [];
  let lead: string | null = null;
  for (let at = 0; at < ended.length; at += 1) {
    const character = ended.charAt(at);
    if (character === '[') open.push(at);
    else if (character === ']') open.pop();
    else if (character === LINK_MARK) {
      const from = open.pop();
      if (from === undefined) continue;
      drop.add(from);
      if (lead === null && /^[\s*_>#•+-]*$/.test(ended.slice(Math.max(0, from - 12), from)) && from < 12)
        lead = ended.slice(from + 1, at);
    }
  }
  const text =
    [...ended].length === 0
      ? ''
      : Array.from({ length: ended.length }, (_, at) => (drop.has(at) ? '' : ended.charAt(at))).join('');
  return { text: text.replaceAll(LINK_MARK, ''), url, lead: lead === null ? null : stripMarkup(lead.replaceAll(LINK_MARK, '')) };
}

/** One line without its marks. */
export function stripMarkup(written: string): string {
  const line = written.includes('](') ? stripLinks(written).text : written;
  const text = line
    .replace(STRUCK, ' ')
    .replace(IMAGE, ' ')
    .replace(BBCODE, '')
    .replace(AUTOLINK, ' ')
    .replace(TAG, ' ')
    .replace(/&(#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8}[0-9]{0,2});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/(?:\\\*){2,6}/g, ' ')
    .replace(/\\([\\*_~`#[\](){}|<>!+.$-])/g, '$1')
    .replace(/(?:\*\*|__|~~|`+|(?<![\p{L}\d])[*_]|[*_](?![\p{L}\d]))/gu, '')
    .replace(/^\s*(?:#{1,6}\s|[-*+>•·▪◦‣–—]\s|\d{1,2}[.)]\s)+/u, '');
  return plainCharacters(text)
    .replace(/\s+/g, ' ')
    .replace(/^(?:\s|•)+|(?:\s|•)+$/g, '');
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = name.charAt(1).toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
}
