/** Every source, one line each. */
import type { SourceAdapter } from './contract.ts';
import { oneBxHost } from './sources/1bx-host.ts';
import { allhostShop } from './sources/allhost-shop.ts';
import { alphavpsShop } from './sources/alphavps-shop.ts';
import { appletec } from './sources/appletec.ts';
import { artplanet } from './sources/artplanet.ts';
import { askohost } from './sources/askohost.ts';
import { atlanticCloud } from './sources/atlantic-cloud.ts';
import { baboonhostingShop } from './sources/baboonhosting-shop.ts';
import { bandwagonhostShop } from './sources/bandwagonhost-shop.ts';
import { binarylane } from './sources/binarylane.ts';
import { blossomhost } from './sources/blossomhost.ts';
import { cheapkvmShop } from './sources/cheapkvm-shop.ts';
import { cherryServers } from './sources/cherry-servers.ts';
import { cloud4box } from './sources/cloud4box.ts';
import { contell } from './sources/contell.ts';
import { coopertino } from './sources/coopertino.ts';
import { datacheap } from './sources/datacheap.ts';
import { digitalocean } from './sources/digitalocean.ts';
import { dmitShop } from './sources/dmit-shop.ts';
import { enzonixShop } from './sources/enzonix-shop.ts';
import { exoscale } from './sources/exoscale.ts';
import { firstvds } from './sources/firstvds.ts';
import { generalIt } from './sources/general-it.ts';
import { gulloShop } from './sources/gullo-shop.ts';
import { hetznerAuction } from './sources/hetzner-auction.ts';
import { hetznerCloud } from './sources/hetzner-cloud.ts';
import { hostCShop } from './sources/host-c-shop.ts';
import { hostkey } from './sources/hostkey.ts';
import { hostvirtual } from './sources/hostvirtual.ts';
import { ihor } from './sources/ihor.ts';
import { ispserver } from './sources/ispserver.ts';
import { itldc } from './sources/itldc.ts';
import { itsoft } from './sources/itsoft.ts';
import { khanwebhostShop } from './sources/khanwebhost-shop.ts';
import { kvmka } from './sources/kvmka.ts';
import { leikwanhostShop } from './sources/leikwanhost-shop.ts';
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
import { pulsedMediaShop } from './sources/pulsed-media-shop.ts';
import { racknerdShop } from './sources/racknerd-shop.ts';
import { retzor } from './sources/retzor.ts';
import { rusonyx } from './sources/rusonyx.ts';
import { scaleway } from './sources/scaleway.ts';
import { senkoDigital } from './sources/senko-digital.ts';
import { simpleServer } from './sources/simple-server.ts';
import { skystark } from './sources/skystark.ts';
import { smartape } from './sources/smartape.ts';
import { smokyhostsShop } from './sources/smokyhosts-shop.ts';
import { spacecore } from './sources/spacecore.ts';
import { stackit } from './sources/stackit.ts';
import { u1host } from './sources/u1host.ts';
import { upcloud } from './sources/upcloud.ts';
import { vPsShop } from './sources/v-ps-shop.ts';
import { vdsSh } from './sources/vds-sh.ts';
import { vultr } from './sources/vultr.ts';
import { vultrMetal } from './sources/vultr-metal.ts';
import { vultrV1 } from './sources/vultr-v1.ts';
import { wawoShop } from './sources/wawo-shop.ts';
import { xorek } from './sources/xorek.ts';

/** Adapters of all sources, by name. */
export const SOURCES: readonly SourceAdapter[] = [
  oneBxHost,
  allhostShop,
  alphavpsShop,
  appletec,
  artplanet,
  askohost,
  atlanticCloud,
  baboonhostingShop,
  bandwagonhostShop,
  binarylane,
  blossomhost,
  cheapkvmShop,
  cherryServers,
  cloud4box,
  contell,
  coopertino,
  datacheap,
  digitalocean,
  dmitShop,
  enzonixShop,
  exoscale,
  firstvds,
  generalIt,
  gulloShop,
  hetznerAuction,
  hetznerCloud,
  hostCShop,
  hostkey,
  hostvirtual,
  ihor,
  ispserver,
  itldc,
  itsoft,
  khanwebhostShop,
  kvmka,
  leikwanhostShop,
  lightsailPrices,
  lightsail,
  linode,
  lnTech,
  lowendbox,
  lowendtalk,
  mammothCloud,
  megahostKz,
  multihost,
  nexkr,
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
  pulsedMediaShop,
  racknerdShop,
  retzor,
  rusonyx,
  scaleway,
  senkoDigital,
  simpleServer,
  skystark,
  smartape,
  smokyhostsShop,
  spacecore,
  stackit,
  u1host,
  upcloud,
  vPsShop,
  vdsSh,
  vultrMetal,
  vultrV1,
  vultr,
  wawoShop,
  xorek,
];

/** Adapter of a source; null for an unknown id. */
export function adapterOf(sourceId: string): SourceAdapter | null {
  return SOURCES.find((adapter) => adapter.manifest.sourceId === sourceId) ?? null;
}
