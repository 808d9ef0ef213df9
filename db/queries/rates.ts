/** Reference rates by day. */
import { type RateTable, rateTable } from '../../domain/exchange-rates.ts';
import type { Db } from '../bulk.ts';

/** A table of rates as published. */
export interface PublishedRates {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Currency → plain decimal. */
  readonly perEuro: Readonly<Record<string, string>>;
  readonly url: string;
  /** ISO time. */
  readonly observedAt: string;
}

/** The newest rates; without any, an empty table in which only the euro converts into itself. */
export async function newestRates(db: Db): Promise<RateTable> {
  const [row] = await db<{ date: string; perEuro: Record<string, string> }[]>`
    select date, per_euro as "perEuro" from rates order by date desc limit 1`;
  return row ? rateTable(row.date, row.perEuro) : rateTable('', {});
}

/** The rates of a day; null where none are stored. The empty day of {@link newestRates} is the empty table. */
export async function ratesOf(db: Db, date: string): Promise<RateTable | null> {
  if (date === '') return rateTable('', {});
  const [row] = await db<{ perEuro: Record<string, string> }[]>`select per_euro as "perEuro" from rates where date = ${date}`;
  return row ? rateTable(date, row.perEuro) : null;
}

/** Stores a day's rates; answers whether the newest table changed by it. */
export async function storeRates(db: Db, rates: PublishedRates): Promise<boolean> {
  const [newest] = await db<{ date: string }[]>`select max(date) as date from rates`;
  const [stored] = await db`
    insert into rates (date, per_euro, url, observed_at) values (${rates.date}, ${db.json(rates.perEuro)}, ${rates.url}, ${rates.observedAt})
    on conflict (date) do update set per_euro = excluded.per_euro, url = excluded.url, observed_at = excluded.observed_at
    where rates.per_euro <> excluded.per_euro returning 1`;
  return stored !== undefined && (newest?.date ?? '') <= rates.date;
}
