/** What the sizes and rates of a phrase are of: memory, disk, transfer, a port. Told by the words beside each figure. */
import type { Rate, Size } from '../../domain/listing.ts';
import type { Label } from './labels.ts';
import type { Token } from './lexer.ts';
import type { Phrase } from './phrases.ts';

/** A size with what it is of; `unlabelled` where no word beside it says so. */
export interface SizeClaim {
  readonly kind: 'memory' | 'swap' | 'burst' | 'guaranteed' | 'disk' | 'transfer' | 'backup' | 'gpu' | 'unlabelled';
  readonly size: Size;
  readonly count: number;
  /** The figure with the words that belong to it. */
  readonly words: string;
  readonly loose: boolean;
}

/** A rate: of the port, unless it says otherwise. */
export interface RateClaim {
  readonly kind: 'port' | 'other';
  readonly rate: Rate;
  readonly words: string;
}

export interface Claims {
  readonly sizes: readonly SizeClaim[];
  readonly rates: readonly RateClaim[];
}

/** Words in brackets that make figures beside them something else than what is sold: conditions, gifts, former values. */
const CONDITION =
  /\b(?:doubl\w*|tripl\w*|promo\w*|after|bonus|upgrad\w*|on request|with (?:code|coupon|promo)|w\/|free|extra|default|instead|was|order id|then|max|limit)\b/i;

/** Reads the figures of a phrase; those in brackets only where the brackets do not speak of conditions. */
export function claimsOf(phrase: Phrase): Claims {
  const main = readFigures(phrase.tokens);
  const asides = phrase.asides.filter((tokens) => !CONDITION.test(textOf(tokens))).map((tokens) => readFigures(tokens));
  return { sizes: [main, ...asides].flatMap(({ sizes }) => sizes), rates: [main, ...asides].flatMap(({ rates }) => rates) };
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

const isFigure = (token: Token | undefined) =>
  token !== undefined && (token.type === 'size' || token.type === 'rate' || token.type === 'money' || token.type === 'frequency');

function readFigures(tokens: readonly Token[]): Claims {
  const labelsFirst = startsWithLabel(tokens);
  // "2 GB vRAM" of a plan without a graphics card is its memory.
  const graphics = tokens.some(({ text }) => GRAPHICS.test(text));
  const sizes: SizeClaim[] = [];
  const rates: RateClaim[] = [];
  let last: SizeClaim['kind'] = 'unlabelled';
  // Words up to here say what figures before them are.
  let spoken = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'rate' || (token.type === 'size' && token.loose)) {
      const around = wordsAround(tokens, index);
      const labels = [...around.right, ...around.left];
      const isRate = token.type === 'rate' || isPortFigure(tokens, index, around);
      if (isRate) {
        const rate = token.type === 'rate' ? token.rate : rateOfSize(token.size);
        rates.push({
          kind: labels.includes('other') || isThrottled(tokens, index) || mbps(rate) > 400_000 ? 'other' : 'port',
          rate,
          words: wordsOf(tokens, index),
        });
        continue;
      }
    }
    if (token.type !== 'size') continue;
    const around = wordsAround(tokens, index, labelsFirst ? -1 : spoken);
    spoken = Math.max(spoken, around.lastLabel);
    const told: SizeClaim['kind'] = kindOf(around, labelsFirst) ?? kindByPlace(tokens, index, last);
    const kind: SizeClaim['kind'] = told === 'gpu' && !graphics ? 'memory' : told;
    const before = tokens[index - 1];
    const count = before?.type === 'number' && before.times && Number.isInteger(before.value) ? before.value : 1;
    sizes.push({ kind, size: token.size, count, words: wordsOf(tokens, index), loose: token.loose });
    last = kind;
  }
  return { sizes, rates };
}

/** "40 TB, once reached 10 Mbps": the speed that is left behind a limit. */
function isThrottled(tokens: readonly Token[], index: number): boolean {
  return /\b(?:reached|exceeded|throttled?|reduced|slowed|thereafter|afterwards|gedrosselt|drosselung|reduziert|danach)\b/i.test(
    textOf(tokens.slice(Math.max(0, index - 4), index)),
  );
}

interface Around {
  readonly left: readonly Label[];
  readonly right: readonly Label[];
  /** A label stands right before the figure, with nothing but a colon or the like between. */
  readonly leftAdjacent: boolean;
  /** Place of the last label behind the figure; -1: none. */
  readonly lastLabel: number;
}

/** Whether labels come before their figures ("RAM 2GB Disk 20GB"). */
function startsWithLabel(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex((token) => token.type === 'size' || token.type === 'rate');
  if (first < 0) return false;
  const { left, leftAdjacent } = wordsAround(tokens, first);
  return leftAdjacent && left[0] !== 'period' && !tokens.slice(0, first).some((token) => token.type === 'number' && !token.times);
}

const WINDOW = 7;
const GRAPHICS = /^(?:gpus?|nvidia|rtx|gtx|tesla|geforce|radeon|quadro|a100|h100|l4|l40s?|t4|gddr\w*|hbm\d?)$/i;

