/** Text as lines, put together from pieces in document order: what stands in one block is one line, as a person sees it. */

/** What lies between two pieces of one line. */
type Seam = 'none' | 'nested' | 'beside';

/** Stands where digits of two elements touch ("4" "99"): nobody knows whether that is 499 or 4.99. */
export const TORN_DIGITS = '\u2063';

const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const SPACE_AT_START = /^\s/;
const SIGN_OF_MONEY = /^[$€£¥₹₽₺₴₩]/;
/** Letters that belong to the dollar behind them. */
const WHOSE_DOLLAR = /(?:^|[^\p{L}])(?:US|A|AU|C|CA|NZ|HK|S|SG|R|NT|MX)$/u;
const LONGEST_LEAD = 40;
/** Words right before a price of the past. */
const LEAD_TO_OLD =
  /(?:^|(?<=[^\p{L}]))(?:was|were|regular(?:ly)?(?: price)?|normal(?:ly)?(?: price)?|list price|old price|instead of|retail|statt|anstatt|früher|uvp|au lieu de|antes|en lugar de|prima|invece di|van|voor|in plaats van|zamiast|przedtem|původně|místo|ord\.? pris|вместо|раньше|原价|de)\s{0,2}[:.]?\s{0,2}$/iu;

/** Collects lines and hands each on when it ends. */
export class LineWriter {
  readonly #emit: (line: string) => void;
  #line = '';
  #seam: Seam = 'none';
  #spaced = false;

  constructor(emit: (line: string) => void) {
    this.#emit = emit;
  }

  /** An inline element begins or ends. */
  edge(kind: 'open' | 'close'): void {
    if (this.#line === '') return;
    this.#seam = this.#seam === 'none' ? 'nested' : kind === 'open' ? 'beside' : this.#seam;
  }

  /** A piece of text; `fraction`: it stands raised or small, as the cents of a price do. */
  add(text: string, fraction = false): void {
    const words = text.replace(/[\s\u00a0\u202f\u2007]+/g, ' ');
    const plain = words.trim();
    if (plain === '') {
      if (words !== '') this.#spaced = true;
      return;
    }
    if (this.#line === '') this.#line = plain;
    else if (fraction && isFootnote(this.#line, plain)) return;
    else if (this.#spaced || SPACE_AT_START.test(words)) this.#line += ` ${plain}`;
    else this.#line += `${between(this.#line.slice(-8), plain, this.#seam, fraction)}${plain}`;
    this.#spaced = words.endsWith(' ');
    this.#seam = 'none';
  }

  /** A struck-out price is left out here: so are the words that lead to it ("was"). */
  leaveOut(): void {
    this.#line = this.#line.slice(0, -LONGEST_LEAD) + this.#line.slice(-LONGEST_LEAD).replace(LEAD_TO_OLD, '');
  }

  /** Whether the line has no text yet. */
  get isEmpty(): boolean {
    return this.#line === '';
  }

  /** Ends the line: a block begins or ends. */
  break(): void {
    if (this.#line !== '') this.#emit(this.#line);
    this.#line = '';
    this.#seam = 'none';
    this.#spaced = false;
  }
}

/** A raised figure behind a word or a price ("4,99 €¹") points to a note. Two figures right behind the digits are cents. */
function isFootnote(line: string, next: string): boolean {
  return /^[([]?(?:\d|\*{1,3}|†)[)\]]?$/.test(next) && !/[.,]$/.test(line);
}

/** What belongs between pieces that touch: nothing where they are one word or one number, a space where styles keep them apart. */
function between(line: string, next: string, seam: Seam, fraction: boolean): string {
  const last = line.slice(-1);
  if (seam === 'none') return '';
  const first = next.charAt(0);
  const [digitLeft, digitRight] = [DIGIT.test(last), DIGIT.test(first)];
  if (digitLeft && digitRight) return fraction && /^\d\d(?!\d)/.test(next) ? '.' : TORN_DIGITS;
  if (seam === 'beside' && SIGN_OF_MONEY.test(first) && (digitLeft || LETTER.test(last)) && !WHOSE_DOLLAR.test(line)) return ' ';
  if (!digitLeft && !LETTER.test(last)) return '';
  if (!digitRight && !LETTER.test(first)) return '';
  // "unlimi<b>ted</b>" is one word; "<span>RAM</span><span>Disk</span>" are two.
  return !digitLeft && !digitRight && seam === 'nested' ? '' : ' ';
}
