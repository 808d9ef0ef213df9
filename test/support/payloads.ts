/** An own, naive look at recorded payloads, to hold the readers to: what plans are in there, told without any of their code. */
import type { Page } from '../../scrapers/contract.ts';

// biome-ignore lint/suspicious/noExplicitAny: a second opinion on payloads of unknown shape, deliberately without a schema.
export type Json = any;

/** A plan as it stands in the payload; key null where it has none that is a text. */
export interface RawPlan {
  readonly key: string | null;
  readonly raw: Json;
}

/** Where a source's plans stand. */
interface Shape {
  /** Role of the pages of plans. */
  readonly role: string;
  readonly plans: (body: Json) => RawPlan[];
  /** Takes the prices out of a body of any role, where that is more than dropping all fields with such names. */
  readonly dropPrices?: (body: Json) => void;
}

const isObject = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const entriesOf = (value: Json): [string, Json][] => (isObject(value) ? Object.entries(value) : []);
const listed = (list: Json, key: string): RawPlan[] =>
  Array.isArray(list) ? list.map((raw) => ({ key: typeof raw?.[key] === 'string' ? raw[key] : null, raw })) : [];

/** An id that is a number or a text. */
const idText = (id: Json): string | null => (typeof id === 'number' || typeof id === 'string' ? String(id) : null);

/** Plans of one of OVHcloud's catalogues. */
const ovhPlans: Shape = { role: 'catalog', plans: (body) => listed(body?.plans, 'planCode') };

