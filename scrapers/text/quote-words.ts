/** Words of a page as the quote of a reading: one line, cut where nobody reads on. */
export function quoteWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
