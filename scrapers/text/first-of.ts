/** The first line that says something, with what it says; null: none does. */
export function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): { is: T; said: string } | null {
  for (const line of lines) {
    const is = read(line);
    if (is !== null) return { is, said: line };
  }
  return null;
}
