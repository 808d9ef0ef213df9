/**
 * How well saved pages are read: every page of the corpus with its expected offers, read as `read-page` would. An offer counts when all
 * of its labelled fields are right. The floor only rises.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readHtml, summaryOf } from './support.ts';

const FLOOR = 1;

const corpus = process.env.STEALTIME_CORPUS ? join(process.env.STEALTIME_CORPUS, 'html') : null;
const pages =
  corpus && existsSync(corpus)
    ? readdirSync(corpus).filter((name) => ['page.html', 'expected.json'].every((file) => existsSync(join(corpus, name, file))))
    : [];
if (!corpus) process.stdout.write('skipped: the saved pages of the corpus, as STEALTIME_CORPUS is not set\n');
else if (pages.length === 0) process.stdout.write('skipped: the saved pages of the corpus, as its html folder holds none\n');

const Size = z.number().nullable();
const Offer = z.object({
  name: z.string().nullable(),
  virtualization: z.string(),
  vcpu: Size,
  memoryMiB: Size,
  diskGB: Size,
  diskType: z.string(),
  transferGB: z.union([z.number(), z.string()]).nullable(),
  portMbps: Size,
  ipv4: Size,
  stock: z.string().nullable(),
  price: z.object({ amount: z.number(), currency: z.string(), termMonths: z.number(), setupFee: Size }),
  unscored: z.array(z.string()).default([]),
});
type Labels = Omit<z.infer<typeof Offer>, 'unscored'>;

const STOCK: Readonly<Record<string, string>> = { 'in-stock': 'in', limited: 'limited', 'sold-out': 'out' };
const Price = z.object({
  amount: z.string(),
  currency: z.string(),
  termMonths: z.number().nullable(),
  setupFee: z.string().nullable(),
});

/** A plan in the words of the labels. */
function labelsOf(summary: Record<string, unknown>): Record<string, unknown> {
  const [price] = z.array(Price).parse(summary.prices);
  const setup = price?.setupFee ?? null;
  return {
    ...summary,
    virtualization: summary.technology,
    stock: STOCK[String(summary.stock)] ?? null,
    price: price && { ...price, amount: Number(price.amount), setupFee: setup === null ? null : Number(setup) },
  };
}

function isRight(read: Record<string, unknown>, { unscored, ...asked }: z.infer<typeof Offer>): boolean {
  const fields = (Object.keys(asked) as (keyof Labels)[]).filter((field) => !unscored.includes(field));
  return fields.every((field) => JSON.stringify(read[field]) === JSON.stringify(asked[field]));
}

describe.skipIf(pages.length === 0)('the saved pages of the corpus', () => {
  it('are read at least as well as the floor says', () => {
    let [right, expected, read] = [0, 0, 0];
    const wrong: string[] = [];
    for (const name of pages) {
      const { offers } = z
        .object({ offers: z.array(Offer) })
        .parse(JSON.parse(readFileSync(join(corpus ?? '', name, 'expected.json'), 'utf8')));
      const plans = readHtml(readFileSync(join(corpus ?? '', name, 'page.html'), 'utf8'))
        .plans.map(summaryOf)
        .map(labelsOf);
      const missed = offers.filter((offer) => !plans.some((plan) => isRight(plan, offer)));
      wrong.push(...missed.map((offer) => `${name}: ${offer.name}`));
      right += offers.length - missed.length;
      expected += offers.length;
      read += plans.length;
    }
    const f1 = (2 * right) / (expected + read);
    process.stdout.write(
      `saved pages: ${right} of ${expected} offers wholly right, ${read} read, F1 ${(100 * f1).toFixed(2)} % on ${pages.length} pages\n`,
    );
    expect({ f1: f1 >= FLOOR, wrong }).toEqual({ f1: true, wrong: [] });
  });
});
