/** The row of the public contract: what is stored of it, with what depends on the question and the hour. */
import { type Cost, type CostQuestion, cheapestCost, costOptions } from './comparable.ts';
import { convert, type RateTable } from './exchange-rates.ts';
import { type Currency, formatMicros, type Micros } from './money.ts';
import type { RowState } from './offer.ts';
import type { Origin } from './plan.ts';
import { priceFromJson } from './price-json.ts';
import { NOT_ASSESSED, type RiskJson } from './risk/risk-json.ts';
import type { StoredRow } from './stored-row.ts';
import { capabilityValues } from './technologies/capabilities-of.ts';
import type { CapabilityValue } from './technologies/capability.ts';
import { type Unit, unitPrice } from './unit-price.ts';

/** What presenting a row takes beside the row: its freshness, and what its comparable price is asked for. */
export interface Presentation extends CostQuestion {
  /** ISO time. */
  readonly observedAt: string;
  readonly state: RowState;
  /** The last assessment; absent or null: none yet. */
  readonly risk?: RiskJson | null;
  readonly currency: Currency;
  readonly rates: RateTable;
  /** Whether to show how each field is known. */
  readonly provenance?: boolean;
}

/** `comparable` of the contract: amounts are decimal strings of the currency. */
export interface ComparableJson {
  readonly currency: Currency;
  readonly perMonth: string;
  readonly rateDate: string;
  readonly basis: string;
  readonly horizonMonths: number;
  readonly perGbMemory: string | null;
  readonly perVcpu: string | null;
  readonly perTbDisk: string | null;
}

/** How a field is known, with the snapshot it was read from. */
export interface OriginJson extends Pick<Origin, 'how' | 'said' | 'url'> {
  readonly snapshotId: string | null;
  readonly observedAt: string;
}

/** A row as the contract defines it. */
export interface RowJson extends Omit<StoredRow, 'provenance' | 'snapshots' | 'statedCapabilities'> {
  readonly state: RowState;
  readonly observedAt: string;
  readonly comparable: ComparableJson | null;
  readonly capabilities: Readonly<Record<string, CapabilityValue>>;
  readonly risk: RiskJson;
  readonly provenance?: Readonly<Record<string, OriginJson>>;
}

/** The public row. Throws where the stored prices are not ours. */
export function presentRow(stored: StoredRow, asked: Presentation): RowJson {
  const { provenance, snapshots, statedCapabilities, ...row } = stored;
  return {
    ...row,
    state: asked.state,
    observedAt: asked.observedAt,
    gpu: row.gpu !== null && row.gpu.count > 0 ? row.gpu : null,
    comparable: comparable(stored, asked),
    capabilities: capabilityValues(stored),
    risk: asked.risk ?? NOT_ASSESSED,
    ...(asked.provenance ? { provenance: origins(stored, asked.observedAt) } : {}),
  };
}

function origins({ provenance, snapshots }: StoredRow, observedAt: string): Record<string, OriginJson> {
  return Object.fromEntries(
    Object.entries(provenance).map(([field, { how, said, url, page }]) => {
      const snapshotId = page === null ? null : (snapshots[page] ?? null);
      return [field, { how, said, url, snapshotId, observedAt }];
    }),
  );
}

function comparable(stored: StoredRow, asked: Presentation): ComparableJson | null {
  const cost = cheapestCost(costOptions(stored.prices.map(priceFromJson)), asked, asked.rates);
  const micros = cost && convert(cost.perMonthMicros, cost.option.currency, asked.currency, asked.rates);
  if (cost === null || micros === null) return null;
  const per = (amount: number | null, unit: Unit) => amountOrNull(unitPrice(micros, amount, unit));
  return {
    currency: asked.currency,
    perMonth: formatMicros(micros),
    rateDate: asked.rates.date,
    basis: basisOf(cost, asked),
    horizonMonths: asked.horizonMonths,
    perGbMemory: per(stored.memory.mib, 'gbMemory'),
    perVcpu: per(stored.cpu.vcpu, 'vcpu'),
    perTbDisk: per(stored.storage.gb, 'tb'),
  };
}

function amountOrNull(micros: Micros | null): string | null {
  return micros === null ? null : formatMicros(micros);
}

/** One sentence that lets a reader do the sum again. */
function basisOf({ option }: Cost, { horizonMonths, currency, rates }: Presentation): string {
  const money = (micros: Micros) => `${formatMicros(micros)} ${option.currency}`;
  const { termMonths: term, introductoryMicros: first } = option;
  const sentence = [`${term}-month price of ${money(option.regularMicros)}${term === 1 ? '' : ` / ${term}`}`];
  if (first !== null) {
    sentence.push(
      `first ${Math.min(term, horizonMonths)} of ${horizonMonths} months at ${money(first)}${term === 1 ? '' : ` / ${term}`}`,
    );
  }
  if (!option.setupFeeKnown) sentence.push('set-up fee not stated');
  else if (option.setupFeeMicros === 0n) sentence.push('no set-up fee');
  else sentence.push(`set-up fee of ${money(option.setupFeeMicros)} / ${horizonMonths}`);
  sentence.push(option.taxIncluded === null ? 'tax not stated' : option.taxIncluded ? 'tax included' : 'net of tax');
  if (option.currency !== currency) sentence.push(`converted by the reference rates of ${rates.date}`);
  return sentence.join('; ');
}
