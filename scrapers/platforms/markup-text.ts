/** Text with tags, as answers of interfaces hold it, into lines. Linear. */
import { loadPage } from '../html/load-page.ts';
import { textLines } from '../html/visible-text.ts';

const MOST = 20_000;

/** The lines of a text that may be HTML or Markdown lists; the first ones of a very long text. */
export function markupLines(text: string): string[] {
  const bounded = text.slice(0, MOST);
  if (!/[<&]/.test(bounded)) return plainLines(bounded);
  const loaded = loadPage(bounded);
  if (!loaded.ok) return [];
  const { $, styles } = loaded.page;
  const body = $('body').get(0);
  return body === undefined ? [] : textLines(body, styles, {}).flatMap(plainLines);
}

function plainLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s*•·-]{1,10}/, '').trim())
    .filter(Boolean);
}
