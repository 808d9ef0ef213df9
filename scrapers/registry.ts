/** Every source, one line each. */
import type { SourceAdapter } from './contract.ts';
import { atlanticCloud } from './sources/atlantic-cloud.ts';
import { digitalocean } from './sources/digitalocean.ts';
import { exoscale } from './sources/exoscale.ts';
import { hetznerAuction } from './sources/hetzner-auction.ts';
import { hetznerCloud } from './sources/hetzner-cloud.ts';
import { hostvirtual } from './sources/hostvirtual.ts';
import { lightsail } from './sources/lightsail.ts';
import { linode } from './sources/linode.ts';
import { ovhcloudCloud } from './sources/ovhcloud-cloud.ts';
import { ovhcloudEco } from './sources/ovhcloud-eco.ts';
import { ovhcloudVps } from './sources/ovhcloud-vps.ts';
import { scaleway } from './sources/scaleway.ts';
import { upcloud } from './sources/upcloud.ts';
import { vultr } from './sources/vultr.ts';
import { vultrV1 } from './sources/vultr-v1.ts';

/** Adapters of all sources, by name. */
export const SOURCES: readonly SourceAdapter[] = [
  atlanticCloud,
  digitalocean,
  exoscale,
  hetznerAuction,
  hetznerCloud,
  hostvirtual,
  lightsail,
  linode,
  ovhcloudCloud,
  ovhcloudEco,
  ovhcloudVps,
  scaleway,
  upcloud,
  vultr,
  vultrV1,
];

/** Adapter of a source; null for an unknown id. */
export function adapterOf(sourceId: string): SourceAdapter | null {
  return SOURCES.find((adapter) => adapter.manifest.sourceId === sourceId) ?? null;
}
