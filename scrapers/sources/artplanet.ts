/** ArtPlanet: the price list of its BILLmanager. https://artplanet.ru/ */
import { billmanagerSource } from '../price-lists/billmanager.ts';

/** Adapter of the source. */
export const artplanet = billmanagerSource({
  sourceId: 'artplanet',
  title: 'ArtPlanet: price list of virtual servers',
  documentation: 'https://artplanet.ru/',
  billing: 'https://bill.artplanet.ru/manager/billmgr',
  evidence: {
    url: 'https://github.com/AlexeyShalaev/vpn-hub/blob/5f71b5c3ad3611f44356d2c84a6dc306e830b1d2/backend/src/vpnhub/infra/provider_plans/providers/billmanager_sources.py',
    said: 'the address of its billing, whose price list a public program reads without a key',
    seen: '2026-11-26',
  },
});
