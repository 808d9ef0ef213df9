/** Addresses of a plan: IPv4 (own or through NAT) and IPv6 (a count, a prefix, or just that there is some). */
import type { Token } from './lexer.ts';
import type { Phrase } from './phrases.ts';

/** What a phrase says about addresses; absent: nothing. */
export interface Addresses {
  readonly ipv4?: number;
  readonly natIpv4?: boolean;
  readonly hasIpv6?: boolean;
  readonly ipv6?: number;
  readonly ipv6Prefix?: string;
}

/** Words that take back what stands beside them: it can be had, it is not part of the plan. */
const NOT_INCLUDED =
  /\b(?:optional(?:ly)?|on request|upon request|available (?:where|on|for|upon|as)|extra|additional|add-?on|coming soon|soon|auf anfrage|sur demande|bajo petición|option(?:nel)?|can be (?:added|ordered|requested))\b/i;
const NONE = /\b(?:no|without|kein[e]?|ohne|sans|sin|not?\s+included)\b|✗|❌|✖/iu;
const ONLY_IPV6 =
  /\bipv6[\s-]*only\b(?!\s+(?:available|in|at|for|on|offered|possible|upon|with)\b)|\bonly\s+ipv6\b|\bnur\s+ipv6\b/i;
const NAT = /\bnat(?:ed|ted)?\b|\bshared\s+ipv?4?\b|\bipv4\s+(?:\w+\s+)?shared\b|\bshared\s+public\s+ip/i;

/** Reads the addresses of a phrase. */
export function addressesIn(phrase: Phrase): Addresses {
  const found: { -readonly [K in keyof Addresses]: Addresses[K] } = {};
  const { text } = phrase;
  if (ONLY_IPV6.test(text) && !/\b(?:pricing|cheaper|also|option|optional|ask|available as|want)\b/i.test(text)) {
    found.ipv4 = 0;
    found.hasIpv6 = true;
  }
  const nat = NAT.test(text) && !/\bno\s+nat\b|\bwithout\s+nat\b/i.test(text);
  if (nat && /\bip|\bnat\b/i.test(text)) {
    found.natIpv4 = true;
    found.ipv4 = 0;
  }
  const tokens = [...phrase.tokens];
  if (NOT_INCLUDED.test(text) && !/\bincluded\b/i.test(text)) return found;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'ip') continue;
    const negated = isNegated(tokens, index);
    if (token.version === 6) Object.assign(found, ipv6At(phrase, index, negated));
    else if (token.version === 4 || isAddressWord(phrase, index)) {
      if (negated) found.ipv4 = 0;
      else if (!found.natIpv4 && found.ipv4 === undefined && !isTopic(tokens, index)) {
        const count = countBeside(tokens, index);
        if (count !== null) found.ipv4 = count;
      }
    }
  }
  const aside = found.hasIpv6 === undefined ? (ipv6Aside(phrase) ?? loneBlock(tokens)) : null;
  return aside ? { ...found, ...aside } : found;
}

const BLOCKS: ReadonlySet<number> = new Set([48, 56, 60, 64, 80, 96, 112]);

/** "1 IPv4, and one /64", "v6 /64": a block of this size is one of IPv6. */
function loneBlock(tokens: readonly Token[]): Addresses | null {
  const block = tokens.find((token) => token.type === 'prefix' && BLOCKS.has(token.bits));
  return block?.type === 'prefix' ? { hasIpv6: true, ipv6Prefix: `/${block.bits}` } : null;
}

/** "1 IPv4 (free /48 IPv6)": what brackets add. */
function ipv6Aside({ asides, text }: Phrase): Addresses | null {
  for (const tokens of asides) {
    const index = tokens.findIndex((token) => token.type === 'ip' && token.version === 6);
    if (index >= 0) return ipv6At({ tokens, asides: [], text }, index, isNegated(tokens, index));
  }
  return null;
}

/** "1 IP", "IP Address: 1" without a version mean IPv4; "IP transit", "KVM over IP", "IP-KVM" mean none. */
function isAddressWord(phrase: Phrase, index: number): boolean {
  const token = phrase.tokens[index];
  const next = phrase.tokens[index + 1];
  const before = phrase.tokens[index - 1];
  if (/\b(?:over[\s-]ip|ip[\s-]?kvm|ip transit|test ip|own ip|ip address(?:es)? from)\b/i.test(phrase.text)) return false;
  if (token && /^IPs?$/i.test(token.text) && next?.type === 'word' && /^(?:space|range|transit|pool|change)/.test(next.folded))
    return false;
  return before?.type === 'number' || before?.type === 'word' || next?.type === 'word' || next?.type === 'sep';
}

