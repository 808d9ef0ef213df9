/** Posts made of known plans in many typographies: whatever the marks, the plans are read as they were written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plansOf } from './read.ts';

interface Plan {
  readonly name: string;
  readonly vcpu: number;
  readonly memory: number;
  readonly disk: number;
  readonly type: 'NVMe' | 'SSD' | 'HDD';
  readonly transfer: number;
  readonly price: number;
  readonly months: 1 | 3 | 12;
}

const TERMS = {
  1: ['/mo', '/month', ' per month', ' monthly'],
  3: ['/quarter', ' quarterly'],
  12: ['/yr', '/year', ' per year', ' annually'],
} as const;

const plan = (index: number): fc.Arbitrary<Plan> =>
  fc.record({
    name: fc.constantFrom('Heron', 'Osprey', 'Puffin', 'Tern').map((bird) => `${bird}-${index + 1}`),
    vcpu: fc.constantFrom(1, 2, 3, 4, 6, 8),
    memory: fc.constantFrom(1, 2, 3, 4, 6, 8, 12, 16, 32),
    disk: fc.integer({ min: 40, max: 900 }),
    type: fc.constantFrom('NVMe', 'SSD', 'HDD'),
    transfer: fc.integer({ min: 1, max: 60 }),
    price: fc.integer({ min: 150, max: 9900 }).map((cents) => cents / 100),
    months: fc.constantFrom(1, 3, 12),
  });

const plans = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => plan(index))));

interface Style {
  readonly bullet: string;
  readonly title: (name: string) => string;
  readonly currency: (amount: string) => string;
  readonly term: 0 | 1;
  readonly order: readonly number[];
}

const style: fc.Arbitrary<Style> = fc.record({
  bullet: fc.constantFrom('* ', '- ', '• ', '', '✅ ', '🔹 '),
  title: fc.constantFrom(
    (name: string) => `**${name}**`,
    (name: string) => `### ${name}`,
    (name: string) => `[B]${name}[/B]`,
    (name: string) => `${name}\n------`,
    (name: string) => `🔥 **${name}**`,
  ),
  currency: fc.constantFrom(
    (amount: string) => `$${amount}`,
    (amount: string) => `${amount}$`,
    (amount: string) => `USD ${amount}`,
    (amount: string) => `$${amount} USD`,
  ),
  term: fc.constantFrom(0, 1),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
});

const facts = (one: Plan) => [
  `${one.vcpu} vCPU`,
  `${one.memory} GB RAM`,
  `${one.disk} GB ${one.type}`,
  `${one.transfer} TB bandwidth`,
];
const priceOf = (one: Plan, { currency, term }: Style) => `${currency(one.price.toFixed(2))}${TERMS[one.months][term]}`;

const expected = (one: Plan) => ({
  name: one.name,
  vcpu: one.vcpu,
  memory: `${one.memory} GiB`,
  disks: `${one.disk} GB ${one.type.toLowerCase()}`,
  transfer: `${one.transfer} TB`,
  prices: [`${one.price.toFixed(2)} USD/${one.months} mo`],
});

const inOrder = (one: Plan, { order }: Style) => order.map((index) => facts(one)[index] ?? '');

describe('plans of a post', () => {
  it('are read from lists', () => {
    fc.assert(
      fc.property(plans, style, (all, how) => {
        const text = all
          .map((one) =>
            [how.title(one.name), ...[...inOrder(one, how), priceOf(one, how)].map((line) => how.bullet + line)].join('\n'),
          )
          .join('\n\n');
        expect(plansOf(text)).toEqual(all.map(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('are read from lines', () => {
    fc.assert(
      fc.property(plans, style, fc.constantFrom(' | ', ' / ', ' • ', ', ', ' - '), (all, how, between) => {
        const text = all.map((one) => `${one.name}: ${[...inOrder(one, how), priceOf(one, how)].join(between)}`).join('\n');
        expect(plansOf(text)).toEqual(all.map(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('are read from tables, whichever way they lie', () => {
    fc.assert(
      fc.property(plans, style, fc.boolean(), (all, how, turned) => {
        const cells = [['Plan', 'vCPU', 'RAM', 'Disk', 'Bandwidth', 'Price']];
        for (const one of all)
          cells.push([
            one.name,
            String(one.vcpu),
            `${one.memory} GB`,
            `${one.disk} GB ${one.type}`,
            `${one.transfer} TB`,
            priceOf(one, how),
          ]);
        const rows = turned ? (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? '')) : cells;
        const lines = rows.map((row) => `| ${row.join(' | ')} |`);
        const text = [lines[0], `|${'---|'.repeat(rows[0]?.length ?? 0)}`, ...lines.slice(1)].join('\n');
        expect(plansOf(text)).toEqual(all.map(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('are the same whatever stands around them', () => {
    const talk = fc.constantFrom(
      'Hello everyone, we are back with something new.',
      'Payment by card or PayPal.',
      'Thanks for reading!',
      'Questions? Ask below.',
    );
    fc.assert(
      fc.property(plans, style, talk, talk, (all, how, before, after) => {
        const list = all.map((one) => [how.title(one.name), ...inOrder(one, how), priceOf(one, how)].join('\n')).join('\n\n');
        expect(plansOf(`${before}\n\n${list}\n\n${after}`)).toEqual(all.map(expected));
      }),
      { numRuns: 200 },
    );
  });
});
