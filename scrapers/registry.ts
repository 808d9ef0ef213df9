/** Every source, one line each. */
import type { SourceAdapter } from './contract.ts';
import { oneBxHost } from './sources/1bx-host.ts';
import { appletec } from './sources/appletec.ts';
import { artplanet } from './sources/artplanet.ts';
import { askohost } from './sources/askohost.ts';
import { atlanticCloud } from './sources/atlantic-cloud.ts';
import { binarylane } from './sources/binarylane.ts';
import { blossomhost } from './sources/blossomhost.ts';
import { cherryServers } from './sources/cherry-servers.ts';
import { cloud4box } from './sources/cloud4box.ts';
import { contell } from './sources/contell.ts';
import { coopertino } from './sources/coopertino.ts';
import { datacheap } from './sources/datacheap.ts';
import { digitalocean } from './sources/digitalocean.ts';
import { exoscale } from './sources/exoscale.ts';
import { firstvds } from './sources/firstvds.ts';
import { generalIt } from './sources/general-it.ts';
import { hetznerAuction } from './sources/hetzner-auction.ts';
import { hetznerCloud } from './sources/hetzner-cloud.ts';
import { hostkey } from './sources/hostkey.ts';
import { hostvirtual } from './sources/hostvirtual.ts';
import { ihor } from './sources/ihor.ts';
import { ispserver } from './sources/ispserver.ts';
import { itldc } from './sources/itldc.ts';
import { itsoft } from './sources/itsoft.ts';
import { kvmka } from './sources/kvmka.ts';
import { lightsail } from './sources/lightsail.ts';
import { lightsailPrices } from './sources/lightsail-prices.ts';
import { linode } from './sources/linode.ts';
import { lnTech } from './sources/ln-tech.ts';
import { lowendbox } from './sources/lowendbox.ts';
import { lowendtalk } from './sources/lowendtalk.ts';
import { mammothCloud } from './sources/mammoth-cloud.ts';
import { megahostKz } from './sources/megahost-kz.ts';
import { multihost } from './sources/multihost.ts';
import { nexkr } from './sources/nexkr.ts';
import { openTelekomCloud } from './sources/open-telekom-cloud.ts';
import { optibit } from './sources/optibit.ts';
import { ovhcloudCaEco } from './sources/ovhcloud-ca-eco.ts';
import { ovhcloudCaVps } from './sources/ovhcloud-ca-vps.ts';
import { ovhcloudCloud } from './sources/ovhcloud-cloud.ts';
import { ovhcloudEco } from './sources/ovhcloud-eco.ts';
import { ovhcloudUsEco } from './sources/ovhcloud-us-eco.ts';
import { ovhcloudUsVps } from './sources/ovhcloud-us-vps.ts';
import { ovhcloudVps } from './sources/ovhcloud-vps.ts';
import { planetahost } from './sources/planetahost.ts';
import { profitserver } from './sources/profitserver.ts';
import { retzor } from './sources/retzor.ts';
import { rusonyx } from './sources/rusonyx.ts';
import { scaleway } from './sources/scaleway.ts';
import { senkoDigital } from './sources/senko-digital.ts';
import { simpleServer } from './sources/simple-server.ts';
import { skystark } from './sources/skystark.ts';
import { smartape } from './sources/smartape.ts';
import { spacecore } from './sources/spacecore.ts';
import { stackit } from './sources/stackit.ts';
import { u1host } from './sources/u1host.ts';
import { upcloud } from './sources/upcloud.ts';
import { vdsSh } from './sources/vds-sh.ts';
import { vultr } from './sources/vultr.ts';
import { vultrMetal } from './sources/vultr-metal.ts';
import { vultrV1 } from './sources/vultr-v1.ts';
import { xorek } from './sources/xorek.ts';

/** Adapters of all sources, by name. */
export const SOURCES: readonly SourceAdapter[] = [
  appletec,
  artplanet,
  askohost,
  atlanticCloud,
  binarylane,
  blossomhost,
  cherryServers,
  cloud4box,
  contell,
  coopertino,
  datacheap,
  digitalocean,
  exoscale,
  firstvds,
  generalIt,
  hetznerAuction,
  hetznerCloud,
  hostkey,
  hostvirtual,
  ihor,
  ispserver,
  itldc,
  itsoft,
  kvmka,
  lightsail,
  lightsailPrices,
  linode,
  lnTech,
  lowendbox,
  lowendtalk,
  mammothCloud,
  megahostKz,
  multihost,
  nexkr,
  oneBxHost,
  openTelekomCloud,
  optibit,
  ovhcloudCaEco,
  ovhcloudCaVps,
  ovhcloudCloud,
  ovhcloudEco,
  ovhcloudUsEco,
  ovhcloudUsVps,
  ovhcloudVps,
  planetahost,
  profitserver,
  retzor,
  rusonyx,
  scaleway,
  senkoDigital,
  simpleServer,
  skystark,
  smartape,
  spacecore,
  stackit,
  u1host,
  upcloud,
  vdsSh,
  vultr,
  vultrMetal,
  vultrV1,
  xorek,
];

/** Adapter of a source; null for an unknown id. */
export function adapterOf(sourceId: string): SourceAdapter | null {
  return SOURCES.find((adapter) => adapter.manifest.sourceId === sourceId) ?? null;
}
