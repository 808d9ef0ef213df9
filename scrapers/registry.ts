/** Every source, one line each. */
import type { SourceAdapter } from './contract.ts';
import { allhostShop } from './sources/allhost-shop.ts';
import { alphavpsShop } from './sources/alphavps-shop.ts';
import { atlanticCloud } from './sources/atlantic-cloud.ts';
import { baboonhostingShop } from './sources/baboonhosting-shop.ts';
import { bandwagonhostShop } from './sources/bandwagonhost-shop.ts';
import { binarylane } from './sources/binarylane.ts';
import { blossomhost } from './sources/blossomhost.ts';
import { cheapkvmShop } from './sources/cheapkvm-shop.ts';
import { digitalocean } from './sources/digitalocean.ts';
import { dmitShop } from './sources/dmit-shop.ts';
import { enzonixShop } from './sources/enzonix-shop.ts';
import { exoscale } from './sources/exoscale.ts';
import { gulloShop } from './sources/gullo-shop.ts';
import { hetznerAuction } from './sources/hetzner-auction.ts';
import { hetznerCloud } from './sources/hetzner-cloud.ts';
import { hostCShop } from './sources/host-c-shop.ts';
import { hostkey } from './sources/hostkey.ts';
import { hostvirtual } from './sources/hostvirtual.ts';
import { khanwebhostShop } from './sources/khanwebhost-shop.ts';
import { leikwanhostShop } from './sources/leikwanhost-shop.ts';
import { lightsail } from './sources/lightsail.ts';
import { lightsailPrices } from './sources/lightsail-prices.ts';
import { linode } from './sources/linode.ts';
import { nexkr } from './sources/nexkr.ts';
import { openTelekomCloud } from './sources/open-telekom-cloud.ts';
import { ovhcloudCaEco } from './sources/ovhcloud-ca-eco.ts';
import { ovhcloudCaVps } from './sources/ovhcloud-ca-vps.ts';
import { ovhcloudCloud } from './sources/ovhcloud-cloud.ts';
import { ovhcloudEco } from './sources/ovhcloud-eco.ts';
import { ovhcloudUsEco } from './sources/ovhcloud-us-eco.ts';
import { ovhcloudUsVps } from './sources/ovhcloud-us-vps.ts';
import { ovhcloudVps } from './sources/ovhcloud-vps.ts';
import { pulsedMediaShop } from './sources/pulsed-media-shop.ts';
import { racknerdShop } from './sources/racknerd-shop.ts';
import { scaleway } from './sources/scaleway.ts';
import { smokyhostsShop } from './sources/smokyhosts-shop.ts';
import { stackit } from './sources/stackit.ts';
import { upcloud } from './sources/upcloud.ts';
import { vPsShop } from './sources/v-ps-shop.ts';
import { vultr } from './sources/vultr.ts';
import { vultrMetal } from './sources/vultr-metal.ts';
import { vultrV1 } from './sources/vultr-v1.ts';
import { wawoShop } from './sources/wawo-shop.ts';

/** Adapters of all sources, by name. */
export const SOURCES: readonly SourceAdapter[] = [
  allhostShop,
  alphavpsShop,
  atlanticCloud,
  baboonhostingShop,
  bandwagonhostShop,
  binarylane,
  blossomhost,
  cheapkvmShop,
  digitalocean,
  dmitShop,
  enzonixShop,
  exoscale,
  gulloShop,
  hetznerAuction,
  hetznerCloud,
  hostCShop,
  hostkey,
  hostvirtual,
  khanwebhostShop,
  leikwanhostShop,
  lightsail,
  lightsailPrices,
  linode,
  nexkr,
  openTelekomCloud,
  ovhcloudCaEco,
  ovhcloudCaVps,
  ovhcloudCloud,
  ovhcloudEco,
  ovhcloudUsEco,
  ovhcloudUsVps,
  ovhcloudVps,
  pulsedMediaShop,
  racknerdShop,
  scaleway,
  smokyhostsShop,
  stackit,
  upcloud,
  vPsShop,
  vultr,
  vultrMetal,
  vultrV1,
  wawoShop,
];

/** Adapter of a source; null for an unknown id. */
export function adapterOf(sourceId: string): SourceAdapter | null {
  return SOURCES.find((adapter) => adapter.manifest.sourceId === sourceId) ?? null;
}
