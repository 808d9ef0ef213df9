import type { CostOption } from '../../domain/comparable.ts';
import { type BulkColumns, bulkInsert, type Db } from '../bulk.ts';
import { catalogueVersionNumber } from './catalogue-meta.ts';
import { columnOf } from './columns.ts';
import { retireSearchRows } from './retire-search-rows.ts';
import type { SearchRowRecord } from './search-row-values.ts';

/** Columns of `search_rows` by the facts they hold, with their types. */
export const ROW_TYPES = {
  rowId: 'text',
  planId: 'text',
  sourceId: 'text',
  providerId: 'text',
  text: 'text',
  productType: 'text',
  technology: 'text',
  resourceModel: 'text',
  cpuName: 'text',
  vcpu: 'float8',
  architecture: 'text',
  memoryMib: 'int4',
  storageGb: 'float8',
  storageType: 'text',
  transferGb: 'float8',
  unmetered: 'bool',
  portMbps: 'float8',
  ipv4: 'int4',
  hasIpv6: 'bool',
  natIpv4: 'bool',
  ddos: 'bool',
  hasGpu: 'bool',
  guests: 'text[]',
  statedCapabilities: 'text[]',
  countries: 'text[]',
  regions: 'text[]',
  cities: 'text[]',
  locationIds: 'text[]',
  countriesUnknown: 'bool',
  regionsUnknown: 'bool',
  citiesUnknown: 'bool',
  locationIdsUnknown: 'bool',
  offerCount: 'int4',
  availability: 'text',
  hourly: 'bool',
  hasPromo: 'bool',
  termMonths: 'int4[]',
  withdrawn: 'bool',
  observation: 'text',
  firstSeenAt: 'timestamptz',
  lastChangedAt: 'timestamptz',
  observedAt: 'timestamptz',
  staleAt: 'timestamptz',
  priceEuroMicros: 'int8',
  setupFeeEuroMicros: 'int8',
  dropPpm: 'int4',
  dropUntil: 'timestamptz',
  riskLevel: 'text',
  riskScore: 'int4',
  risk: 'json',
  row: 'json',
} as const satisfies Record<Exclude<keyof SearchRowRecord, 'options'>, string>;

const OPTION_TYPES = {
  rowId: 'text',
  position: 'int4',
  termMonths: 'int4',
  regularMicros: 'int8',
  introductoryMicros: 'int8',
  setupFeeMicros: 'int8',
  setupFeeKnown: 'bool',
  currency: 'text',
} as const satisfies Record<Exclude<keyof CostOption, 'taxIncluded'> | 'rowId' | 'position', string>;

/**
 * Replaces everything that search knows about the given plans by the given rows (of these plans). To be called in the
 * transaction that publishes, after it raised the version: between its statements the plans have no rows, and whoever pages
 * through the version before finds the old ones.
 */
export async function replaceSearchRows(db: Db, planIds: readonly string[], rows: readonly SearchRowRecord[]): Promise<void> {
  await retireSearchRows(db, (bind) => `r.plan_id = any(${bind([...planIds], 'text[]')})`);
  const since_version = await catalogueVersionNumber(db);
  const rowOf = renamer(ROW_TYPES);
  await bulkInsert(
    db,
    'search_rows',
    { ...byColumn(ROW_TYPES), since_version: 'int4' },
    rows.map((row) => ({ ...rowOf(row), since_version })),
  );
  const optionOf = renamer(OPTION_TYPES);
  await bulkInsert(
    db,
    'search_options',
    byColumn(OPTION_TYPES),
    rows.flatMap(({ rowId, options }) => options.map((option, position) => optionOf({ ...option, rowId, position }))),
  );
}

function byColumn(types: Readonly<Record<string, string>>): BulkColumns {
  return Object.fromEntries(Object.entries(types).map(([fact, type]) => [columnOf(fact), type]));
}

/** Gives records the column names of their facts; what has no column is left out. */
function renamer<Fact extends string>(types: Readonly<Record<Fact, string>>) {
  const pairs = (Object.keys(types) as Fact[]).map((fact) => [fact, columnOf(fact)] as const);
  return (record: Readonly<Record<Fact, unknown>>) => Object.fromEntries(pairs.map(([fact, column]) => [column, record[fact]]));
}
