/** Cores: how many, of which chip, and whose. */
import type { ResourceModel } from '../../domain/plan.ts';
import type { Token } from './lexer.ts';
import type { Phrase } from './phrases.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  single: 1,
  one: 1,
  dual: 2,
  two: 2,
  double: 2,
  triple: 3,
  quad: 4,
  four: 4,
  hexa: 6,
  six: 6,
  octa: 8,
  octo: 8,
  eight: 8,
  ein: 1,
  zwei: 2,
  vier: 4,
  un: 1,
  deux: 2,
  quatre: 4,
  uno: 1,
  dos: 2,
  cuatro: 4,
};

/** No plan has more. */
const MOST_CORES = 1024;
/** More than this many chips of a name are no plan's. */
const MOST_CHIPS = 32;

/** Number of cores that a phrase states; null where it states none. */
export function coresIn(phrase: Phrase): number | null {
  for (const tokens of [phrase.tokens, ...phrase.asides]) {
    const count = countIn(tokens);
    if (count !== null) return count;
  }
  return null;
}

function countIn(tokens: readonly Token[]): number | null {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'word') continue;
    if (token.label === 'cpu') {
      const count = countBefore(tokens, index) ?? countAfter(tokens, index);
      if (count !== null && count > 0 && count <= MOST_CORES) return count;
    }
    // "2C/4G", "4vC": the letter is the unit, right behind its figure.
    const before = tokens[index - 1];
    if (/^v?c$/.test(token.folded) && token.tight && before?.type === 'number' && !before.times) return before.value;
  }
  return ofChip(tokens);
}

/** "2 x AMD EPYC 7551P", "2 AMD Ryzen 3.0 GHz+" and nothing else: of a virtual server it is the cores that are counted. */
function ofChip(tokens: readonly Token[]): number | null {
  const [count, ...rest] = tokens;
  if (count?.type !== 'number' || !Number.isInteger(count.value) || count.value < 1 || count.value > MOST_CHIPS) return null;
  const chip = rest.some(({ type }) => type === 'chip') || rest.some(({ type }) => type === 'frequency');
  const plain = rest.every((token) => token.type !== 'word' || token.label === undefined || token.label === 'cpu');
  return chip && plain && /^(?:x\s)?(?:amd|intel|ryzen|epyc|xeon)\b/i.test(rest.map(({ text }) => text).join(' '))
    ? count.value
    : null;
}

/** "2 vCPU", "1x Intel Xeon vCore", "2 Ryzen 7 5700G CPU cores", "quad core". */
function countBefore(tokens: readonly Token[], index: number): number | null {
  let words = 0;
  for (let at = index - 1; at >= 0 && words <= 5; at -= 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.type === 'number') {
      // "1 9950X core": a chip by its number.
      if (token.value >= 1000) continue;
      return token.value;
    }
    if (token.type === 'word') {
      const number = NUMBER_WORDS[token.folded];
      if (number !== undefined) return number;
      if (token.label !== undefined && token.label !== 'cpu' && token.label !== 'guaranteed' && token.label !== 'burst')
        return null;
      words += 1;
    } else if (token.type === 'sep') {
      if (!'-–™®*’\'"~+'.includes(token.char)) return null;
      if ('-–'.includes(token.char) && !token.tight) return null;
    } else if (token.type !== 'chip' && token.type !== 'frequency') return null;
  }
  return null;
}

/** "CPU: 2", "vCPU x 2", "Cores - 4", "CPU: AMD EPYC 7543, 2 cores" is left to "2 cores". */
function countAfter(tokens: readonly Token[], index: number): number | null {
  for (let at = index + 1; at < tokens.length && at <= index + 4; at += 1) {
    const token = tokens[at];
    if (token?.type === 'number') {
      const next = tokens[at + 1];
      // "CPU: 4 GHz" has its own kind; "CPU 2 GB" cannot be, sizes are tokens of their own.
      return next?.type === 'word' && next.label !== undefined && next.label !== 'cpu' ? null : token.value;
    }
    if (token?.type === 'word' && NUMBER_WORDS[token.folded] !== undefined) return NUMBER_WORDS[token.folded] ?? null;
    if (token?.type === 'sep' && ':=-–—x×*#'.includes(token.char)) continue;
    if (token?.type === 'word' && (token.label === 'cpu' || token.folded === 'x')) continue;
    return null;
  }
  return null;
}

/** Words about whose the cores are, near the cores themselves: "dedicated resources", "dedicated IP" and "VDS" are not. */
export function coreModelIn(text: string): { readonly is: ResourceModel; readonly said: string } | null {
  const core = '(?:v?cpus?|v?cores?|threads?|v?kerne?n?|processors?|v?c(?:oe|œ)urs?|n[uú]cleos?)';
  const near = String.raw`(?:[\s-]+[\w®™.-]{1,20}){0,3}?[\s-]+`;
  const found = (pattern: string) => new RegExp(pattern, 'iu').exec(text)?.[0];
  const within = found(String.raw`${core}\s+dedicated\s+within`);
  if (within !== undefined) return { is: 'shared', said: within };
  const fair = found(
    String.raw`equal(?:ly)?[\s-]share[ds]?\b[^.\n]{0,16}${core}|fair[\s-]?(?:share|use|usage)\b[^.\n]{0,20}${core}|${core}(?:[^.\n]|\.(?=\d)){0,24}\bfair(?:ly)?[\s-]?(?:shared?|use|usage)`,
  );
  if (fair !== undefined) return { is: 'shared', said: fair };
  const shared = found(
    String.raw`\b${core}\s*[:=]\s*(?:\d{1,3}\s*x?\s*)?shared\b|\b(?:shared|fairly[\s-]shared|geteilte[rn]?|gemeinsam\s+genutzte?|partag[ée]e?s?|compartid[oa]s?)${near}?${core}\b|\b${core}\s*[(:]?\s*(?:shared|geteilt|partagés?|compartidos?)(?!\p{L})`,
  );
  if (shared !== undefined) return { is: 'shared', said: shared };
  const dedicated = found(
    String.raw`\b(?:dedicated|dedizierte[rn]?|dédiés?|dedicad[oa]s?|pinned|exclusive)${near}${core}\b|\b${core}\s*[(:-]?\s*(?:dedicated|dediziert|dédiés?|dedicados?|pinned)(?!\p{L})(?!\s+(?:ip|port|server|within|ram|memory))`,
  );
  if (dedicated !== undefined && !/dedicated\s+(?:server|ip|port|resource)/i.test(dedicated))
    return { is: 'dedicated', said: dedicated };
  return null;
}

/** Chip as written: the first that the phrase names. */
export function chipIn(phrase: Phrase): string | null {
  const token = [...phrase.tokens, ...phrase.asides.flat()].find(({ type }) => type === 'chip');
  return token ? token.text.replace(/\s+/g, ' ').trim() : null;
}
