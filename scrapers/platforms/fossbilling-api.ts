/**
 * The public guest API of FOSSBilling and BoxBilling: `/api/guest/product/get_list`, all products with the prices of all periods. Amounts
 * are in the shop's default currency, which the answer does not name.
 */
import { z } from 'zod';
import { type Entry, readEntry } from '../read/json.ts';
import { cycleOfValue } from './cycles.ts';
import { type DataPlatform, readDataUnits } from './data-platform.ts';
import { markupLines } from './markup-text.ts';
import { type MenuLine, menuPrices } from './price-words.ts';
import { leftOut, sortUnits, type UnitRead, unitOf } from './units.ts';

const amount = z.union([z.number(), z.string().max(30)]);
const period = z.object({
  price: amount.nullish(),
  setup: amount.nullish(),
  enabled: z.union([z.boolean(), z.number(), z.string()]).nullish(),
});
const productSchema = z.object({
  id: z.union([z.number().int(), z.string().regex(/^\d{1,12}$/)]),
  title: z.string().max(500),
  type: z.string().nullish(),
  slug: z.string().max(200).nullish(),
  description: z.string().nullish(),
  stock_control: z.union([z.boolean(), z.number(), z.string()]).nullish(),
  quantity_in_stock: z.union([z.number(), z.string()]).nullish(),
  pricing: z.object({ type: z.string(), recurrent: z.record(z.string(), period).nullish() }),
});
type Product = z.infer<typeof productSchema>;
const answerSchema = z.object({ result: z.object({ list: z.array(z.unknown()).max(5000) }) });

/** Reader of the guest API. */
export const fossbillingApi: DataPlatform = {
  id: 'fossbilling-api',
  title: 'FOSSBilling, BoxBilling: guest API',
  reads: 'data',
  recognise: (body) => {
    const answer = answerSchema.safeParse(body);
    return answer.success && answer.data.result.list.some((one) => productSchema.safeParse(one).success);
  },
  read(body, page) {
    const list = answerSchema.safeParse(body).data?.result.list ?? [];
    const reads = list.map((value, index) =>
      readOne({ path: `result.list.${index}`, planKey: null, name: null, value }, page.currency, page.url),
    );
    return readDataUnits(
      {
        shared: [],
        currency: page.currency,
        lang: null,
        ...sortUnits(reads.map(({ read }) => read)),
        findings: leftOut(reads.flatMap(({ refused }) => refused)),
      },
      page,
    );
  },
};

function readOne(entry: Entry, currency: string | null, url: string | null) {
  const parsed = readEntry(entry, productSchema);
  if (!parsed.ok) return { read: { rejection: parsed.rejection } satisfies UnitRead, refused: [] };
  const product = parsed.value;
  const { prices, refused } = menuPrices(menuOf(product), currency);
  const key = String(product.id);
  const unit = {
    key,
    name: product.title,
    url: orderUrl(url, product),
    lines: markupLines(product.description ?? ''),
    stock: stockOf(product),
  };
  return { read: unitOf(unit, prices, refused), refused };
}

function menuOf({ pricing }: Product): MenuLine[] {
  return Object.entries(pricing.recurrent ?? {}).flatMap(([code, { price, setup, enabled }]) => {
    const on = enabled === undefined || enabled === null || enabled === true || Number(enabled) === 1;
    if (!on || price === null || price === undefined || cycleOfValue(code) === null) return [];
    const fee = Number(setup) > 0 ? ` + ${setup} Setup` : '';
    return [{ value: code, words: `${price}${fee}` }];
  });
}

function stockOf({ stock_control, quantity_in_stock }: Product): string | null {
  const controlled = stock_control === true || Number(stock_control) === 1;
  return controlled && quantity_in_stock !== null && quantity_in_stock !== undefined
    ? `${Number(quantity_in_stock)} in stock`
    : null;
}

function orderUrl(api: string | null, { slug, id }: Product): string | null {
  return api !== null && URL.canParse(api) ? new URL(`/order/${encodeURIComponent(slug ?? String(id))}`, api).href : null;
}
