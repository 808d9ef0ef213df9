/** Text as lines, put together from pieces in document order: what stands in one block is one line, as a person sees it. */

/** What lies between two pieces of one line. */
type Seam = 'none' | 'nested' | 'beside';

/** Stands where digits of two elements touch ("4" "99"): nobody knows whether that is 499 or 4.99. */
export const TORN_DIGITS = '\u2063';

const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const SPACE_AT_START = /^\s/;

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
    else this.#line += `${between(this.#line.slice(-1), plain, this.#seam, fraction)}${plain}`;
    this.#spaced = words.endsWith(' ');
    this.#seam = 'none';
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
function between(last: string, next: string, seam: Seam, fraction: boolean): string {
  if (seam === 'none') return '';
  const first = next.charAt(0);
  const [digitLeft, digitRight] = [DIGIT.test(last), DIGIT.test(first)];
  if (digitLeft && digitRight) return fraction && /^\d\d(?!\d)/.test(next) ? '.' : TORN_DIGITS;
  if (!digitLeft && !LETTER.test(last)) return '';
  if (!digitRight && !LETTER.test(first)) return '';
  // "unlimi<b>ted</b>" is one word; "<span>RAM</span><span>Disk</span>" are two.
  return !digitLeft && !digitRight && seam === 'nested' ? '' : ' ';
}
