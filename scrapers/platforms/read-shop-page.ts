/** A page of a known shop software into listings and rejections: its units, each read by the text reader. */
import { loadPage } from '../html/load-page.ts';
import { parseJson } from '../read/json.ts';
import type { PlanRead } from '../read/readings.ts';
import { readUnit } from '../text/read-unit.ts';
import type { DataPlatform } from './data-platform.ts';
import { cutOff } from './page-state.ts';
import type { Platform } from './platform.ts';
import type { ShopPage, ShopRead } from './shop-page.ts';

/** Reads a page by its platform, be it markup or data. */
export function readShopPage(platform: Platform | DataPlatform, page: ShopPage): ShopRead {
  return platform.reads === 'data' ? readData(platform, page) : readMarkup(platform, page);
}

function readMarkup(platform: Platform, page: ShopPage): ShopRead {
  const loaded = loadPage(page.body, page.url);
  if (!loaded.ok) return unreadable(`${loaded.refusal.code}: ${loaded.refusal.message}`);
  const found = platform.read(loaded.page, page.currency);
  const context = { page: page.key, shared: found.shared, currency: found.currency ?? page.currency, lang: found.lang };
  const reads = [
    ...found.units.map((unit) => readUnit(unit, context)),
    ...found.rejections.map((rejection): PlanRead => ({ rejection })),
  ];
  const findings = [...found.findings, ...cutOff(page.body)];
  return { reads, findings, whole: findings.every(({ code }) => code !== 'unreadable-page' && code !== 'incomplete') };
}

function readData(platform: DataPlatform, page: ShopPage): ShopRead {
  const body = parseJson(page.body);
  if (!body.ok) return unreadable(`no JSON: ${body.said}`);
  if (!platform.recognise(body.value)) return unreadable(`no answer of ${platform.title}: ${page.body.slice(0, 100)}`);
  return platform.read(body.value, page);
}

function unreadable(message: string): ShopRead {
  return { reads: [], findings: [{ code: 'unreadable-page', severity: 'hard', message }], whole: false };
}
