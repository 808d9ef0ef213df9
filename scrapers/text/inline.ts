/** The markup inside a line: Markdown, BBCode and HTML marks taken off, invisible characters and decorations gone. */

/** Struck-out words are prices of the past. Bounded, so that marks without an end cost no more than their line. */
const STRUCK = /~~[^~\n]{1,300}~~|<(s|del|strike)\b[^>]{0,200}>[^<]{0,300}<\/\1>|\[(s|strike)\][^[]{0,300}\[\/\2\]/gi;
const IMAGE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)/g;
const LINK = /\[([^\]\n]{0,400})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)/g;
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

/** One line without its marks. */
export function stripMarkup(line: string): string {
  const text = line
    .replace(STRUCK, ' ')
    .replace(IMAGE, ' ')
    .replace(LINK, '$1')
    .replace(BBCODE, '')
    .replace(AUTOLINK, ' ')
    .replace(TAG, ' ')
    .replace(/&(#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8}[0-9]{0,2});/gi, (whole, name: string) => entity(name) ?? whole)
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
