/** A page of a known shop software into listings and rejections: its units, each read by the text reader. */
import type { Finding } from '../../domain/listing.ts';
import { loadPage } from '../html/load-page.ts';
import type { PlanRead } from '../read/readings.ts';
import { readUnit } from '../text/read-unit.ts';
import { cutOff } from './page-state.ts';
import type { Platform } from './platform.ts';

/** A page as it is handed to a platform. */
export interface ShopPage {
  readonly body: string;
  /** Where it comes from, for its links; null where nobody knows. */
  readonly url: string | null;
  /** Key of the page, for provenance. */
  readonly key: string;
  /** ISO 4217 of prices whose sign does not tell, by the source's conventions; the page's own chooser comes first. */
  readonly currency: string | null;
}

/** What a page came to. */
export interface ShopRead {
  readonly reads: readonly PlanRead[];
  readonly findings: readonly Finding[];
  /** False where the page cannot stand for the whole list: a challenge, half a page, no page at all. */
  readonly whole: boolean;
}

/** Reads a page by its platform. */
export function readShopPage(platform: Platform, page: ShopPage): ShopRead {
  const loaded = loadPage(page.body, page.url);
  if (!loaded.ok) {
    const { code, message } = loaded.refusal;
    return { reads: [], findings: [{ code: 'unreadable-page', severity: 'hard', message: `${code}: ${message}` }], whole: false };
  }
  const found = platform.read(loaded.page, page.currency);
  const context = {
    page: page.key,
    shared: found.shared,
    currency: found.currency ?? page.currency,
    lang: found.lang,
  };
  const reads = [
    ...found.units.map((unit) => readUnit(unit, context)),
    ...found.rejections.map((rejection): PlanRead => ({ rejection })),
  ];
  const findings = [...found.findings, ...cutOff(page.body)];
  return { reads, findings, whole: findings.every(({ code }) => code !== 'unreadable-page' && code !== 'incomplete') };
}
