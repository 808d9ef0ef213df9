/** A line in the pieces its writer separated by bars and dots, with what stands in brackets set apart. */
import { lex, type Token } from './lexer.ts';

/** A piece of a line that is about one thing, mostly. */
export interface Phrase {
  /** The words outside of brackets. */
  readonly tokens: readonly Token[];
  /** The words in each pair of brackets. */
  readonly asides: readonly (readonly Token[])[];
  readonly text: string;
}

/** What separates facts, whatever they are about. */
const HARD = new Set(['|', '•', '·', '●', '▪', '◦', '∙', ';', '¦', '┃', '│', '‣', '⁃', '※', '★', '☆', '✓', '✔']);
const OPEN = new Set(['(', '[', '（', '【', '{']);
const CLOSE = new Set([')', ']', '）', '】', '}']);

/** Splits a line into phrases. */
export function phrasesOf(line: string): Phrase[] {
  const phrases: Phrase[] = [];
  let tokens: Token[] = [];
  let asides: Token[][] = [];
  let aside: Token[] | null = null;
  let depth = 0;
  const close = () => {
    const all = [...tokens, ...asides.flat()];
    if (all.length > 0) {
      const from = all.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
      const to = all.reduce((most, { end }) => Math.max(most, end), 0);
      phrases.push({ tokens, asides, text: line.slice(from, to).trim() });
    }
    [tokens, asides, aside, depth] = [[], [], null, 0];
  };
  for (const token of lex(line)) {
    if (token.type === 'sep' && OPEN.has(token.char)) {
      if (depth === 0) {
        aside = [];
        asides.push(aside);
      }
      depth += 1;
    } else if (token.type === 'sep' && CLOSE.has(token.char)) {
      depth = Math.max(0, depth - 1);
      const [only, ...others]: readonly Token[] = aside ?? [];
      // "(1) vCPU": a count in brackets is no aside.
      if (depth === 0 && only?.type === 'number' && others.length === 0) tokens.push(only);
      if (depth === 0) aside = null;
    } else if (token.type === 'sep' && HARD.has(token.char)) {
      close();
    } else if (aside) {
      aside.push(token);
    } else {
      tokens.push(token);
    }
  }
  close();
  return phrases;
}