function isNegated(tokens: readonly Token[], index: number): boolean {
  const before = tokens
    .slice(Math.max(0, index - 2), index)
    .map(({ text }) => text)
    .join(' ');
  const after = tokens
    .slice(index + 1, index + 3)
    .map(({ text }) => text)
    .join(' ');
  return (
    NONE.test(before) || /^[:\s]*(?:no|none|kein|keine|not (?:provided|included|available|supported|offered)|❌|✗)\b/i.test(after)
  );
}

/** "IPv6: available where supported" and "Test IP: …" speak of something else than a count. */
function isTopic(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  const then = tokens[index + 2];
  return (
    next?.type === 'word' &&
    then?.type !== 'number' &&
    /^(?:ready|capable|announcement|subnets?|blocks?|ranges?)$/.test(next.folded)
  );
}

/** Count of the addresses named at a place: the figure before, the figure after a colon, else one. */
function countBeside(tokens: readonly Token[], index: number): number | null {
  let at = index - 1;
  for (let words = 0; at >= 0 && words < 4; at -= 1) {
    const token = tokens[at];
    if (token?.type === 'number') return Number.isInteger(token.value) && token.value <= 65_536 ? token.value : null;
    // "/32" is one address; other prefixes are blocks.
    if (token?.type === 'prefix' && token.bits !== 32) return null;
    if (token?.type === 'prefix') continue;
    if (token?.type === 'word' && token.label === undefined) words += 1;
    else break;
  }
  const after = tokens.slice(index + 1, index + 5);
  const figure = after.findIndex((token) => token.type === 'number');
  if (
    figure >= 0 &&
    after
      .slice(0, figure)
      .every(
        (token) =>
          (token.type === 'sep' && ':=-–x×'.includes(token.char)) ||
          (token.type === 'word' && /^address(?:es)?$|^adresse[n]?$|^direccion(?:es)?$|^x$/.test(token.folded)),
      )
  ) {
    const token = after[figure];
    return token?.type === 'number' && Number.isInteger(token.value) ? token.value : null;
  }
  if (after[0]?.type === 'prefix') return null;
  return 1;
}

function ipv6At(phrase: Phrase, index: number, negated: boolean): Addresses {
  const { tokens } = phrase;
  if (negated) return { hasIpv6: false };
  const prefix =
    firstPrefix(tokens.slice(Math.max(0, index - 4), index).reverse()) ?? firstPrefix(tokens.slice(index + 1, index + 5));
  if (prefix?.type === 'prefix') return { hasIpv6: true, ipv6Prefix: `/${prefix.bits}` };
  const before = countBefore6(tokens, index);
  const asidePrefix = phrase.asides.flat().find((token) => token.type === 'prefix');
  if (asidePrefix?.type === 'prefix' && (before === null || before === 1))
    return { hasIpv6: true, ipv6Prefix: `/${asidePrefix.bits}` };
  return before === null ? { hasIpv6: true } : { hasIpv6: true, ipv6: before };
}

/** The first prefix of some tokens, unless another address stands before it. */
function firstPrefix(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token, at) => token.type === 'prefix' && !tokens.slice(0, at).some((one) => one.type === 'ip'));
}

/** A count right before ("10 IPv6 addresses", "1x dedicated IPv6") or after a colon; null where none is stated. */
function countBefore6(tokens: readonly Token[], index: number): number | null {
  for (let at = index - 1, words = 0; at >= 0 && words < 3; at -= 1) {
    const token = tokens[at];
    if (token?.type === 'number') return Number.isInteger(token.value) && token.value > 0 ? token.value : null;
    if (token?.type === 'word' && token.label === undefined) words += 1;
    else break;
  }
  const [colon, figure, unit] = tokens.slice(index + 1, index + 4);
  const isCount = colon?.type === 'sep' && ':x×'.includes(colon.char) && figure?.type === 'number' && unit?.type !== 'word';
  const isWord =
    colon?.type === 'sep' &&
    colon.char === ':' &&
    figure?.type === 'number' &&
    unit?.type === 'word' &&
    /^addres/.test(unit.folded);
  return (isCount || isWord) && figure?.type === 'number' && Number.isInteger(figure.value) && figure.value > 0
    ? figure.value
    : null;
}
