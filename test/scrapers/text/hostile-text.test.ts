/** Texts that nobody wrote to be read: refused with a code, or read to the end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT, MOST_PLANS } from '../../../scrapers/text/read-offers.ts';
import { read } from './read.ts';

const filled = (piece: string) => piece.repeat(Math.ceil(LONGEST_TEXT / piece.length)).slice(0, LONGEST_TEXT);

describe('a hostile text', () => {
  it('of two megabytes is refused', () => {
    expect(read('1 GB RAM\n'.repeat(250_000))).toMatchObject({
      plans: [],
      findings: [{ code: 'unreadable-page', severity: 'hard' }],
    });
  });

  it('with more plans than a post has is refused, not cut', () => {
    const rows = 'Quay | 1 vCPU | 1GB RAM | 9GB SSD | $5/mo\n'.repeat(MOST_PLANS + 1);
    expect(read(rows)).toMatchObject({
      plans: [],
      findings: [{ code: 'unreadable-page', message: expect.stringContaining(String(MOST_PLANS)) }],
    });
  });

  it.each([
    '[',
    '[a](',
    '<',
    '<div ',
    '[url=',
    '**',
    '`',
    '|a',
    '(',
    '1.',
    '$',
    '1/2/',
    '🔥',
    'a\u0301\u0302',
    '\u202e',
    '&amp;',
    '内',
    '- ',
    '\n',
    'a\t',
    '#',
    '> ',
    ' = ',
  ])('of nothing but %j comes to an end without a plan', (piece) => {
    expect(read(filled(piece)).plans).toEqual([]);
  });

  it('of any characters is read without an error, and always the same way', () => {
    const words = fc.constantFrom(
      '1GB RAM',
      '$5/mo',
      '|',
      '\n',
      '**',
      '# ',
      '20 GB SSD',
      ' - ',
      'KVM',
      '€',
      'sold out',
      '(',
      ')',
      '[a](http://b)',
      '<b>',
      '\u0000',
      '/64',
      '1x IPv4',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
        ),
        (text) => {
          expect(read(text)).toEqual(read(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('with invisible and styled letters says what people see', () => {
    const seen = '**Quay 1**\n1 vCPU\n1 GB RAM\n20 GB SSD\n$3/month';
    const styled = seen.replace('1 GB RAM', '𝟏 𝐆𝐁 𝐑𝐀𝐌').replace('vCPU', 'v\u200bC\u00adPU').replace('$3', '\ufeff$3');
    expect(
      read(styled).plans.map(({ listing }) => [listing?.memory?.is, listing?.vcpu?.is, listing?.prices[0]?.amount.is]),
    ).toEqual([[{ amount: 1, unit: 'GiB' }, 1, '3']]);
  });

  it('that loses its prices loses no plan in silence', () => {
    const plans = Array.from(
      { length: 6 },
      (_, index) => `**Quay ${index + 1}**\n${index + 1} vCPU\n${index + 1} GB RAM\n${20 + index} GB SSD`,
    );
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (priced) => {
        const text = plans.map((words, index) => (priced[index] ? `${words}\n$${index + 3}/month` : words)).join('\n\n');
        expect(read(text).plans.map(({ listing, rejection }) => (listing ? 'read' : rejection?.code))).toEqual(
          priced.map((one) => (one ? 'read' : 'no-price')),
        );
      }),
    );
  });
});
