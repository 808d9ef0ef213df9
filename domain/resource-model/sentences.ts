/** Text cut into the pieces that a rule looks at: a line, or a sentence of it. */

/** What is read of a text, and of one piece, in characters: rules stay fast on whatever is pasted. */
const LONGEST_TEXT = 40_000;
const LONGEST_PIECE = 400;

/** Sentences and lines of a text, trimmed, empty ones left out. Decimal points and version numbers do not end a sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(/[\n\r|•;]+|[.!?](?=\s)/)
    .map((piece) => piece.trim().replace(/\s+/g, ' ').slice(0, LONGEST_PIECE))
    .filter((piece) => piece !== '');
}
