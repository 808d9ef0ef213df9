/** FirstVDS: the price list of its BILLmanager. https://firstvds.ru/products/vds_vps_cloud */
import { billmanagerSource } from '../price-lists/billmanager.ts';

/** Adapter of the source. */
export const firstvds = billmanagerSource({
  sourceId: 'firstvds',
  title: 'FirstVDS: price list of virtual servers',
  documentation: 'https://firstvds.ru/products/vds_vps_cloud',
  billing: 'https://my.firstvds.ru/billmgr',
  evidence: {
    url: 'https://github.com/AlexeyShalaev/vpn-hub/blob/5f71b5c3ad3611f44356d2c84a6dc306e830b1d2/backend/src/vpnhub/infra/provider_plans/providers/billmanager_sources.py',
    said: 'the address of its billing, whose price list a public program reads without a key',
    seen: '2026-11-26',
  },
});
