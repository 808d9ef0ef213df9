/** SkyStark: the price list of its BILLmanager. https://skystark.ru/ */
import { billmanagerSource } from '../price-lists/billmanager.ts';

/** Adapter of the source. */
export const skystark = billmanagerSource({
  sourceId: 'skystark',
  title: 'SkyStark: price list of virtual servers',
  documentation: 'https://skystark.ru/',
  billing: 'https://my.skystark.net/billmgr',
  evidence: {
    url: 'https://github.com/AlexeyShalaev/vpn-hub/blob/5f71b5c3ad3611f44356d2c84a6dc306e830b1d2/backend/src/vpnhub/infra/provider_plans/providers/billmanager_sources.py',
    said: 'the address of its billing, whose price list a public program reads without a key',
    seen: '2026-11-26',
  },
});