const SHAPES: Readonly<Record<string, Shape>> = {
  // A configurator lists no plan.
  'atlantic-cloud': { role: 'vps-config', plans: () => [], dropPrices: (body) => deleteDeep(body, /Price/) },
  binarylane: { role: 'sizes', plans: (body) => listed(body?.sizes, 'slug') },
  blossomhost: {
    role: 'catalog',
    plans: (body) => listed(body?.plans, 'key'),
    dropPrices: (body) => deleteDeep(body, /monthly_usd/),
  },
  'cherry-servers': { role: 'plans', plans: (body) => listed(body, 'slug'), dropPrices: (body) => deleteDeep(body, /^price$/) },
  digitalocean: { role: 'sizes', plans: (body) => listed(body?.sizes, 'slug') },
  exoscale: {
    role: 'prices',
    // A plan is a key of any currency's list; `raw` is its price by currency.
    plans: (body) => {
      const lists = entriesOf(body).filter(([name, list]) => /^[a-z]{3}$/.test(name) && isObject(list));
      const keys = new Set(lists.flatMap(([, list]) => Object.keys(list)).filter((key) => key.startsWith('running_')));
      return [...keys].map((key) => ({ key, raw: Object.fromEntries(lists.map(([name, list]) => [name, list[key]])) }));
    },
    dropPrices: (body) => {
      for (const [, list] of entriesOf(body)) for (const [key] of entriesOf(list)) list[key] = null;
    },
  },
  'hetzner-auction': {
    role: 'servers',
    plans: (body) => {
      const list: Json = Array.isArray(body) ? body : body?.server;
      return Array.isArray(list) ? list.map((raw) => ({ key: idText(raw?.id), raw })) : [];
    },
  },
  'hetzner-cloud': { role: 'server-types', plans: (body) => listed(body?.server_types, 'name') },
  hostkey: {
    role: 'presets',
    plans: (body) =>
      (Array.isArray(body?.presets) ? body.presets : []).map((raw: Json) => ({
        key: idText(raw?.id),
        raw,
      })),
  },
  hostvirtual: { role: 'sizes', plans: (body) => listed(body, 'plan_id') },
  lightsail: { role: 'bundles', plans: (body) => listed(body?.bundles, 'bundleId') },
  'lightsail-prices': {
    role: 'offers',
    // A plan is the part of a usage type behind its first colon; it stands once a region.
    plans: (body) =>
      entriesOf(body?.products)
        .filter(([, raw]) => raw?.productFamily === 'Lightsail Instance')
        .map(([, raw]) => {
          const usage = raw.attributes?.usagetype;
          return { key: typeof usage === 'string' ? usage.slice(usage.indexOf(':') + 1) : null, raw };
        }),
  },
  linode: { role: 'types', plans: (body) => listed(body?.data, 'id') },
  nexkr: {
    role: 'groups',
    plans: (body) =>
      (Array.isArray(body?.groups) ? body.groups : []).flatMap((group: Json) =>
        (Array.isArray(group?.products) ? group.products : []).map((raw: Json) => ({ key: idText(raw?.id), raw })),
      ),
    dropPrices: (body) => deleteDeep(body, /^price_/),
  },
  'open-telekom-cloud': {
    role: 'ecs',
    plans: (body) => listed(body?.response?.result?.ecs, 'id'),
    dropPrices: (body) => deleteDeep(body, /^(?:priceAmount|RU?\d+)$/),
  },
  'ovhcloud-cloud': {
    role: 'catalog',
    // The part of a code in front of its first dot is the flavour, which is the plan.
    plans: (body) =>
      listed(body?.addons, 'planCode')
        .filter(({ raw }) => typeof raw?.product === 'string' && raw.product.startsWith('publiccloud-instance'))
        .map(({ key, raw }) => ({ key: key === null ? null : (key.split('.')[0] ?? ''), raw })),
  },
  'ovhcloud-ca-eco': ovhPlans,
  'ovhcloud-ca-vps': ovhPlans,
  'ovhcloud-eco': ovhPlans,
  'ovhcloud-us-eco': ovhPlans,
  'ovhcloud-us-vps': ovhPlans,
  'ovhcloud-vps': ovhPlans,
  scaleway: { role: 'servers', plans: (body) => entriesOf(body?.servers).map(([key, raw]) => ({ key, raw })) },
  stackit: {
    role: 'skus',
    plans: (body) =>
      (Array.isArray(body?.data) ? body.data : [])
        .filter((raw: Json) => ['Server', 'Confidential Server', 'GPU Server'].includes(raw?.product?.name))
        .map((raw: Json) => {
          const at = raw.productSpecificAttributes;
          const isText = typeof at?.flavor === 'string';
          const suffixes = [at?.metro === true ? 'metro' : '', typeof at?.os === 'string' ? at.os : ''].filter(Boolean);
          return { key: isText ? [at.flavor, ...suffixes].join('-') : null, raw };
        }),
    // Visibility of the price list is no price.
    dropPrices: (body) => deleteDeep(body, /^price$/),
  },
  upcloud: {
    role: 'prices',
    // A plan is a key of any zone; `raw` is its price by zone.
    plans: (body) => {
      const zones: Json[] = Array.isArray(body?.prices?.zone) ? body.prices.zone.filter(isObject) : [];
      const keys = new Set(zones.flatMap((zone) => Object.keys(zone)).filter((key) => key.startsWith('server_plan_')));
      return [...keys].map((key) => ({
        key: key.slice('server_plan_'.length),
        raw: Object.fromEntries(zones.map((zone) => [zone.name, zone[key]])),
      }));
    },
    dropPrices: (body) => {
      for (const zone of body?.prices?.zone ?? [])
        for (const [, quoted] of entriesOf(zone)) if (isObject(quoted)) delete quoted.price;
    },
  },
  vultr: { role: 'plans', plans: (body) => listed(body?.plans, 'id') },
  'vultr-metal': { role: 'plans', plans: (body) => listed(body?.plans_metal, 'id') },
  'vultr-v1': {
    role: 'plans_list',
    plans: (body) => {
      const plans = entriesOf(body).map(([key, raw]) => ({ key, raw }));
      return plans.some(({ key }) => /^\d+$/.test(key)) ? plans : [];
    },
  },
};

function shapeOf(sourceId: string): Shape {
  const shape = SHAPES[sourceId];
  if (!shape) throw new Error(`test/support/payloads.ts does not say where the plans of ${sourceId} stand`);
  return shape;
}

/** Role of a source's pages of plans. */
export function planRole(sourceId: string): string {
  return shapeOf(sourceId).role;
}

/** Key and raw entry of every plan on a page of plans. */
export function rawPlans(sourceId: string, page: Pick<Page, 'body'>): RawPlan[] {
  return shapeOf(sourceId).plans(parsed(page.body));
}

/** Takes every price out of a body. */
export function dropPrices(sourceId: string, body: Json): void {
  const { dropPrices: drop } = shapeOf(sourceId);
  if (drop) drop(body);
  else deleteDeep(body, /price|cost/);
}

function deleteDeep(value: Json, names: RegExp): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    if (names.test(key)) delete value[key];
    else deleteDeep(value[key], names);
  }
}

function parsed(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
