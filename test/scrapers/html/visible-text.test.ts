import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TORN_DIGITS } from '../../../scrapers/html/line-writer.ts';
import { loadPage } from '../../../scrapers/html/load-page.ts';
import { type TextOptions, textLines } from '../../../scrapers/html/visible-text.ts';

function linesOf(html: string, options: TextOptions = {}): string[] {
  const loaded = loadPage(html);
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  return textLines(loaded.page.$('body').get(), loaded.page.styles, options);
}

describe('visible text', () => {
  it('is a line a block', () => {
    expect(linesOf('<h3>VPS <b>1</b></h3><ul><li>1 vCPU<li>2&nbsp;GB  RAM</ul>40 GB<br>SSD')).toEqual([
      'VPS 1',
      '1 vCPU',
      '2 GB RAM',
      '40 GB',
      'SSD',
    ]);
  });

  it.each([
    ['<span>$</span>4<sup>99</sup>/mo', '$4.99/mo'],
    ['<span>$</span><span>4</span><span class="cents">99</span><span>/mo</span>', '$4.99/mo'],
    ['<span>4</span><span>,99</span> <span>€</span>', '4,99 €'],
    ['<b>$5</b><sup>.49</sup>', '$5.49'],
    ['<span>RAM</span><span>4 GB</span>', 'RAM 4 GB'],
    ['<b>4</b>GB', '4 GB'],
    ['unlimi<b>ted</b>', 'unlimited'],
    ['<span>4</span><span>99</span>', `4${TORN_DIGITS}99`],
    ['4,99 €<sup>*</sup> mtl.', '4,99 € mtl.'],
    ['4,99 €<sup>1</sup>', '4,99 €'],
  ])('puts %s together', (html, text) => {
    expect(linesOf(html)).toEqual([text]);
  });

  it.each([
    '<del>$9</del>',
    '<s>$9</s>',
    '<span style="text-decoration: line-through">$9</span>',
    '<span class="line-through">$9</span>',
    '<style>.was{text-decoration:line-through}</style><span class="was">$9</span>',
  ])('leaves struck-out text out: %s', (html) => {
    expect(linesOf(`${html} $5`)).toEqual(['$5']);
    expect(linesOf(`${html} $5`, { struck: true })).toEqual(['$9 $5']);
  });

  it.each([
    '<p hidden>no</p>',
    '<p style="color:red; display : none">no</p>',
    '<p class="hidden">no</p>',
    '<p class="d-none">no</p>',
    '<p class="md:hidden">no</p>',
    '<p class="visible-xs">no</p>',
    '<div class="tab-pane">no</div>',
    '<style>/* a } */ .card p.x{display:none}</style><div class="card"><p class="x">no</p></div>',
  ])('leaves hidden text out until it is asked for: %s', (html) => {
    expect(linesOf(`${html}yes`)).toEqual(['yes']);
    expect(linesOf(`${html}yes`, { toggled: true })).toEqual(['no', 'yes']);
  });

  it.each([
    '<p class="hidden md:block">yes</p>',
    '<p class="d-none d-lg-flex">yes</p>',
    '<p class="hidden-xs">yes</p>',
    '<div class="tab-pane active">yes</div>',
    '<style>@media (max-width: 600px) { p { display: none } }</style><p>yes</p>',
    '<style>.other p{display:none}</style><p>yes</p>',
  ])('keeps what a wide screen shows: %s', (html) => {
    expect(linesOf(html)).toEqual(['yes']);
  });

  it('reads labels of pictures and passes over what is no content', () => {
    expect(linesOf('<p><img alt="RAM"> 4 GB</p><script>x</script><template>x</template><svg><text>x</text></svg>')).toEqual([
      'RAM 4 GB',
    ]);
    expect(linesOf('<p><span class="sr-only">$4.99 a month</span><span aria-hidden="true">$4.99</span></p>')).toEqual(['$4.99']);
    expect(linesOf('<select><option>Monthly</option></select>')).toEqual([]);
  });

  it('never throws and makes no line of nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<div>', '</div>', '<s>', '</s>', '<b>', '<td>', '<table>', '4', '$', ' ', 'GB', '<sup>')),
        (bits) => {
          for (const line of linesOf(bits.join(''))) expect(line.trim()).not.toBe('');
        },
      ),
    );
  });
});
