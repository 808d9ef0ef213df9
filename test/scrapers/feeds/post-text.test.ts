import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPage } from '../../../scrapers/html/load-page.ts';
import { postText } from '../../../scrapers/html/post-text.ts';

const textOf = (html: string) => {
  const loaded = loadPage(html, 'https://talk.example.com/discussion/1');
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  return postText(loaded.page);
};

it('keeps headings, bold words, bullets, rules and links as Markdown has them', () => {
  expect(
    textOf(
      '<h2>Plans</h2><p><strong>S</strong> is small</p><ul><li>1 GB</li><li><p>2 TB</p></li></ul><hr><a href="/o?a=1">Order</a>',
    ),
  ).toBe(
    ['## Plans', '', '**S** is small', '', '- 1 GB', '- 2 TB', '', '---', '', '[Order](https://talk.example.com/o?a=1)'].join(
      '\n',
    ),
  );
});

it('keeps rows of a table together, and lines of a list of breaks apart', () => {
  expect(
    textOf(
      '<table><tr><th>Plan</th><th>RAM</th></tr><tr><td><p>A</p></td><td><p>1 <b>GB</b></p></td></tr></table>2 cores<br>$5/mo',
    ),
  ).toBe(['| Plan | RAM |', '| A | 1 GB |', '', '2 cores', '$5/mo'].join('\n'));
});

it('leaves out what is struck out or hidden, and what is quoted from others', () => {
  expect(textOf('<p><s>$40</s> <del>$50</del> $32/year</p><p style="display:none">$1</p><div class="js-embed">$2/mo</div>')).toBe(
    '$32/year',
  );
});

it('keeps lines of preformatted text, and no script', () => {
  expect(textOf('<pre>RAM: 1 GB\n  Disk: 10 GB</pre><script>alert("$1/mo")</script>')).toBe('RAM: 1 GB\n  Disk: 10 GB');
});

it('shows links that lead nowhere as words', () => {
  expect(textOf('<a href="javascript:alert(1)">Order</a> <a href="#top">Up</a>')).toBe('Order Up');
});

it('loses no word, whatever the marks', () => {
  const tag = fc.constantFrom('b', 'p', 'li', 'h3', 'td', 'tr', 'a', 'div', 'br', 'pre', 'span', 'table');
  fc.assert(
    fc.property(fc.array(fc.tuple(tag, fc.boolean()), { maxLength: 30 }), (tags) => {
      const html = tags.map(([name, closes], at) => `<${closes ? '/' : ''}${name}> w${at}w `).join('');
      const text = textOf(html);
      for (let at = 0; at < tags.length; at++) expect(text).toContain(`w${at}w`);
    }),
  );
});
