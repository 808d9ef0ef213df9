/**
 * BILLmanager (ISPsystem): the list of tariffs of its order form, `func=vds.order` and `func=v2.vds.order.pricelist`, as JSON (`out=json`)
 * or XML (`out=xml`). https://docs.ispsystem.com/b6c/developer-section/service-management-via-api
 */
import { type Element, isTag } from 'domhandler';
import { z } from 'zod';
import type { LoadedPage } from '../html/load-page.ts';
import { type DataPlatform, readDataUnits } from './data-platform.ts';
import { all, first, plainText } from './dom.ts';
import { markupLines } from './markup-text.ts';
import { pageWithoutProducts } from './page-state.ts';
import type { PageUnits, Platform } from './platform.ts';
import { type PriceLine, priceLine } from './price-words.ts';
import { leftOut, rejected, sortUnits, unitOf } from './units.ts';

/** A tariff as either form of the answer gives it. */
interface Tariff {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly details: readonly (readonly [string, string])[];
  /** Months, as the form counts them: 1, 12; -50 a day, -100 a trial, 0 once. */
  readonly prices: readonly { readonly months: number | null; readonly words: string }[];
}

/** Texts are `{ "$": "…" }`. */
const text = z.object({ $: z.union([z.string(), z.number()]).transform(String) }).transform(({ $ }) => $);
const listOf = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((value) => [value])]);
const oldElem = z.object({ pricelist: text, desc: text, price: text });
const newElem = z.object({
  id: text,
  title: text,
  description: text.nullish(),
  detail: listOf(z.object({ name: text, value: text })).nullish(),
  prices: z.object({ price: listOf(z.object({ period: text, cost: text, currency: text.nullish() })) }),
});
const listSchema = z.object({ $name: z.string().optional(), elem: z.array(z.unknown()).max(5000) });
const answerSchema = z.object({
  doc: z.object({
    list: listOf(listSchema),
    slist: listOf(z.object({ $name: z.string().optional() })).nullish(),
    period: text.nullish(),
  }),
});

/** Reader of the JSON answer. */
export const billmanager: DataPlatform = {
  id: 'billmanager',
  title: 'BILLmanager',
  reads: 'data',
  recognise: (body) => tariffList(body) !== null,
  read(body, page) {
    const answer = tariffList(body);
    const read = (answer?.elems ?? []).map((elem, index) => {
      const tariff = tariffOf(elem, answer?.period ?? null);
      const said = JSON.stringify(elem).slice(0, 120);
      if (tariff === null)
        return {
          read: { rejection: rejected('unreadable-plan', `list.elem.${index}`, said, { key: null, name: null }) },
          refused: [],
        };
      return readTariff(tariff, page.currency, page.url);
    });
    const units = sortUnits(read.map((one) => one.read));
    const findings = leftOut(read.flatMap((one) => one.refused));
    return readDataUnits({ shared: [], currency: page.currency, lang: null, ...units, findings }, page);
  },
};

function tariffList(body: unknown): { readonly elems: readonly unknown[]; readonly period: number | null } | null {
  const answer = answerSchema.safeParse(body);
  if (!answer.success) return null;
  const { list, period } = answer.data.doc;
  const found =
    list.find(({ $name }) => $name === 'tariflist') ?? list.find(({ elem }) => elem.some((one) => tariffOf(one, null) !== null));
  return found === undefined
    ? null
    : { elems: found.elem, period: period === null || period === undefined ? null : Number(period) };
}

function tariffOf(elem: unknown, period: number | null): Tariff | null {
  const modern = newElem.safeParse(elem);
  if (modern.success) {
    const { id, title, description, detail, prices } = modern.data;
    return {
      id,
      title,
      description: description ?? '',
      details: (detail ?? []).map(({ name, value }) => [name, value] as const),
      prices: prices.price.map(({ period: months, cost, currency }) => ({
        months: Number(months),
        words: `${cost} ${currency ?? ''}`,
      })),
    };
  }
  const old = oldElem.safeParse(elem);
  if (!old.success) return null;
  const { pricelist, desc, price } = old.data;
  return { id: pricelist, title: desc, description: '', details: [], prices: [{ months: period, words: price }] };
}

function readTariff(tariff: Tariff, currency: string | null, url: string | null) {
  const [name = '', ...rest] = markupLines(tariff.title);
  const lines = [...rest, ...tariff.details.map(([label, value]) => `${label}: ${value}`), ...markupLines(tariff.description)];
  const read = tariff.prices.map(({ months, words }): PriceLine => {
    const cycle = months === null ? null : months > 0 ? ({ months } as const) : months === 0 ? 'once' : 'short';
    return priceLine(markupLines(words).join(' '), { cycle, currency });
  });
  const refused = read.filter((line) => !line.ok);
  const prices = read.flatMap((line) => (line.ok ? [line.price] : []));
  return { read: unitOf({ key: tariff.id, name: name || null, url, lines, stock: null }, prices, refused), refused };
}

/** Reader of the XML answer. */
export const billmanagerXml: Platform = {
  id: 'billmanager-xml',
  title: 'BILLmanager, XML',
  recognise: (page) => first(page, 'doc list elem') !== null && first(page, 'elem > pricelist, elem > prices') !== null,
  read(page: LoadedPage, currency: string | null = null): PageUnits {
    const chosen = Number(plainText(page, first(page, 'doc > period')));
    const period = Number.isInteger(chosen) && chosen > 0 ? chosen : null;
    const elems = all(page, 'doc list elem').filter((elem) => first(page, 'pricelist, prices', [elem]) !== null);
    const read = elems.map((elem) => readTariff(xmlTariff(page, elem, period), currency, page.base));
    const findings = read.length === 0 ? [pageWithoutProducts(page, 'BILLmanager')] : leftOut(read.flatMap((one) => one.refused));
    return { shared: [], currency, lang: page.lang, ...sortUnits(read.map((one) => one.read)), findings };
  },
};

function xmlTariff(page: LoadedPage, elem: Element, period: number | null): Tariff {
  const said = (name: string, within: Element = elem) =>
    plainText(page, within.children.find((child): child is Element => isTag(child) && child.name === name) ?? null);
  const prices = all(page, 'prices > price', [elem]).map((price) => ({
    months: Number(said('period', price)),
    words: `${said('cost', price)} ${said('currency', price)}`,
  }));
  return {
    id: said('pricelist') || said('id'),
    title: said('title') || said('desc'),
    description: said('description'),
    details: all(page, 'detail', [elem]).map((detail) => [said('name', detail), said('value', detail)] as const),
    prices: prices.length > 0 ? prices : [{ months: period, words: said('price') }],
  };
}
