/** Ihor: the price list of its BILLmanager. https://ihor.online/vds */
import { billmanagerSource } from '../price-lists/billmanager.ts';

/** Adapter of the source. */
export const ihor = billmanagerSource({
  sourceId: 'ihor',
  title: 'Ihor: price list of virtual servers',
  documentation: 'https://ihor.online/vds',
  billing: 'https://billing.ihor-hosting.ru/billmgr',
  evidence: {
    url: 'https://github.com/AlexeyShalaev/vpn-hub/blob/5f71b5c3ad3611f44356d2c84a6dc306e830b1d2/backend/src/vpnhub/infra/provider_plans/providers/billmanager_sources.py',
    said: 'the address of its billing, whose price list a public program reads without a key',
    seen: '2026-11-26',
  },
});