function wordsAround(tokens: readonly Token[], index: number, spoken = -1): Around {
  const right: Label[] = [];
  let lastLabel = -1;
  for (let at = index + 1; at < tokens.length && at <= index + WINDOW; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const version = token.type === 'number' && /^(?:pcie?|gen|ddr)$/i.test(tokens[at - 1]?.text ?? '');
    if (!version && stopsRight(token, tokens[at + 1])) break;
    if (token.type !== 'word' || !token.label) continue;
    right.push(token.label);
    lastLabel = at;
  }
  const left: Label[] = [];
  let leftAdjacent = false;
  let colon = false;
  for (let at = index - 1; at > spoken && at >= 0 && at >= index - WINDOW; at -= 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.type === 'number' && token.times) continue;
    if (token.type === 'sep' && (token.char === ':' || token.char === '=')) colon = true;
    if (token.type === 'sep' && !':=-–—>~@*'.includes(token.char)) break;
    if (token.type === 'sep' && token.char === '@') break;
    if (token.type === 'word') {
      if (token.label && (left.length > 0 || colon || at === index - 1 || tokens[at + 1]?.type !== 'word')) {
        left.push(token.label);
        if (left.length === 1) leftAdjacent = colon || onlySeps(tokens, at + 1, index);
      }
      continue;
    }
    if (token.type !== 'sep' && token.type !== 'chip') break;
  }
  return { left, right, leftAdjacent, lastLabel };
}

function onlySeps(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => token.type === 'sep' || (token.type === 'number' && token.times));
}

function stopsRight(token: Token, next: Token | undefined): boolean {
  if (isFigure(token) || token.type === 'number' || token.type === 'ip' || token.type === 'prefix') return true;
  if (token.type === 'word') return token.label === 'cpu';
  if (token.type !== 'sep') return false;
  // "500GB/month data transfer": the period belongs to the figure.
  // So do "H/A" and its kin to the words they stand in.
  if (token.char === '/')
    return !(
      next?.type === 'word' &&
      (next.label === 'period' || next.folded === 'm' || (token.tight && next.tight && next.text.length === 1))
    );
  if (token.char === '-' || token.char === '–' || token.char === '—') return !token.tight;
  return !'.*"“”™®'.includes(token.char);
}

const SIZE_KINDS: Partial<Record<Label, SizeClaim['kind']>> = {
  memory: 'memory',
  swap: 'swap',
  burst: 'burst',
  guaranteed: 'guaranteed',
  disk: 'disk',
  transfer: 'transfer',
  backup: 'backup',
  gpu: 'gpu',
};

/** The kind that labels give: behind the figure mostly, before it where the phrase writes its labels first. */
function kindOf({ left, right, leftAdjacent }: Around, labelsFirst: boolean): SizeClaim['kind'] | undefined {
  const behind = strongest(right);
  const before = strongest(left);
  if (labelsFirst && leftAdjacent) return qualified(before, behind) ?? behind;
  return behind ?? (leftAdjacent || labelsFirst ? before : undefined) ?? (right.includes('period') ? 'transfer' : undefined);
}

/** "RAM: 1 GB guaranteed", "Memory: 512 MB swap": the qualifier behind tells which memory. */
function qualified(before: SizeClaim['kind'] | undefined, behind: SizeClaim['kind'] | undefined) {
  if (before === 'memory' && (behind === 'swap' || behind === 'burst')) return behind;
  return before;
}

function strongest(labels: readonly Label[]): SizeClaim['kind'] | undefined {
  const kinds = labels.flatMap((label) => SIZE_KINDS[label] ?? []);
  for (const kind of ['backup', 'swap', 'burst', 'gpu'] as const) if (kinds.includes(kind)) return kind;
  const first = kinds.find((kind) => kind !== 'guaranteed');
  return first ?? kinds[0];
}

/** Figures without a label: "10 TB @ 2 Gbps" and "1000Mbit / 5TB" are transfer; "60 GB + 1 TB disk"-like lists go on as they began. */
function kindByPlace(tokens: readonly Token[], index: number, last: SizeClaim['kind']): SizeClaim['kind'] {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (next?.type === 'sep' && next.char === '@') return 'transfer';
  const before = tokens[index - 1];
  if (before?.type === 'sep' && before.char === '+' && last !== 'unlabelled') return last;
  const twoBefore = tokens[index - 2];
  const afterRate = before?.type === 'sep' && (twoBefore?.type === 'rate' || (twoBefore?.type === 'size' && twoBefore.loose));
  if (afterRate && token?.type === 'size' && (token.size.unit === 'TB' || token.size.amount >= 100)) return 'transfer';
  return 'unlabelled';
}

/** "10G port", "@ 10G", "1Gb uplink": a loose unit beside words of a port is a rate. */
function isPortFigure(tokens: readonly Token[], index: number, { left, right, leftAdjacent }: Around): boolean {
  const before = tokens[index - 1];
  if (before?.type === 'sep' && before.char === '@') return true;
  if (right.some((label) => label === 'memory' || label === 'disk' || label === 'swap' || label === 'backup')) return false;
  return right[0] === 'port' || (leftAdjacent && left[0] === 'port' && right.length === 0);
}

function rateOfSize({ amount, unit }: Size): Rate {
  return { amount, unit: unit === 'MB' ? 'Mbit/s' : unit === 'TB' ? 'Gbit/s' : 'Gbit/s' };
}

function mbps({ amount, unit }: Rate): number {
  return unit === 'Gbit/s' ? amount * 1000 : unit === 'Mbit/s' ? amount : amount / 1000;
}

/** The figure and its neighbours up to the next figure, for telling types and models. */
function wordsOf(tokens: readonly Token[], index: number): string {
  let from = index;
  while (from > 0 && !isFigure(tokens[from - 1])) from -= 1;
  let to = index + 1;
  while (to < tokens.length && !isFigure(tokens[to])) to += 1;
  return textOf(tokens.slice(from, to));
}
