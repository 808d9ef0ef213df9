/** Labels on a line of their own: what they name stands on the next. */
import { lex } from './lexer.ts';

/** A line that only names what the next one says ("Coupon:", "Location") is joined with it. */
export function joinLabels(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && isLoneLabel(last) && line.length < 200)
      joined[joined.length - 1] = `${last.replace(/[?:\s]*$/, '')}: ${line}`;
    else joined.push(line);
  }
  return joined;
}

/** A line that only names what the next one says. */
export function isLoneLabel(line: string): boolean {
  if (line.length > 60) return false;
  if (
    /^(?:(?:server\s+|available\s+)?locations?|virtuali[sz]ation|coupon(?: code)?|promo(?:tion)? code|network|standort|price|pricing)\s*[?:]?$/i.test(
      line,
    )
  )
    return true;
  return /[:：]$/.test(line) && !lex(line).some(({ type }) => type === 'money' || type === 'size' || type === 'rate');
}
