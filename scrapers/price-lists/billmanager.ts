/**
 * BILLmanager, the billing system of many hosts: its price list, which it answers to anybody as XML (`func=pricelist.export`). Read
 * are virtual servers that can be ordered. https://docs.ispsystem.com/b6c/developer-section/billmanager-api/tariff-plans-pricelist
 */
import { shortHash } from '../../domain/identity.ts';
import type { Extraction, Page, SourceAdapter, SourceEvidence, SourceManifest } from '../contract.ts';
import { pageKey } from '../contract.ts';
import { missingRole, pagesOf } from '../read/list.ts';
import { sortPlans } from '../read/readings.ts';
import { childrenNamed, textOfChild, type XmlElement, xmlTree } from '../read/xml-tree.ts';
import { placesOfPlans, readPricelist } from './billmanager-plan.ts';

/** What sets one shop apart from others. */
export interface BillmanagerShop extends Pick<SourceManifest, 'sourceId' | 'title' | 'documentation'> {
  /** Address of its billing ("https://my.example.ru/billmgr"). */
  readonly billing: string;
  /** Where that address is known from. */
  readonly evidence: SourceEvidence;
  /** ISO date of the newest recording that was read. Default: none. */
  readonly verified?: string;
  /** ISO 4217, of prices that name no currency. Default RUB. */
  readonly currency?: string;
}

const ROLE = 'pricelist';
const READER_VERSION = 1;
/** Price lists of big shops are tens of megabytes: each plan names every option. */
const LIMITS = { characters: 32_000_000, elements: 600_000 };

/** Adapter of a shop. */
export function billmanagerSource(shop: BillmanagerShop): SourceAdapter {
  const { billing, verified = null, currency = 'RUB', ...rest } = shop;
  const manifest: SourceManifest = {
    ...rest,
    providerId: shop.sourceId,
    kind: 'provider-api',
    hosts: [new URL(billing).host],
    cadence: 'daily',
    credential: null,
    verified,
    conventions: { currency, taxIncluded: null },
    readerVersion: READER_VERSION,
    roles: { [ROLE]: { holds: 'plans of virtual servers with prices', perPlace: false, main: true } },
  };
  const url = `${billing}?func=pricelist.export&out=xml&itemtype=vds&onlyavailable=on`;
  return {
    manifest,
    start: () => [{ role: ROLE, number: 1, url }],
    next: () => [],
    extract: (pages) => extractPlans(pages, manifest),
  };
}

function extractPlans(pages: readonly Page[], manifest: SourceManifest): Extraction {
  const own = eachOnce(pagesOf(pages, ROLE));
  const lists = own.map((page) => ({ page, list: pricelistsOn(page) }));
  const plans = lists.flatMap(({ page, list }) =>
    typeof list === 'string' ? [] : list.map((plan) => ({ plan, key: pageKey(page) })),
  );
  const sorted = sortPlans(plans.map(({ plan, key }) => readPricelist(plan, key)));
  const unreadable = lists.flatMap(({ page, list }) =>
    typeof list === 'string'
      ? [{ code: 'unreadable-page' as const, severity: 'hard' as const, message: `${pageKey(page)}: ${list}` }]
      : [],
  );
  return {
    ...sorted,
    locations: placesOfPlans(plans.map(({ plan }) => plan)),
    findings: [...(own.length === 0 ? [missingRole(manifest, ROLE)] : []), ...unreadable, ...sorted.findings],
    complete: own.length > 0 && unreadable.length === 0,
    covers: null,
  };
}

function eachOnce(pages: readonly Page[]): Page[] {
  return [...new Map(pages.map((page) => [shortHash(page.body), page])).values()];
}

/** The plans of virtual servers that somebody can order, or why the page holds no price list. */
function pricelistsOn(page: Page): readonly XmlElement[] | string {
  const tree = xmlTree(page.body, LIMITS);
  if (!tree.ok) return `${tree.refusal.message} (${tree.refusal.code})`;
  const error = childrenNamed(tree.root, 'error')[0];
  if (error) return `an error: ${(textOfChild(error, 'msg') ?? error.text).slice(0, 120)}`;
  if (tree.root.name !== 'doc') return `no price list: <${tree.root.name.slice(0, 40)}>`;
  return childrenNamed(tree.root, 'pricelist').filter(isSold);
}

/** Hidden, archived and switched-off plans cannot be ordered; lists hold other products than asked for where a shop has changed their types. */
function isSold(plan: XmlElement): boolean {
  const flag = (name: string) => textOfChild(plan, name);
  if ((flag('active') ?? 'on') !== 'on' || flag('hideinorder') === 'on' || flag('archived') === 'on') return false;
  const type = childrenNamed(plan, 'itemtype_info').flatMap((info) => textOfChild(info, 'intname') ?? [])[0];
  return type === undefined || type === 'vds';
}
