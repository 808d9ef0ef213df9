/**
 * JSON as shell scripts paste it together: values that are missing ("single":,), arrays without their bracket ("geekbench":]),
 * line breaks and quotation marks inside strings, bare words, trailing commas, an end that was cut off. One pass, each character
 * looked at a bounded number of times; strict JSON is read as JSON.parse does.
 */

/** A value that was read, where it ends, and how often something had to be mended. */
export interface TolerantJson {
  readonly value: unknown;
  readonly end: number;
  readonly mended: number;
  /** Whether the text ended before the value did. */
  readonly cutOff: boolean;
}

const DEEPEST = 32;
/** How far behind a quotation mark is looked to tell whether it ends a string. */
const AHEAD = 64;
const BLANK = new Set([' ', '\t', '\n', '\r']);

/** Reads the value that begins at `start`. Never throws. */
export function readTolerantJson(text: string, start = 0): TolerantJson {
  const reader = new Reader(text, start);
  const value = reader.value(0);
  return { value, end: reader.at, mended: reader.mended, cutOff: reader.cutOff };
}

class Reader {
  at: number;
  mended = 0;
  cutOff = false;
  readonly #text: string;

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  /** A value; null where there is none. */
  value(depth: number): unknown {
    this.#skipBlanks();
    const next = this.#text[this.at];
    if (next === undefined) {
      this.cutOff = true;
      return null;
    }
    if (depth > DEEPEST) return this.#mend(null, 1);
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    if (next === '"') return this.#string();
    if (next === ',' || next === '}' || next === ']') return this.#mend(null, 0);
    return this.#bare();
  }

  #object(depth: number): Record<string, unknown> {
    const found: Record<string, unknown> = Object.create(null);
    this.at += 1;
    for (;;) {
      this.#skipBlanks();
      const next = this.#text[this.at];
      if (next === undefined) {
        this.cutOff = true;
        return found;
      }
      if (next === '}') {
        this.at += 1;
        return found;
      }
      if (next === ',') {
        this.at += 1;
      } else if (next === '"') {
        const key = this.#string();
        this.#skipBlanks();
        if (this.#text[this.at] === ':') {
          this.at += 1;
          const value = this.value(depth + 1);
          // "geekbench":] is an array whose opening bracket the script cut off.
          if (value === null && this.#text[this.at] === ']') this.#mend(null, 1);
          if (!(key in found)) found[key] = value;
        } else this.#mend(null, 0);
      } else this.#mend(null, 1);
    }
  }

  #array(depth: number): unknown[] {
    const found: unknown[] = [];
    this.at += 1;
    for (;;) {
      this.#skipBlanks();
      const next = this.#text[this.at];
      if (next === undefined) {
        this.cutOff = true;
        return found;
      }
      if (next === ']') {
        this.at += 1;
        return found;
      }
      if (next === ',') this.at += 1;
      else if (next === '}') return this.#mend(found, 0);
      else if (next === ':') this.#mend(null, 1);
      else found.push(this.value(depth + 1));
    }
  }

  #string(): string {
    let from = this.at + 1;
    let said = '';
    for (let at = from; at < this.#text.length; at += 1) {
      const character = this.#text[at];
      if (character === '\\') {
        const [meant, length] = escaped(this.#text, at);
        said += this.#text.slice(from, at) + meant;
        at += length - 1;
        from = at + 1;
      } else if (character === '\n' || character === '\r' || character === '\t') {
        this.mended += 1;
      } else if (character === '"') {
        if (this.#endsString(at)) {
          this.at = at + 1;
          return said + this.#text.slice(from, at);
        }
        this.mended += 1;
      }
    }
    this.cutOff = true;
    const rest = said + this.#text.slice(from);
    this.at = this.#text.length;
    return rest;
  }

  /** A quotation mark ends a string where what follows can follow one: : } ] , or the end. */
  #endsString(quote: number): boolean {
    let at = quote + 1;
    const last = at + AHEAD;
    while (at < last && BLANK.has(this.#text[at] ?? '')) at += 1;
    const next = this.#text[at];
    if (next === undefined || next === '}' || next === ']' || next === ':') return true;
    if (next !== ',') return false;
    at += 1;
    while (at < last && BLANK.has(this.#text[at] ?? '')) at += 1;
    const after = this.#text[at];
    return after === undefined || /["{[\]}\d-]/.test(after) || /^(?:true|false|null)\b/.test(this.#text.slice(at, at + 6));
  }

  /** A number, true, false, null, or words that stand without quotation marks up to the next , ] or }. */
  #bare(): unknown {
    const from = this.at;
    while (this.at < this.#text.length && !/[,\]}]/.test(this.#text[this.at] ?? '')) this.at += 1;
    if (this.at === this.#text.length) this.cutOff = true;
    const said = this.#text.slice(from, this.at).trim();
    if (said === 'true') return true;
    if (said === 'false') return false;
    if (said === 'null') return null;
    if (/^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,40})?(?:e[+-]?\d{1,3})?$/i.test(said)) return Number(said);
    this.mended += 1;
    return said === '' ? null : said.slice(0, 500);
  }

  #mend<T>(value: T, skip: number): T {
    this.mended += 1;
    this.at += skip;
    return value;
  }

  #skipBlanks(): void {
    while (BLANK.has(this.#text[this.at] ?? '')) this.at += 1;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' };

/** What an escape means, and its length. */
function escaped(text: string, at: number): readonly [string, number] {
  const next = text[at + 1] ?? '';
  const code = next === 'u' ? /^[0-9a-f]{4}$/i.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
  if (code !== undefined) return [String.fromCharCode(Number.parseInt(code, 16)), 6];
  return ESCAPES[next] === undefined ? ['\\', 1] : [ESCAPES[next], 2];
}
