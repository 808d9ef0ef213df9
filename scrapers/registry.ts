/** Every source, one line each. */
import type { SourceAdapter } from './contract.ts';
import { atlanticCloud } from './sources/atlantic-cloud.ts';
import { binarylane } from './sources/binarylane.ts';
import { blossomhost } from './sources/blossomhost.ts';
import { digitalocean } from './sources/digitalocean.ts';
import { exoscale } from './sources/exoscale.ts';
import { hetznerAuction } from './sources/hetzner-auction.ts';
import { hetznerCloud } from './sources/hetzner-cloud.ts';
import { hostkey } from './sources/hostkey.ts';
import { hostvirtual } from './sources/hostvirtual.ts';
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
import { scaleway } from './sources/scaleway.ts';
import { stackit } from './sources/stackit.ts';
import { upcloud } from './sources/upcloud.ts';
import { vultr } from './sources/vultr.ts';
import { vultrMetal } from './sources/vultr-metal.ts';
import { vultrV1 } from './sources/vultr-v1.ts';

/** Adapters of all sources, by name. */
export const SOURCES: readonly SourceAdapter[] = [
  atlanticCloud,
  binarylane,
  blossomhost,
  digitalocean,
  exoscale,
  hetznerAuction,
  hetznerCloud,
  hostkey,
  hostvirtual,
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
  scaleway,
  stackit,
  upcloud,
  vultr,
  vultrMetal,
  vultrV1,
];

/** Adapter of a source; null for an unknown id. */
export function adapterOf(sourceId: string): SourceAdapter | null {
  return SOURCES.find((adapter) => adapter.manifest.sourceId === sourceId) ?? null;
}
